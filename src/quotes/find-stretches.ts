/**
 * Finds the stretches of the sources that share most with a claim: pairs of neighbouring words vote for the place
 * where the claim would begin, rare pairs with more weight. Alignment decides among them.
 */
import type { ClaimWord } from "./claim-words.ts";
import type { WordRange } from "./match-claim.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

export interface Stretch extends WordRange {
  readonly source: IndexedSource;
  readonly weight: number;
}

/** Begins within this many words of each other count as one. */
const BUCKET = 32;
/** Pairs that stand more often than this say too little to be looked up, unless there are no others. */
const COMMON = 400;
const COMMONEST = 20_000;
const MOST_STRETCHES = 6;
/** Claims with no whole pair in the sources are looked up by words, if they are short. */
const SHORT_CLAIM = 12;
const COMMON_WORD = 2_000;

interface Bucket {
  readonly weight: number;
  /** A place that voted: it tells the source. */
  readonly place: number;
}

interface Heavy extends Bucket {
  readonly begin: number;
}

class Votes {
  readonly #buckets = new Map<number, Bucket>();

  add(begin: number, place: number, weight: number): void {
    const key = Math.floor(begin / BUCKET);
    const known = this.#buckets.get(key);
    this.#buckets.set(key, { weight: (known?.weight ?? 0) + weight, place });
  }

  get isEmpty(): boolean {
    return this.#buckets.size === 0;
  }

  /** The heaviest buckets, each with the one behind it; first buckets first among equals. */
  heaviest(count: number, preferred: IndexedSource | null): Heavy[] {
    const weightOf = (key: number): number => this.#buckets.get(key)?.weight ?? 0;
    const sums = Array.from(this.#buckets, ([key, { weight, place }]) => ({
      begin: key * BUCKET,
      place,
      weight: weight + weightOf(key + 1) + weightOf(key - 1) / 2,
    }));
    sums.sort((a, b) => b.weight - a.weight || a.begin - b.begin);
    const isOwn = ({ place }: Heavy): boolean =>
      preferred !== null && place >= preferred.first && place < preferred.last;
    return [...new Set([...sums.slice(0, count), ...sums.filter(isOwn).slice(0, 2)])];
  }
}

function voteByPairs(index: WordIndex, words: readonly ClaimWord[], votes: Votes): void {
  const pairs = words.slice(0, -1).map((word, at) => {
    const next = words[at + 1]?.id ?? -1;
    return { at, first: word.id, second: next, places: index.countPair(word.id, next) };
  });
  const known = pairs.filter(({ places }) => places > 0);
  const rare = known.filter(({ places }) => places <= COMMON);
  const few = known
    .filter(({ places }) => places <= COMMONEST)
    .sort((a, b) => a.places - b.places || a.at - b.at);
  for (const { at, first, second, places } of rare.length > 0 ? rare : few.slice(0, 3)) {
    const weight = Math.log(2 + index.size / places);
    index.visitPair(first, second, (place) => {
      votes.add(place - at, place, weight);
      return true;
    });
  }
}

function voteByWords(index: WordIndex, words: readonly ClaimWord[], votes: Votes): void {
  words.forEach(({ id }, word) => {
    const count = id < 0 ? 0 : (index.counts[id] ?? 0);
    if (count === 0 || count > COMMON_WORD) return;
    const weight = Math.log(2 + index.size / count);
    for (let at = index.ids.indexOf(id); at !== -1 && at < index.size; at = index.ids.indexOf(id, at + 1))
      votes.add(at - word, at, weight);
  });
}

/**
 * The likeliest stretches, best first, those of `preferred` among them where it has any. `room`: words that ellipses
 * may leave out.
 */
export function findStretches(
  index: WordIndex,
  words: readonly ClaimWord[],
  room: number,
  preferred: IndexedSource | null,
): Stretch[] {
  const votes = new Votes();
  voteByPairs(index, words, votes);
  if (votes.isEmpty && words.length <= SHORT_CLAIM) voteByWords(index, words, votes);
  const margin = BUCKET + Math.ceil(words.length / 4);
  return votes.heaviest(MOST_STRETCHES, preferred).map(({ begin, place, weight }) => {
    const source = index.sourceAt(place);
    const from = Math.max(source.first, Math.min(begin - margin - room, place));
    const to = Math.min(source.last, begin + BUCKET + words.length + margin + room);
    return { source, from, to: Math.max(to, from), weight };
  });
}
