/** The turn of a conversation that a follow-up leans on, and what it was about. */
import { isContentTerm, tokenize } from "../../text/tokens.ts";

/** What was asked and answered before. */
export interface Turn {
  /** As completed: standing alone. */
  readonly question: string;
  /** The quotes shown, best first. */
  readonly quotes: readonly string[];
}

/** "How many", "how much": part of the asking, not of what is asked about; what happened is no topic either. */
const NO_TOPIC: ReadonlySet<string> = new Set(["mani", "much", "long", "often", "happen", "els"]);
const HOW_MUCH_OF_WHAT = /^how\s+\p{L}+\s+(?=(?:is|are|was|were|do|does|did|has|have|had)\b)/iu;
/** "ships did the company build": the topic is "ships the company build". */
const AUXILIARY_INSIDE = /\s(?:do|does|did|has|have|had|is|are|was|were)\s/iu;
const NAMED_TOPIC = /\(([^()]+)\)[^()]*$/u;

/** What a question is about: its words without the asking ones at its start. */
export function topicOf(question: string): string {
  // A question that was itself completed names its topic in brackets.
  const named = NAMED_TOPIC.exec(question)?.[1];
  if (named !== undefined) return named;
  const plain = bareQuestion(question).replace(HOW_MUCH_OF_WHAT, "");
  const first = tokenize(plain).find(({ term }) => isContentTerm(term) && !NO_TOPIC.has(term));
  if (first === undefined) return plain;
  const article = /\b(?:the|an?|its?|his|her|their)\s+$/iu.exec(plain.slice(0, first.start));
  return plain.slice(article?.index ?? first.start).replace(AUXILIARY_INSIDE, " ");
}

/** The same, with what the question itself asked before the topic in brackets. */
export function wholeTopicOf(question: string): string {
  const named = NAMED_TOPIC.exec(question);
  if (named === null) return topicOf(question);
  return `${topicOf(question.slice(0, named.index))}, ${named[1]}`;
}

/** `question` with what it leans on behind it, in brackets: its own words stay as they were typed. */
export function withTopic(question: string, topic: string): string {
  return `${bareQuestion(question)} (${topic})?`;
}

/** A question without its end marks. */
export function bareQuestion(text: string): string {
  // Looked for from the beginning of each run of marks only.
  return text.trim().replace(/(?<![\s?!.…])[\s?!.…]+$/u, "");
}
