/** A corpus of a few lines for tests: each text becomes a source, divided as any file would be. */
import type { Source } from "../../src/corpus/source.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { MemoryCorpusIndex } from "./memory-corpus-index.ts";

/** An index without vectors of texts by source id. */
export function indexTexts(texts: Readonly<Record<string, string>>): MemoryCorpusIndex {
  return new MemoryCorpusIndex(
    Object.entries(texts).map(([id, text]) => {
      const source = sourceOf(id, text);
      return { source, passages: divideSource(source).passages };
    }),
  );
}

export function sourceOf(id: string, text: string): Source {
  return {
    ...{ id, file: `${id}.md`, title: id, author: null, date: null, url: null },
    ...{ format: "markdown", text, bodyStart: 0, hash: id },
  };
}
