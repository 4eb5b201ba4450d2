/**
 * Cuts a text into the words a quotation is compared by. A figure keeps its sign, currency and `%`; a character of a
 * script without spaces is a word of its own; a symbol that means something (`&`, `€`, an emoji) is one too.
 * Quotation marks, dashes, stops and Markdown marks are no words. Linear in the text.
 */
import { isDash, isInvisible, isSingleQuote } from "../text/fold.ts";

const SEPARATOR = 0;
const LETTER = 1;
const DIGIT = 2;
const MARK = 3;
const INVISIBLE = 4;
const ALONE = 5;
const SYMBOL = 6;
const APOSTROPHE = 7;
const SURROGATE = 8;

/** `***` is bold and italic. */
const LONGEST_EMPHASIS = 3;

const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Symbols whose loss changes what is said. Arrows, bullets and box lines are dress. */
const MEANINGFUL =
  /[\p{Sc}&@§%‰°+=±×÷≠≈≤≥√∞∑\u{2600}-\u{26FF}\u{2705}\u{274C}\u{1F300}-\u{1FAFF}\u{1F1E6}-\u{1F1FF}]/u;

function classify(character: string): number {
  if (isSingleQuote(character)) return APOSTROPHE;
  if (isInvisible(character)) return INVISIBLE;
  if (/\p{M}/u.test(character) || character === "\uFF9E" || character === "\uFF9F") return MARK;
  if (/[\p{L}\p{N}]/u.test(character)) {
    if (/\p{Nd}/u.test(character)) return DIGIT;
    return WITHOUT_SPACES.test(character) ? ALONE : LETTER;
  }
  return MEANINGFUL.test(character) ? SYMBOL : SEPARATOR;
}

const astral = new Map<number, number>();

/** Characters beyond the first plane are few in any text: each is classified once. */
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
interface Reading {
  readonly text: string;
  readonly end: number;
  readonly table: Uint8Array;
}

function classAt({ text, table, end }: Reading, at: number): number {
  if (at < 0 || at >= end) return SEPARATOR;
  const known = table[text.charCodeAt(at)] ?? SEPARATOR;
  if (known !== SURROGATE) return known;
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? classifyAstral(point) : SEPARATOR;
}

function widthAt({ text }: Reading, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The first place at or after `at` that can be seen. */
function skipInvisible(reading: Reading, at: number): number {
  let seen = at;
  while (classAt(reading, seen) === INVISIBLE) seen += 1;
  return seen;
}

/** Where marks and invisible characters end that belong to what stands before `at`. */
function skipMarks(reading: Reading, at: number): number {
  let next = at;
  for (let kind = classAt(reading, next); kind === MARK || kind === INVISIBLE; kind = classAt(reading, next))
    next += widthAt(reading, next);
  return next;
}

function isWordClass(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

/** Behind the marks of emphasis at `at`, if an apostrophe and a letter follow: `**Baku**'s` is one word. */
function skipEmphasis(reading: Reading, at: number): number {
  let next = at;
  while (next < at + LONGEST_EMPHASIS && "*_~".includes(reading.text.charAt(next) || " ")) next += 1;
  const holds = classAt(reading, next) === APOSTROPHE && classAt(reading, next + 1) === LETTER;
  return next > at && holds ? next : at;
}

/** The end of a word of letters and figures that starts at `from`; apostrophes and `1,200.50` hold it together. */
function endOfWord(reading: Reading, from: number): number {
  let at = from;
  let end = from;
  let last = SEPARATOR;
  while (at < reading.end) {
    const kind = classAt(reading, at);
    if (isWordClass(kind) || kind === MARK) {
      if (kind !== MARK) last = kind;
      at += widthAt(reading, at);
      end = at;
    } else if (kind === INVISIBLE) {
      at += 1;
    } else if (kind === APOSTROPHE && isWordClass(classAt(reading, skipInvisible(reading, at + 1)))) {
      at += 1;
    } else if (kind === SEPARATOR && skipEmphasis(reading, at) > at) {
      at = skipEmphasis(reading, at);
    } else if (
      last === DIGIT &&
      ".,/:".includes(reading.text.charAt(at)) &&
      classAt(reading, at + 1) === DIGIT
    ) {
      at += 1;
    } else break;
  }
  return last === DIGIT ? endOfUnit(reading, end) : end;
}

/** `%`, `‰` and a currency sign belong to the figure before them; `%` also over one space. */
function endOfUnit({ text }: Reading, end: number): number {
  const next = text.charAt(end);
  if (next !== "" && (/[%‰]/.test(next) || (/\p{Sc}/u.test(next) && !/\d/.test(text.charAt(end + 1)))))
    return end + 1;
  return /\s/.test(next) && text.charAt(end + 1) === "%" ? end + 2 : end;
}

/** Where a figure at `from` begins with its currency and sign; a dash after a word is no sign. */
function startOfFigure({ text }: Reading, from: number, floor: number): number {
  let start = from;
  if (start > floor && /\p{Sc}/u.test(text.charAt(start - 1))) start -= 1;
  const sign = start > floor ? text.charAt(start - 1) : "";
  if (!isDash(sign) && (sign === "" || !"+±≤≥≈".includes(sign))) return start;
  return start < 2 || /[\s([“"‘']/.test(text.charAt(start - 2)) ? start - 1 : start;
}

/** Whether the figure that follows takes the symbol at `at` as its sign or currency. */
function belongsToFigure(reading: Reading, at: number, floor: number): boolean {
  const afterCurrency = classAt(reading, at + 1) === SYMBOL ? at + 2 : at + 1;
  return classAt(reading, afterCurrency) === DIGIT && startOfFigure(reading, afterCurrency, floor) <= at;
}

/** Calls `emit` with the range of each word from `from` to `end`, in order. */
export function scanWords(
  text: string,
  from: number,
  end: number,
  emit: (start: number, end: number) => void,
): void {
  const reading: Reading = { text, end, table: classTable() };
  let floor = from;
  for (let at = from; at < end; ) {
    const kind = classAt(reading, at);
    if (isWordClass(kind)) {
      const start = kind === DIGIT ? startOfFigure(reading, at, floor) : at;
      floor = Math.min(end, endOfWord(reading, at));
      emit(start, floor);
      at = floor;
    } else if (kind === ALONE || (kind === SYMBOL && !belongsToFigure(reading, at, floor))) {
      const next = at + widthAt(reading, at);
      floor = Math.min(end, skipMarks(reading, next));
      emit(at, floor);
      at = floor;
    } else at += widthAt(reading, at);
  }
}
