/**
 * Where each word of a text stands, so that whether a run of words stands there once can be told without reading the
 * text again. Words are compared as browsers search: whatever their case and accents. In doubt a run is said to stand
 * more than once. Eight bytes a word, and an entry for each different one.
 */
import { WITHOUT_SPACES } from "../text/without-spaces.ts";

/** In scripts without spaces each character is taken for a word. */
const WORD = new RegExp(`(?:(?!${WITHOUT_SPACES.source})[\\p{L}\\p{N}\\p{M}])+|\\S`, "gu");
/** In UTF-16 code units: what longer words are told apart by. */
const TOLD_APART = 64;
/** Places of one word that are looked at. */
const MOST_PLACES = 256;
const ASCII = /^[\0-\x7f]*$/;

/** A run of words: the first, and the one behind the last; by their numbers. */
export interface WordRun {
  readonly first: number;
  readonly end: number;
}

export class WordPlaces {
  readonly #starts: Uint32Array;
  readonly #hashes: Uint32Array;
  /** The place before with the same word, or -1. */
  readonly #before: Int32Array;
  readonly #last = new Map<number, { place: number; count: number }>();

  /** Reads `text` once. */
  constructor(text: string) {
    const starts: number[] = [];
    const hashes: number[] = [];
    for (const { 0: word, index } of text.matchAll(WORD)) {
      starts.push(index);
      hashes.push(hashOf(word));
    }
    this.#starts = Uint32Array.from(starts);
    this.#hashes = Uint32Array.from(hashes);
    this.#before = new Int32Array(hashes.length);
    for (const [place, hash] of hashes.entries()) {
      const known = this.#last.get(hash);
      this.#before[place] = known?.place ?? -1;
      this.#last.set(hash, { place, count: (known?.count ?? 0) + 1 });
    }
  }

  /** The words that begin in a range of the text. */
  runIn(start: number, end: number): WordRun {
    return { first: this.#firstFrom(start), end: this.#firstFrom(end) };
  }

  /** Whether these words stand, one behind the other, nowhere else. */
  standsOnce(run: WordRun): boolean {
    return run.first < run.end && this.#placesOf(run)?.length === 1;
  }

  /** Whether these words stand nowhere between `from` and their own place. */
  isFirstFrom(run: WordRun, from: number): boolean {
    return (
      run.first < run.end &&
      (this.#placesOf(run)?.every((place) => place < from || place >= run.first) ?? false)
    );
  }

  /** Where a run stands, or null where its rarest word is too frequent to tell. */
  #placesOf({ first, end }: WordRun): number[] | null {
    let rarest = first;
    for (let at = first + 1; at < end; at += 1) if (this.#countAt(at) < this.#countAt(rarest)) rarest = at;
    if (this.#countAt(rarest) > MOST_PLACES) return null;
    const places: number[] = [];
    let place = this.#last.get(this.#hashes[rarest] ?? 0)?.place ?? -1;
    for (; place >= 0; place = this.#before[place] ?? -1) {
      const begin = place - (rarest - first);
      if (this.#isSame(begin, first, end - first)) places.push(begin);
    }
    return places;
  }

  #isSame(one: number, other: number, count: number): boolean {
    if (one < 0 || one + count > this.#hashes.length) return false;
    for (let at = 0; at < count; at += 1)
      if (this.#hashes[one + at] !== this.#hashes[other + at]) return false;
    return true;
  }

  #countAt(place: number): number {
    return this.#last.get(this.#hashes[place] ?? 0)?.count ?? 0;
  }

  #firstFrom(offset: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** FNV-1a over the letters. */
function hashOf(word: string): number {
  const lower = word.slice(0, TOLD_APART).toLowerCase();
  const key = ASCII.test(lower) ? lower : lower.normalize("NFKD").replace(/\p{M}/gu, "");
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
