/**
 * Decides whether what was found answers the question, is only near it, or is nothing at all. Pure.
 * It never looks at the distance between the first sentence and the second: sources repeat facts.
 */
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";
import { isCounted } from "./answer-fit.ts";
import { explainZone } from "./explain-zone.ts";
import { shareOf } from "./match-terms.ts";
import type { MeasuredSentence } from "./rank-sentences.ts";
import type { Retrieval } from "./retrieval.ts";
import type { SentenceFeatures } from "./sentence-features.ts";

export type Decision = Pick<Retrieval, "zone" | "confidence" | "reason">;

/** What the decision knows beside the sentences. */
export interface Circumstances {
  readonly hasVectors: boolean;
  /** Sentences of the whole corpus: the more there are, the more match by chance. */
  readonly sentences: number;
}

/** What tells a question that the corpus answers from one that it does not; about 0 to 1, but for `size`. */
export interface Evidence {
  readonly passageMatch: number;
  readonly sentenceMatch: number;
  readonly windowCoverage: number;
  readonly relatives: number;
  readonly synonyms: number;
  readonly sameMeaning: number;
  readonly missing: number;
  readonly namesMissing: number;
  readonly similarity: number;
  readonly passageSimilarity: number;
  /** 1 when nothing in the best sentence fits the kind of answer asked for. */
  readonly lacksAnswer: number;
  /** 1 for a single content word, less for more: a word or two are found by chance. */
  readonly shortness: number;
  /** Share of the information of words that occur nowhere, and of those taken for a slip of the pen. */
  readonly unknown: number;
  readonly mended: number;
  readonly size: number;
}

/**
 * Learned by logistic regression on questions asked of a corpus that answers them and of one that does not (the
 * halves of a set of articles, single articles, briefs), a fifth of the articles left out at a time.
 */
const BY_VECTORS: Evidence = {
  ...{ passageMatch: 1.7, sentenceMatch: 3.9, windowCoverage: 5.9 },
  ...{ relatives: 4.8, synonyms: 1.8, sameMeaning: 3.7 },
  ...{ missing: -1.3, namesMissing: -2.8, similarity: 4.5, passageSimilarity: 9.7 },
  ...{ lacksAnswer: -1.2, shortness: -2, unknown: -1.8, mended: -1.9, size: -2.2 },
};
const BY_TEXT: Evidence = {
  ...{ passageMatch: 7, sentenceMatch: 6.2, windowCoverage: 0.9 },
  ...{ relatives: 6.5, synonyms: 4, sameMeaning: 0 },
  ...{ missing: -1.9, namesMissing: -1.6, similarity: 0, passageSimilarity: 0 },
  ...{ lacksAnswer: -1.6, shortness: -8.1, unknown: -1.2, mended: -2.9, size: -0.8 },
};
const [START_BY_VECTORS, START_BY_TEXT] = [5.5, 6.8];
/** Below the first the question is not answered; below the second hardly any sentence was ever right. */
const [ANSWERED_FROM, CLOSEST_FROM] = [-1.4, -4];
/** Share of what a short question asks about its names. */
const NEARLY_ALL = 0.8;
/** In content words: a longer question says a thing in more words than the sources need. */
const [FEW, SHORT, MIDDLING] = [2, 4, 5];
/** Natural logs of about two hundred and a thousand sentences: no smaller or larger corpus was measured. */
const [SMALLEST_SIZE, LARGEST_SIZE] = [5.3, 7];
const SENTENCES_COMPARED = 10;
/** What is refused is never called likely. */
const HIGHEST_DOUBT = 0.35;
/** The share of first sentences that were right, over the level: a logistic curve that ends below certainty. */
const [HIGHEST_CONFIDENCE, CONFIDENCE_SLOPE, CONFIDENCE_MIDDLE] = [0.95, 0.4, -1];

