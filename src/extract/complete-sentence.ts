/** Brings along what a sentence needs to make sense alone, as far as its own paragraph and passage hold it. */

import type { Sentence } from "../passages/passage.ts";
import type { RankedSentence } from "../retrieve/retrieval.ts";
import type { DraftQuote } from "./draft.ts";

/** Openings that point back at the sentence before. English; other languages are quoted as they stand. */
const POINTS_BACK =
  /^["'“‘(]*(?:this|that|these|those|such|he|she|it|they|his|her|its|their|him|them|the (?:former|latter|same)|both|neither|here|there|then|thus|hence|so|also|but|yet|and|or|nor|still|instead|however|therefore|moreover|furthermore|consequently|nevertheless|nonetheless|otherwise|meanwhile|likewise|similarly|in (?:addition|contrast|turn|response|return)|as a result|for (?:this|that) reason|on the (?:other hand|contrary))\b/iu;
/** "That May, …" and "This year, …" point at a time, but still lean on what was said before. */
const MOST_BEFORE = 2;
/** A heading or a lead-in is no answer without what it announces. */
const ANNOUNCES = /[:：]["'”’)]*$/u;
/** A list is brought whole up to this many UTF-16 code units. */
const LONGEST_LIST = 700;

/** The ranked sentence with up to two before it when it points back, and what follows when it only announces. */
export function completeSentence({ passage, sentence, index, score, answers }: RankedSentence): DraftQuote {
  const { sentences } = passage.passage;
  const text = (at: number) => {
    const range = sentences[at]?.range;
    return range === undefined ? "" : passage.source.text.slice(range.start, range.end);
  };
  const sameParagraph = (at: number) => sentences[at]?.paragraph === sentence.paragraph;
  let first = index;
  let last = index;
  if (sentence.kind === "prose") {
    while (index - first < MOST_BEFORE && POINTS_BACK.test(text(first)) && sameParagraph(first - 1))
      first -= 1;
  }
  if ((sentence.kind === "heading" || ANNOUNCES.test(text(index))) && sameParagraph(index + 1)) {
    last += 1;
    const fits = (at: number) => (sentences[at]?.range.end ?? 0) - sentence.range.start <= LONGEST_LIST;
    while (isListed(sentences[last + 1]) && sameParagraph(last + 1) && fits(last + 1)) last += 1;
  }
  const isAlone = first === last && answers.length === 1;
  const answerSpan = isAlone ? (answers[0] ?? null) : null;
  return { passage, sentences: sentences.slice(first, last + 1), ranked: sentence, score, answerSpan };
}

function isListed(sentence: Sentence | undefined): boolean {
  return sentence?.kind === "item" || sentence?.kind === "row";
}
