/** A source in numbers: what `footnote sources` lists. */
import type { Source, SourceMetadata } from "../corpus/source.ts";
import type { CorpusIndex, SourceCounts } from "../index/corpus-index.ts";

export interface SourceSummary extends SourceMetadata, SourceCounts {
  readonly id: string;
  readonly file: string;
}

/** These sources of the index, in their order. Reads no text. */
export function summariseSources(index: CorpusIndex, sources: readonly Source[]): Promise<SourceSummary[]> {
  return Promise.all(
    sources.map(async ({ id, title, date, author, url, file }) => {
      const { paragraphs, sentences, words } = await index.countsOf(id);
      return { id, title, date, author, url, paragraphs, sentences, words, file };
    }),
  );
}
