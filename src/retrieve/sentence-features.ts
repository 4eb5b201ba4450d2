/**
 * Measures how well a sentence fits a question, in figures of about 0 to 1 that `weights.ts` weighs. Pure.
 * "Information" is the idf of a question's content words; shares of it do not depend on how many there are.
 */
import type { IndexStatistics } from "../index/corpus-index.ts";
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";
import { measureAnswerFit } from "./answer-fit.ts";
import { matchPassage, matchSentence } from "./bm25.ts";
import { hasRelative, likenessIn, shareOf, trustIn } from "./match-terms.ts";
import type { PassageView, SentenceView } from "./passage-view.ts";

export interface SentenceFeatures {
  /** BM25 of the sentence over all words but question words, as a share of the highest possible. */
  readonly sentenceMatch: number;
  /** BM25 of the passage over content words, as a share of the highest possible. */
  readonly passageMatch: number;
  /** Share of the information that stands in the sentence. */
  readonly coverage: number;
  /** … in the sentence, its neighbours or the headings. */
  readonly windowCoverage: number;
  /** … in the sentence before it only. */
  readonly before: number;
  /** The same, for a sentence that leans on the one before: "This …", "They …". */
  readonly leanedOn: number;
  /** Share of the information of unmatched words that have a relative in the sentence: invade, invasion. */
  readonly relatives: number;
  /** … that have a word of nearly the same meaning, or of a like meaning, in the sentence. */
  readonly sameMeaning: number;
  readonly likeMeaning: number;
  /** Share of the information found neither in the passage and its headings nor by meaning. */
  readonly missing: number;
  /** Share of the question's pairs of neighbouring words that are neighbours in the sentence. */
  readonly phrases: number;
  /** How well something in the sentence fits the kind of answer asked for, by kind. */
  readonly dateFit: number;
  readonly amountFit: number;
  readonly nameFit: number;
  readonly reasonFit: number;
  /** 1 when only a neighbour has something that fits. */
  readonly fitNearby: number;
  /** 1 when it defines what is asked about; 1 for the first sentence of a passage, if a definition is asked for. */
  readonly definition: number;
  readonly opening: number;
  /** Share of the information of the question's names that stands in the sentence, or not even in the passage. */
  readonly namesHere: number;
  readonly namesMissing: number;
  /** Cosine of question and sentence, the highest of its passage, and the first by `sentenceMatch`. */
  readonly similarity: number;
  readonly passageSimilarity: number;
  readonly similarMatch: number;
  readonly isQuestion: number;
  readonly isLeadIn: number;
}

/** Cosines of words from which they mean nearly the same, or something alike. */
const [SAME_MEANING, LIKE_MEANING] = [0.5, 0.38];
const LEANS_BACK =
  /^["“'(]*(?:he|she|it|they|his|her|its|their|this|these|that|those|such|the (?:former|latter))\b/iu;

/** The features of a passage's sentences, in order. `similarities` holds a cosine for each, or is empty. */
export function measureSentences(
  question: QuestionAnalysis,
  view: PassageView,
  statistics: IndexStatistics,
  similarities: readonly number[],
): SentenceFeatures[] {
  const content = question.terms.filter(({ isContent }) => isContent);
  const names = content.filter(({ isName }) => isName);
  const inHead = (term: QuestionTerm) => view.headTerms.has(term.term);
  const inPassage = (term: QuestionTerm) =>
    inHead(term) || view.sentences.some((sentence) => trustIn(sentence, term) > 0);
  const missing = shareOf(content, (term) =>
    inPassage(term) ? 0 : 1 - Math.max(0, ...view.sentences.map((sentence) => likenessIn(sentence, term))),
  );
  const ofPassage = {
    passageMatch: matchPassage(content, view, statistics),
    missing,
    namesMissing: shareOf(names, (term) => (inPassage(term) ? 0 : 1)),
    passageSimilarity: Math.max(0, ...similarities),
  };
  return view.sentences.map((sentence, at) => {
    const [before, after] = [view.sentences[at - 1], view.sentences[at + 1]];
    const isHere = (term: QuestionTerm) => trustIn(sentence, term) > 0;
    const isAround = (term: QuestionTerm) => trustIn(before, term) > 0 || trustIn(after, term) > 0;
    const likeness = (term: QuestionTerm) =>
      isHere(term) || hasRelative(sentence, term) ? 0 : likenessIn(sentence, term);
    const onlyBefore = shareOf(content, (term) => flag(!isHere(term) && trustIn(before, term) > 0));
    const sentenceMatch = matchSentence(question.terms, sentence, statistics);
    const similarity = similarities[at] ?? 0;
    return {
      ...ofPassage,
      ...measureAnswerFit(question, content, view, at),
      sentenceMatch,
      coverage: shareOf(content, (term) => flag(isHere(term))),
      windowCoverage: shareOf(content, (term) => flag(isHere(term) || isAround(term) || inHead(term))),
      before: onlyBefore,
      leanedOn: LEANS_BACK.test(sentence.text) ? onlyBefore : 0,
      relatives: shareOf(content, (term) => flag(!isHere(term) && hasRelative(sentence, term))),
      sameMeaning: shareOf(content, (term) => flag(likeness(term) >= SAME_MEANING)),
      likeMeaning: shareOf(content, (term) =>
        flag(likeness(term) >= LIKE_MEANING && likeness(term) < SAME_MEANING),
      ),
      phrases: sharedPairs(question.pairs, sentence),
      namesHere: shareOf(names, (term) => flag(isHere(term))),
      similarity,
      similarMatch: similarity * sentenceMatch,
      isQuestion: flag(/\?["'”’)\]]*$/u.test(sentence.text)),
      isLeadIn: flag(/[:：]["'”’)\]]*$/u.test(sentence.text)),
    };
  });
}

function sharedPairs(pairs: ReadonlySet<string>, { tokens }: SentenceView): number {
  if (pairs.size === 0) return 0;
  const shared = new Set<string>();
  for (const [at, { term }] of tokens.entries()) {
    const pair = `${term} ${tokens[at + 1]?.term}`;
    if (pairs.has(pair)) shared.add(pair);
  }
  return shared.size / pairs.size;
}

function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
