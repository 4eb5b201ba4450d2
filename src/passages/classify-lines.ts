/**
 * Says of each line of a source what kind it is. Looks ahead no further than the next line, and behind no further
 * than the last, but for fences, whose ends are looked up. Linear in the length of the text.
 */
import type { Source, TextRange } from "../corpus/source.ts";
import { parseMarkedHeading, parseUnderline } from "../text/heading-line.ts";
import { findLineStarts, lineContentEnd } from "../text/lines.ts";
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

const INDENTED_CODE = /^(?: {4}| {0,3}\t)/;
const PLAIN_UNDERLINE = /^ {0,3}([=\-~^*+#_])\1{2,}[ \t]*$/;

/** The lines of `source` after its front matter, in order. */
export function classifyLines(source: Pick<Source, "text" | "bodyStart" | "format">): readonly SourceLine[] {
  const isMarkdown = source.format === "markdown";
  const lines = readRawLines(source.text, source.bodyStart, isMarkdown);
  const closers = findLongestClosers(lines, isMarkdown);
  const reading: Reading = { isMarkdown, fence: null, isInList: false, isInTable: false, last: "blank" };
  return lines.map((line, at) => {
    const fence = parseFence(line.words, isMarkdown);
    const classified =
      classifyFenced(reading, line, fence, closers[at + 1]) ??
      classifyLine(reading, line, lines[at + 1]?.words ?? "");
    reading.last = classified.kind;
    reading.isInTable = classified.kind === "row" || (classified.kind === "rule" && isTableRule(line.words));
    return classified;
  });
}

function readRawLines(text: string, bodyStart: number, isMarkdown: boolean): readonly RawLine[] {
  const starts = findLineStarts(text);
  const lines: RawLine[] = [];
  for (const [at, lineStart] of starts.entries()) {
    const next = starts[at + 1] ?? text.length;
    if (next < bodyStart || (next === bodyStart && bodyStart > 0)) continue;
    const start = Math.max(lineStart, bodyStart);
    const range = { start, end: lineContentEnd(text, start, next) };
    const marked =
      start + quoteMarkLength(text.slice(range.start, Math.min(range.end, start + 200)), isMarkdown);
    lines.push({ range, words: text.slice(marked, range.end), start: marked });
  }
  return lines;
}

/** For each line, the longest fences of backticks and of tildes at or after it that may close another. */
function findLongestClosers(lines: readonly RawLine[], isMarkdown: boolean): ReadonlyMap<string, number>[] {
  const closers: ReadonlyMap<string, number>[] = new Array(lines.length);
  let longest: ReadonlyMap<string, number> = new Map();
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const fence = parseFence(lines[at]?.words ?? "", isMarkdown);
    if (fence?.isBare && fence.length > (longest.get(fence.mark) ?? 0)) {
      longest = new Map(longest).set(fence.mark, fence.length);
    }
    closers[at] = longest;
  }
  return closers;
}

/** A fence that nothing closes opens nothing: the rest of the text is not code because of a stray mark. */
function classifyFenced(
  reading: Reading,
  line: RawLine,
  fence: FenceMark | null,
  closersAfter: ReadonlyMap<string, number> | undefined,
): SourceLine | null {
  const { fence: open } = reading;
  if (open !== null) {
    const closes = fence?.isBare && fence.mark === open.mark && fence.length >= open.length;
    if (closes) reading.fence = null;
    return makeLine(closes ? "fence" : hasWord(line.words) ? "code" : blankOr(line, "rule"), line);
  }
  if (fence === null || (closersAfter?.get(fence.mark) ?? 0) < fence.length) return null;
  reading.fence = fence;
  return makeLine("fence", line);
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
