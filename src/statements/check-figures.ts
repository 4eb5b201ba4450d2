/**
 * Holds every figure of a statement against the cited sentences: value, kind, unit and bound. A figure that only the
 * question has passes where the sentences give none of its kind, so that it can contradict nothing they say.
 */
import type { Bound, Figure } from "../language/figures/figure.ts";
import { termOf } from "../text/tokens.ts";
import { AkinWords } from "./akin-words.ts";
import type { Fault } from "./cited-sentence.ts";
import { foreignSide, isDateSupported } from "./compare-dates.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText } from "./read-text.ts";
import { isSameFigure, isSameNumber } from "./same-figure.ts";

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
  if (isTold(figure, statement, evidence)) return null;
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

/** Whether the sentences say in words what the figure says. */
function isTold(figure: Figure, statement: ReadText, { cited, frame, question }: Evidence): boolean {
  const { kind, amount, word } = figure;
  const has = (...keys: readonly string[]) => keys.some((key) => cited.keys.has(key));
  if (kind === "ordinal" && amount === 1 && BEGINNINGS.some((term) => cited.terms.has(term))) return true;
  if (kind === "roman" && [cited, frame, question].some(({ keys }) => keys.has(word))) return true;
  if (isKnownPair(figure, statement) || isSingle(figure, cited)) return true;
  if (kind === "count" && amount === 2 && has("both", "couple", "pair", "twin", "twins")) return true;
  if (word === "couple" && has("few", "several", "some")) return true;
  if (kind === "count" && amount === 0 && isNone(figure, cited)) return true;
  // `years` says hardly more than that time passed.
  if (kind === "vague" && amount === 0 && !cited.figures.some((other) => other.kind === "vague")) return true;
  return isDesignation(figure, statement, frame) || isDesignation(figure, statement, question);
}

/** Zero boats where the sentences say no boats. */
function isNone({ counted }: Figure, { words }: ReadText): boolean {
  return words.some(
    ({ key }, at) =>
      /^(?:no|none|neither|without)$/.test(key) &&
      [1, 2, 3].some((on) => counted.includes(words[at + on]?.term ?? "")),
  );
}

/** `line 9` where the title or the question has `line 9`: a name rather than a number. */
function isDesignation({ kind, first, next }: Figure, { words }: ReadText, known: ReadText): boolean {
  const [before, number] = [words[first - 1], words[first]];
  if (kind !== "count" || next !== first + 1 || before?.isContent !== true) return false;
  return known.words.some(({ key }, at) => key === number?.key && known.words[at - 1]?.term === before.term);
}

/** `the two countries`: two that were named before. */
function isKnownPair({ kind, amount, first }: Figure, { words }: ReadText): boolean {
  return kind === "count" && amount === 2 && /^(?:the|these|those|other)$/.test(words[first - 1]?.key ?? "");
}

/** One week where the sentences say a single week. */
function isSingle({ amount, unit, counted }: Figure, { words }: ReadText): boolean {
  const thing = termOf(unit?.name ?? counted[0] ?? "");
  const isArticle = (key: string) => /^(?:a|an|single|each|every)$/.test(key);
  return (
    amount === 1 &&
    words.some(({ key }, at) => isArticle(key) && [1, 2].some((on) => words[at + on]?.term === thing))
  );
}

function checkBound(
  figure: Figure,
  equal: readonly Figure[],
  statement: ReadText,
  { cited, place }: Evidence,
): Fault | null {
  if (figure.kind === "ordinal" || figure.kind === "roman") return null;
  if (equal.some((other) => boundHolds(figure, other, cited))) return null;
  const theirs = equal[0]?.bound ?? "none";
  const what = `The number ${written(statement, figure)}`;
  return {
    kind: "hedge",
    reason: `${what} ${SAID_OF_BOUND[theirs]} in ${place}${theirs === "none" ? ", the line makes it a bound" : ""}.`,
  };
}

const SAID_OF_BOUND: Readonly<Record<Bound, string>> = {
  none: "is exact",
  about: "is only about right",
  over: "is passed",
  "at-least": "is a lower bound",
  under: "is not reached",
  "at-most": "is an upper bound",
  spread: "is how far another may be off",
  not: "is denied",
};

function boundHolds({ bound }: Figure, other: Figure, cited: ReadText): boolean {
  if (bound === other.bound) return true;
  // At least 100 are more than 100 as well; the reverse would say more than is known.
  if (bound === "at-least" && other.bound === "over") return true;
  if (bound === "at-most" && other.bound === "under") return true;
  if (other.bound !== "none" || bound === "none" || bound === "not" || bound === "spread") return false;
  if (bound === "about") return true;
  // Greatest flow: 11,500 litres. The bound stands in the name of the thing.
  const extreme = bound === "at-most" || bound === "under" ? GREATEST : SMALLEST;
  const near = cited.words.slice(Math.max(0, other.first - NEAR_EXTREME), other.next + NEAR_EXTREME);
  return near.some(({ key }) => extreme.includes(key));
}

/** Words between such a name and its figure. */
const NEAR_EXTREME = 6;
const GREATEST = ["greatest", "maximum", "top", "peak", "highest", "upper"];
const SMALLEST = ["smallest", "minimum", "lowest"];

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

/** The figure as the line writes it. */
export function written({ text, words }: ReadText, { first, next }: Figure): string {
  return text.slice(words[first]?.start ?? 0, words[next - 1]?.end ?? 0);
}
