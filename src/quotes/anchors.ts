/** Chooses where the search for a claim begins: at the places of its rarest pairs of words. */
import type { Hole, Piece } from "./claim.ts";
import type { ClaimWord } from "./claim-words.ts";
import type { WordIndex } from "./word-index.ts";

/** What a claim is matched by: all its words, or its pieces with holes between. */
export interface Pattern {
  readonly words: readonly ClaimWord[];
  readonly pieces: readonly Piece[];
  readonly holes: readonly (Hole | null)[];
}

const MOST_SEEDS = 4;
/** Claims up to this many words are also looked up by a single word. */
const SHORT_CLAIM = 8;

interface Seed {
  readonly piece: number;
  readonly word: number;
  readonly places: number;
}

/** The rarest pair of all, and the rarest of each third: one of them stands whole though a hyphen cut another. */
function chooseSeeds(index: WordIndex, { words, pieces }: Pattern): Seed[] {
  const seeds: Seed[] = [];
  pieces.forEach(({ from, to }, piece) => {
    for (let word = from; word < to - 1; word += 1) {
      const places = index.countPair(words[word]?.id ?? -1, words[word + 1]?.id ?? -1);
      if (places > 0) seeds.push({ piece, word, places });
    }
  });
  const rarest = (some: readonly Seed[]): Seed[] => {
    const [first, ...rest] = some;
    return first === undefined
      ? []
      : [rest.reduce((best, seed) => (seed.places < best.places ? seed : best), first)];
  };
  const third = words.length / 3;
  const parts = [0, 1, 2].flatMap((part) =>
    rarest(seeds.filter(({ word }) => word >= part * third && word < (part + 1) * third)),
  );
  const chosen = [...new Set([...rarest(seeds), ...parts])].slice(0, MOST_SEEDS);
  const fewest = chosen[0]?.places ?? 0;
  // A common pair adds nothing to a rare one but time.
  return chosen.filter(({ places }) => places <= Math.max(200, fewest * 20));
}

/** A word of a piece, and a place where it stands. */
export interface Anchor {
  readonly piece: number;
  readonly word: number;
  readonly at: number;
}

/** The rarest word of a claim that the sources have: the way to claims of one word, or with no whole pair. */
function rarestWord(index: WordIndex, { words, pieces }: Pattern): { piece: number; word: number } | null {
  let best: { piece: number; word: number; count: number } | null = null;
  pieces.forEach(({ from, to }, piece) => {
    for (let word = from; word < to; word += 1) {
      const id = words[word]?.id ?? -1;
      const count = id < 0 ? 0 : (index.counts[id] ?? 0);
      if (count > 0 && (best === null || count < best.count)) best = { piece, word, count };
    }
  });
  return best;
}

/** Calls `visit` with each anchor worth trying, until it returns false. */
export function visitAnchors(index: WordIndex, pattern: Pattern, visit: (anchor: Anchor) => boolean): void {
  const seeds = chooseSeeds(index, pattern);
  const { words } = pattern;
  for (const { piece, word } of seeds)
    index.visitPair(words[word]?.id ?? -1, words[word + 1]?.id ?? -1, (at) => visit({ piece, word, at }));
  if (seeds.length > 0 || words.length > SHORT_CLAIM) return;
  const single = rarestWord(index, pattern);
  if (single === null) return;
  const id = words[single.word]?.id ?? -1;
  for (let at = index.ids.indexOf(id); at !== -1 && at < index.size; at = index.ids.indexOf(id, at + 1))
    if (!visit({ ...single, at })) return;
}
