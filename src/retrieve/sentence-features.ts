/**
 * Measures how well a sentence fits a question, in figures of about 0 to 1 that `weights.ts` weighs. Pure.
 * The formulas of BM25 are the usual ones; parameters are those that did best for whole sentences as units.
 */
import type { IndexStatistics } from "../index/corpus-index.ts";
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";
import { findOffer, fittingAnswers } from "./answer-type.ts";
import { type PassageView, type SentenceView, SHARED_START } from "./passage-view.ts";

/** Sentences: a word counts nearly once, and length matters little. */
const [SENTENCE_K1, SENTENCE_B] = [0.6, 0.4];
const [PASSAGE_K1, PASSAGE_B] = [1.2, 0.75];

export interface SentenceFeatures {
  /** BM25 of the sentence over all words but question words, as a share of the highest possible. */
  readonly sentenceMatch: number;
  /** BM25 of the passage over content words, as a share of the highest possible. */
  readonly passageMatch: number;
  /** Share of the question's information that stands in the sentence, its neighbours or the headings. */
  readonly windowCoverage: number;
  /** How well something in it fits the kind of answer asked for. */
  readonly answerFit: number;
  /** Share of the information of unmatched words that begin like a word of the sentence. */
  readonly sharedStart: number;
  /** For a sentence that leans on the one before: share of the information found only there. */
  readonly leanedOn: number;
  /** Cosine of question and sentence; 0 without vectors. */
  readonly similarity: number;
  readonly isQuestion: number;
  readonly isLeadIn: number;
}

const LEANS_BACK =
  /^["“'(]*(?:he|she|it|they|his|her|its|their|this|these|that|those|such|the (?:former|latter))\b/iu;

/** The features of a passage's sentences, in order. `similarities` holds a cosine for each, or is empty. */
export function measureSentences(
  question: QuestionAnalysis,
  view: PassageView,
  statistics: IndexStatistics,
  similarities: readonly number[],
): SentenceFeatures[] {
  const passageMatch = matchPassage(question, view, statistics);
  const content = question.terms.filter(({ isContent }) => isContent);
  const total = sum(content, ({ weight }) => weight);
  return view.sentences.map((sentence, at) => {
    const before = view.sentences[at - 1];
    const isHere = (term: QuestionTerm) => trustIn(sentence, term) > 0;
    const isAround = (term: QuestionTerm) =>
      isHere(term) ||
      [before, view.sentences[at + 1]].some((one) => one !== undefined && trustIn(one, term) > 0) ||
      view.headTerms.has(term.term);
    const onlyBefore = (term: QuestionTerm) =>
      !isHere(term) && before !== undefined && trustIn(before, term) > 0;
    return {
      sentenceMatch: matchSentence(question.terms, sentence, statistics),
      passageMatch,
      windowCoverage: share(content, total, isAround),
      answerFit: bestFit(question, sentence),
      sharedStart: share(content, total, (term) => !isHere(term) && startsAlike(sentence, term)),
      leanedOn: LEANS_BACK.test(sentence.text) ? share(content, total, onlyBefore) : 0,
      similarity: similarities[at] ?? 0,
      isQuestion: /\?["'”’)\]]*$/u.test(sentence.text) ? 1 : 0,
      isLeadIn: /[:：]["'”’)\]]*$/u.test(sentence.text) ? 1 : 0,
    };
  });
}

/** The content terms of the question that stand in the sentence, themselves or in another spelling. */
export function termsIn(sentence: SentenceView, terms: readonly QuestionTerm[]): string[] {
  return terms.filter((term) => term.isContent && trustIn(sentence, term) > 0).map(({ term }) => term);
}

function trustIn(sentence: SentenceView, { term, variants }: QuestionTerm): number {
  if (sentence.places.has(term)) return 1;
  return variants.reduce(
    (best, one) => (sentence.places.has(one.term) ? Math.max(best, one.trust) : best),
    0,
  );
}

function matchSentence(
  terms: readonly QuestionTerm[],
  sentence: SentenceView,
  { averageSentenceLength }: IndexStatistics,
): number {
  const norm =
    SENTENCE_K1 *
    (1 - SENTENCE_B + (SENTENCE_B * sentence.tokens.length) / Math.max(1, averageSentenceLength));
  let score = 0;
  let highest = 0;
  for (const term of terms) {
    const trust = trustIn(sentence, term);
    const count = sentence.places.get(term.term)?.length ?? (trust > 0 ? 1 : 0);
    score += (trust * term.sentenceWeight * count * (SENTENCE_K1 + 1)) / (count + norm);
    highest += term.sentenceWeight * (SENTENCE_K1 + 1);
  }
  return highest === 0 ? 0 : score / highest;
}

function matchPassage({ terms }: QuestionAnalysis, view: PassageView, statistics: IndexStatistics): number {
  const relative = view.length / Math.max(1, statistics.averagePassageLength);
  const norm = PASSAGE_K1 * (1 - PASSAGE_B + PASSAGE_B * relative);
  let score = 0;
  let highest = 0;
  for (const { term, weight, isContent, variants } of terms) {
    if (!isContent) continue;
    let count = view.counts.get(term) ?? 0;
    for (const variant of variants) count += variant.trust * (view.counts.get(variant.term) ?? 0);
    score += (weight * count * (PASSAGE_K1 + 1)) / (count + norm);
    highest += weight * (PASSAGE_K1 + 1);
  }
  return highest === 0 ? 0 : score / highest;
}

function bestFit(question: QuestionAnalysis, sentence: SentenceView): number {
  if (question.answerType === null) return 0;
  const offer = findOffer(sentence.text, sentence.tokens);
  const fitting = fittingAnswers(question.answerType, sentence.text, offer, question.asked);
  return fitting.reduce((best, one) => Math.max(best, one.fit), 0);
}

function startsAlike(sentence: SentenceView, { term }: QuestionTerm): boolean {
  return term.length >= SHARED_START && sentence.starts.has(term.slice(0, SHARED_START));
}

function share(
  terms: readonly QuestionTerm[],
  total: number,
  holds: (term: QuestionTerm) => boolean,
): number {
  return total === 0 ? 0 : sum(terms, (term) => (holds(term) ? term.weight : 0)) / total;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
