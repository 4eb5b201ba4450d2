/**
 * The figures of a sentence, as the spans of what they may mean: "over 100", "15–25 million", "nearly 600".
 * Reads what `findValues` found; what is vague ("millions of", "dozens") is left out.
 */
import { foldWord, type Token } from "../text/tokens.ts";
import type { Value } from "../text/values.ts";
import { QUALIFIERS, QUALIFYING_PAIRS } from "./qualifiers.ts";
import { measureOf } from "./units.ts";

export interface Figure {
  /** A measure (`length`, `money:$`, `percent`), or `count` for a bare number. */
  readonly kind: string;
  /** The least and most that it may mean, in the unit of its kind; rounding allowed for. */
  readonly low: number;
  readonly high: number;
  /** The same with nothing allowed for but the last digit written. */
  readonly strictLow: number;
  readonly strictHigh: number;
  /** It is written as a range, from one number to another. */
  readonly isRange: boolean;
  /** From its qualifier to its unit (UTF-16, half-open), in the text read. */
  readonly start: number;
  readonly end: number;
  /** Its tokens: the first, and the one after the last of number and unit. */
  readonly first: number;
  readonly next: number;
}

/** How much a rounded number may be off, as a share of itself. */
const ROUNDED = 0.025;
const ROUNDED_WITH_SCALE = 0.15;
const CURRENCY_SIGN = /[$€£¥₽₼₺₹]/;
const SCALE = /(?:hundred|thousand|million|billion|trillion|bn|dozen)s?$/;
const VAGUE = /^(?:hundred|thousand|million|billion|trillion|dozen)/i;
const RANGE_GAP = /^\s?(?:-|–|—|to|and|or)\s?(?:[$€£¥₽₼₺₹]\s?)?$/;
/** Right before a figure: it is part of a word, an address, a name in code. */
const ONE_OF_A_NAME = /(?:[\p{L}#/_=-][-.]?|`)$/u;

/** The figures of `text` in order. Dates, shares of a scale ("millions") and alternatives in brackets are no figures. */
export function readFigures(text: string, tokens: readonly Token[], values: readonly Value[]): Figure[] {
  const words = tokens.map(({ start, end }) => foldWord(text.slice(start, end)));
  const places = new Map(tokens.map(({ start }, at) => [start, at]));
  const figures: Figure[] = [];
  for (let at = 0; at < values.length; at++) {
    const [value, second] = [values[at], values[at + 1]];
    if (value === undefined || value.kind === "date" || isVague(text, value)) continue;
    const isRange = second !== undefined && isRangeOf(text, words, places, value, second);
    const figure = figureOf(text, tokens, words, places, value, isRange ? second : null);
    if (isRange) at += 1;
    const last = figures.at(-1);
    const isAlternative =
      figure !== null &&
      last !== undefined &&
      last.kind === figure.kind &&
      /^[^()]{0,24}\([^()]{0,12}$/.test(text.slice(last.end, figure.start));
    if (figure !== null && !isAlternative) figures.push(figure);
  }
  return figures;
}

function isVague(text: string, { start, end }: Value): boolean {
  const written = text.slice(start, end);
  if (!/^(?:\d|\p{L})/u.test(written) || VAGUE.test(written)) return true;
  if (ONE_OF_A_NAME.test(text.slice(Math.max(0, start - 2), start))) return true;
  const joined = /^[-‐]([\p{L}]{1,20})/u.exec(text.slice(end, end + 22))?.[1];
  return joined !== undefined && measureOf(joined.toLowerCase()) === null;
}

function isRangeOf(
  text: string,
  words: readonly string[],
  places: ReadonlyMap<number, number>,
  first: Value,
  second: Value,
): boolean {
  if (second.kind === "date") return false;
  const gap = text.slice(first.end, second.start).replace(/%/g, "");
  if (!RANGE_GAP.test(gap)) return false;
  if (first.kind !== "number" && second.kind !== "number" && first.kind !== second.kind) return false;
  const before = words[(places.get(first.start) ?? 0) - 1] ?? "";
  if (gap.trim() === "and") return before === "between";
  return gap.trim() !== "to" || before !== "from";
}

function figureOf(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  places: ReadonlyMap<number, number>,
  value: Value,
  upper: Value | null,
): Figure | null {
  const first = places.get(value.start);
  if (first === undefined) return null;
  const last = upper ?? value;
  let next = first + 1;
  while (next < tokens.length && (tokens[next]?.start ?? 0) < last.end) next += 1;
  const unit = unitOf(text, words, next, value, last);
  const [low, high] = [spanOf(text, value), spanOf(text, last)];
  if (low === null || high === null) return null;
  const lift =
    upper !== null && !SCALE.test(text.slice(value.start, value.end))
      ? high.scale > low.worth
        ? high.scale
        : 1
      : 1;
  const bounds =
    upper === null
      ? low
      : {
          low: low.low * lift,
          high: high.high,
          strictLow: low.strictLow * lift,
          strictHigh: high.strictHigh,
        };
  if (bounds.low > bounds.high) return null;
  const qualifier = qualifierBefore(words, first);
  const worth = unit.worth;
  const isExact = qualifier === null || upper !== null;
  const below = isExact ? bounds.low : Math.min(bounds.low, low.worth * (1 - qualifier.below));
  const above = isExact ? bounds.high : Math.max(bounds.high, low.worth * (1 + qualifier.above));
  const from = qualifier?.at ?? (upper !== null && words[first - 1] === "between" ? first - 1 : first);
  const sign = CURRENCY_SIGN.test(text.slice(Math.max(0, value.start - 2), value.start))
    ? signStart(text, value.start)
    : value.start;
  return {
    kind: unit.kind,
    low: below * worth,
    high: above * worth,
    strictLow: (isExact ? bounds.strictLow : below) * worth,
    strictHigh: (isExact ? bounds.strictHigh : above) * worth,
    isRange: upper !== null,
    start: Math.min(from === first ? sign : (tokens[from]?.start ?? sign), sign),
    end:
      unit.next > next
        ? (tokens[unit.next - 1]?.end ?? last.end)
        : last.end + (/^\s?%/.exec(text.slice(last.end, last.end + 2))?.[0].length ?? 0),
    first,
    next: unit.next,
  };
}

function signStart(text: string, start: number): number {
  return text[start - 1] === " " ? start - 2 : start - 1;
}

function qualifierBefore(words: readonly string[], first: number) {
  const [before, beforeThat] = [words[first - 1] ?? "", words[first - 2] ?? ""];
  const pair = QUALIFYING_PAIRS.get(`${beforeThat} ${before}`);
  if (pair !== undefined) return { at: first - 2, below: pair[0], above: pair[1] };
  const one = QUALIFIERS.get(before);
  return one === undefined ? null : { at: first - 1, below: one[0], above: one[1] };
}

const BETWEEN_NUMBER_AND_UNIT = new Set(
  "square cubic us american british nautical metric degrees".split(" "),
);
const CODES: ReadonlyMap<string, string> = new Map([
  ["usd", "$"],
  ["eur", "€"],
  ["gbp", "£"],
  ["azn", "manat"],
]);

/** What is counted or measured: from the sign before, or the words after. */
function unitOf(text: string, words: readonly string[], next: number, value: Value, last: Value) {
  const sign = text
    .slice(Math.max(0, value.start - 2), value.start)
    .trim()
    .slice(-1);
  const code = CODES.get(words[next - 2] ?? "");
  const named = CURRENCY_SIGN.test(sign) ? sign : code;
  if (named !== undefined) return { ...(measureOf(named) ?? { kind: `money:${named}`, worth: 1 }), next };
  if (last.kind === "percent" || value.kind === "percent") {
    const isPoints = words.slice(next, next + 3).includes("points");
    const said = ["percent", "percentage"].includes(words[next] ?? "") ? 1 : words[next] === "per" ? 2 : 0;
    return { kind: isPoints ? "points" : "percent", worth: 1, next: next + said };
  }
  const degree = /^\s?°\s?([CF])?\b/.exec(text.slice(last.end, last.end + 5));
  if (degree !== null || /^\s?°/.test(text.slice(last.end, last.end + 2))) {
    return {
      kind: `degree:${degree?.[1] ?? ""}`,
      worth: 1,
      next: degree?.[1] === undefined ? next : next + 1,
    };
  }
  const skipped = BETWEEN_NUMBER_AND_UNIT.has(words[next] ?? "") ? 1 : 0;
  const raw = words[next + skipped] ?? "";
  const unit =
    last.unit !== "" && last.kind !== "number" ? last.unit : raw.length > 2 ? raw.replace(/s$/, "") : raw;
  const measure =
    /^\s?-?\s?[\p{L}(°]/u.test(text.slice(last.end, last.end + 3)) || skipped > 0 ? measureOf(unit) : null;
  const power = words[next] === "square" ? ":square" : words[next] === "cubic" ? ":cubic" : "";
  if (measure === null || raw === "in" || raw === "min") return { kind: "count", worth: 1, next };
  const worth =
    power === ":square" ? measure.worth ** 2 : power === ":cubic" ? measure.worth ** 3 : measure.worth;
  return { kind: `${measure.kind}${power}`, worth, next: next + skipped + 1 };
}

/** What a number may mean by how it is written: 2 billion is any number that rounds to it. */
function spanOf(text: string, { start, end, canonical }: Value) {
  const worth = Number(canonical);
  if (!Number.isFinite(worth)) return null;
  const written = text.slice(start, end);
  const digits = /^[\d,]+(?:\.(\d+))?/.exec(written);
  const hasScale = SCALE.test(written);
  const figures = digits === null ? Number.NaN : Number(digits[0].replaceAll(",", ""));
  const scale = hasScale && figures > 0 ? worth / figures : 1;
  const lastPlace = 10 ** -(digits?.[1]?.length ?? 0) * scale;
  const strict = hasScale || digits?.[1] !== undefined ? lastPlace / 2 : 0;
  const zeros =
    digits !== null && digits[1] === undefined ? (/0*$/.exec(String(figures))?.[0].length ?? 0) : 0;
  const byZeros = zeros > 0 && figures > 0 ? Math.min((10 ** zeros * scale) / 2, worth * ROUNDED) : 0;
  const rounded = Math.max(hasScale ? Math.min(strict, worth * ROUNDED_WITH_SCALE) : strict, byZeros);
  return {
    worth,
    scale,
    low: worth - rounded,
    high: worth + rounded,
    strictLow: worth - strict,
    strictHigh: worth + strict,
  };
}
