/**
 * Holds every figure of a statement against the cited sentences: value, kind, unit and bound. A figure that only the
 * question has passes where the sentences give none of its kind, so that it can contradict nothing they say.
 */
import { termOf } from "../text/tokens.ts";
import { AkinWords } from "./akin-words.ts";
import type { Fault } from "./cited-sentence.ts";
import { isDateSupported } from "./compare-dates.ts";
import type { Evidence } from "./evidence.ts";
import type { Figure } from "./read-figures.ts";
import type { ReadText } from "./read-text.ts";

/** A third and 33 percent are one share; 33 and 34 percent are two. */
const NEAR_SHARE = 0.34;
/** What a sentence may say instead of `first`. */
const BEGINNINGS = "never before begin new origin initial earliest open debut earlier prior start"
  .split(" ")
  .map(termOf);

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
  if (figure.kind === "ordinal" && figure.value === 1 && BEGINNINGS.some((term) => cited.terms.has(term)))
    return null;
  if (isKnownPair(figure, statement) || isSingle(figure, cited)) return null;
  if (figure.kind === "count" && figure.value === 2 && (cited.keys.has("both") || cited.keys.has("couple")))
    return null;
  if (isDesignation(figure, statement, frame) || isDesignation(figure, statement, question)) return null;
  const hasKind = cited.figures.some(({ kind, unit }) => kind === figure.kind && unit === figure.unit);
  const isAsked = [...frame.figures, ...question.figures].some((other) =>
    isSameFigure(figure, other, question),
  );
  if (isAsked && !hasKind) return null;
  if (
    figure.kind === "vague" &&
    !figure.unit.endsWith("ions") &&
    !cited.figures.some(({ kind }) => kind === "vague")
  )
    return null;
  const near = cited.figures.find(
    ({ kind, value }) => kind !== figure.kind && value === figure.value && kind !== "ordinal",
  );
  const what = `The number ${written(statement, figure)}`;
  return near === undefined
    ? { kind: "number", reason: `${what} does not stand in ${place}.` }
    : { kind: "number", reason: `${what} stands in ${place} with another unit.` };
}

/** `line 9` where the title or the question has `line 9`: a name rather than a number. */
function isDesignation({ kind, first, next }: Figure, { words }: ReadText, known: ReadText): boolean {
  const [before, number] = [words[first - 1], words[first]];
  if (kind !== "count" || next !== first + 1 || before?.isContent !== true) return false;
  return known.words.some(({ key }, at) => key === number?.key && known.words[at - 1]?.term === before.term);
}

/** `the two countries`: two that were named before. */
function isKnownPair({ kind, value, first }: Figure, { words }: ReadText): boolean {
  return kind === "count" && value === 2 && /^(?:the|these|those|other)$/.test(words[first - 1]?.key ?? "");
}

/** One week where the sentences say a single week. */
function isSingle({ value, unit, counted }: Figure, { words }: ReadText): boolean {
  const thing = termOf(unit === "" ? (counted[0] ?? "") : unit);
  const isArticle = (key: string) => /^(?:a|an|single|each|every)$/.test(key);
  return (
    value === 1 &&
    words.some(({ key }, at) => isArticle(key) && [1, 2].some((on) => words[at + on]?.term === thing))
  );
}

/** Whether two figures are one; `text` is the text of the second. */
function isSameFigure(one: Figure, other: Figure, text: ReadText): boolean {
  const isShare = one.kind === "percent" && other.kind === "percent";
  const tolerance = isShare && (one.value % 1 !== 0 || other.value % 1 !== 0) ? NEAR_SHARE : 0;
  const isExactShare = isShare && one.value % 1 !== 0 && other.value % 1 !== 0;
  const isNear = Math.abs(one.value - other.value) <= (isExactShare ? 1e-9 : tolerance);
  if (!isNear) return false;
  if (one.kind === "count" && other.kind === "multiple")
    return one.counted.some((term) => text.terms.has(term));
  if (one.kind === other.kind) return one.unit === other.unit;
  if (one.kind === "count" && one.counted.length === 0)
    return other.kind !== "ordinal" && other.kind !== "vague" && other.kind !== "date";
  if (
    other.kind === "count" &&
    other.counted.length === 0 &&
    text.figures.some(({ unit }) => unit === one.unit)
  )
    return true;
  // A table may name the unit in its head, away from the figure.
  return other.kind === "count" && other.counted.length === 0 && text.terms.has(one.unit);
}

function checkBound(
  figure: Figure,
  equal: readonly Figure[],
  statement: ReadText,
  { cited, place }: Evidence,
): Fault | null {
  if (figure.kind === "ordinal") return null;
  if (equal.some((other) => boundHolds(figure, other, cited))) return null;
  const theirs = equal[0]?.bound ?? "none";
  const what = `The number ${written(statement, figure)}`;
  if (theirs === "none")
    return { kind: "hedge", reason: `${what} is exact in ${place}, the line makes it a bound.` };
  const word = { about: "only about right", over: "a lower bound", under: "an upper bound" }[theirs];
  return { kind: "hedge", reason: `${what} is ${word} in ${place}.` };
}

function boundHolds(figure: Figure, other: Figure, cited: ReadText): boolean {
  if (figure.bound === other.bound) return true;
  if (other.bound !== "none") return false;
  // Greatest flow: 11,500 litres. The bound stands in the name of the thing.
  const extreme =
    figure.bound === "under"
      ? ["greatest", "maximum", "top", "peak", "highest", "upper"]
      : ["smallest", "minimum", "lowest"];
  return figure.bound === "about" || extreme.some((key) => cited.keys.has(key));
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
    one.kind === "date" ? isLater(one.date, other.date) : one.value > other.value;
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
  for (const [at, { key, start, end }] of statement.words.entries())
    if (/\p{N}/u.test(key) && !inFigure.has(at) && !known.some((keys) => keys.has(key)))
      return {
        kind: "number",
        reason: `“${statement.text.slice(start, end)}” does not stand in ${evidence.place}.`,
      };
  return null;
}

/** The figure as the line writes it. */
export function written({ text, words }: ReadText, { first, next }: Figure): string {
  return text.slice(words[first]?.start ?? 0, words[next - 1]?.end ?? 0);
}
