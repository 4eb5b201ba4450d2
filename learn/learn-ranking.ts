/** Learns what each feature of a sentence is worth; every text counts by the square root of its questions. */
import type { SentenceFeatures } from "../src/retrieve/sentence-features.ts";
import { fitListwise, type Group } from "./fit-weights.ts";
import type { Candidate, Example } from "./gather-examples.ts";

type Feature = keyof SentenceFeatures;

/** Features that rules of refusal look at, and ranking does not. */
const NOT_RANKED: readonly string[] = ["relationApart", "namesApart"];
/** Features that are always 0 without vectors. */
const OF_VECTORS: readonly string[] = [
  "sameMeaning",
  "likeMeaning",
  "similarity",
  "passageSimilarity",
  "similarMatch",
];
const PENALTY = 1e-4;

/** Weights by feature, rounded as they are stored. */
export function learnRanking(examples: readonly Example[], hasVectors: boolean): Record<string, number> {
  const answered = examples.filter(({ isAnswered, candidates }) => isAnswered && candidates.length > 1);
  const names = featuresOf(answered, hasVectors);
  const counts = countBy(answered, ({ text }) => text);
  const groups = answered.map(
    ({ candidates, text }): Group => ({
      rows: candidates.map(({ features }) => Float64Array.from(names, (name) => features[name])),
      isRight: candidates.map(({ isRight }) => isRight),
      weight: 1 / Math.sqrt(counts.get(text) ?? 1),
    }),
  );
  const weights = fitListwise(groups, names.length, PENALTY);
  return Object.fromEntries(names.map((name, at) => [name, round(weights[at] ?? 0)]));
}

/** The candidates, best first under `weights`; equal ones stay in their order. */
export function rankBy(
  candidates: readonly Candidate[],
  weights: Readonly<Record<string, number>>,
): Candidate[] {
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate, weights) }));
  return scored.sort((a, b) => b.score - a.score).map(({ candidate }) => candidate);
}

/** Two decimals: more would tell of the examples, not of texts. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

function scoreOf({ features }: Candidate, weights: Readonly<Record<string, number>>): number {
  let score = 0;
  for (const [name, weight] of Object.entries(weights)) score += weight * features[name as Feature];
  return score;
}

function featuresOf(examples: readonly Example[], hasVectors: boolean): Feature[] {
  const names = Object.keys(examples[0]?.candidates[0]?.features ?? {}) as Feature[];
  return names.filter((name) => !NOT_RANKED.includes(name) && (hasVectors || !OF_VECTORS.includes(name)));
}
