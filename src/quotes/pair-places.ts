/** Where each pair of neighbouring words stands, in two typed arrays: a hash table laid out by a counting sort. */
import type { IndexedSource } from "./word-index.ts";

/** The places of bucket `b` are `places[heads[b]]` to `places[heads[b + 1]]`, ascending. Pairs may share a bucket. */
export interface PairPlaces {
  readonly heads: Uint32Array;
  readonly places: Uint32Array;
  readonly mask: number;
}

function hashPair(first: number, second: number, mask: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** Calls `visit` with each pair's bucket and place, last first. Pairs never reach over the end of a source. */
function visitPairsBackwards(
  ids: Int32Array,
  sources: readonly IndexedSource[],
  mask: number,
  visit: (bucket: number, at: number) => void,
): void {
  for (const { first, last } of sources.toReversed())
    for (let at = last - 2; at >= first; at -= 1) visit(hashPair(ids[at] ?? 0, ids[at + 1] ?? 0, mask), at);
}

/** Lays out the pairs of `size` words: about one bucket for two of them. */
export function placePairs(ids: Int32Array, size: number, sources: readonly IndexedSource[]): PairPlaces {
  const mask = 2 ** Math.max(8, Math.ceil(Math.log2(size + 1)) - 1) - 1;
  const heads = new Uint32Array(mask + 2);
  visitPairsBackwards(ids, sources, mask, (bucket) => {
    heads[bucket] = (heads[bucket] ?? 0) + 1;
  });
  let sum = 0;
  for (let bucket = 0; bucket < heads.length; bucket += 1) {
    sum += heads[bucket] ?? 0;
    heads[bucket] = sum;
  }
  const places = new Uint32Array(sum);
  // Filling each bucket from behind, last place first, turns its end into its beginning.
  visitPairsBackwards(ids, sources, mask, (bucket, at) => {
    const slot = (heads[bucket] ?? 0) - 1;
    heads[bucket] = slot;
    places[slot] = at;
  });
  return { heads, places, mask };
}

/** The slots of `places` that may hold a pair: half-open. */
export function findBucket(
  { heads, mask }: PairPlaces,
  first: number,
  second: number,
): readonly [number, number] {
  const bucket = hashPair(first, second, mask);
  return [heads[bucket] ?? 0, heads[bucket + 1] ?? 0];
}
