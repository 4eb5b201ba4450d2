/**
 * What each feature of a sentence is worth. Learned by listwise logistic regression, one article left out at a time,
 * on questions with marked answers; so a difference of 1 between two scores makes the first e times as likely.
 */
import type { SentenceFeatures } from "./sentence-features.ts";

export type FeatureWeights = Readonly<Partial<Record<keyof SentenceFeatures, number>>>;

/** With vectors of sentences and terms; where those of terms are not there, nothing is of like meaning. */
const BY_MEANING: FeatureWeights = {
  sentenceMatch: 5.1,
  passageMatch: 3.5,
  coverage: 3,
  windowCoverage: 2.2,
  before: 1.5,
  leanedOn: 4.3,
  underHead: 4.7,
  relatives: 4.1,
  synonyms: 4.9,
  sameMeaning: 4.2,
  likeMeaning: 1.2,
  missing: -1.9,
  phrases: 3.1,
  dateFit: 2.4,
  amountFit: 3.1,
  nameFit: 0.8,
  reasonFit: 2.9,
  fitNearby: -1.2,
  definition: 1,
  opening: 1.4,
  namesHere: -0.8,
  namesMissing: -1.8,
  similarity: 4,
  passageSimilarity: 8.5,
  similarMatch: 5.3,
  isQuestion: -1,
  isLeadIn: -3.7,
};

/** Without any vectors. */
const BY_TEXT: FeatureWeights = {
  sentenceMatch: 10.3,
  passageMatch: 6.3,
  coverage: 2.5,
  windowCoverage: 1.7,
  before: 1.8,
  leanedOn: 4.3,
  underHead: 4.3,
  relatives: 5,
  synonyms: 5.7,
  missing: -1.4,
  phrases: 3.7,
  dateFit: 2.2,
  amountFit: 3.5,
  nameFit: 0.6,
  reasonFit: 3.1,
  fitNearby: -1,
  definition: 1.6,
  opening: 1.4,
  namesHere: -0.6,
  namesMissing: -2.1,
  isQuestion: -0.1,
  isLeadIn: -3.5,
};

/** The weights for what is at hand. */
export function chooseWeights(hasVectors: boolean): FeatureWeights {
  return hasVectors ? BY_MEANING : BY_TEXT;
}

/** The weighed sum: higher is better. */
export function weigh(features: SentenceFeatures, weights: FeatureWeights): number {
  let score = 0;
  for (const [name, weight] of Object.entries(weights))
    score += weight * features[name as keyof SentenceFeatures];
  return score;
}
