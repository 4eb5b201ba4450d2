/**
 * Decides without any model whether a statement may be shown beside the sentences it cites: whatever can be looked up
 * in it (figures, dates, names, quotations, negations, who did what) must be theirs. It proves no truth and repairs
 * nothing; where it cannot decide it refuses. Pure; time grows with the length of what it reads.
 */

import { checkDeeds } from "./check-deeds.ts";
import { checkFigures } from "./check-figures.ts";
import { checkHedges } from "./check-hedges.ts";
import { checkNames } from "./check-names.ts";
import { checkNegations } from "./check-negations.ts";
import { checkOpposites } from "./check-opposites.ts";
import { checkOrder } from "./check-order.ts";
import { checkPairs } from "./check-pairs.ts";
import { checkQuantifiers } from "./check-quantifiers.ts";
import { checkQuotations } from "./check-quotations.ts";
import { checkReadable } from "./check-readable.ts";
import { checkRoles } from "./check-roles.ts";
import { checkVagueTimes } from "./check-vague-times.ts";
import { checkWords, isEnglish } from "./check-words.ts";
import type { CitedSentence, Fault, StatementCheck } from "./cited-sentence.ts";
import { gatherEvidence } from "./evidence.ts";
import { LONGEST_LINE } from "./parse-model-line.ts";
import { readText } from "./read-text.ts";

export type { CitedSentence, StatementCheck, StatementFault } from "./cited-sentence.ts";

/** A line that names more sentences points at none, and a reader could not check it. */
export const MOST_CITED = 8;
/** UTF-16 code units of the cited sentences together: what is longer is refused whole rather than read in part. */
export const MOST_COMPARED = 12_000;

/** `text` without its labels; `cited` the sentences it names; `question` as it was asked. The first fault is told. */
export function checkStatement(
  text: string,
  cited: readonly CitedSentence[],
  question: string,
): StatementCheck {
  const fault = findFault(text, cited, question);
  return fault === null ? { passes: true } : { passes: false, ...fault };
}

function findFault(text: string, cited: readonly CitedSentence[], question: string): Fault | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: "empty", reason: "The line says nothing." };
  if (text.length > LONGEST_LINE)
    return { kind: "length", reason: `The line is longer than ${LONGEST_LINE} characters.` };
  if (cited.length === 0) return { kind: "uncited", reason: "The line names no sentence it rests on." };
  const size = cited.reduce((sum, { text: quoted }) => sum + quoted.length, 0);
  if (cited.length > MOST_CITED || size > MOST_COMPARED)
    return {
      kind: "length",
      reason: `The line rests on more than can be compared: ${MOST_CITED} sentences or ${MOST_COMPARED} characters.`,
    };
  const evidence = gatherEvidence(cited, question);
  const statement = readText(text);
  return (
    checkQuotations(text, cited, evidence.place) ??
    checkReadable(text, statement, cited, question, evidence.place) ??
    checkFigures(statement, evidence) ??
    checkVagueTimes(text, evidence) ??
    checkNames(statement, evidence) ??
    checkNegations(statement, evidence) ??
    checkOpposites(statement, evidence) ??
    checkHedges(statement, evidence) ??
    checkQuantifiers(statement, evidence) ??
    checkRoles(statement, evidence) ??
    (isEnglish(statement)
      ? (checkOrder(statement, evidence) ??
        checkDeeds(statement, evidence) ??
        checkPairs(statement, evidence))
      : null) ??
    checkWords(statement, evidence)
  );
}
