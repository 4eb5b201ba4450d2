/** Which terms of a corpus get a vector: those that say something, the most frequent first where there are many. */
import { isContentTerm } from "../../text/tokens.ts";
import type { FullText } from "../full-text/full-text-builder.ts";
import { decodeStrings } from "../full-text/string-list.ts";

/**
 * Terms beyond these stand in a few sentences of a hundred thousand, and are slips of the pen or names. As many are
 * embedded in twenty seconds and compared in a millisecond.
 */
export const MOST_TERMS = 20_000;
/** English letters; words of other scripts may be shorter. */
const SHORTEST = 3;
const SAYS_SOMETHING = new RegExp(`^(?:[a-z]{${SHORTEST}}|\\P{ASCII})`, "u");

/** Whether a term may get a vector. */
export function saysSomething(term: string): boolean {
  return SAYS_SOMETHING.test(term) && isContentTerm(term);
}

/** Their numbers in the vocabulary, ascending. */
export function chooseTerms(text: FullText, most: number): number[] {
  const vocabulary = decodeStrings({ bytes: text.vocabulary, starts: text.vocabularyStarts });
  const chosen: number[] = [];
  for (let number = 0; number < vocabulary.length; number++) {
    const term = vocabulary.at(number);
    if (saysSomething(term) && sentencesOf(text, number) > 0) chosen.push(number);
  }
  if (chosen.length <= most) return chosen;
  return chosen
    .sort((a, b) => sentencesOf(text, b) - sentencesOf(text, a) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

function sentencesOf({ sentenceFrequencies }: FullText, number: number): number {
  return sentenceFrequencies[number] ?? 0;
}
