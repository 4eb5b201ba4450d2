/** Judges weights on texts that they were not learned from: one corpus is left out at a time. */
import { chooseWeights } from "../src/retrieve/weights.ts";
import type { Example } from "./gather-examples.ts";
import { learnRanking, rankBy } from "./learn-ranking.ts";
import { learnZone, levelOf } from "./learn-zone.ts";

export interface JudgedRanking {
  readonly corpus: string;
  /** Those whose right sentence is among the candidates. */
  readonly questions: number;
  /** By the weights that the program has, which may have been learned from these very questions. */
  readonly today: RightShares;
  /** By weights learned from the other corpora. */
  readonly learned: RightShares;
}

/** Shares of questions whose first sentence, or one of the first three, is right. */
export interface RightShares {
  readonly first: number;
  readonly three: number;
}

export interface JudgedZone {
  readonly corpus: string;
  /** Shares refused of questions that are answered, that are absent on topic (null: none), and about other texts. */
  readonly answered: number | null;
  readonly absent: number | null;
  readonly offTopic: number | null;
}

/** Of the questions that are answered, so many may be refused where the zone is learned. */
export const REFUSED_WRONGLY = 0.05;

export function judgeRanking(examples: readonly Example[], hasVectors: boolean): JudgedRanking[] {
  return corporaOf(examples).map((corpus) => {
    const weights = learnRanking(without(examples, corpus), hasVectors);
    const own = examples.filter((one) => one.corpus === corpus && one.isAnswered);
    const found = own.filter(({ candidates }) => candidates.some(({ isRight }) => isRight));
    const shares = (by: Readonly<Record<string, number>>): RightShares => ({
      first: rightAmong(found, by, 1),
      three: rightAmong(found, by, 3),
    });
    return {
      corpus,
      questions: found.length,
      today: shares(chooseWeights(hasVectors)),
      learned: shares(weights),
    };
  });
}

function rightAmong(
  examples: readonly Example[],
  weights: Readonly<Record<string, number>>,
  most: number,
): number {
  const isFound = ({ candidates }: Example) =>
    rankBy(candidates, weights)
      .slice(0, most)
      .some(({ isRight }) => isRight);
  return share(examples, isFound) ?? 0;
}

export function judgeZone(examples: readonly Example[], hasVectors: boolean): JudgedZone[] {
  return corporaOf(examples).map((corpus) => {
    const others = without(examples, corpus);
    const ranking = learnRanking(others, hasVectors);
    const learned = learnZone(others, ranking, hasVectors);
    const level = (one: Example) => levelOf(one, ranking, learned, hasVectors) ?? Number.NEGATIVE_INFINITY;
    const threshold = quantile(others.filter(({ isAnswered }) => isAnswered).map(level), REFUSED_WRONGLY);
    const own = examples.filter((one) => one.corpus === corpus);
    const refused = (holds: (one: Example) => boolean) =>
      share(own.filter(holds), (one) => level(one) < threshold);
    return {
      corpus,
      answered: refused(({ isAnswered }) => isAnswered),
      absent: refused(({ isAnswered, isOffTopic }) => !isAnswered && !isOffTopic),
      offTopic: refused(({ isOffTopic }) => isOffTopic),
    };
  });
}

/** The value below which a share of `values` lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * sorted.length)] ?? Number.NEGATIVE_INFINITY;
}

function corporaOf(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ corpus }) => corpus))];
}

function without(examples: readonly Example[], corpus: string): Example[] {
  return examples.filter((one) => one.corpus !== corpus);
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(holds).length / all.length;
}
