/**
 * Compares words of a claim with words of a source, one after the other, from a known place on. Lenient only where a
 * hyphen or a line end cuts a word in two, and where the source holds a mark that readers do not read.
 */
import type { ClaimWord } from "./claim-words.ts";
import { mayJoin } from "./joined-words.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

/** A word is cut in two at most this often. */
const MOST_CUTS = 3;

/** Words compared so far, by whoever shares it: what bounds the work on texts that repeat themselves. */
export interface Work {
  steps: number;
}

/** Where the sides stand after a step: how many words of each are used up. */
interface Step {
  readonly claim: number;
  readonly source: number;
}

function joinClaim(words: readonly ClaimWord[], from: number, count: number): string | null {
  let joined = "";
  for (let at = from; at < from + count; at += 1) {
    const word = words[at];
    if (word === undefined || (at < from + count - 1 && !word.joinsNext)) return null;
    joined += word.key;
  }
  return joined;
}

function joinSource(
  index: WordIndex,
  { source, last }: IndexedSource,
  from: number,
  count: number,
): string | null {
  let joined = index.keyAt(from);
  for (let at = from + 1; at < from + count; at += 1) {
    if (at >= last) return null;
    const between = source.text.slice(
      index.ends[at - 1],
      Math.min((index.ends[at - 1] ?? 0) + 41, index.starts[at] ?? 0),
    );
    const key = index.keyAt(at);
    if (!mayJoin(index.keyAt(at - 1), between, key)) return null;
    joined += key;
  }
  return joined;
}

/** A step over words that are equal once they are joined; null when there is none. `claimAt`, `sourceAt` come first. */
function stepJoined(
  index: WordIndex,
  source: IndexedSource,
  words: readonly ClaimWord[],
  claimAt: (count: number) => number,
  sourceAt: (count: number) => number,
): Step | null {
  for (let claim = 1; claim <= MOST_CUTS; claim += 1) {
    const claimed = joinClaim(words, claimAt(claim), claim);
    if (claimed === null) return null;
    for (let taken = 1; taken <= MOST_CUTS; taken += 1) {
      const from = sourceAt(taken);
      if (from < source.first) break;
      const joined = joinSource(index, source, from, taken);
      if (joined === null) break;
      if (joined === claimed && claim + taken > 2) return { claim, source: taken };
    }
  }
  return null;
}

/**
 * Whether words `from` to `to` of the claim stand at `at`. Answers the place of the first word behind them,
 * or -1.
 */
export function matchForward(
  index: WordIndex,
  source: IndexedSource,
  words: readonly ClaimWord[],
  from: number,
  to: number,
  at: number,
  work: Work = { steps: 0 },
): number {
  let next = at;
  for (let word = from; word < to; ) {
    work.steps += 1;
    if (next >= source.last) return -1;
    const base = next;
    if (index.ids[next] === words[word]?.id) {
      word += 1;
      next += 1;
      continue;
    }
    const first = word;
    const step = stepJoined(
      index,
      source,
      words,
      () => first,
      () => base,
    );
    if (step !== null && word + step.claim <= to) {
      word += step.claim;
      next += step.source;
    } else if (next > at && index.isOptional(next)) next += 1;
    else return -1;
  }
  return next;
}

/** The same, backwards: words `to - 1` down to `from` end at `at`. Answers the place of the first of them, or -1. */
export function matchBackward(
  index: WordIndex,
  source: IndexedSource,
  words: readonly ClaimWord[],
  from: number,
  to: number,
  at: number,
  work: Work = { steps: 0 },
): number {
  let next = at;
  for (let word = to - 1; word >= from; ) {
    work.steps += 1;
    if (next < source.first) return -1;
    if (index.ids[next] === words[word]?.id) {
      word -= 1;
      next -= 1;
      continue;
    }
    const [lastWord, lastAt] = [word, next];
    const step = stepJoined(
      index,
      source,
      words,
      (count) => lastWord - count + 1,
      (count) => lastAt - count + 1,
    );
    if (step !== null && word - step.claim + 1 >= from) {
      word -= step.claim;
      next -= step.source;
    } else if (index.isOptional(next)) next -= 1;
    else return -1;
  }
  return next + 1;
}
