/**
 * The disagreements of a whole corpus. Claims are only compared when they are of one kind, said in one manner, and
 * share two words that are rare among their like: near linear in the number of sentences.
 */
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { Claim } from "./claim.ts";
import { compareClaims } from "./compare-claims.ts";
import { type ClaimPair, type FoundDisagreement, groupPairs } from "./find-disagreements.ts";
import { readClaims } from "./read-claims.ts";

/** Words looked up for a claim, rarest first; and the most claims that a word may bring. */
const WORDS_LOOKED_UP = 6;
const MOST_BROUGHT = 150;
const LEAST_IN_COMMON = 2;

/** The disagreements among these sources of the index (all by default), surest first. */
export async function listDisagreements(
  index: CorpusIndex,
  sourceIds: readonly string[] = index.sources.map(({ id }) => id),
  signal?: AbortSignal,
): Promise<readonly FoundDisagreement[]> {
  const buckets = new Map<string, Claim[]>();
  for (const id of sourceIds) {
    for (const passage of await index.passagesOf(id)) {
      signal?.throwIfAborted();
      for (const sentence of passage.passage.sentences) {
        for (const claim of readClaims({ passage, sentence })) {
          const bucket = `${claim.kind}\n${claim.manner}`;
          const held = buckets.get(bucket);
          if (held === undefined) buckets.set(bucket, [claim]);
          else held.push(claim);
        }
      }
    }
  }
  return groupPairs([...buckets.values()].flatMap(pairsInBucket));
}

function pairsInBucket(claims: readonly Claim[]): ClaimPair[] {
  const byWord = new Map<string, number[]>();
  for (const [at, claim] of claims.entries()) {
    for (const key of wordsOf(claim)) {
      const held = byWord.get(key);
      if (held === undefined) byWord.set(key, [at]);
      else held.push(at);
    }
  }
  const pairs: ClaimPair[] = [];
  for (const [at, a] of claims.entries()) {
    for (const other of candidatesFor(a, at, byWord)) {
      const b = claims[other];
      const match = b === undefined ? null : compareClaims(a, b);
      if (b !== undefined && match !== null) pairs.push({ a, b, match });
    }
  }
  return pairs;
}

/** Later claims that share enough of this one's rarest words. */
function candidatesFor(claim: Claim, at: number, byWord: ReadonlyMap<string, readonly number[]>): number[] {
  const postings = [...wordsOf(claim)]
    .map((key) => byWord.get(key) ?? [])
    .filter(({ length }) => length > 1 && length <= MOST_BROUGHT)
    .sort((one, other) => one.length - other.length)
    .slice(0, WORDS_LOOKED_UP);
  const counts = new Map<number, number>();
  for (const posting of postings) {
    for (const other of posting) if (other > at) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= Math.min(LEAST_IN_COMMON, postings.length))
    .map(([other]) => other);
}

function wordsOf({ said, near }: Claim): Set<string> {
  return new Set([...said.keys(), ...near.keys()]);
}
