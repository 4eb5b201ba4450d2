/**
 * Finds where a whole claim stands: its pieces in order, with no more between them than its ellipses and brackets
 * allow. Starts from the rarest pairs of words, so that a miss costs no more than a hit.
 */
import { type Anchor, type Pattern, visitAnchors } from "./anchors.ts";
import type { Claim, Hole } from "./claim.ts";
import { matchBackward, matchForward, type Work } from "./match-words.ts";
import { visitRepeats } from "./visit-repeats.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

/** Words of a source, `from` to `to` (exclusive). */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** A place where every piece of a claim stands, with the words of the source in its inner holes. */
export interface ClaimMatch extends WordRange {
  readonly source: IndexedSource;
  readonly pieces: readonly WordRange[];
}

/** Words an ellipsis may leave out before anybody asks whether it should. */
const LONGEST_GAP = 160;
/** Words of a source a bracket may stand for. */
const LONGEST_REPLACED = 6;
/** Comparisons across holes, for each place and in all: limits for hostile texts only. */
const MOST_TRIES_AT_PLACE = 4_000;
const MOST_TRIES = 400_000;
/** Words compared: no text reaches it but one that repeats itself, which is then searched by its very words. */
const MOST_STEPS = 2_000_000;
/** Pieces beyond this are no quotation. */
const MOST_PIECES = 200;
/** Matches are collected up to here, and counted beyond. */
const MOST_MATCHES = 1_000;

/** All words of the claim, brackets and ellipses taken for the source's own. */
export function literalPattern({ words }: Claim): Pattern {
  return { words, pieces: [{ from: 0, to: words.length }], holes: [null, null] };
}

/** The claim with its ellipses and brackets taken for the writer's. */
export function editedPattern({ words, pieces, holes }: Claim): Pattern {
  return { words, pieces, holes };
}

function longestGap(hole: Hole | null): number {
  if (hole === null) return 0;
  if (hole.hasEllipsis) return LONGEST_GAP;
  return hole.to > hole.from && !hole.isRemark ? LONGEST_REPLACED : 0;
}

interface Search {
  readonly index: WordIndex;
  readonly pattern: Pattern;
  readonly source: IndexedSource;
  readonly work: Work;
  triesLeft: number;
}

/** What the search of a pattern may still spend. */
interface Budget extends Work {
  tries: number;
}

/** The places of a pattern. */
export interface FoundMatches {
  /** In the order of the sources; the first of them where there are many. */
  readonly matches: readonly ClaimMatch[];
  /** How many there are in all. */
  readonly total: number;
  /** False where the search was given up: there may be more. */
  readonly isComplete: boolean;
  /** Words compared to find them. */
  readonly steps: number;
}

/** Pieces `piece` and later, from `at` on; null when they do not follow. The nearest of several places is taken. */
function findLater(search: Search, piece: number, at: number): readonly WordRange[] | null {
  const { index, pattern, source, work } = search;
  const next = pattern.pieces[piece];
  if (next === undefined) return [];
  const reach = longestGap(pattern.holes[piece] ?? null);
  for (let from = at; from <= at + reach && from < source.last; from += 1) {
    if (reach > 0) search.triesLeft -= 1;
    if (search.triesLeft < 0 || work.steps > MOST_STEPS) return null;
    const to = matchForward(index, source, pattern.words, next.from, next.to, from, work);
    const later = to === -1 ? null : findLater(search, piece + 1, to);
    if (later !== null) return [{ from, to }, ...later];
  }
  return null;
}

/** Pieces `piece` and earlier, the last of them ending before `at`. */
function findEarlier(search: Search, piece: number, at: number): readonly WordRange[] | null {
  const { index, pattern, source, work } = search;
  const previous = pattern.pieces[piece];
  if (previous === undefined) return [];
  const reach = longestGap(pattern.holes[piece + 1] ?? null);
  for (let to = at; to >= at - reach && to > source.first; to -= 1) {
    if (reach > 0) search.triesLeft -= 1;
    if (search.triesLeft < 0 || work.steps > MOST_STEPS) return null;
    const from = matchBackward(index, source, pattern.words, previous.from, previous.to, to - 1, work);
    const earlier = from === -1 ? null : findEarlier(search, piece - 1, from);
    if (earlier !== null) return [...earlier, { from, to }];
  }
  return null;
}

