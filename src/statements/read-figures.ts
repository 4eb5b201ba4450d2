/** Finds the figures of a text with what they count: amounts, shares, lengths of time, ordinals, dates, bounds. Pure. */
import { findDate } from "../text/dates.ts";
import { ORDINAL_WORDS, readNumber, SMALL_NUMBERS } from "../text/number-words.ts";
import { isContentTerm } from "../text/tokens.ts";
import { type Bound, boundOf } from "./figure-bounds.ts";
import { spreadOverRanges } from "./figure-ranges.ts";
import { currencyBefore, readUnit, type Unit, type UnitKind } from "./figure-units.ts";
import type { ReadWord } from "./read-text.ts";

export type FigureKind = UnitKind | "ordinal" | "multiple" | "vague" | "date";

export interface Figure {
  readonly kind: FigureKind;
  /** 0 for a date. */
  readonly value: number;
  /** One word for all spellings of a unit; for `vague` the word itself. */
  readonly unit: string;
  /** As `findDate` gives it; empty for what is no date. */
  readonly date: string;
  /** Terms of the next nouns when it counts things. */
  readonly counted: readonly string[];
  readonly bound: Bound;
  /** Indexes of its words, half-open, without its unit. */
  readonly first: number;
  readonly next: number;
}

const VAGUE = /^(?:dozens|tens|hundreds|thousands|millions|billions|trillions)$/;
/** Without a number: `for decades`. */
const LONG = /^(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)$/;
const ORDINAL = /^(\d{1,4})(?:st|nd|rd|th)$/;
const PARTS: ReadonlyMap<string, number> = new Map([
  ["half", 2],
  ["halves", 2],
  ["quarter", 4],
  ["quarters", 4],
  ...[...ORDINAL_WORDS].flatMap(([word, value]) =>
    value > 2
      ? ([
          [word, value],
          [`${word}s`, value],
        ] as const)
      : [],
  ),
]);
const AFTER_PART: ReadonlySet<string> = new Set(
  "of or more less fewer higher lower larger smaller and in by to than from compared the its their".split(
    " ",
  ),
);
const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ["twice", 2],
  ["double", 2],
  ["doubled", 2],
  ["doubles", 2],
  ["doubling", 2],
  ["thrice", 3],
  ["triple", 3],
  ["tripled", 3],
  ["tripling", 3],
  ["trebled", 3],
  ["quadrupled", 4],
]);
const MORE_COUNTED = 3;
/** `one in a hundred` is about the rarest share that is said so. */
const LARGEST_WHOLE = 100;

interface Read {
  readonly kind: FigureKind;
  readonly value: number;
  readonly unit: string;
  readonly date: string;
  readonly next: number;
}

/** The figures in order, without overlap. */
export function readFigures(text: string, words: readonly ReadWord[]): Figure[] {
  const keys = words.map(({ key }) => key);
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; ) {
    const read =
      readDate(text, words, keys, at) ??
      readPart(keys, at) ??
      readShareOf(keys, at) ??
      readOrdinal(keys, at) ??
      readAmount(text, words, keys, at, figures.at(-1)?.next ?? -2);
    if (read === null) at += 1;
    else {
      figures.push({
        ...read,
        first: at,
        counted: countedAfter(text, words, read),
        bound: boundOf(keys, at, read.next),
      });
      at = read.next;
    }
  }
  return spreadOverRanges(text, words, figures);
}

function readDate(
  text: string,
  words: readonly ReadWord[],
  keys: readonly string[],
  at: number,
): Read | null {
  const date = findDate(text, words, keys, at);
  if (date === null) return null;
  const isYear = /^\d{4}$/.test(date.canonical);
  if (isYear && (readUnit(keys, date.next).kind !== "count" || keys[at - 1] === "minus")) return null;
  return { kind: "date", value: 0, unit: "", date: date.canonical, next: date.next };
}

/** `half`, `a third of`, `two-thirds`, `nine-tenths`: hundredths, so that they equal percentages. */
function readPart(keys: readonly string[], at: number): Read | null {
  const first = keys[at] ?? "";
  const rest = keys.slice(at + 1, at + 4).join(" ");
  if (first === "quarter" && rest === "of an hour")
    return { ...percent(15, at + 4), kind: "duration", unit: "minute" };
  if (first === "half" && rest.startsWith("an hour"))
    return { ...percent(30, at + 3), kind: "duration", unit: "minute" };
  if (first === "half" && keys[at + 1] !== "dozen") return percent(50, at + 1);
  if (keys.slice(at + 1, at + 5).join(" ") === "quarter of an hour") return null;
  const count = first === "a" || first === "one" ? 1 : SMALL_NUMBERS.get(first);
  const part = PARTS.get(keys[at + 1] ?? "");
  if (count === undefined || part === undefined || count >= part) return null;
  const isPlural = (keys[at + 1] ?? "").endsWith("s");
  if (count > 1 && !isPlural) return null;
  const after = keys[at + 2];
  if (count === 1 && after !== undefined && !AFTER_PART.has(after)) return null;
  return percent((100 * count) / part, at + 2);
}

