/** White space at the ends of ranges. */
import type { TextRange } from "../corpus/source.ts";

/** The range without white space at its ends; empty, at its own start, when it is nothing else. */
export function trimRange(text: string, { start, end }: TextRange): TextRange {
  const slice = text.slice(start, end);
  const trimmed = slice.trimStart();
  if (trimmed === "") return { start, end: start };
  return { start: end - trimmed.length, end: start + slice.trimEnd().length };
}
