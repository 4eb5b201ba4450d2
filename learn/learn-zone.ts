/** Learns what tells a question that the corpus answers from one that it does not. */
import { type Evidence, gatherEvidence } from "../src/retrieve/decide-zone.ts";
import { fitLogistic, type Row } from "./fit-weights.ts";
import type { Example } from "./gather-examples.ts";
import { countBy, rankBy, round } from "./learn-ranking.ts";

const PENALTY = 1e-3;
/**
 * Absent facts on the topic of a text count little: the evidence hardly tells them from answers, and would learn to
 * refuse what is paraphrased. Questions about other texts count double.
 */
const [OF_ABSENT, OF_OTHER_TOPICS] = [0.2, 2];

export interface LearnedZone {
  readonly zone: Readonly<Record<string, number>>;
  readonly start: number;
}

export function learnZone(
  examples: readonly Example[],
  ranking: Readonly<Record<string, number>>,
  hasVectors: boolean,
): LearnedZone {
  const judged = examples.flatMap((example) => {
    const evidence = evidenceOf(example, ranking, hasVectors);
    return evidence === null ? [] : [{ example, evidence }];
  });
  const counts = countBy(judged, ({ example }) => groupOf(example));
  const names = Object.keys(judged[0]?.evidence ?? {}) as (keyof Evidence)[];
  const rows = judged.map(
    ({ example, evidence }): Row => ({
      features: Float64Array.from(names, (name) => evidence[name]),
      label: example.isAnswered,
      weight: worthOf(example) / Math.sqrt(counts.get(groupOf(example)) ?? 1),
    }),
  );
  const weights = fitLogistic(rows, names.length, PENALTY);
  return {
    zone: Object.fromEntries(names.map((name, at) => [name, round(weights[at] ?? 0)])),
    start: round(weights[names.length] ?? 0),
  };
}

/** How far above 0 the corpus seems to answer; null when nothing was found at all. */
export function levelOf(
  example: Example,
  ranking: Readonly<Record<string, number>>,
  { zone, start }: LearnedZone,
  hasVectors: boolean,
): number | null {
  const evidence = evidenceOf(example, ranking, hasVectors);
  if (evidence === null) return null;
  return Object.entries(zone).reduce(
    (level, [name, weight]) => level + weight * evidence[name as keyof Evidence],
    start,
  );
}

function evidenceOf(
  example: Example,
  ranking: Readonly<Record<string, number>>,
  hasVectors: boolean,
): Evidence | null {
  const ranked = rankBy(example.candidates, ranking);
  return gatherEvidence(example.analysis, ranked, { hasVectors, sentences: example.sentences });
}

function groupOf({ corpus, isAnswered, isOffTopic }: Example): string {
  return `${corpus} ${isAnswered} ${isOffTopic}`;
}

function worthOf({ isAnswered, isOffTopic }: Example): number {
  if (isAnswered) return 1;
  return isOffTopic ? OF_OTHER_TOPICS : OF_ABSENT;
}
