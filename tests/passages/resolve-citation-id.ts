/** Looks a citation id up in a divided source the plain way, to compare with. */
import type { TextRange } from "../../src/corpus/source.ts";
import type { CitationId } from "../../src/passages/citation-id.ts";
import type { DividedSource } from "../../src/passages/passage.ts";

/** From the start of the first sentence named to the end of the last; null when the source has no such sentences. */
export function resolveCitationId(id: CitationId, { paragraphs }: DividedSource): TextRange | null {
  const sentences = paragraphs[id.paragraph - 1]?.sentences;
  const first = sentences?.[id.first - 1];
  const last = sentences?.[id.last - 1];
  return first && last ? { start: first.range.start, end: last.range.end } : null;
}
