/** Whether a figure of a statement is one of the cited sentences: amount, kind, unit, and for what each it is said. Pure. */
import { PERIOD_WORDS } from "../language/english/figure-words.ts";
import type { Figure, Rate } from "../language/figures/figure.ts";
import { convert, isMoney, type Unit } from "../language/units/unit-table.ts";
import { termOf } from "../text/tokens.ts";
import type { ReadText } from "./read-text.ts";

/** A third and 33 percent are one share; 33 and 34 percent are two. */
const NEAR_SHARE = 0.34;
/** Of a length told in other units: how far rounding may carry it. */
const MOST_ROUNDED = 0.01;
const EXACT = 1e-9;
/** How many times the least of `hundreds` may still be called so. */
const VAGUE_SPAN = 20;
const HEADS: ReadonlySet<string> = new Set(
  "person head capita people inhabit inhabitant resident".split(" ").map(termOf),
);

/** Whether two figures are one; `text` is the text of the second. */
export function isSameFigure(one: Figure, other: Figure, text: ReadText): boolean {
  if (one.kind === "vague" || other.kind === "vague")
    return isSameVague(one, other) && isSameRate(one, other, text);
  if (one.kind === "time" || other.kind === "time") return isSameTime(one, other, text);
  if (one.kind === "roman" || other.kind === "roman") return isSameRank(one, other);
  return isSameKind(one, other, text) && isSameAmount(one, other) && isSameRate(one, other, text);
}

/** Whether two figures differ only in their unit or in what kind of number they are. */
export function isSameNumber(one: Figure, other: Figure): boolean {
  return (
    one.kind !== "date" && other.kind !== "date" && one.kind !== other.kind && one.amount === other.amount
  );
}

function isSameKind(one: Figure, other: Figure, text: ReadText): boolean {
  if (one.kind === "count" && other.kind === "multiple")
    return one.counted.some((term) => text.terms.has(term));
  if (one.kind === other.kind) return isSameUnit(one.unit, other.unit);
  if (one.kind === "count" && one.counted.length === 0)
    return other.kind !== "ordinal" && other.kind !== "date";
  if (other.kind !== "count" || other.counted.length > 0 || one.unit === null) return false;
  // A table may name the unit in its head, away from the figure.
  const { unit } = one;
  return text.terms.has(termOf(unit.name)) || text.figures.some((figure) => figure.unit?.name === unit.name);
}

/** A unit may be told less closely than it is known: dollars for Canadian dollars, degrees for degrees Celsius. */
function isSameUnit(one: Unit | null, other: Unit | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.dimension === other.dimension)
    return one.name === other.name || !isMoney(one) || one.factor !== other.factor;
  if (one.name === "dollar") return other.name.endsWith("-dollar");
  return one.name === "degree" && /^(?:celsius|fahrenheit)$/.test(other.name);
}

function isSameAmount(one: Figure, other: Figure): boolean {
  const factor = factorBetween(one, other);
  const theirs = other.readings.map((value) => value * factor);
  const [own = 0, known = 0] = [one.readings[0], theirs[0]];
  // A change of −5 is a fall by 5.
  if (own === -known && own !== 0) return (own < 0 ? other : one).isFall;
  // A dress that allows several readings must be borne out in each of them.
  if (one.readings.some((value) => !theirs.some((two) => isEqual(value, two)))) {
    if (one.readings.length > 1) return false;
  } else return true;
  if (factor !== 1) return Math.abs(own - known) <= Math.min(roundedBy(own), MOST_ROUNDED * Math.abs(known));
  const isShare = one.unit?.name === "percent" && other.unit?.name === "percent";
  const isRounded = own % 1 === 0 || known % 1 === 0;
  return isShare && isRounded && (own % 1 !== 0 || known % 1 !== 0) && Math.abs(own - known) <= NEAR_SHARE;
}

/** By what an amount of the second must be multiplied to be in the unit of the first, and for each of the same. */
function factorBetween(one: Figure, other: Figure): number {
  const between = (own: Unit | null | undefined, theirs: Unit | null | undefined) =>
    own && theirs && own.name !== theirs.name ? (convert(1, theirs, own) ?? 1) : 1;
  return between(one.unit, other.unit) / between(one.per?.unit, other.per?.unit);
}

function isEqual(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) <= EXACT * Math.max(Math.abs(one), Math.abs(other));
}

/** Half of the last digit written. */
function roundedBy(value: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

function isSameRate(one: Figure, other: Figure, text: ReadText): boolean {
  if (one.per === null) return true;
  if (other.per === null) return isPeriodKnown(one.per, text);
  const [own, theirs] = [one.per.unit, other.per.unit];
  if (own === null || theirs === null || own.dimension !== theirs.dimension)
    return one.per.term === other.per.term || (HEADS.has(one.per.term) && HEADS.has(other.per.term));
  return true;
}

/** `an annual 12`, `12 are sold daily`: the period stands away from its figure. */
function isPeriodKnown({ unit, term }: Rate, text: ReadText): boolean {
  const words = PERIOD_WORDS.get(unit?.name ?? "") ?? [];
  return text.terms.has(term) || words.some((word) => text.keys.has(word));
}

/** `hundreds` for 640, for `hundreds`, not for 53. */
function isSameVague(one: Figure, other: Figure): boolean {
  if (one.kind !== "vague") return false;
  if (one.amount === 0 || other.kind === "vague")
    return one.amount === other.amount && (one.amount > 0 || one.word === other.word);
  if (
    other.kind === "date" ||
    other.kind === "ordinal" ||
    (one.unit !== null && !isSameUnit(one.unit, other.unit))
  )
    return false;
  const isOpen = other.high === Number.POSITIVE_INFINITY;
  const isEnough = isOpen ? other.amount >= one.amount : other.amount > one.amount;
  return isEnough && other.amount < VAGUE_SPAN * one.amount;
}

function isSameTime(one: Figure, other: Figure, text: ReadText): boolean {
  if (one.kind !== other.kind || one.amount !== other.amount) return false;
  return one.word === "" || one.word === other.word || (other.word === "" && text.keys.has(one.word));
}

/** World War II, World War 2, the second one. */
function isSameRank(one: Figure, other: Figure): boolean {
  const isRank = ({ kind }: Figure) => kind === "count" || kind === "ordinal" || kind === "roman";
  return isRank(one) && isRank(other) && one.amount === other.amount;
}
