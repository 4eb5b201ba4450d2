/** Where a row of words stands in the sources, word for word. Knuth, Morris and Pratt: linear in both rows. */
import type { ClaimWord } from "./claim-words.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

/** For each length of a beginning: the length of its longest true beginning that is also its end. */
function bordersOf(ids: Int32Array): Int32Array {
  const borders = new Int32Array(ids.length + 1);
  borders[0] = -1;
  let border = -1;
  for (let at = 0; at < ids.length; at += 1) {
    while (border >= 0 && ids[border] !== ids[at]) border = borders[border] ?? -1;
    border += 1;
    borders[at + 1] = border;
  }
  return borders;
}

/** Calls `visit` with each place of `words`, overlapping ones included, in order. Answers the words compared. */
export function visitRepeats(
  index: WordIndex,
  words: readonly ClaimWord[],
  visit: (source: IndexedSource, from: number) => void,
): number {
  const ids = Int32Array.from(words, ({ id }) => id);
  if (ids.length === 0 || ids.includes(-1)) return 0;
  const borders = bordersOf(ids);
  let compared = 0;
  for (const source of index.sources) {
    let matched = 0;
    for (let at = source.first; at < source.last; at += 1) {
      compared += 1;
      while (matched >= 0 && ids[matched] !== index.ids[at]) {
        matched = borders[matched] ?? -1;
        compared += 1;
      }
      matched += 1;
      if (matched < ids.length) continue;
      visit(source, at + 1 - ids.length);
      matched = borders[matched] ?? 0;
    }
  }
  return compared;
}
