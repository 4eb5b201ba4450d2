/** What each feature of a sentence is worth, with sentence vectors and without. */
import type { SentenceFeatures } from "./sentence-features.ts";

export type FeatureWeights = Readonly<Record<keyof SentenceFeatures, number>>;

export const WEIGHTS_WITH_VECTORS: FeatureWeights = {
  sentenceMatch: 12,
  passageMatch: 8,
  windowCoverage: 5,
  answerFit: 3,
  sharedStart: 8,
  leanedOn: 5,
  similarity: 9,
  isQuestion: -6,
  isLeadIn: -4,
};

export const WEIGHTS_WITHOUT_VECTORS: FeatureWeights = {
  sentenceMatch: 15,
  passageMatch: 10,
  windowCoverage: 5,
  answerFit: 2.5,
  sharedStart: 9,
  leanedOn: 5,
  similarity: 0,
  isQuestion: -6,
  isLeadIn: -4,
};

/** The weighed sum: higher is better. */
export function weigh(features: SentenceFeatures, weights: FeatureWeights): number {
  let score = 0;
  for (const [name, weight] of Object.entries(weights) as [keyof SentenceFeatures, number][])
    score += weight * features[name];
  return score;
}
