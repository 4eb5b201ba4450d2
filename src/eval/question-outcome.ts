/** What came of one labelled question, small enough to be saved and compared with a later run. */
import type { Citation } from "../answers/answer.ts";
import { hitRank, type Outcome } from "./measure.ts";

/**
 * `first`: the first quote is right. `later`: the second or third is. `refused`: nothing was quoted, which is right
 * when the question cannot be answered. `wrong`: no quote among the first three is right.
 */
export type Verdict = "first" | "later" | "refused" | "wrong";

export interface QuestionOutcome {
  readonly id: string;
  readonly question: string;
  /** What was asked before it in its conversation. */
  readonly earlierTurns: readonly string[];
  readonly shape: string;
  readonly answerable: boolean;
  readonly verdict: Verdict;
  readonly confidence: number;
  /** The citation ids of the answer, strongest first. */
  readonly citations: readonly string[];
}

const AMONG = 3;

/** The outcome of each question in short, in the order they were asked. */
export function summariseOutcomes(outcomes: readonly Outcome[]): QuestionOutcome[] {
  return outcomes.map((outcome) => {
    const { id, question, earlierTurns, shape, answerable } = outcome.labelled;
    const { confidence, citations } = outcome.answer;
    const verdict = judge(outcome);
    const ids = citations.map((citation: Citation) => citation.id);
    return { id, question, earlierTurns, shape, answerable, verdict, confidence, citations: ids };
  });
}

function judge(outcome: Outcome): Verdict {
  if (outcome.answer.status === "abstained") return "refused";
  if (!outcome.labelled.answerable) return "wrong";
  const rank = hitRank(outcome, AMONG);
  if (rank === null) return "wrong";
  return rank === 1 ? "first" : "later";
}
