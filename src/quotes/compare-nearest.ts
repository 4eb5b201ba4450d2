/** For a claim that stands nowhere: the passage it comes closest to, and how it differs from it. */
import { type AlignedPair, alignWords, isSamePair } from "./align-words.ts";
import { endsSentence } from "./boundaries.ts";
import type { Claim } from "./claim.ts";
import { diffWords } from "./diff-words.ts";
import { findStretches } from "./find-stretches.ts";
import { flagChanges } from "./flag-changes.ts";
import { judgeElision } from "./judge-elision.ts";
import type { WordRange } from "./match-claim.ts";
import { pairEdges } from "./pair-edges.ts";
import type { DiffPart, QuoteFlag } from "./quote-check.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

export interface Comparison extends WordRange {
  readonly source: IndexedSource;
  /** Share of the claim's words that stand in the passage in order, from 0 to 1. */
  readonly share: number;
  /** The same, rare words counting more than common ones. */
  readonly weightedShare: number;
  /** The claim's words that stand in the passage in order. */
  readonly shared: number;
  /** Words are skipped from one sentence into another, and no ellipsis may leave them out. */
  readonly leapsOverBorder: boolean;
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
}

/** Words an ellipsis makes room for when a passage is sought, for each and for all. */
const ROOM_FOR_ONE = 80;
const ROOM_FOR_ALL = 320;
/** Alignments cost words times stretch: long claims get fewer. */
const MANY_WORDS = 400;
/** Skipping up to three words is an alteration, wherever they stand. */
const SMALL_SKIP = 3;

function findElidedAfter({ pieces, holes, words }: Claim): ReadonlySet<number> {
  const elided = new Set<number>();
  pieces.slice(0, -1).forEach(({ to }, piece) => {
    if (!holes[piece + 1]?.hasEllipsis) return;
    for (let word = to - 1; word < (pieces[piece + 1]?.from ?? words.length); word += 1) elided.add(word);
  });
  return elided;
}

function weightOf(index: WordIndex, id: number): number {
  return Math.log(2 + index.size / (id < 0 ? 1 : (index.counts[id] ?? 1)));
}

/** Pairs whose words of the source are left out where the claim has an ellipsis. */
function findFreePairs(
  pairs: readonly AlignedPair[],
  elidedAfter: ReadonlySet<number>,
): ReadonlySet<AlignedPair> {
  const free = new Set<AlignedPair>();
  let word = -1;
  for (const pair of pairs) {
    if (pair.word >= 0) word = pair.word;
    else if (elidedAfter.has(word)) free.add(pair);
  }
  return free;
}

/** Whether words are skipped over the end of a sentence: silently more than a few, or too many for an ellipsis. */
function leapsOverBorder(
  index: WordIndex,
  claim: Claim,
  pairs: readonly AlignedPair[],
  free: ReadonlySet<AlignedPair>,
): boolean {
  const inSource = pairs.filter(({ at }) => at >= 0);
  for (let next = 0; next < inSource.length; ) {
    const from = inSource[next]?.at ?? 0;
    let [end, silent, crosses] = [next, 0, false];
    for (; end < inSource.length; end += 1) {
      const pair = inSource[end];
      if (pair === undefined || isSamePair(index, claim.words, pair)) break;
      if (!free.has(pair)) silent += 1;
      crosses ||= endsSentence(index, pair.at);
    }
    const gap = { from, to: inSource[end]?.at ?? from };
    crosses ||= end > next && end < inSource.length && endsSentence(index, gap.to);
    if (silent > SMALL_SKIP && crosses) return true;
    if (end > next && gap.to > from && silent === 0 && judgeElision(index, gap).includes("far")) return true;
    next = Math.max(end, next + 1);
  }
  return false;
}

/** Compares a claim with one stretch of a source; null when they share no word. */
export function compareWith(
  index: WordIndex,
  claim: Claim,
  source: IndexedSource,
  stretch: WordRange,
): Comparison | null {
  const { words } = claim;
  const elidedAfter = findElidedAfter(claim);
  const { pairs: aligned } = alignWords(index, words, stretch, elidedAfter);
  const pairs = pairEdges(index, aligned, source);
  const same = pairs.filter((pair) => isSamePair(index, words, pair));
  const places = pairs.filter(({ at }) => at >= 0);
  const [first, last] = [places[0], places.at(-1)];
  if (same.length === 0 || first === undefined || last === undefined) return null;
  const own = words.filter(({ isBracketed }) => !isBracketed);
  const total = own.reduce((sum, { id }) => sum + weightOf(index, id), 0);
  const sharedWeight = same.reduce((sum, { at }) => sum + weightOf(index, index.ids[at] ?? -1), 0);
  const free = findFreePairs(pairs, elidedAfter);
  return {
    source,
    from: first.at,
    to: last.at + 1,
    share: Math.min(1, same.length / Math.max(1, own.length)),
    weightedShare: total === 0 ? 0 : Math.min(1, sharedWeight / total),
    shared: same.length,
    leapsOverBorder: leapsOverBorder(index, claim, pairs, free),
    diff: diffWords(index, claim, pairs),
    flags: flagChanges(index, claim, pairs, (pair) => free.has(pair)),
  };
}

/** The closest passages, closest first; those of `preferred` come first among equals. */
export function compareNearest(
  index: WordIndex,
  claim: Claim,
  preferred: IndexedSource | null,
): Comparison[] {
  const ellipses = claim.holes.filter((hole) => hole?.hasEllipsis).length;
  const room = Math.min(ROOM_FOR_ALL, ellipses * ROOM_FOR_ONE);
  const stretches = findStretches(index, claim.words, room, preferred);
  const most = claim.words.length > MANY_WORDS ? 2 : stretches.length;
  const compared = stretches.slice(0, most).flatMap(({ source, from, to }) => {
    return compareWith(index, claim, source, { from, to }) ?? [];
  });
  const isPreferred = ({ source }: Comparison): number => (source === preferred ? 1 : 0);
  return compared.sort(
    (a, b) =>
      b.share - a.share ||
      isPreferred(b) - isPreferred(a) ||
      a.to - a.from - (b.to - b.from) ||
      a.from - b.from,
  );
}
