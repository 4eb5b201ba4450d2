/**
 * Says of each line of a source what kind it is. Looks ahead no further than the next line, and behind no further
 * than the last, but for fences, whose ends are looked up. Linear in the length of the text.
 */
import type { Source, TextRange } from "../corpus/source.ts";
import { parseMarkedHeading, parseUnderline } from "../text/heading-line.ts";
import { findLineStarts, lineContentEnd, lineNumberAt } from "../text/lines.ts";
import { findFenceEnds } from "./fence-ends.ts";
import {
  type FenceMark,
  isFullRow,
  isTableRule,
  parseFence,
  parseItemMark,
  quoteMarkLength,
  rowContent,
} from "./line-marks.ts";
import type { LineKind, SourceLine } from "./source-line.ts";

type SourceText = Pick<Source, "text" | "bodyStart" | "format">;

/** A line, not yet classified: its range, and its words after quote marks with where they begin. */
interface RawLine {
  readonly range: TextRange;
  readonly words: string;
  readonly start: number;
}

/** What the lines before have left open. */
interface Reading {
  readonly isMarkdown: boolean;
  fence: FenceMark | null;
  /** Whether an indented line belongs to a list rather than being code. */
  isInList: boolean;
  /** Whether the line before was a row of a table or the rule under its head. */
  isInTable: boolean;
  last: LineKind;
}

/** Only so many code units at the start of a line are searched for quote marks. */
const MOST_QUOTE_MARKS = 200;
const INDENTED_CODE = /^(?: {4}| {0,3}\t)/;
const PLAIN_UNDERLINE = /^ {0,3}([=\-~^*+#_])\1{2,}[ \t]*$/;

/** The lines of `source` after its front matter, in order, one by one: a source may have millions. */
export function* classifyLines(source: SourceText): Generator<SourceLine> {
  const isMarkdown = source.format === "markdown";
  const { count, lineAt } = openLines(source, isMarkdown);
  // Most texts have no fence, and need not be read once more to find that out line by line.
  const searched = /```|~~~/.test(source.text) ? count : 0;
  const hasFenceEnd = findFenceEnds(searched, (at) => lineAt(at).words, isMarkdown);
  const reading: Reading = { isMarkdown, fence: null, isInList: false, isInTable: false, last: "blank" };
  let next = lineAt(0);
  for (let at = 0; at < count; at += 1) {
    const line = next;
    next = lineAt(at + 1);
    const fence = parseFence(line.words, isMarkdown);
    const isOpener = fence !== null && reading.fence === null && hasFenceEnd(at, fence);
    const classified =
      classifyFenced(reading, line, fence, isOpener) ?? classifyLine(reading, line, next.words);
    reading.last = classified.kind;
    reading.isInTable = classified.kind === "row" || (classified.kind === "rule" && isTableRule(line.words));
    yield classified;
  }
}

/** How many lines the body has, and each of them by its number from 0; empty beyond the last. */
function openLines(
  source: SourceText,
  isMarkdown: boolean,
): { count: number; lineAt: (at: number) => RawLine } {
  const { text, bodyStart } = source;
  const starts = findLineStarts(text);
  const first = lineNumberAt(starts, bodyStart) - 1;
  const lineAt = (at: number): RawLine => {
    const lineStart = starts[first + at] ?? text.length;
    const start = Math.max(lineStart, bodyStart);
    const end = Math.max(start, lineContentEnd(text, lineStart, starts[first + at + 1] ?? text.length));
    const head = text.slice(start, Math.min(end, start + MOST_QUOTE_MARKS));
    const marked = start + quoteMarkLength(head, isMarkdown);
    return { range: { start, end }, words: text.slice(marked, end), start: marked };
  };
  return { count: starts.length - first, lineAt };
}

/** What a line is because of fences: one itself, or code between two. */
function classifyFenced(
  reading: Reading,
  line: RawLine,
  fence: FenceMark | null,
  isOpener: boolean,
): SourceLine | null {
  const { fence: open } = reading;
  if (open === null) {
    if (!isOpener) return null;
    reading.fence = fence;
    return makeLine("fence", line);
  }
  const closes = fence?.isBare && fence.mark === open.mark && fence.length >= open.length;
  if (closes) reading.fence = null;
  return makeLine(closes ? "fence" : hasWord(line.words) ? "code" : blankOr(line, "rule"), line);
}

function classifyLine(reading: Reading, line: RawLine, next: string): SourceLine {
  const { words } = line;
  if (words.trim() === "") return makeLine(blankOr(line, "rule"), line);
  const underline = reading.last === "text" ? readUnderline(words, reading.isMarkdown) : null;
  if (underline !== null) return makeLine("underline", line, { level: underline });
  if (!hasWord(words)) return makeLine("rule", line);
  const heading = parseMarkedHeading(words);
  if (heading) {
    reading.isInList = false;
    return makeLine("heading", line, heading);
  }
  if (isRow(reading, words, next)) return makeLine("row", line, rowContent(words));
  const item = readItem(reading, words);
  if (item) {
    reading.isInList = true;
    return makeLine("item", line, { start: item.start, indent: item.indent });
  }
  return classifyText(reading, line);
}

function classifyText(reading: Reading, line: RawLine): SourceLine {
  const isIndented = INDENTED_CODE.test(line.words);
  const isFirst = reading.last !== "text" && reading.last !== "item";
  if (reading.isMarkdown && isIndented && isFirst && !reading.isInList) return makeLine("code", line);
  if (isFirst && !/^[ \t]/.test(line.words)) reading.isInList = false;
  return makeLine("text", line);
}

function readUnderline(words: string, isMarkdown: boolean): number | null {
  const level = parseUnderline(words);
  if (isMarkdown) return level;
  return PLAIN_UNDERLINE.test(words) ? (level ?? 3) : null;
}

function isRow(reading: Reading, words: string, next: string): boolean {
  return words.includes("|") && (isFullRow(words) || isTableRule(next) || reading.isInTable);
}

/** A wrapped line of prose may begin with a number or a dash: only in a list is it an item then. */
function readItem(reading: Reading, words: string): { start: number; indent: number } | null {
  const item = parseItemMark(words);
  if (item === null || item.interrupts || reading.last !== "text" || reading.isInList) return item;
  return null;
}

/** A line of nothing but quote marks is not blank, since the contract counts white space only. */
function blankOr(line: RawLine, kind: LineKind): LineKind {
  return line.start === line.range.start && line.words.trim() === "" ? "blank" : kind;
}

function makeLine(
  kind: LineKind,
  line: RawLine,
  marks: { start?: number; end?: number; indent?: number; level?: number } = {},
): SourceLine {
  const { words } = line;
  const from = marks.start ?? 0;
  const inner = words.slice(from, marks.end ?? words.length);
  const start = line.start + from + (inner.length - inner.trimStart().length);
  return {
    kind,
    range: line.range,
    content: { start, end: Math.max(start, line.start + from + inner.trimEnd().length) },
    indent: marks.indent ?? words.length - words.trimStart().length,
    level: marks.level ?? 0,
  };
}

function hasWord(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}
