/**
 * Decides without any model whether a statement may be shown beside the sentences it cites: whatever can be looked up
 * in it (figures, dates, names, quotations, negations) must be theirs. It proves no truth and repairs nothing; where
 * it cannot decide it refuses. Pure, and linear in the length of what it reads.
 */
import { extractQuotations } from "../text/extract-quotations.ts";
import { foldText } from "../text/fold.ts";
import { findNames } from "../text/names.ts";
import { isContentTerm, tokenize } from "../text/tokens.ts";
import { findValues } from "../text/values.ts";
import { isNegation } from "../text/word-kinds.ts";
import { LONGEST_LINE } from "./parse-model-line.ts";
import type { CitedSentence, StatementCheck, StatementFault } from "./statements/cited-sentence.ts";

export type { CitedSentence, StatementCheck, StatementFault } from "./statements/cited-sentence.ts";

/** `text` without its labels; `cited` the sentences it names; `question` as it was asked. */
export function checkStatement(
  text: string,
  cited: readonly CitedSentence[],
  question: string,
): StatementCheck {
  if (!/[\p{L}\p{N}]/u.test(text)) return fault("empty", "The line says nothing.");
  if (text.length > LONGEST_LINE)
    return fault("length", `The line is longer than ${LONGEST_LINE} characters.`);
  if (cited.length === 0) return fault("uncited", "The line names no sentence it rests on.");
  const where = placeOf(cited);
  const said = cited.map((sentence) => sentence.text).join("\n");
  const known = [
    said,
    ...cited.flatMap(({ title, date, section }) => [title, date ?? "", section ?? ""]),
    question,
  ].join("\n");
  const folded = foldText(said).text;
  for (const { quote } of extractQuotations(text))
    if (!folded.includes(foldText(quote).text.trim()))
      return fault("quotation", `“${quote}” does not stand word for word in ${where}.`);
  const values = new Set(findValues(known).map(({ kind, canonical }) => `${kind} ${canonical}`));
  for (const { kind, canonical, start, end } of findValues(text))
    if (!values.has(`${kind} ${canonical}`))
      return fault(
        kind === "date" ? "date" : "number",
        `“${text.slice(start, end)}” does not stand in ${where}.`,
      );
  const terms = new Set(tokenize(known).map(({ term }) => term));
  for (const name of findNames(text))
    if (!name.isDoubtful && name.terms.some((term) => !terms.has(term)))
      return fault("name", `The name ${text.slice(name.start, name.end)} does not stand in ${where}.`);
  if (countNegations(text) > countNegations(said))
    return fault("negation", `The line denies what ${where} does not deny.`);
  const content = tokenize(text).filter(({ term }) => isContentTerm(term));
  const shared = content.filter(({ term }) => terms.has(term));
  if (shared.length * 3 < content.length)
    return fault("words", `Most of the line's words do not stand in ${where}.`);
  return { passes: true };
}

function countNegations(text: string): number {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}'’]+/u)
    .filter((word) => isNegation(word.replace("’", "'"))).length;
}

function fault(kind: StatementFault, reason: string): StatementCheck {
  return { passes: false, kind, reason };
}

/** `[S3] or [S7]`. */
function placeOf(cited: readonly CitedSentence[]): string {
  const labels = cited.flatMap(({ label }) => (label === undefined ? [] : [`[S${label}]`]));
  return labels.length === cited.length ? labels.join(" or ") : "the cited sentences";
}
