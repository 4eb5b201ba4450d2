/**
 * What stands right beside a figure and belongs to it: sign, currency, percent, bounds, feet and inches. A rule, not a
 * list of signs: whatever symbol touches a figure counts, unless it is known for dress.
 */
import { isDash, isDoubleQuote, isSingleQuote } from "../text/fold.ts";
import { classAt, DIGIT, type Reading } from "./character-classes.ts";

const CURRENCY = /\p{Sc}/u;
const PERCENT = /[%‰‱\u066A\uFE6A\uFF05]/;
/** Behind one of these a dash or a point before a figure joins or ends something; it is no sign of the figure. */
const CLOSES = /[\p{L}\p{N}\p{M}\p{Pd}\p{Pe}\p{Pf}.…%‰°]/u;
/** A tag is no longer, nor are the marks before a quoted line. UTF-16 code units. */
const LONGEST_TAG = 300;
const DEEPEST = 60;
/** Marks that also stand for feet, inches, minutes and seconds. */
const STRAIGHT = /["'\u2032\u2033\uFF02\uFF07]/;
const TAG = /^<[a-zA-Z/!?][^<>\n]{0,300}>/;

/** Percent and a currency sign belong to the figure before them, also over one space. */
export function endOfUnit({ text }: Reading, end: number): number {
  const next = text.charAt(end);
  if (next !== "" && (PERCENT.test(next) || (CURRENCY.test(next) && !/\d/.test(text.charAt(end + 1)))))
    return end + 1;
  if (!/\s/.test(next)) return end;
  const sign = text.charAt(end + 1);
  const isPrice = CURRENCY.test(sign) && !/^\s?[\d.]/.test(text.slice(end + 2, end + 4));
  return PERCENT.test(sign) || isPrice ? end + 2 : end;
}

/** Whether what stands at `at` opens something: nothing before it, marks of emphasis apart, that it could join or end. */
function opensAt(text: string, at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && "*_`".includes(text.charAt(before) || " ")) before -= 1;
  return before < 0 || !CLOSES.test(text.charAt(before));
}

/** Where the currency before `start` begins, also over one space, unless it is that of a figure before it. */
function startOfCurrency(text: string, start: number, floor: number): number {
  if (start > floor && CURRENCY.test(text.charAt(start - 1))) return start - 1;
  const isApart =
    start - 1 > floor && /[^\S\n]/.test(text.charAt(start - 1)) && CURRENCY.test(text.charAt(start - 2));
  return isApart && !/\d\s?$/.test(text.slice(Math.max(0, start - 4), start - 2)) ? start - 2 : start;
}

/** Where a figure at `from` begins with its point, currency and minus; a dash after a word is no sign. */
export function startOfFigure({ text }: Reading, from: number, floor: number): number {
  let start = from;
  if (start > floor && text.charAt(start - 1) === "." && opensAt(text, start - 1)) start -= 1;
  start = startOfCurrency(text, start, floor);
  return start > floor && isDash(text.charAt(start - 1)) && opensAt(text, start - 1) ? start - 1 : start;
}

/** Whether the figure that follows takes the symbol at `at` as its currency. */
export function belongsToFigure(reading: Reading, at: number, floor: number): boolean {
  const behind = /[^\S\n]/.test(reading.text.charAt(at + 1)) ? at + 2 : at + 1;
  const next = reading.text.charAt(behind) === "." ? behind + 1 : behind;
  return classAt(reading, next) === DIGIT && startOfFigure(reading, next, floor) <= at;
}

/** Whether the symbol at `at` touches a figure. */
export function touchesFigure(reading: Reading, at: number): boolean {
  return classAt(reading, at - 1) === DIGIT || leadsToFigure(reading, at + 1, 0);
}

