/** BM25 of a sentence and of a passage, each as a share of the highest score the question allows. Pure. */
import type { IndexStatistics } from "../index/corpus-index.ts";
import type { QuestionTerm } from "./analyze-question.ts";
import { trustIn } from "./match-terms.ts";
import type { PassageView, SentenceView } from "./passage-view.ts";

/** In a sentence a word counts nearly once, and length matters little; passages take the usual values. */
const SENTENCE = { k1: 0.6, b: 0.4 } as const;
const PASSAGE = { k1: 1.2, b: 0.75 } as const;

/** Over all words of the question but question words and auxiliaries. */
export function matchSentence(
  terms: readonly QuestionTerm[],
  sentence: SentenceView,
  { averageSentenceLength }: IndexStatistics,
): number {
  const length = sentence.tokens.length / Math.max(1, averageSentenceLength);
  return share(terms, SENTENCE, length, (term) => {
    const trust = trustIn(sentence, term);
    const count = sentence.places.get(term.term)?.length ?? (trust > 0 ? 1 : 0);
    return { weight: term.sentenceWeight, count, trust };
  });
}

/** Over the content words, the headings above the passage included. */
export function matchPassage(
  content: readonly QuestionTerm[],
  view: PassageView,
  { averagePassageLength }: IndexStatistics,
): number {
  const length = view.length / Math.max(1, averagePassageLength);
  return share(content, PASSAGE, length, ({ term, weight, variants }) => {
    let count = view.counts.get(term) ?? 0;
    for (const { terms, trust } of variants)
      count += trust * Math.min(...terms.map((one) => view.counts.get(one) ?? 0));
    return { weight, count, trust: 1 };
  });
}

function share(
  terms: readonly QuestionTerm[],
  { k1, b }: { readonly k1: number; readonly b: number },
  relativeLength: number,
  occurrence: (term: QuestionTerm) => { weight: number; count: number; trust: number },
): number {
  const norm = k1 * (1 - b + b * relativeLength);
  let score = 0;
  let highest = 0;
  for (const term of terms) {
    const { weight, count, trust } = occurrence(term);
    score += (trust * weight * count * (k1 + 1)) / (count + norm);
    highest += weight * (k1 + 1);
  }
  return highest === 0 ? 0 : score / highest;
}
