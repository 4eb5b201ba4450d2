/** What each character is to the cutting of words. A table for the first plane; others are classified once. */
import { isDash, isInvisible, isSingleQuote } from "../text/fold.ts";
import { WITHOUT_SPACES } from "../text/without-spaces.ts";

export const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 3;
export const INVISIBLE = 4;
/** A character of a script without spaces: a word of its own. */
export const ALONE = 5;
/** A symbol that means something wherever it stands. */
export const SYMBOL = 6;
export const APOSTROPHE = 7;
const SURROGATE = 8;
/** A symbol that means something right beside a figure, and is dress elsewhere. */
export const SIGN = 9;
/** `<`, `>` and `~`: a bound where a figure is near, else a tag, a quoted line or a mark of emphasis. */
export const BOUND = 10;

/** Symbols whose loss changes what is said, with the whole of mathematics. */
const MEANINGFUL =
  /[\p{Sc}\p{Sm}&@§%‰‱\u066A°=\u{2600}-\u{26FF}\u{2705}\u{274C}\u{1F300}-\u{1FAFF}\u{1F1E6}-\u{1F1FF}]/u;
const BOUNDS = /[<>~\u02DC\u223C\u301C]/;
/** Arrows, bars, bullets, boxes and signs of trade are dress; an arrow up or down beside a figure is not. */
const DRESS =
  /[|\u2190\u2192\u2194\u2196\u2198\u2199\u219A-\u21FF\u2219\u22C5\u2223\u2500-\u25B1\u25B4\u25B5\u25B8-\u25BB\u25C0-\u25FF\u2700-\u27BF\u27F0-\u27FF\u2900-\u297F\u2B05\u2B95\u00A9\u00AE\u2116\u2117\u2120\u2122]/;

function classifyPlain(character: string): number {
  if (isSingleQuote(character)) return APOSTROPHE;
  if (isInvisible(character)) return INVISIBLE;
  if (/\p{M}/u.test(character) || character === "\uFF9E" || character === "\uFF9F") return MARK;
  if (/[\p{L}\p{N}]/u.test(character)) {
    if (/\p{Nd}/u.test(character)) return DIGIT;
    return WITHOUT_SPACES.test(character) ? ALONE : LETTER;
  }
  if (isDash(character)) return SEPARATOR;
  if (/[\u2705\u274C]/.test(character)) return SYMBOL;
  if (BOUNDS.test(character)) return BOUND;
  if (DRESS.test(character)) return SEPARATOR;
  if (/[\u00AC\u2191\u2193]/.test(character)) return SIGN;
  if (MEANINGFUL.test(character)) return SYMBOL;
  return /\p{S}/u.test(character) ? SIGN : SEPARATOR;
}

/** `％` and `﹤` are what they are wide or small forms of. */
function classify(character: string): number {
  const plain = /[\uFE50-\uFE6F\uFF01-\uFF5E\uFFE0-\uFFE6]/.test(character)
    ? character.normalize("NFKC")
    : character;
  return classifyPlain(plain);
}

const astral = new Map<number, number>();

function classifyAstral(point: number): number {
  const known = astral.get(point);
  if (known !== undefined) return known;
  const kind = classify(String.fromCodePoint(point));
  astral.set(point, kind);
  return kind;
}

let classes: Uint8Array | undefined;

function classTable(): Uint8Array {
  if (classes !== undefined) return classes;
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit += 1) {
    const surrogate = unit >= 0xd800 && unit <= 0xdfff;
    table[unit] = surrogate ? SURROGATE : classify(String.fromCharCode(unit));
  }
  classes = table;
  return table;
}

/** A text being read, with the class of each of its units at hand. */
export interface Reading {
  readonly text: string;
  readonly end: number;
  readonly table: Uint8Array;
}

export function readCharacters(text: string, end: number): Reading {
  return { text, end, table: classTable() };
}

/** The class of the character at `at`; a separator outside of what is read. */
export function classAt({ text, table, end }: Reading, at: number): number {
  if (at < 0 || at >= end) return SEPARATOR;
  const known = table[text.charCodeAt(at)] ?? SEPARATOR;
  if (known !== SURROGATE) return known;
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? classifyAstral(point) : SEPARATOR;
}

/** UTF-16 code units of the character at `at`. */
export function widthAt({ text }: Reading, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

export function isWordClass(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}
