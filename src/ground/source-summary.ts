/** A source in numbers: what `footnote sources` lists. */
import type { SourceMetadata } from "../corpus/source.ts";
import type { CorpusIndex, SourceCounts } from "../index/corpus-index.ts";

export interface SourceSummary extends SourceMetadata, SourceCounts {
  readonly id: string;
  readonly file: string;
}

/** Every source of the index, in its order. Reads no text. */
export function summariseSources(index: CorpusIndex): Promise<SourceSummary[]> {
  return Promise.all(
    index.sources.map(async ({ id, title, date, author, url, file }) => {
      const { paragraphs, sentences, words } = await index.countsOf(id);
      return { id, title, date, author, url, paragraphs, sentences, words, file };
    }),
  );
}
