/**
 * Compares a run of labelled questions with an earlier one, question by question. Only questions that both runs
 * asked in the same words are compared; how many were not is said, never guessed at.
 */
import { UserError } from "../errors.ts";
import type { QuestionOutcome, Verdict } from "./question-outcome.ts";

/** What of a saved run a comparison needs. */
export interface EarlierRun {
  /** Names the texts that were asked; null when the run does not say. */
  readonly fingerprint: string | null;
  readonly outcomes: readonly EarlierOutcome[];
}

export type EarlierOutcome = Pick<
  QuestionOutcome,
  "id" | "question" | "earlierTurns" | "answerable" | "verdict"
>;

/** A question that came out otherwise than before. */
export interface Change {
  readonly id: string;
  readonly question: string;
  readonly was: Verdict;
  readonly is: Verdict;
}

export interface Comparison {
  /** Whether both runs asked the same texts; null when the earlier one does not say. */
  readonly sameCorpus: boolean | null;
  readonly compared: number;
  /** Questions that only this run asked, or asked in other words or with another label. */
  readonly onlyNow: number;
  readonly onlyThen: number;
  readonly better: readonly Change[];
  readonly worse: readonly Change[];
}

/** From worst to best. A refusal misleads nobody, so it is better than a wrong quote. */
const ORDER: readonly Verdict[] = ["wrong", "refused", "later", "first"];
const HINT = "Save one with: footnote eval --json <questions.jsonl> > run.json";

/** The saved run in `text`, the JSON that `footnote eval --json` prints; a UserError names `file` if it is none. */
export function parseRun(text: string, file: string): EarlierRun {
  const run = parseObject(text);
  const outcomes = run?.outcomes;
  if (!Array.isArray(outcomes) || !outcomes.every(isOutcome))
    throw new UserError(`${file} is no saved run of labelled questions.`, HINT);
  const corpus = run?.corpus;
  const named = typeof corpus === "object" && corpus !== null && "fingerprint" in corpus;
  const fingerprint = named && typeof corpus.fingerprint === "string" ? corpus.fingerprint : null;
  return { fingerprint, outcomes };
}

/** What got better and what got worse since `earlier`. A UserError when the two have no question in common. */
export function compareRuns(
  earlier: EarlierRun,
  outcomes: readonly QuestionOutcome[],
  fingerprint: string,
): Comparison {
  const before = new Map(earlier.outcomes.map((outcome) => [keyOf(outcome), outcome.verdict] as const));
  const changes: Change[] = [];
  let compared = 0;
  for (const outcome of outcomes) {
    const was = before.get(keyOf(outcome));
    if (was === undefined) continue;
    compared += 1;
    before.delete(keyOf(outcome));
    const { id, question, verdict } = outcome;
    if (was !== verdict) changes.push({ id, question, was, is: verdict });
  }
  if (compared === 0)
    throw new UserError(
      "The earlier run asked none of these questions.",
      "Compare runs of the same file of questions.",
    );
  const gain = ({ was, is }: Change) => ORDER.indexOf(is) - ORDER.indexOf(was);
  return {
    sameCorpus: earlier.fingerprint === null ? null : earlier.fingerprint === fingerprint,
    compared,
    onlyNow: outcomes.length - compared,
    onlyThen: before.size,
    better: changes.filter((change) => gain(change) > 0),
    worse: changes.filter((change) => gain(change) < 0),
  };
}

/** The same question: the same id, words and label. */
function keyOf({ id, question, earlierTurns, answerable }: EarlierOutcome): string {
  return JSON.stringify([id, [...earlierTurns, question], answerable]);
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

function isOutcome(value: unknown): value is EarlierOutcome {
  if (typeof value !== "object" || value === null) return false;
  const { id, question, earlierTurns, answerable, verdict }: Record<string, unknown> = { ...value };
  return (
    typeof id === "string" &&
    typeof question === "string" &&
    Array.isArray(earlierTurns) &&
    earlierTurns.every((turn) => typeof turn === "string") &&
    typeof answerable === "boolean" &&
    ORDER.some((known) => known === verdict)
  );
}
