/**
 * Whether a line of plain text runs on in the next or ends there. In text that was wrapped at some width a line runs
 * on when the next word would not have fitted; in text that was not, every line end was meant.
 */
import type { SourceLine } from "./source-line.ts";

/** Two lines of running text, one right after the other. */
export type LinePair = readonly [left: SourceLine, right: SourceLine];

/** Widths people wrap at, in code units. */
const NARROWEST = 20;
const WIDEST = 160;
/** Below this longest line, lines are a list of words rather than running text. */
const NARROWEST_PROSE = 25;
/** Shares of line pairs that make wrapping likely: full to the width, and going on in lower case. */
const FULL_SHARE = 0.6;
const FULL_SHARE_CASELESS = 0.8;
const LOWER_SHARE = 0.3;
const FEWEST_PAIRS = 3;
/** A line that fills less of the width than this ends there, whatever follows. */
const SHORT_LINE_SHARE = 0.5;

/** The width at which the lines of `pairs` were wrapped, or null when they do not look it (or are too few to say). */
export function findWrapWidth(text: string, pairs: readonly LinePair[]): number | null {
  if (pairs.length < FEWEST_PAIRS) return null;
  const lengths = pairs.map(([left]) => lengthOf(left)).sort((left, right) => left - right);
  // A few lines overflow, being one long word.
  const width = lengths[Math.floor((lengths.length - 1) * 0.97)] ?? 0;
  if (width < NARROWEST || width > WIDEST) return null;
  const full = pairs.filter(([left, right]) => isFull(text, left, right, width)).length / pairs.length;
  const starts = pairs.map(([, right]) => startOf(text, right));
  const lower = starts.filter((start) => start === "lower").length;
  const cased = lower + starts.filter((start) => start === "upper").length;
  if (cased < pairs.length / 2) return full >= FULL_SHARE_CASELESS ? width : null;
  return full >= FULL_SHARE && lower / cased >= LOWER_SHARE ? width : null;
}

/** Whether `left` runs on in `right`, in text wrapped at `width` (null: not wrapped). */
export function runsOn(text: string, left: SourceLine, right: SourceLine, width: number | null): boolean {
  const start = startOf(text, right);
  if (start !== "lower") {
    // A first line set in begins a paragraph.
    if (left.kind === "text" && right.indent >= left.indent + 2) return false;
    return width !== null && isFull(text, left, right, width);
  }
  if (width === null) return Math.max(lengthOf(left), lengthOf(right)) >= NARROWEST_PROSE;
  return lengthOf(left) >= width * SHORT_LINE_SHARE;
}

function lengthOf(line: SourceLine): number {
  return line.content.end - line.range.start;
}

/** Whether the first word of `right` would have made `left` longer than `width`. */
function isFull(text: string, left: SourceLine, right: SourceLine, width: number): boolean {
  const head = text.slice(right.content.start, Math.min(right.content.end, right.content.start + WIDEST));
  // Scripts that write no spaces break anywhere.
  const word = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(head)
    ? 1
    : (/^\S*/u.exec(head)?.[0].length ?? 0);
  return lengthOf(left) + 1 + word > width;
}

function startOf(text: string, line: SourceLine): "lower" | "upper" | "caseless" {
  const head = text.slice(line.content.start, Math.min(line.content.end, line.content.start + 16));
  const first = /[\p{L}\p{N}]/u.exec(head)?.[0] ?? "";
  if (/\p{Ll}/u.test(first)) return "lower";
  return /[\p{Lu}\p{Lt}]/u.test(first) ? "upper" : "caseless";
}
