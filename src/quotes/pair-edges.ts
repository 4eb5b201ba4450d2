/**
 * A changed word at the edge of a claim stands for the source's word beside it: an alignment by shared words alone
 * would leave both out, and the reader could not see what was said instead.
 */
import type { AlignedPair } from "./align-words.ts";
import { endsSentence } from "./boundaries.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

/** `pairs` with the claim's unmatched first and last words set beside the source's, as far as the sentence goes. */
export function pairEdges(
  index: WordIndex,
  pairs: readonly AlignedPair[],
  { first, last }: IndexedSource,
): readonly AlignedPair[] {
  const from = pairs.findIndex(({ at }) => at >= 0);
  const to = pairs.findLastIndex(({ at }) => at >= 0);
  if (from === -1) return pairs;
  const paired = [...pairs];
  const set = (place: number, at: number): void => {
    const pair = pairs[place];
    if (pair !== undefined) paired[place] = { ...pair, at };
  };
  let at = pairs[from]?.at ?? 0;
  for (let place = from - 1; place >= 0 && at > first && !endsSentence(index, at - 1); place -= 1) {
    at -= 1;
    set(place, at);
  }
  at = pairs[to]?.at ?? 0;
  for (let place = to + 1; place < pairs.length && at + 1 < last && !endsSentence(index, at); place += 1) {
    at += 1;
    set(place, at);
  }
  return paired;
}
