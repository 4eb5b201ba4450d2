/** The figures of a learning run as Markdown. */
import { chooseWeights } from "../src/retrieve/weights.ts";
import { type JudgedRanking, type JudgedZone, REFUSED_WRONGLY } from "./judge.ts";
import type { LearnedZone } from "./learn-zone.ts";

/** What was learned with, or without, vectors: what it is worth on each corpus left out, then the weights of all. */
export function reportOf(
  hasVectors: boolean,
  ranking: readonly JudgedRanking[],
  zones: readonly JudgedZone[],
  weights: Readonly<Record<string, number>>,
  { zone, start }: LearnedZone,
): string {
  const rows = ranking.map((one, at) => {
    const judged = zones[at];
    const cells = [
      ...[one.questions, percent(one.today.first), percent(one.today.three)],
      ...[percent(one.learned.first), percent(one.learned.three)],
      ...[percent(judged?.answered), percent(judged?.absent), percent(judged?.offTopic)],
    ];
    return `| ${one.corpus} | ${cells.join(" | ")} |`;
  });
  return [
    `## ${hasVectors ? "With sentence vectors" : "By words alone"}`,
    "",
    `Each corpus is judged by weights learned from the others. The limit of refusal is where ${percent(REFUSED_WRONGLY)} of the others' answered questions are refused. Sentences are ranked here, not quotes, and no rule of refusal is applied.`,
    "",
    "| corpus | questions | today first | three | learned first | three | refused: answered | absent | other topics |",
    "|---|---|---|---|---|---|---|---|---|",
    ...rows,
    "",
    "| feature | today | learned from all |",
    "|---|---|---|",
    ...weightRows(weights, chooseWeights(hasVectors)),
    "",
    `Decision to answer, start ${start}: ${Object.entries(zone)
      .map(([name, weight]) => `${name} ${weight}`)
      .join(", ")}.`,
  ].join("\n");
}

function weightRows(learned: Readonly<Record<string, number>>, today: object): string[] {
  const before = new Map<string, unknown>(Object.entries(today));
  return Object.entries(learned).map(
    ([name, weight]) => `| ${name} | ${before.get(name) ?? 0} | ${weight} |`,
  );
}

function percent(part: number | null | undefined): string {
  return part === null || part === undefined ? "–" : `${(100 * part).toFixed(1)} %`;
}
