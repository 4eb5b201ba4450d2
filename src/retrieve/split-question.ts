/**
 * "When was it built, and who paid for it?": parts a question that asks two things, where each half can stand alone.
 * English and pure. "Between A and B" and "who built and paid for it" ask one thing and stay whole.
 */
import { isContentTerm, tokenize } from "../text/tokens.ts";
import { bareQuestion, topicOf, withTopic } from "./follow-ups/earlier-turn.ts";
import { completeQuestion } from "./follow-ups/standalone-question.ts";

const MOST_CHARACTERS = 400;
const MOST_PARTS = 3;
/** Content words of a half that leans on the other. */
const MOST_BARE = 2;
const ASKING = String.raw`(?:who|whom|whose|what|when|where|why|which|how(?:\s+(?:many|much|long|often|far|old|big|large|tall|high))?)`;
/** A question word that opens a question of its own after the joint. */
const JOINT = new RegExp(
  String.raw`(?:\s*[?.;]\s+(?:and\s+|but\s+|also\s+)?|\s*,?\s+and\s+(?:also\s+)?)(?=(?:(?:in|at|by|for|from|to|with|since|until|on)\s+)?${ASKING}\b)`,
  "giu",
);
const OPENS_ASKING = new RegExp(
  String.raw`^(?:(?:in|at|by|for|from|to|with|since|until|on)\s+)?${ASKING}\b|^(?:is|are|was|were|do|does|did|has|have|had|can|will)\b`,
  "iu",
);
/** "When and where was it built?" */
const TWO_WORDS = new RegExp(
  String.raw`^(${ASKING})\s*,?\s+(?:and|or)\s+(${ASKING})\s+(?=(?:is|are|was|were|do|does|did|has|have|had|can|will)\b)`,
  "iu",
);

/** The questions that `question` asks, each whole; `question` alone when it asks one. */
export function splitQuestion(question: string): readonly string[] {
  if (question.length > MOST_CHARACTERS || /\bbetween\s+(?:what|who|when|where|how)\b/iu.test(question))
    return [question];
  const plain = bareQuestion(question);
  const both = TWO_WORDS.exec(plain);
  if (both !== null) {
    const rest = plain.slice(both[0].length);
    return [`${both[1]} ${rest}?`, `${capitalise(both[2] ?? "")} ${rest}?`];
  }
  const parts = plain.split(JOINT);
  const [first = ""] = parts;
  if (parts.length < 2 || parts.length > MOST_PARTS || !OPENS_ASKING.test(first) || !standsAlone(first))
    return [question];
  const whole = parts.slice(1).map((part) => completeHalf(part, first));
  if (!whole.every(standsAlone)) return [question];
  return [`${first}?`, ...whole.map((part) => `${bareQuestion(capitalise(part))}?`)];
}

/** A half that names nobody and says little is about what the first half is about. */
function completeHalf(part: string, first: string): string {
  const completed = completeQuestion(part, { question: first, quotes: [] });
  if (completed !== null) return completed;
  const own = contentOf(part);
  const isBare = own.length <= MOST_BARE && !/\s\p{Lu}/u.test(part);
  if (own.some((term) => contentOf(first).includes(term))) return part;
  return isBare ? withTopic(part, topicOf(first)) : part;
}

function contentOf(part: string): string[] {
  return tokenize(part).flatMap(({ term }) => (isContentTerm(term) ? [term] : []));
}

/** Whether it names something to look up: somebody, or a thing beside a verb. */
function standsAlone(part: string): boolean {
  return contentOf(part).length >= 2 || /\s\p{Lu}/u.test(part);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
