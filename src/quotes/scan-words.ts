/**
 * Cuts a text into the words a quotation is compared by. A figure keeps its minus, currency and `%`; a character of a
 * script without spaces is a word of its own; a symbol that means something (`&`, `€`, an emoji) is one too, and so is
 * any other that touches a figure. Quotation marks, dashes, stops and Markdown marks are no words. Linear in the text.
 */
import {
  ALONE,
  APOSTROPHE,
  BOUND,
  classAt,
  DIGIT,
  INVISIBLE,
  isWordClass,
  LETTER,
  MARK,
  type Reading,
  readCharacters,
  SEPARATOR,
  SIGN,
  SYMBOL,
  widthAt,
} from "./character-classes.ts";
import {
  belongsToFigure,
  endOfUnit,
  type FigureMark,
  isBound,
  OpenMarks,
  startOfFigure,
  touchesFigure,
} from "./figure-signs.ts";

/** `***` is bold and italic. */
const LONGEST_EMPHASIS = 3;

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
    } else if ((kind === SEPARATOR || kind === BOUND) && skipEmphasis(reading, at) > at) {
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

/** Whether the character at `at` is a word of its own. */
function standsAlone(reading: Reading, at: number, kind: number, floor: number): boolean {
  if (kind === ALONE) return true;
  if (kind === SYMBOL) return !belongsToFigure(reading, at, floor);
  return kind === SIGN ? touchesFigure(reading, at) : kind === BOUND && isBound(reading, at);
}

/**
 * Calls `emit` with the range of each word from `from` to `end`, in order. A quotation mark right behind a figure is
 * given, too, and what it is there.
 */
export function scanWords(
  text: string,
  from: number,
  end: number,
  emit: (start: number, end: number, mark: FigureMark | null) => void,
): void {
  const reading = readCharacters(text, end);
  const marks = new OpenMarks();
  let floor = from;
  for (let at = from; at < end; ) {
    const kind = classAt(reading, at);
    if (isWordClass(kind)) {
      const start = kind === DIGIT ? startOfFigure(reading, at, floor) : at;
      floor = Math.min(end, endOfWord(reading, at));
      emit(start, floor, null);
      at = floor;
    } else if (standsAlone(reading, at, kind, floor)) {
      const next = at + widthAt(reading, at);
      floor = Math.min(end, skipMarks(reading, next));
      emit(at, floor, null);
      at = floor;
    } else {
      const mark = kind === SEPARATOR || kind === APOSTROPHE ? marks.take(reading, at) : null;
      if (mark !== null) emit(at, at + 1, mark);
      at += widthAt(reading, at);
    }
  }
}
