/**
 * What each feature of a sentence is worth. Learned by listwise logistic regression, one article left out at a time,
 * on questions with marked answers; so a difference of 1 between two scores makes the first e times as likely.
 */
import type { QuestionAnalysis } from "./analyze-question.ts";
import type { SentenceFeatures } from "./sentence-features.ts";

export type FeatureWeights = Readonly<Partial<Record<keyof SentenceFeatures, number>>>;

/** With sentence vectors and related terms. */
const BY_MEANING: FeatureWeights = {
  sentenceMatch: 4.7,
  passageMatch: 3.9,
  coverage: 2.7,
  windowCoverage: 2.2,
  before: 1.4,
  leanedOn: 4.3,
  relatives: 4.9,
  sameMeaning: 4.4,
  likeMeaning: 2,
  missing: -2,
  phrases: 3,
  dateFit: 2.5,
  amountFit: 3,
  nameFit: 0.8,
  reasonFit: 2.4,
  fitNearby: -1.2,
  definition: 1.1,
  opening: 1.5,
  namesHere: -0.8,
  namesMissing: -1.6,
  similarity: 3.8,
  passageSimilarity: 9.4,
  similarMatch: 6.1,
  isQuestion: -0.8,
  isLeadIn: -4.6,
};

/** With sentence vectors, but without related terms. */
const BY_VECTORS: FeatureWeights = {
  sentenceMatch: 4.8,
  passageMatch: 3.1,
  coverage: 2.4,
  windowCoverage: 2,
  before: 1.6,
  leanedOn: 4,
  relatives: 4.4,
  missing: -2.8,
  phrases: 3.1,
  dateFit: 2.4,
  amountFit: 3,
  nameFit: 0.8,
  reasonFit: 2.3,
  fitNearby: -1.3,
  definition: 1,
  opening: 1.4,
  namesHere: -0.8,
  namesMissing: -1.5,
  similarity: 4.3,
  passageSimilarity: 9.4,
  similarMatch: 5.4,
  isQuestion: -1,
  isLeadIn: -4.7,
};

/** Without any vectors. */
const BY_TEXT: FeatureWeights = {
  sentenceMatch: 10.3,
  passageMatch: 7.2,
  coverage: 2,
  windowCoverage: 2,
  before: 1.8,
  leanedOn: 4.1,
  relatives: 6,
  missing: -0.9,
  phrases: 3.7,
  dateFit: 2.4,
  amountFit: 3.6,
  nameFit: 0.4,
  reasonFit: 2.4,
  fitNearby: -1.1,
  definition: 1.5,
  opening: 1.4,
  namesHere: -0.6,
  namesMissing: -2,
  isQuestion: -0.1,
  isLeadIn: -4,
};

/** The weights for what is at hand. */
export function chooseWeights({ terms }: QuestionAnalysis, hasVectors: boolean): FeatureWeights {
  if (!hasVectors) return BY_TEXT;
  return terms.some(({ related }) => related.size > 0) ? BY_MEANING : BY_VECTORS;
}

/** The weighed sum: higher is better. */
export function weigh(features: SentenceFeatures, weights: FeatureWeights): number {
  let score = 0;
  for (const [name, weight] of Object.entries(weights))
    score += weight * features[name as keyof SentenceFeatures];
  return score;
}
