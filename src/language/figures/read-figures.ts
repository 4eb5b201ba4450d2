/** Finds the figures of a text with what they count: amounts, shares, lengths of time, ordinals, dates, bounds. Pure. */
import { isContentTerm } from "../../text/tokens.ts";
import { FALLING, GROUP_WORDS } from "../english/figure-words.ts";
import { ordinalValue } from "../lexicon.ts";
import { isRomanWord, romanValue } from "../numerals/roman-numeral.ts";
import { rateAt, unitAt } from "../units/read-unit.ts";
import { type Unit, unitNamed } from "../units/unit-table.ts";
import { readWords, type Word } from "../words/read-words.ts";
import { type Amount, plainAmount } from "./amount.ts";
import { boundOf, limitsOf } from "./bounds.ts";
import type { Figure } from "./figure.ts";
import { spreadOverRanges } from "./ranges.ts";
import { readAmount } from "./read-amount.ts";
import { readFraction, readPart, readShareOf } from "./read-share.ts";
import { readDate, readTime } from "./read-time.ts";

const MORE_COUNTED = 3;
/** Words between a fall and by how much. */
const FALL_BEFORE = 5;

/** The figures of `words`, which were read from `text` in plain dress: in order, without overlap. */
export function readFigures(text: string, words: readonly Word[]): Figure[] {
  const keys = words.map(({ key }) => key);
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readAt(text, words, keys, at, figures.at(-1)?.next ?? -2);
    if (read === null) at += 1;
    else {
      figures.push(figureOf(text, words, at, read));
      at = Math.max(read.resume ?? read.next, at + 1);
    }
  }
  return spreadOverRanges(text, words, figures);
}

/** A figure of a text with its range in the text as it was given, UTF-16, half-open, without its unit. */
export interface PlacedFigure extends Figure {
  readonly start: number;
  readonly end: number;
}

/** The figures of a text in whatever dress. */
export function findFigures(text: string): PlacedFigure[] {
  const { plain, words } = readWords(text);
  return readFigures(plain.text, words).map((figure) => {
    const [first, last] = [words[figure.first], words[figure.next - 1]];
    return {
      ...figure,
      start: plain.starts[first?.start ?? 0] ?? 0,
      end: plain.ends[(last?.end ?? 1) - 1] ?? 0,
    };
  });
}

function figureOf(text: string, words: readonly Word[], first: number, read: Amount): Figure {
  const { kind, amount, readings, unit, next } = read;
  const bound = boundOf(text, words, first, next);
  const [low, high] = limitsOf(amount, bound);
  const behind = read.behind ?? (unit === null ? next : (unitAt(text, words, next)?.next ?? next));
  const isRated =
    kind === "count" ||
    kind === "money" ||
    kind === "measure" ||
    kind === "multiple" ||
    kind === "duration" ||
    kind === "percent" ||
    kind === "vague";
  const own = {
    kind,
    amount,
    readings,
    low,
    high,
    unit,
    per: isRated ? rateAt(text, words, behind, unit) : null,
    bound,
    counted: countedBehind(text, words, read),
    date: read.date ?? "",
    word: read.word ?? "",
    isFall: isFall(words, first, behind),
    first,
    next,
  };
  return asSpeed(own);
}

function readAt(
  text: string,
  words: readonly Word[],
  keys: readonly string[],
  at: number,
  after: number,
): Amount | null {
  return (
    readDate(text, words, keys, at) ??
    readTime(text, words, at) ??
    readPart(text, words, at) ??
    readFraction(text, words, at) ??
    readShareOf(text, words, at) ??
    readOrdinal(keys, at) ??
    readGroup(keys, at) ??
    readRoman(text, words, at) ??
    readAmount(text, words, at, after)
  );
}

function readOrdinal(keys: readonly string[], at: number): Amount | null {
  const value = ordinalValue(keys[at] ?? "");
  return value === null ? null : plainAmount("ordinal", value, at + 1);
}

/** `a couple of boats`, `a trio`; the couple that married is no number. */
function readGroup(keys: readonly string[], at: number): Amount | null {
  const size = GROUP_WORDS.get(keys[at] ?? "");
  const isGroup = /^(?:a|an|another)$/.test(keys[at - 1] ?? "") || keys[at + 1] === "of";
  return size === undefined || !isGroup
    ? null
    : { ...plainAmount("count", size, at + 1), word: keys[at] ?? "" };
}

function readRoman(text: string, words: readonly Word[], at: number): Amount | null {
  const word = words[at];
  const written = text.slice(word?.start ?? 0, word?.end ?? 0);
  const value = isRomanWord(written) ? romanValue(written) : null;
  return value === null ? null : { ...plainAmount("roman", value, at + 1), word: word?.key ?? "" };
}

/** A word of falling shortly before it, unless it is where the fall ends, or right behind it. */
function isFall(words: readonly Word[], first: number, behind: number): boolean {
  const clause = words[first]?.clause;
  for (let at = first - 1; at >= first - FALL_BEFORE && words[at]?.clause === clause; at -= 1) {
    const key = words[at]?.key ?? "";
    if (/^(?:to|at|from)$/.test(key)) return false;
    if (FALLING.has(key)) return true;
  }
  return FALLING.has(words[behind]?.key ?? "");
}

function countedBehind(text: string, words: readonly Word[], { kind, next }: Amount): string[] {
  if (kind !== "count" && kind !== "vague") return [];
  const clause = words[next - 1]?.clause;
  const counted: string[] = [];
  for (let at = next; at < next + MORE_COUNTED; at += 1) {
    const word = words[at];
    if (word === undefined || word.clause !== clause || word.key === "and" || /^\d/.test(word.key)) break;
    if (/^\p{Lu}/u.test(text.slice(word.start, word.end)) || word.key === "ones" || word.isMark) continue;
    if (word.isContent) counted.push(word.term);
    else if (word.key !== "of" && word.key !== "the") break;
  }
  return counted.filter(isContentTerm);
}

/** 90 kph and 90 kilometres per hour are one speed. */
function asSpeed(figure: Figure): Figure {
  const { unit, per } = figure;
  if (unit?.dimension !== "length" || per?.unit?.dimension !== "time") return figure;
  const speed: Unit = {
    name: `${unit.name}-per-${per.unit.name}`,
    dimension: unitNamed("kph")?.dimension ?? "speed",
    factor: unit.factor / per.unit.factor,
  };
  return { ...figure, unit: speed, per: null };
}