export function decideZone(
  question: QuestionAnalysis,
  ranked: readonly MeasuredSentence[],
  circumstances: Circumstances,
): Decision {
  const [best] = ranked;
  const evidence = gatherEvidence(question, ranked, circumstances);
  const level = evidence ? levelOf(evidence, circumstances.hasVectors) : Number.NEGATIVE_INFINITY;
  const confidence = HIGHEST_CONFIDENCE / (1 + Math.exp(-CONFIDENCE_SLOPE * (level - CONFIDENCE_MIDDLE)));
  const isGap = best !== undefined && lacksThePoint(question, best.features);
  if (level >= ANSWERED_FROM && !isGap) return { zone: "answered", confidence, reason: null };
  const zone = level >= CLOSEST_FROM ? "closest" : "nothing";
  const doubt = Math.min(confidence, HIGHEST_DOUBT);
  return { zone, confidence: doubt, reason: explainZone(question, ranked) };
}

/** The evidence of the ranked sentences, null where there are none; also what the weights are learned from. */
export function gatherEvidence(
  { terms, answerType }: QuestionAnalysis,
  ranked: readonly Pick<MeasuredSentence, "features">[],
  { sentences }: Circumstances,
): Evidence | null {
  const best = ranked[0]?.features;
  if (best === undefined) return null;
  const first = ranked.slice(0, SENTENCES_COMPARED).map(({ features }) => features);
  const content = terms.filter(({ isContent }) => isContent);
  return {
    passageMatch: Math.max(...first.map(({ passageMatch }) => passageMatch)),
    sentenceMatch: best.sentenceMatch,
    windowCoverage: best.windowCoverage,
    relatives: best.relatives,
    synonyms: best.synonyms,
    sameMeaning: best.sameMeaning,
    missing: Math.min(...first.map(({ missing }) => missing)),
    namesMissing: best.namesMissing,
    similarity: Math.max(...first.map(({ similarity }) => similarity)),
    passageSimilarity: best.passageSimilarity,
    lacksAnswer: lacksAnswer(answerType, best) ? 1 : 0,
    shortness: 1 / Math.sqrt(Math.max(1, content.length)),
    unknown: shareOf(content, (at) => isUnknown(content[at]) && !isMended(content[at])),
    mended: shareOf(content, (at) => isUnknown(content[at]) && isMended(content[at])),
    size: Math.min(LARGEST_SIZE, Math.max(SMALLEST_SIZE, Math.log(Math.max(1, sentences)))),
  };
}

function levelOf(evidence: Evidence, hasVectors: boolean): number {
  const weights = hasVectors ? BY_VECTORS : BY_TEXT;
  let level = hasVectors ? START_BY_VECTORS : START_BY_TEXT;
  for (const [name, weight] of Object.entries(weights)) level += weight * evidence[name as keyof Evidence];
  return level;
}

function isUnknown(term: QuestionTerm | undefined): boolean {
  return term?.isUnknown === true;
}

function isMended(term: QuestionTerm | undefined): boolean {
  return term !== undefined && (term.variants.length > 0 || term.synonyms.size > 0);
}

/**
 * Whether a short question's point is not there, however well the rest fits: a name that stands nowhere near, what
 * is asked about a person, or the number or date that could be the answer.
 */
function lacksThePoint({ terms, answerType }: QuestionAnalysis, best: SentenceFeatures): boolean {
  const words = terms.filter(({ isContent }) => isContent).length;
  if (words <= SHORT && isCounted(answerType) && lacksAnswer(answerType, best)) return true;
  // "Who owns the ship?": the ship is there, who owns it is not.
  if (words <= SHORT && answerType === "person" && best.relationApart > NEARLY_ALL) return true;
  if (!hasLooks(answerType)) return false;
  return (words <= MIDDLING && best.namesMissing > 0) || (words <= FEW && best.namesApart > 0);
}

/** Whether an answer of this type can be told by its looks: a definition or a manner cannot. */
function hasLooks(type: QuestionAnalysis["answerType"]): boolean {
  return type !== null && type !== "definition" && type !== "manner";
}

function lacksAnswer(type: QuestionAnalysis["answerType"], best: SentenceFeatures): boolean {
  if (!hasLooks(type)) return false;
  return Math.max(best.dateFit, best.amountFit, best.nameFit, best.reasonFit) === 0;
}
