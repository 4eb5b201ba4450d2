/** Says in one sentence, for a reader, why a question is not answered. Only what was looked up is claimed. */
import { beginningOf } from "../text/graphemes.ts";
import type { QuestionAnalysis } from "./analyze-question.ts";
import type { AnswerType } from "./answer-type.ts";
import type { RankedSentence } from "./retrieval.ts";

const MOST_WORDS = 4;
const LONGEST_WORD = 40;

/** What the sentences do not give, by the kind of answer asked for. */
const KINDS: Partial<Record<AnswerType, string>> = {
  person: "a name",
  place: "a place",
  name: "a name",
  date: "a date",
  duration: "a span of time",
  money: "an amount",
  percent: "a share",
  number: "a number",
  amount: "an amount",
  length: "a length",
  weight: "a weight",
  temperature: "a temperature",
};

export function explainZone(
  { terms, missingTerms, answerType }: QuestionAnalysis,
  ranked: readonly RankedSentence[],
): string {
  const content = terms.filter(({ isContent }) => isContent);
  if (content.length === 0) return "The question holds no word that could be looked for.";
  if (missingTerms.length > 0) return `The sources never mention ${list(missingTerms, "or")}.`;
  if (ranked.length === 0) return "The sources hold nothing that comes near this question.";
  const isTogether = ranked.some(({ matchedTerms }) => matchedTerms.length >= content.length);
  const words = content.map(({ word }) => word);
  if (!isTogether && words.length > 1)
    return `The sources mention ${list(words, "and")}, but no sentence brings ${words.length === 2 ? "the two" : "them all"} together.`;
  const kind = answerType === null ? undefined : KINDS[answerType];
  if (kind !== undefined)
    return `The sources speak of ${list(words, "and")}, but no sentence clearly gives ${kind}.`;
  return "No sentence of the sources answers this clearly.";
}

/** “a”, “b” and “c”. */
function list(words: readonly string[], joint: "and" | "or"): string {
  const shown = words.slice(0, MOST_WORDS).map((word) => `“${shorten(word)}”`);
  if (words.length > MOST_WORDS)
    return `${shown.join(", ")} ${joint} ${words.length - MOST_WORDS} more words`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${joint} ${shown.at(-1)}`;
}

function shorten(word: string): string {
  return beginningOf(word, LONGEST_WORD);
}
