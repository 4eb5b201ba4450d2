/** Headings that nothing marks: short lines of plain text that stand alone above other text. */
import { isTitleLine } from "../text/heading-line.ts";
import type { TextBlock } from "./text-block.ts";

/** More such lines in a row are a list with blank lines between. */
const MOST_IN_A_ROW = 2;
/** Below every marked heading; numbered ones (`2.1`) lower by their depth. */
const PLAIN_LEVEL = 7;

/** The blocks of a plain text, with lone title-like lines turned into headings. */
export function raisePlainHeadings(text: string, blocks: readonly TextBlock[]): readonly TextBlock[] {
  const raised = [...blocks];
  let start = 0;
  while (start < blocks.length) {
    let end = start;
    while (end < blocks.length && isCandidate(text, blocks[end])) end += 1;
    // The last lines of a text head nothing.
    const isHeading = end > start && end < blocks.length;
    const last = end - start > MOST_IN_A_ROW ? (start === 0 ? 1 : start) : end;
    for (let at = start; isHeading && at < last; at += 1) {
      const block = blocks[at];
      if (block) raised[at] = raise(text, block, at === 0);
    }
    start = end + 1;
  }
  return raised;
}

function isCandidate(text: string, block: TextBlock | undefined): boolean {
  const unit = block?.units[0];
  if (!block || !unit || block.units.length > 1 || unit.lines.length > 1) return false;
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
