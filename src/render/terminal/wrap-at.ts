/**
 * Wraps text at the edge of a page. Every character stays as it is: a wrapped line ends in place of one space or
 * between two graphemes, and nothing else is taken out. Colours, links and directions that go on over a line end are
 * closed before it and opened again behind it, so that they do not reach what stands before the next line.
 * A file of its own because what measures columns takes a twentieth of a second to load, and a pipe has no edge.
 */
import stringWidth from "string-width";
import { graphemesOf } from "../../text/graphemes.ts";
import type { Wrap } from "./layout.ts";

/** Wider lines are hard to read, however wide the window. */
const WIDEST_TEXT = 92;
/** Narrower ones are, too. */
const NARROWEST_TEXT = 20;
/** Columns from one tab stop to the next. */
const TAB = 8;

/** Colours, links and isolates: what takes no column. Text made visible has none of these but the program's own. */
const CODE = /\u001b\[([\d;]*)m|\u001b\]8;;([^\u0007\u001b]*)\u0007|[\u2066-\u2069]/g;
const SEEN_IN_ASCII = /^[\x20-\x7e]*$/;
/** Drawn in two columns by some: a Hangul filler beside its letter, and figures in circles on squares. */
const WIDE_TO_SOME = /[\u115f\u3248-\u324f]/;
const LINK_END = "\u001b]8;;\u0007";
const ISOLATE_END = "\u2069";
/** What ends a colour: bold and faint, then the colours of letters. */
const ENDS: ReadonlyMap<string, (code: string) => boolean> = new Map([
  ["22", (code) => code === "1" || code === "2"],
  ["39", (code) => code.startsWith("3")],
]);

/** Columns of the characters of one unit that have been met. */
const widths = new Uint8Array(0x10000);

/** Wraps so that a line and what stands before it fill at most `width` columns. */
export function wrapAt(width: number): Wrap {
  return (text, before) => {
    const indent = stringWidth(before);
    const columns = Math.max(NARROWEST_TEXT, Math.min(width - indent, WIDEST_TEXT));
    return closeAtEnds(text.split("\n").flatMap((line) => wrapLine(line, columns, indent)));
  };
}

/** Words are not divided unless they are longer than a line. */
function wrapLine(line: string, columns: number, indent: number): string[] {
  const rows: string[] = [];
  let [row, filled] = ["", 0];
  const turn = (next: string, taken: number): void => {
    rows.push(row);
    [row, filled] = [next, taken];
  };
  for (const [at, word] of line.split(" ").entries()) {
    const space = at === 0 ? "" : " ";
    const from = filled + space.length;
    const width = widthOf(word, indent + from, columns);
    if (from + width <= columns) [row, filled] = [row + space + word, from + width];
    else {
      if (at > 0) turn("", 0);
      const alone = widthOf(word, indent, columns);
      if (alone <= columns) [row, filled] = [word, alone];
      else
        for (const [piece, taken] of divideWord(word, indent)) {
          const wide = taken(filled);
          if (filled + wide > columns) turn(piece, taken(0));
          else [row, filled] = [row + piece, filled + wide];
        }
    }
  }
  return [...rows, row];
}

/** The graphemes and codes of a word, each with the columns it fills behind those that are filled. */
function* divideWord(word: string, indent: number): Generator<[string, (filled: number) => number]> {
  for (const [part, isCode] of partsOf(word)) {
    if (isCode) yield [part, () => 0];
    else
      for (const grapheme of graphemesOf(part)) {
        const width = grapheme === "\t" ? null : graphemeWidth(grapheme);
        yield [grapheme, (filled) => width ?? tabWidth(indent + filled)];
      }
  }
}

/** The columns that a word fills which begins at column `from` of the screen; of one wider than `most`, more than that. */
function widthOf(word: string, from: number, most: number): number {
  if (SEEN_IN_ASCII.test(word)) return word.length;
  let width = 0;
  for (const [part, isCode] of partsOf(word)) {
    if (isCode) continue;
    if (SEEN_IN_ASCII.test(part)) width += part.length;
    else
      for (const grapheme of graphemesOf(part)) {
        width += grapheme === "\t" ? tabWidth(from + width) : graphemeWidth(grapheme);
        if (width > most) return width;
      }
  }
  return width;
}

function tabWidth(column: number): number {
  return TAB - (column % TAB);
}

/**
 * As wide as the widest terminal draws it: a line that is wider than it was counted would go on outside of its block.
 * Some draw a soft hyphen, and many a cluster of several characters (an emoji, a Hangul or an Indic syllable) one by one.
 */
function graphemeWidth(grapheme: string): number {
  if (grapheme.length > 1) return clusterWidth(grapheme);
  const unit = grapheme.charCodeAt(0);
  // Kept with one added, so that 0 is what was not measured yet.
  widths[unit] ||= 1 + clusterWidth(grapheme);
  return (widths[unit] ?? 0) - 1;
}

function clusterWidth(grapheme: string): number {
  let parts = 0;
  for (const part of grapheme) parts += characterWidth(part);
  return Math.max(stringWidth(grapheme), parts);
}

function characterWidth(character: string): number {
  if (character === "\u00ad") return 1;
  return WIDE_TO_SOME.test(character) ? 2 : stringWidth(character);
}

function* partsOf(text: string): Generator<[part: string, isCode: boolean]> {
  let at = 0;
  for (const match of text.matchAll(CODE)) {
    if (match.index > at) yield [text.slice(at, match.index), false];
    yield [match[0], true];
    at = match.index + match[0].length;
  }
  if (at < text.length) yield [text.slice(at), false];
}

/** The rows, each with all that is open at its end closed there and opened again in the next. */
function closeAtEnds(rows: readonly string[]): string[] {
  let open: string[] = [];
  return rows.map((row) => {
    const begin = open.join("");
    for (const [code] of row.matchAll(CODE)) open = afterCode(open, code);
    return `${begin}${row}${open.map(endOf).reverse().join("")}`;
  });
}

function afterCode(open: readonly string[], code: string): string[] {
  const colour = /^\u001b\[([\d;]*)m$/.exec(code)?.[1];
  const ends = colour === undefined ? undefined : ENDS.get(colour);
  if (ends !== undefined) return open.filter((one) => !ends(colourOf(one)));
  if (code === LINK_END) return open.filter((one) => !one.startsWith("\u001b]8;;"));
  if (code === ISOLATE_END) {
    const last = open.findLastIndex(isIsolate);
    return open.filter((_, at) => at !== last);
  }
  return [...open, code];
}

function endOf(code: string): string {
  if (isIsolate(code)) return ISOLATE_END;
  if (code.startsWith("\u001b]")) return LINK_END;
  return /^[12]$/.test(colourOf(code)) ? "\u001b[22m" : "\u001b[39m";
}

function colourOf(code: string): string {
  return /^\u001b\[(\d+)m$/.exec(code)?.[1] ?? "";
}

function isIsolate(code: string): boolean {
  return code >= "\u2066" && code < "\u2069" && code.length === 1;
}
