/**
 * Terms of a sorted vocabulary that are spelt almost like one asked for, or begin like it. The vocabulary is
 * walked in order; as soon as the first letters of a term are too far away, all terms that begin so are leapt
 * over. Bounded: in a vocabulary too large to be walked, terms with another first letter may be missed.
 */
import { lowerBound, type StringList } from "./string-list.ts";

export interface FoundTerm {
  readonly term: string;
  /** See `NearTerm.distance`. */
  readonly distance: number | null;
}

/** Terms shorter than this one have too many neighbours to mean anything. */
const SHORTEST = 3;
/** From this length two letters may differ. */
const LONG = 8;
/** Letters that terms which "begin alike" share. */
const SHARED_LETTERS = 5;
const MOST_ALIKE = 50;
/** Terms or beginnings looked at for one term: some ten milliseconds. */
const MOST_STEPS = 30_000;

/** The near ones in order of the vocabulary, the term itself, if it is there, at distance 0; then those alike. */
export function findNearTerms(vocabulary: StringList, term: string): FoundTerm[] {
  const found = new Map<string, number | null>();
  if (term.length >= SHORTEST) {
    const walk = new NeighbourWalk(vocabulary, term, term.length >= LONG ? 2 : 1);
    for (const [near, distance] of walk.find()) found.set(near, distance);
    addAlike(vocabulary, term, found);
  }
  return Array.from(found, ([near, distance]) => ({ term: near, distance }));
}

function addAlike(vocabulary: StringList, term: string, found: Map<string, number | null>): void {
  const beginning = term.slice(0, SHARED_LETTERS);
  if (beginning.length < SHARED_LETTERS) return;
  let place = lowerBound(vocabulary, beginning);
  for (let count = 0; place < vocabulary.length && count < MOST_ALIKE; place++, count++) {
    const candidate = vocabulary.at(place);
    if (!candidate.startsWith(beginning)) return;
    if (!found.has(candidate)) found.set(candidate, null);
  }
}

/**
 * Restricted Damerau-Levenshtein distance (a swap of neighbours counts one), row by row: a row belongs to a
 * beginning, so that the rows of what neighbouring terms share are computed once.
 */
class NeighbourWalk {
  readonly #vocabulary: StringList;
  readonly #wanted: string;
  readonly #reach: number;
  readonly #rows: number[][];
  readonly #found: (readonly [term: string, distance: number])[] = [];
  /** The term, or beginning of one, whose rows are there. */
  #previous = "";
  #steps = 0;

  constructor(vocabulary: StringList, wanted: string, reach: number) {
    this.#vocabulary = vocabulary;
    this.#wanted = wanted;
    this.#reach = reach;
    this.#rows = [Array.from({ length: wanted.length + 1 }, (_, place) => place)];
  }

  /** In order. Terms with the same first letter come to be looked at first: few errors are made there. */
  find(): readonly (readonly [term: string, distance: number])[] {
    const start = lowerBound(this.#vocabulary, this.#wanted.slice(0, 1));
    const end = lowerBound(this.#vocabulary, afterPrefix(this.#wanted.slice(0, 1)), start);
    this.#walk(start, end);
    this.#walk(0, start);
    this.#walk(end, this.#vocabulary.length);
    return this.#found.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #walk(start: number, end: number): void {
    for (let place = start; place < end && this.#steps < MOST_STEPS; this.#steps++) {
      const term = this.#vocabulary.at(place);
      const tooFar = this.#follow(term);
      if (tooFar !== null) {
        place = leap(this.#vocabulary, afterPrefix(tooFar), place + 1);
        continue;
      }
      const distance = this.#rows[term.length]?.[this.#wanted.length] ?? 0;
      if (distance <= this.#reach) this.#found.push([term, distance]);
      place++;
    }
  }

  /** Computes the rows of a term; gives the beginning of it that nothing near the wanted one can have, or null. */
  #follow(term: string): string | null {
    let depth = sharedLetters(this.#previous, term);
    let isTooFar = false;
    while (depth < term.length && !isTooFar) {
      const row = nextRow(this.#rows, depth, term, this.#wanted);
      // A swap reaches back over one row.
      isTooFar = Math.min(...row) > this.#reach && Math.min(...(this.#rows[depth] ?? [])) >= this.#reach;
      this.#rows[++depth] = row;
    }
    this.#previous = term.slice(0, depth);
    return isTooFar ? this.#previous : null;
  }
}

function nextRow(rows: readonly number[][], depth: number, term: string, wanted: string): number[] {
  const above = rows[depth] ?? [];
  const twoAbove = rows[depth - 1];
  const row = [depth + 1];
  for (let column = 1; column <= wanted.length; column++) {
    const isSame = term[depth] === wanted[column - 1];
    let cost = Math.min(
      (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      (above[column] ?? 0) + 1,
      (row[column - 1] ?? 0) + 1,
    );
    const isSwap = column > 1 && term[depth] === wanted[column - 2] && term[depth - 1] === wanted[column - 1];
    if (isSwap) cost = Math.min(cost, (twoAbove?.[column - 2] ?? 0) + 1);
    row.push(cost);
  }
  return row;
}

function sharedLetters(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most && a[shared] === b[shared]) shared++;
  return shared;
}

/** As `lowerBound`, for a place that is likely near. */
function leap(vocabulary: StringList, wanted: string, from: number): number {
  let stride = 1;
  while (from + stride < vocabulary.length && vocabulary.at(from + stride) < wanted) stride *= 2;
  return lowerBound(vocabulary, wanted, from + (stride >> 1), Math.min(vocabulary.length, from + stride));
}

/** A string that comes after all that begin with `prefix`. */
function afterPrefix(prefix: string): string {
  return `${prefix}\uffff`;
}
