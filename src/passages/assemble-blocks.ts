/** Classified lines to paragraphs and the units in them: which lines run on, and which stand alone. */
import type { Source, TextRange } from "../corpus/source.ts";
import { classifyLines } from "./classify-lines.ts";
import { hasHardBreak } from "./line-marks.ts";
import type { SentenceKind } from "./passage.ts";
import { findWrapWidth, type LinePair, runsOn } from "./soft-wrap.ts";
import type { LineKind, SourceLine } from "./source-line.ts";
import type { TextBlock, TextUnit } from "./text-block.ts";
import { trimRange } from "./trim-range.ts";

type SourceText = Pick<Source, "text" | "bodyStart" | "format">;

/** A unit being put together. */
interface OpenUnit {
  kind: SentenceKind;
  level: number;
  readonly indent: number;
  readonly lines: TextRange[];
}

/** As many pairs of lines as are looked at to find the width of wrapped text. */
const MOST_PAIRS = 10_000;
/** And as many lines as are searched for them. */
const MOST_LINES = 20_000;
/** An underline below more than this was meant as a rule. In lines, and in code units. */
const MOST_HEADING_LINES = 3;
const LONGEST_HEADING = 300;
/** Of a line of Markdown that is all bold: below every marked heading. */
const BOLD_HEADING_LEVEL = 7;

const UNIT_KINDS: ReadonlyMap<LineKind, SentenceKind> = new Map([
  ["heading", "heading"],
  ["row", "row"],
  ["item", "item"],
  ["code", "code"],
  ["text", "prose"],
]);

/** The paragraphs of a source, in order, one by one. */
export function* assembleBlocks(source: SourceText): Generator<TextBlock> {
  const fileWidth = source.format === "text" ? findFileWidth(source) : null;
  for (const group of groupLines(classifyLines(source))) {
    yield { range: rangeOf(source.text, group), units: assembleUnits(source, group, fileWidth) };
  }
}

/** The width at which a plain text as a whole is wrapped, judged by its beginning; null when it is not. */
function findFileWidth(source: SourceText): number | null {
  const pairs: LinePair[] = [];
  let seen = 0;
  for (const group of groupLines(classifyLines(source))) {
    for (const pair of findPairs(group)) pairs.push(pair);
    seen += group.length;
    if (pairs.length >= MOST_PAIRS || seen >= MOST_LINES) break;
  }
  return findWrapWidth(source.text, pairs);
}

function* groupLines(lines: Iterable<SourceLine>): Generator<readonly SourceLine[]> {
  let group: SourceLine[] = [];
  for (const line of lines) {
    if (line.kind !== "blank") group.push(line);
    else if (group.length > 0) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

/** Neighbouring lines of which the second might go on the first. */
function findPairs(group: readonly SourceLine[]): LinePair[] {
  const pairs: LinePair[] = [];
  for (const [at, right] of group.entries()) {
    const left = group[at - 1];
    if (pairs.length === MOST_PAIRS) break;
    if (left && right.kind === "text" && (left.kind === "text" || left.kind === "item"))
      pairs.push([left, right]);
  }
  return pairs;
}

function rangeOf(text: string, group: readonly SourceLine[]): TextRange {
  return trimRange(text, { start: group[0]?.range.start ?? 0, end: group.at(-1)?.range.end ?? 0 });
}

function assembleUnits(
  source: SourceText,
  group: readonly SourceLine[],
  fileWidth: number | null,
): readonly TextUnit[] {
  const width = source.format === "text" ? (findWrapWidth(source.text, findPairs(group)) ?? fileWidth) : null;
  const units: OpenUnit[] = [];
  for (const [at, line] of group.entries()) {
    const last = units.at(-1);
    const left = group[at - 1];
    if (line.kind === "underline" && last) raiseToHeading(source, last, line);
    const kind = UNIT_KINDS.get(line.kind);
    if (kind === undefined || line.content.end <= line.content.start) continue;
    if (last && left && line.kind === "text" && goesOn(source, last, left, line, width)) {
      last.lines.push(line.content);
      continue;
    }
    const isItemStill = source.format === "markdown" && line.kind === "text" && left?.kind !== "rule";
    units.push({
      kind: isItemStill && last?.kind === "item" ? "item" : kind,
      level: line.level,
      indent: line.indent,
      lines: [line.content],
    });
  }
  const only = units[0];
  if (only && units.length === 1 && source.format === "markdown") raiseBoldLine(source.text, only);
  return units;
}

function raiseToHeading(source: SourceText, unit: OpenUnit, underline: SourceLine): void {
  const end = unit.lines.at(-1)?.end ?? 0;
  const length = end - (unit.lines[0]?.start ?? 0);
  if (unit.kind !== "prose" || unit.lines.length > MOST_HEADING_LINES || length > LONGEST_HEADING) return;
  // Plain text also rules off what ends.
  if (source.format === "text" && /[.,;]/.test(source.text.slice(end - 1, end))) return;
  unit.kind = "heading";
  unit.level = underline.level;
}

/** Whether `line` continues the open unit, whose last line is `left`. */
function goesOn(
  source: SourceText,
  unit: OpenUnit,
  left: SourceLine,
  line: SourceLine,
  width: number | null,
): boolean {
  if (left.kind !== "text" && left.kind !== "item") return false;
  if (source.format === "markdown") return !hasHardBreak(source.text.slice(left.range.start, left.range.end));
  if (unit.kind === "item" && line.indent > unit.indent) return true;
  return runsOn(source.text, left, line, width);
}

/** A paragraph that is one short line, all bold, is a heading in all but its mark. */
function raiseBoldLine(text: string, unit: OpenUnit): void {
  const line = unit.lines[0];
  if (!line || unit.kind !== "prose" || unit.lines.length > 1 || line.end - line.start > LONGEST_HEADING)
    return;
  const words = text.slice(line.start, line.end);
  const bold = /^(\*\*|__)(?![\s*_])([^*_]*[^\s*_.!:;,])\1$/u.exec(words);
  if (!bold) return;
  unit.kind = "heading";
  unit.level = BOLD_HEADING_LEVEL;
  unit.lines[0] = { start: line.start + 2, end: line.end - 2 };
}
