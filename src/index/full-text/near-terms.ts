/**
 * Terms of a sorted vocabulary that are spelt almost like one asked for, or begin like it. The vocabulary is
 * walked in order; as soon as the first letters of a term are too far away, all terms that begin so are leapt
 * over. Bounded: a walk that becomes too long ends with what it has found.
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
/** Terms looked at in one walk: some ten milliseconds. */
const MOST_STEPS = 20_000;

/** The nearest first, equally near ones in order; the term itself, if it is there, at distance 0. */
export function findNearTerms(vocabulary: StringList, term: string): FoundTerm[] {
  const found = new Map<string, number | null>();
  if (term.length >= SHORTEST) {
    walkNeighbours(vocabulary, term, term.length >= LONG ? 2 : 1, found);
    addAlike(vocabulary, term, found);
  }
  return [...found]
    .map(([near, distance]) => ({ term: near, distance }))
    .sort((a, b) => (a.distance ?? 3) - (b.distance ?? 3));
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
 * prefix, so that the rows of what two neighbouring terms share are computed once.
 */
function walkNeighbours(
  vocabulary: StringList,
  wanted: string,
  reach: number,
  found: Map<string, number | null>,
): void {
  const rows: number[][] = [Array.from({ length: wanted.length + 1 }, (_, place) => place)];
  let previous = "";
  let place = 0;
  for (let steps = 0; place < vocabulary.length && steps < MOST_STEPS; steps++) {
    const term = vocabulary.at(place);
    let depth = sharedLetters(previous, term);
    previous = term;
    let isTooFar = false;
    for (; depth < term.length && !isTooFar; depth++) {
      const row = nextRow(rows, depth, term, wanted);
      rows[depth + 1] = row;
      isTooFar = Math.min(...row) > reach && Math.min(...(rows[depth] ?? [])) > reach - 1;
    }
    if (isTooFar) {
      previous = term.slice(0, depth);
      place = lowerBound(vocabulary, afterPrefix(previous), place + 1);
      continue;
    }
    const distance = rows[term.length]?.[wanted.length] ?? reach + 1;
    if (distance <= reach) found.set(term, distance);
    place++;
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

/** A string that comes after all that begin with `prefix`. */
function afterPrefix(prefix: string): string {
  return `${prefix}\uffff`;
}
