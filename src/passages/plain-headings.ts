/** Headings that nothing marks: short lines of plain text that stand alone above other text. */
import { isTitleLine } from "../text/heading-line.ts";
import type { TextBlock, TextUnit } from "./text-block.ts";

/** More such lines in a row are a list with blank lines between. */
const MOST_IN_A_ROW = 2;
/** Below every marked heading; numbered ones (`2.1`) lower by their depth. */
const PLAIN_LEVEL = 7;
/** Text of at least so many code units is more than a line of a list. */
const LONG_UNIT = 120;

/** The blocks of a plain text, in order, with lone title-like lines turned into headings. */
export function* raisePlainHeadings(text: string, blocks: Iterable<TextBlock>): Generator<TextBlock> {
  let run: TextBlock[] = [];
  let isStart = true;
  for (const block of blocks) {
    if (isCandidate(text, block)) {
      run.push(block);
      continue;
    }
    yield* raiseRun(text, run, isStart);
    yield raiseInside(text, block);
    run = [];
    isStart = false;
  }
  // The last lines of a text head nothing.
  yield* run;
}

/** Of too many in a row none is a heading, save the very first line of the text. */
function* raiseRun(text: string, run: readonly TextBlock[], isStart: boolean): Generator<TextBlock> {
  const count = run.length <= MOST_IN_A_ROW ? run.length : isStart ? 1 : 0;
  for (const [at, block] of run.entries()) {
    yield at < count ? raise(text, block, isStart && at === 0) : block;
  }
}

/** The block with title-like lines between long ones as headings: some texts have no blank lines at all. */
function raiseInside(text: string, block: TextBlock): TextBlock {
  if (block.units.length < 2) return block;
  const isLong = block.units.map(
    ({ lines }) => (lines.at(-1)?.end ?? 0) - (lines[0]?.start ?? 0) >= LONG_UNIT,
  );
  const units = block.units.map((unit, at): TextUnit => {
    const stands = isLong[at + 1] && (at === 0 || isLong[at - 1]) && unit.lines.length === 1;
    const line = unit.lines[0];
    if (!stands || !line || unit.kind !== "prose" || !isTitleLine(text.slice(line.start, line.end)))
      return unit;
    return { kind: "heading", level: PLAIN_LEVEL, lines: unit.lines };
  });
  return { range: block.range, units };
}

function isCandidate(text: string, block: TextBlock): boolean {
  const unit = block.units[0];
  if (!unit || block.units.length > 1 || unit.lines.length > 1) return false;
  const line = text.slice(block.range.start, block.range.end);
  // A numbered line alone is the heading of a chapter, a bulleted one an item.
  const isPlain = unit.kind === "prose" || (unit.kind === "item" && /^\p{N}/u.test(line));
  return isPlain && !/[\r\n]/.test(line) && isTitleLine(line);
}

function raise(text: string, block: TextBlock, isFirst: boolean): TextBlock {
  const number = /^[\p{N}.]{0,20}/u.exec(text.slice(block.range.start, block.range.end))?.[0] ?? "";
  const depth = number.split(".").filter((part) => part !== "").length;
  const level = isFirst ? 1 : PLAIN_LEVEL + Math.max(0, depth - 1);
  return { range: block.range, units: [{ kind: "heading", level, lines: [block.range] }] };
}
