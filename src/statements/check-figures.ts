/**
 * Holds every figure of a statement against the cited sentences: value, kind, unit and bound. A figure that only the
 * question has passes where the sentences give none of its kind, so that it can contradict nothing they say.
 */
import type { Figure } from "../language/figures/figure.ts";
import { AkinWords } from "./akin-words.ts";
import type { Fault } from "./cited-sentence.ts";
import { checkBound } from "./compare-bounds.ts";
import { foreignSide, isDateSupported } from "./compare-dates.ts";
import type { Evidence } from "./evidence.ts";
import { type ReadText, written } from "./read-text.ts";
import { isSameFigure, isSameNumber } from "./same-figure.ts";
import { isToldInWords } from "./told-in-words.ts";

/** The first figure that does not hold. */
export function checkFigures(statement: ReadText, evidence: Evidence): Fault | null {
  for (const figure of statement.figures) {
    const fault =
      figure.kind === "date"
        ? checkDate(figure, statement, evidence)
        : checkNumber(figure, statement, evidence);
    if (fault !== null) return fault;
  }
  return checkRanges(statement) ?? checkCodes(statement, evidence);
}

function checkDate(figure: Figure, statement: ReadText, evidence: Evidence): Fault | null {
  const side = foreignSide(figure, statement, evidence);
  if (side !== null)
    return {
      kind: "date",
      reason: `The date ${written(statement, figure)} stands in ${evidence.place}, but not “${side}” it.`,
    };
  if (isDateSupported(figure, statement, evidence)) return null;
  return {
    kind: "date",
    reason: `The date ${written(statement, figure)} does not stand in ${evidence.place}.`,
  };
}

function checkNumber(figure: Figure, statement: ReadText, evidence: Evidence): Fault | null {
  const { cited, frame, question, place } = evidence;
  const equal = cited.figures.filter((other) => isSameFigure(figure, other, cited));
  if (equal.length > 0)
    return checkBound(figure, equal, statement, evidence) ?? checkCounted(figure, equal, statement, evidence);
  if (isToldInWords(figure, statement, evidence)) return null;
  const hasKind = cited.figures.some(
    ({ kind, unit }) => kind === figure.kind && unit?.dimension === figure.unit?.dimension,
  );
  const isAsked = [...frame.figures, ...question.figures].some((other) =>
    isSameFigure(figure, other, question),
  );
  if (isAsked && !hasKind) return null;
  const near = cited.figures.find((other) => isSameNumber(figure, other) && other.kind !== "ordinal");
  const sameKind = cited.figures.some(
    (other) => other.kind === figure.kind && other.amount === figure.amount && figure.kind !== "date",
  );
  const what = `The number ${written(statement, figure)}`;
  return near === undefined && !sameKind
    ? { kind: "number", reason: `${what} does not stand in ${place}.` }
    : { kind: "number", reason: `${what} stands in ${place} with another unit.` };
}

/** Five guards where the sentences know five others and another number of guards. */
function checkCounted(
  figure: Figure,
  equal: readonly Figure[],
  statement: ReadText,
  { cited, place }: Evidence,
): Fault | null {
  const [noun] = figure.counted;
  if (noun === undefined || equal.some(({ counted }) => counted.includes(noun))) return null;
  const others = cited.figures.filter(({ kind, counted }) => kind === "count" && counted[0] === noun);
  if (others.length === 0 && !isOfNewThing(figure, equal, statement, cited)) return null;
  return {
    kind: "number",
    reason: `The number ${written(statement, figure)} counts something else in ${place}.`,
  };
}

/** Two sculptures where the sentences know two paintings and no sculpture. */
function isOfNewThing(
  { counted, next }: Figure,
  equal: readonly Figure[],
  { words }: ReadText,
  cited: ReadText,
): boolean {
  // In `children under six ride for free` nothing is counted: only a plural right behind the number is.
  if (words[next]?.term !== counted[0] || !/[^s]s$/.test(words[next]?.key ?? "")) return false;
  const known = new AkinWords(cited.terms);
  return equal.every((other) => other.counted.length > 0) && !counted.some((term) => known.has(term));
}

/** `between 30 and 15` cannot be what a sentence says. */
function checkRanges(statement: ReadText): Fault | null {
  const keyBefore = ({ first }: Figure) => statement.words[first - 1]?.key ?? "";
  const isRange = (figure: Figure, next: Figure) =>
    (keyBefore(figure) === "between" && keyBefore(next) === "and") ||
    (figure.kind === "date" && keyBefore(figure) === "from" && keyBefore(next) === "to");
  const isMore = (one: Figure, other: Figure) =>
    one.kind === "date" ? isLater(one.date, other.date) : one.amount > other.amount;
  for (const [at, figure] of statement.figures.entries()) {
    const next = statement.figures[at + 1];
    if (next?.kind === figure.kind && isRange(figure, next) && isMore(figure, next))
      return {
        kind: "number",
        reason: `${written(statement, figure)} is more than ${written(statement, next)}.`,
      };
  }
  return null;
}

/** As far as both tell it; a day without a year is compared with such days only. */
function isLater(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.startsWith("-") === other.startsWith("-") && one.slice(0, length) > other.slice(0, length);
}

/** Words with digits in them, such as `AZIREX-2024` or `C17`, must stand as they are. */
function checkCodes(statement: ReadText, evidence: Evidence): Fault | null {
  const inFigure = new Set(
    statement.figures.flatMap(({ first, next }) =>
      Array.from({ length: next - first }, (_, at) => first + at),
    ),
  );
  const known = [evidence.cited.keys, evidence.frame.keys, evidence.question.keys];
  for (const [at, { key, start, end, readings }] of statement.words.entries())
    if (
      /\p{N}/u.test(key) &&
      readings === undefined &&
      !inFigure.has(at) &&
      !known.some((keys) => keys.has(key))
    )
      return {
        kind: "number",
        reason: `“${statement.text.slice(start, end)}” does not stand in ${evidence.place}.`,
      };
  return null;
}
