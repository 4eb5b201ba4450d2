/** "Who led it?", "When did he resign?": pronouns that point out of their question, and what they point at. */
import { bareQuestion, type Turn, topicOf } from "./earlier-turn.ts";

const PERSON = /\b(he|him|his|she|her|hers)\b/iu;
const THING =
  /\b(its|it|they|them|their|theirs)\b|\b(this|these|those)\b|\b(?:of|in|after|before|for|to|by|about|from|at|with|is|was|did|does)\s+(that)\b|\b(there|then|the same)\s*\?*$/iu;
/** "Is it true that", "how long does it take": this "it" stands for nothing. */
const EMPTY_IT =
  /\b(?:is|was) it (?:true|possible|likely|known|clear|worth)\b|\bit (?:takes?|took|rains?|seems?)\b|\bdoes it take\b/iu;
const NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:\p{Lu}[\p{L}\p{M}’'-]+|\p{Lu}\.|al|bin|de|van|von))*/gu;
/** A topic of at most so many words can take the pronoun's place; a longer one is put in brackets behind. */
const SHORT_TOPIC = 4;
const OBJECTS = new Set(["him", "her", "them", "it"]);
const POSSESSIVES = new Set(["his", "its", "their", "hers", "theirs"]);

/** `question` with what its pronoun points at, or null when it has none or explains it itself. */
export function replacePronoun(question: string, previous: Turn): string | null {
  const person = PERSON.exec(question);
  if (person !== null && !namesBefore(question, person.index)) {
    const name = personIn(previous);
    if (name !== null) return substitute(question, person.index, person[1] ?? "", name);
  }
  const thing = EMPTY_IT.test(question) ? null : THING.exec(question);
  const found = person ?? thing;
  if (found === null || namesBefore(question, found.index)) return null;
  const pronoun = found[1] ?? "";
  const topic = topicOf(previous.question);
  const isName = /^(?:the\s+)?\p{Lu}/u.test(topic) && topic.split(/\s+/).length <= SHORT_TOPIC;
  if (isName && pronoun !== "") return substitute(question, found.index, pronoun, topic);
  return `${bareQuestion(question)} (${topic})?`;
}

/** Whether the question itself names somebody or something that the pronoun can mean. */
function namesBefore(question: string, at: number): boolean {
  const [, ...names] = [{}, ...question.slice(0, at).matchAll(NAME)];
  return names.some((match) => match.index > 0);
}

/** The person the earlier question names, else the one its best quote names, if there is just one. */
function personIn({ question, quotes }: Turn): string | null {
  const asked = fullNames(question.replace(/^\S+\s/u, ""));
  if (asked.length === 1) return asked[0] ?? null;
  const quoted = fullNames(quotes[0] ?? "");
  if (quoted.length === 1) return quoted[0] ?? null;
  const single = [...question.replace(/^\S+\s/u, "").matchAll(NAME)].map((match) => match[0]);
  return single.at(-1) ?? null;
}

/** Names of two words or more. */
function fullNames(text: string): string[] {
  const names = [...text.matchAll(NAME)].map((match) => match[0].replace(/[’']s$/u, ""));
  return [...new Set(names.filter((name) => name.includes(" ")))];
}

function substitute(question: string, at: number, pronoun: string, name: string): string {
  const lower = pronoun.toLowerCase();
  const rest = question.slice(at + pronoun.length);
  // "her" is an object before the end or a small word, else a possessive.
  const owns =
    POSSESSIVES.has(lower) || (lower === "her" && /^\s+\p{L}{3,}/u.test(rest) && !OBJECTS.has(rest.trim()));
  const plain = name.replace(/[’']s$/u, "");
  return `${question.slice(0, at)}${owns ? `${plain}'s` : plain}${rest}`;
}
