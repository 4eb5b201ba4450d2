/** The sources of one revision in corpus order, and which of them a key belongs to. */
import type { KnownSource } from "./write-sources.ts";

/** A source of one revision, and where its passages stand in the corpus. */
export interface Shelf {
  readonly record: KnownSource;
  readonly firstKey: number;
}

export function shelve(sources: readonly KnownSource[]): readonly Shelf[] {
  let firstKey = 0;
  return sources.map((record) => {
    const shelf = { record, firstKey };
    firstKey += record.passages;
    return shelf;
  });
}

/** The shelf of a key: the last one that does not start after it. */
export function shelfAt(shelves: readonly Shelf[], key: number): Shelf | undefined {
  let [low, high] = [0, shelves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shelves[middle]?.firstKey ?? 0) <= key) low = middle + 1;
    else high = middle;
  }
  const shelf = shelves[low - 1];
  return shelf !== undefined && key >= 0 && key - shelf.firstKey < shelf.record.passages ? shelf : undefined;
}
