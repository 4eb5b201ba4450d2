/** Lists that nothing marks: short lines of plain text, each by itself, below a line that ends in a colon. */
import type { TextBlock, TextUnit } from "./text-block.ts";

/** A line longer than this is a paragraph rather than an item; in UTF-16 code units. */
const LONGEST_ITEM = 200;

/** The blocks of a plain text, in order, with the lines of unmarked lists turned into items. */
export function* markPlainLists(text: string, blocks: Iterable<TextBlock>): Generator<TextBlock> {
  let leadsIn = false;
  for (const block of blocks) {
    const [first, ...rest] = block.units;
    const items = leadsIn || !first || !endsInColon(text, first) ? block.units : rest;
    const isList = (leadsIn || items === rest) && items.length > 1 && items.every(isLoneLine);
    if (!isList) yield block;
    else {
      const marked = items.map((unit): TextUnit => ({ ...unit, kind: "item" }));
      yield { range: block.range, units: first && items === rest ? [first, ...marked] : marked };
    }
    const last = block.units.at(-1);
    leadsIn = last !== undefined && endsInColon(text, last);
  }
}

function endsInColon(text: string, unit: TextUnit): boolean {
  const end = unit.lines.at(-1)?.end ?? 0;
  return /[:\uff1a]/.test(text.slice(end - 1, end));
}

function isLoneLine(unit: TextUnit): boolean {
  const line = unit.lines[0];
  return unit.kind === "prose" && unit.lines.length === 1 && !!line && line.end - line.start <= LONGEST_ITEM;
}