/** `one in five`, `nine out of ten`. */
function readShareOf(keys: readonly string[], at: number): Read | null {
  const [part, link, then] = [numberOf(keys[at]), keys[at + 1], keys[at + 2]];
  const whole = link === "out" && then === "of" ? at + 3 : link === "in" ? at + 2 : -1;
  const all = numberOf(keys[whole]);
  // `two in 2019` and `three in five years` are no shares.
  if (whole === -1 || all === undefined || part === undefined || all <= part || all > LARGEST_WHOLE)
    return null;
  if (link !== "out" && (part !== 1 || readUnit(keys, whole + 1).kind !== "count")) return null;
  return percent((100 * part) / all, whole + 1);
}

function numberOf(key: string | undefined): number | undefined {
  return key !== undefined && /^\d{1,3}$/.test(key) ? Number(key) : SMALL_NUMBERS.get(key ?? "");
}

function percent(value: number, next: number): Read {
  return { kind: "percent", value, unit: "percent", date: "", next };
}

function readOrdinal(keys: readonly string[], at: number): Read | null {
  const word = keys[at] ?? "";
  const tens = SMALL_NUMBERS.get(word) ?? 0;
  const unit = ORDINAL_WORDS.get(keys[at + 1] ?? "") ?? 0;
  if (tens >= 20 && unit > 0 && unit < 10) return ordinal(tens + unit, at + 2);
  const digits = ORDINAL.exec(word)?.[1];
  if (digits !== undefined) return ordinal(Number(digits), at + 1);
  const value = ORDINAL_WORDS.get(word);
  return value === undefined ? null : ordinal(value, at + 1);
}

function ordinal(value: number, next: number): Read {
  return { kind: "ordinal", value, unit: "", date: "", next };
}

/** `after` is the index behind the figure before, whose unit may stand here. */
function readAmount(
  text: string,
  words: readonly ReadWord[],
  keys: readonly string[],
  at: number,
  after: number,
): Read | null {
  const key = keys[at] ?? "";
  if (VAGUE.test(key) || (LONG.test(key) && at > after + 1))
    return { kind: "vague", value: 0, unit: key, date: "", next: at + 1 };
  const times = MULTIPLES.get(key);
  if (times !== undefined) return { kind: "multiple", value: times, unit: "", date: "", next: at + 1 };
  if ((key === "decade" || key === "century") && (keys[at - 1] === "a" || keys[at - 1] === "one"))
    return { kind: "duration", value: key === "decade" ? 10 : 100, unit: "year", date: "", next: at + 1 };
  const number = readNumber(keys, at) ?? readOne(keys, at);
  if (number === null || !Number.isFinite(number.value)) return null;
  const scaled = scaleAfter(keys, number.next);
  const value = number.value * scaled.factor * (keys[at - 1] === "minus" ? -1 : 1);
  if (keys[scaled.next] === "times" || keys[scaled.next] === "fold")
    return { kind: "multiple", value, unit: "", date: "", next: scaled.next + 1 };
  const unit: Unit = currencyBefore(text, words, at) ?? readUnit(keys, scaled.next);
  return { kind: unit.kind, value: value * unit.factor, unit: unit.name, date: "", next: scaled.next };
}

/** `one guard` is a number, `one of them` and `the one` are none. */
function readOne(keys: readonly string[], at: number): { value: number; next: number } | null {
  if (keys[at] !== "one" || keys[at - 1] === "no" || keys[at - 1] === "the") return null;
  return readUnit(keys, at + 1).kind === "count" ? null : { value: 1, next: at + 1 };
}

function scaleAfter(keys: readonly string[], next: number): { factor: number; next: number } {
  const factor = { mn: 1e6, mln: 1e6, tn: 1e12, k: 1e3 }[keys[next] ?? ""];
  return factor === undefined ? { factor: 1, next } : { factor, next: next + 1 };
}

function countedAfter(text: string, words: readonly ReadWord[], { kind, next }: Read): string[] {
  if (kind !== "count") return [];
  const clause = words[next - 1]?.clause;
  const counted: string[] = [];
  for (let at = next; at < next + MORE_COUNTED; at += 1) {
    const word = words[at];
    if (word === undefined || word.clause !== clause || word.key === "and" || /^\d/.test(word.key)) break;
    if (/^\p{Lu}/u.test(text.slice(word.start, word.end)) || word.key === "ones") continue;
    if (isContentTerm(word.term)) counted.push(word.term);
    else if (word.key !== "of" && word.key !== "the") break;
  }
  return counted;
}