/** Whether a figure begins at `at`, or behind its currency, sign, point and up to `spaces` spaces. */
function leadsToFigure(reading: Reading, at: number, spaces: number): boolean {
  let next = at;
  while (next < at + spaces && /\s/.test(reading.text.charAt(next))) next += 1;
  for (let step = 0; step < 3 && /[\p{Sc}.=<>~+\u2212-]/u.test(reading.text.charAt(next)); step += 1)
    next += 1;
  return classAt(reading, next) === DIGIT;
}

function endsTag({ text }: Reading, at: number): boolean {
  const stretch = text.slice(Math.max(0, at - LONGEST_TAG), at + 1);
  const open = stretch.lastIndexOf("<");
  return open !== -1 && TAG.test(stretch.slice(open));
}

/** Whether only marks of quoted lines stand before `at` in its line. */
function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= Math.max(0, at - DEEPEST) && " \t>".includes(text.charAt(before))) before -= 1;
  return before < 0 || text.charAt(before) === "\n";
}

/** Whether the `>` at `at` marks a quoted line. One that touches a figure does so only beside another such line. */
function marksLine({ text }: Reading, at: number): boolean {
  if (!isLineStart(text, at)) return false;
  if (!/\d/.test(text.charAt(at + 1))) return true;
  const isQuoted = (from: number) => /^[ \t]*>/.test(text.slice(from, from + 10));
  const [start, next] = [text.lastIndexOf("\n", at), text.indexOf("\n", at)];
  const isAfter = start > 0 && isQuoted(text.lastIndexOf("\n", start - 1) + 1);
  return isAfter || (next !== -1 && isQuoted(next + 1));
}

/** Whether the `<`, `>` or `~` at `at` bounds a figure, and is no tag, arrow, quoted line or mark of emphasis. */
export function isBound(reading: Reading, at: number): boolean {
  const { text } = reading;
  const [before, mark, behind] = [text.charAt(at - 1), text.charAt(at), text.charAt(at + 1)];
  const leads = leadsToFigure(reading, at + 1, 1);
  if (mark !== "<" && mark !== ">" && mark !== "\uFF1C" && mark !== "\uFF1E")
    return leads && before !== "~" && behind !== "~";
  const follows =
    classAt(reading, at - 1) === DIGIT || (before === " " && classAt(reading, at - 2) === DIGIT);
  if (!leads && !follows) return false;
  if (mark === "<") return !TAG.test(text.slice(at, at + LONGEST_TAG)) && (behind !== "-" || leads);
  return mark !== ">" || !(/[-=]/.test(before) || marksLine(reading, at) || endsTag(reading, at));
}

/** A quotation mark right behind a figure: it closes a quotation, or it stands for feet or inches. */
export type FigureMark = "close" | "measure";

/** Which quotation marks are open, so that `53"` can be told from the end of `"in 53"`. Forgotten at a blank line. */
export class OpenMarks {
  #double = false;
  #single = false;

  /** Takes in the mark at `at`, or a line end there; tells what it is where it stands right behind a figure. */
  take(reading: Reading, at: number): FigureMark | null {
    const { text } = reading;
    const mark = text.charAt(at);
    if (mark === "\n" && /^\n\r?\n/.test(text.slice(at, at + 3)))
      [this.#double, this.#single] = [false, false];
    const isDouble = isDoubleQuote(mark);
    if (!isDouble && !isSingleQuote(mark)) return null;
    const wasOpen = isDouble ? this.#double : this.#single;
    const opens =
      !wasOpen &&
      !/[^\s([{\p{Ps}\p{Pi}\p{Pd}*_]/u.test(text.charAt(at - 1)) &&
      /\S/.test(text.charAt(at + 1));
    const closes = wasOpen && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
    if (opens || closes) {
      if (isDouble) this.#double = opens;
      else this.#single = opens;
    }
    if (classAt(reading, at - 1) !== DIGIT || /[\p{L}\p{N}]/u.test(text.charAt(at + 1))) return null;
    return wasOpen || !STRAIGHT.test(mark) ? "close" : "measure";
  }
}
