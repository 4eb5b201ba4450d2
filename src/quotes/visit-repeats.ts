/** Where a row of words stands in the sources, word for word. */
import type { ClaimWord } from "./claim-words.ts";
import { searchFor } from "./occurrences.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

/** Calls `visit` with each place of `words`, overlapping ones included, in order. Answers the words compared. */
export function visitRepeats(
  index: WordIndex,
  words: readonly ClaimWord[],
  visit: (source: IndexedSource, from: number) => void,
): number {
  const ids = Int32Array.from(words, ({ id }) => id);
  if (ids.length === 0 || ids.includes(-1)) return 0;
  const search = searchFor(ids);
  const unitAt = (at: number): number => index.ids[at] ?? -1;
  let compared = 0;
  for (const source of index.sources)
    compared += search({ unitAt, from: source.first, end: source.last }, (from) => {
      visit(source, from);
      return true;
    });
  return compared;
}
