/** A source in numbers: what `footnote sources` lists. */
import type { Source, SourceMetadata } from "../corpus/source.ts";
import type { IndexedPassage } from "../index/corpus-index.ts";

export interface SourceSummary extends SourceMetadata {
  readonly id: string;
  readonly file: string;
  readonly paragraphs: number;
  readonly sentences: number;
  /** Runs of letters and digits. */
  readonly words: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[’'.,-][\p{L}\p{N}]+)*/gu;

/** Counts the passages of one source. */
export function summariseSource(source: Source, passages: readonly IndexedPassage[]): SourceSummary {
  const sentences = passages.flatMap(({ passage }) => passage.sentences);
  const words = sentences.reduce((sum, { range }) => {
    const text = source.text.slice(range.start, range.end);
    return sum + (text.match(WORD)?.length ?? 0);
  }, 0);
  return {
    id: source.id,
    title: source.title,
    date: source.date,
    author: source.author,
    url: source.url,
    paragraphs: new Set(sentences.map(({ paragraph }) => paragraph)).size,
    sentences: sentences.length,
    words,
    file: source.file,
  };
}