/** The match that has its anchor there. `budget` is drawn on. */
function matchAround(
  index: WordIndex,
  pattern: Pattern,
  { piece, word, at }: Anchor,
  budget: Budget,
): ClaimMatch | null {
  const source = index.sourceAt(at);
  const { words } = pattern;
  const own = pattern.pieces[piece] ?? { from: 0, to: 0 };
  const to = matchForward(index, source, words, word, own.to, at, budget);
  if (to === -1) return null;
  const from = word === own.from ? at : matchBackward(index, source, words, own.from, word, at - 1, budget);
  if (from === -1) return null;
  const triesHere = Math.min(MOST_TRIES_AT_PLACE, budget.tries);
  const search: Search = { index, pattern, source, work: budget, triesLeft: triesHere };
  const later = findLater(search, piece + 1, to);
  const earlier = later === null ? null : findEarlier(search, piece - 1, from);
  budget.tries -= triesHere - search.triesLeft;
  if (later === null || earlier === null) return null;
  const pieces = [...earlier, { from, to }, ...later];
  return { source, from: pieces[0]?.from ?? from, to: pieces.at(-1)?.to ?? to, pieces };
}

/** Of matches that share an end, the shortest: a wider one only reaches for a repeated piece. */
function keepShortest(matches: readonly ClaimMatch[]): ClaimMatch[] {
  const length = ({ from, to }: ClaimMatch): number => to - from;
  const bestBy = (key: (match: ClaimMatch) => number): Map<number, ClaimMatch> => {
    const best = new Map<number, ClaimMatch>();
    for (const match of matches) {
      const known = best.get(key(match));
      if (known === undefined || length(match) < length(known)) best.set(key(match), match);
    }
    return best;
  };
  const byStart = bestBy(({ from }) => from);
  const byEnd = bestBy(({ to }) => to);
  return matches.filter((match) => {
    const shortest = Math.max(length(byStart.get(match.from) ?? match), length(byEnd.get(match.to) ?? match));
    return length(match) <= shortest;
  });
}

/** Places of a pattern without holes by its very words: linear, whatever repeats in it. */
function findRepeats(index: WordIndex, { words }: Pattern, spent: number): FoundMatches {
  const matches: ClaimMatch[] = [];
  let total = 0;
  const compared = visitRepeats(index, words, (source, from) => {
    const piece = { from, to: from + words.length };
    if (total < MOST_MATCHES) matches.push({ source, ...piece, pieces: [piece] });
    total += 1;
  });
  return { matches, total, isComplete: true, steps: spent + compared };
}

/** Every place where the pattern stands. */
export function findMatches(index: WordIndex, pattern: Pattern): FoundMatches {
  if (pattern.pieces.length === 0 || pattern.pieces.length > MOST_PIECES)
    return { matches: [], total: 0, isComplete: true, steps: 0 };
  const found = new Map<string, ClaimMatch>();
  const begins = new Set<number>();
  const budget: Budget = { tries: MOST_TRIES, steps: 0 };
  visitAnchors(index, pattern, (anchor) => {
    const match = matchAround(index, pattern, anchor, budget);
    if (match !== null) {
      begins.add(match.from);
      const key = match.pieces.map(({ from, to }) => `${from}-${to}`).join();
      if (found.size < MOST_MATCHES) found.set(key, match);
    }
    return budget.tries > 0 && budget.steps <= MOST_STEPS;
  });
  const isComplete = budget.tries > 0 && budget.steps <= MOST_STEPS;
  if (!isComplete && pattern.pieces.length === 1) return findRepeats(index, pattern, budget.steps);
  const matches = keepShortest([...found.values()]).sort((a, b) => a.from - b.from || a.to - b.to);
  const total = found.size < MOST_MATCHES ? matches.length : begins.size;
  return { matches, total, isComplete, steps: budget.steps };
}
