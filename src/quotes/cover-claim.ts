/** Covers a claim with the longest runs of words that stand in the sources anywhere: what a stitched one is made of. */
import type { Claim } from "./claim.ts";
import { matchForward } from "./match-words.ts";
import type { WordIndex } from "./word-index.ts";

/** Words `from` to `to` (exclusive) of the claim, which stand at `at`. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Shorter runs are coincidence, unless an ellipsis stands on either side of them. */
const SHORTEST_RUN = 4;
/** Places tried for each pair of words. */
const MOST_PLACES = 400;

/** How many words from `from` on, up to `to`, stand at `at` one after the other. */
function lengthAt(index: WordIndex, claim: Claim, from: number, to: number, at: number): number {
  const source = index.sourceAt(at);
  let length = 0;
  while (
    from + length < to &&
    at + length < source.last &&
    index.ids[at + length] === claim.words[from + length]?.id
  )
    length += 1;
  if (from + length === to) return length;
  // Hyphens and marks may stand in the way: try the rest with leniency, word by word.
  let place = at + length;
  for (let word = from + length; word < to; word += 1) {
    const next = matchForward(index, source, claim.words, word, word + 1, place);
    if (next === -1) return word - from;
    place = next;
  }
  return to - from;
}

function longestRun(index: WordIndex, claim: Claim, from: number, to: number): Run {
  const [first, second] = [claim.words[from]?.id ?? -1, claim.words[from + 1]?.id ?? -1];
  let best: Run = { from, to: from + 1, at: -1 };
  if (from + 1 >= to) return best;
  let places = 0;
  index.visitPair(first, second, (at) => {
    places += 1;
    const length = lengthAt(index, claim, from, to, at);
    if (length > best.to - best.from) best = { from, to: from + length, at };
    return places < MOST_PLACES && from + length < to;
  });
  return best;
}

/**
 * Runs in the order of the claim, found from left to right. A run never reaches over an ellipsis or a bracket; one that
 * lies between two of them whole may be shorter than `SHORTEST_RUN`.
 */
export function coverClaim(index: WordIndex, claim: Claim): Run[] {
  const runs: Run[] = [];
  for (const { from, to } of claim.pieces) {
    const shortest = Math.min(SHORTEST_RUN, Math.max(2, to - from));
    for (let word = from; word < to; ) {
      const run = longestRun(index, claim, word, to);
      if (run.at === -1 || run.to - run.from < shortest) word += 1;
      else {
        runs.push(run);
        word = run.to;
      }
    }
  }
  return runs;
}
