/**
 * The words of all sources in one row, and where each pair of neighbouring words stands: what a claimed quotation is
 * looked up in. Typed arrays throughout: about 18 bytes a word beside the texts themselves. Never reads a file.
 */
import type { Source } from "../corpus/source.ts";
import { findOptionalSpans } from "./optional-spans.ts";
import { findBucket, placePairs } from "./pair-places.ts";
import { scanWords } from "./scan-words.ts";
import { wordKey } from "./word-key.ts";

/** Words `first` to `last` (exclusive) of the row are the source's. */
export interface IndexedSource {
  readonly source: Source;
  readonly first: number;
  readonly last: number;
}

export interface WordIndex {
  readonly sources: readonly IndexedSource[];
  readonly size: number;
  /** For each word of the row: its key's number, and its range in its source's text. */
  readonly ids: Int32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** How often each key stands in the row. */
  readonly counts: Uint32Array;
  /** The number of a key; -1 when no source has it. */
  idOf(key: string): number;
  /** Whether a quotation may leave out the word at `at`. */
  isOptional(at: number): boolean;
  /** The key of the word at `at`; "" where there is none. */
  keyAt(at: number): string;
  sourceAt(at: number): IndexedSource;
  /** An upper bound for the places of a pair; 0 is certain. */
  countPair(first: number, second: number): number;
  /** Calls `visit` with each place where `first` is followed by `second`, in order, until it returns false. */
  visitPair(first: number, second: number, visit: (at: number) => boolean): void;
}

/** Grows as words come in. */
class WordRow {
  ids = new Int32Array(1 << 12);
  starts = new Uint32Array(1 << 12);
  ends = new Uint32Array(1 << 12);
  size = 0;

  add(id: number, start: number, end: number): void {
    if (this.size === this.ids.length) this.#grow();
    this.ids[this.size] = id;
    this.starts[this.size] = start;
    this.ends[this.size] = end;
    this.size += 1;
  }

  #grow(): void {
    const length = Math.ceil(this.size * 1.7);
    const [ids, starts, ends] = [new Int32Array(length), new Uint32Array(length), new Uint32Array(length)];
    ids.set(this.ids);
    starts.set(this.starts);
    ends.set(this.ends);
    [this.ids, this.starts, this.ends] = [ids, starts, ends];
  }
}

/** Numbers for keys, in the order in which they are met. */
class Vocabulary {
  readonly keys: string[] = [];
  readonly #byKey = new Map<string, number>();
  /** Folding is dear, and most words come again in the same spelling. */
  readonly #bySpelling = new Map<string, number>();

  idOf(key: string): number {
    return this.#byKey.get(key) ?? -1;
  }

  add(spelling: string): number {
    const known = this.#bySpelling.get(spelling);
    if (known !== undefined) return known;
    const key = wordKey(spelling);
    let id = this.#byKey.get(key);
    if (id === undefined) {
      id = this.keys.length;
      this.keys.push(key);
      this.#byKey.set(key, id);
    }
    this.#bySpelling.set(spelling, id);
    return id;
  }

  forgetSpellings(): void {
    this.#bySpelling.clear();
  }
}

/** Marks the words of a source that lie in optional spans. */
function markOptional(row: WordRow, { source, first, last }: IndexedSource, optional: Set<number>): void {
  const spans = findOptionalSpans(source.text, source.bodyStart);
  let at = first;
  for (const span of spans) {
    while (at > first && (row.starts[at - 1] ?? 0) >= span.start) at -= 1;
    while (at < last && (row.starts[at] ?? 0) < span.start) at += 1;
    for (; at < last && (row.ends[at] ?? 0) <= span.end; at += 1) optional.add(at);
  }
}

/** Reads all sources once: some five million characters a second. */
export function buildWordIndex(sources: readonly Source[]): WordIndex {
  const row = new WordRow();
  const vocabulary = new Vocabulary();
  const optional = new Set<number>();
  const indexed = sources.map((source): IndexedSource => {
    const first = row.size;
    const { text } = source;
    scanWords(text, source.bodyStart, text.length, (start, end, mark) => {
      // A mark that closes a quotation is dress, one for feet or inches is not.
      if (mark === "close") optional.add(row.size);
      row.add(vocabulary.add(text.slice(start, end)), start, end);
    });
    const entry = { source, first, last: row.size };
    markOptional(row, entry, optional);
    return entry;
  });
  vocabulary.forgetSpellings();
  return openWordIndex(row, vocabulary, optional, indexed);
}

function openWordIndex(
  { ids, starts, ends, size }: WordRow,
  vocabulary: Vocabulary,
  optional: ReadonlySet<number>,
  sources: readonly IndexedSource[],
): WordIndex {
  const { keys } = vocabulary;
  const counts = new Uint32Array(keys.length);
  for (let at = 0; at < size; at += 1) {
    const id = ids[at] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  const pairs = placePairs(ids, size, sources);
  return {
    sources,
    size,
    ids,
    starts,
    ends,
    counts,
    idOf: (key) => vocabulary.idOf(key),
    isOptional: (at) => optional.has(at),
    keyAt: (at) => keys[ids[at] ?? -1] ?? "",
    sourceAt: (at) => findSource(sources, at),
    countPair: (first, second) => {
      if (first < 0 || second < 0) return 0;
      const [from, to] = findBucket(pairs, first, second);
      return to - from;
    },
    visitPair: (first, second, visit) => {
      if (first < 0 || second < 0) return;
      const [from, to] = findBucket(pairs, first, second);
      for (let slot = from; slot < to; slot += 1) {
        const at = pairs.places[slot] ?? 0;
        if (ids[at] === first && ids[at + 1] === second && !visit(at)) return;
      }
    },
  };
}

/** The source that holds a word of the row. */
function findSource(sources: readonly IndexedSource[], at: number): IndexedSource {
  let [low, high] = [0, sources.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sources[middle]?.last ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const found = sources[low];
  if (found === undefined) throw new RangeError(`no source holds word ${at}`);
  return found;
}
