/** Says what kind of words an alignment changes: numbers, negations, hedges, names. */

import { differInNegativePrefix, isHedge, isNegation } from "../text/word-kinds.ts";
import { type AlignedPair, isSamePair } from "./align-words.ts";
import type { Claim } from "./claim.ts";
import { isClaimedName, isSourceName } from "./name-words.ts";
import { isFigureKey } from "./plain-words.ts";
import { FLAGS, type QuoteFlag } from "./quote-check.ts";
import type { WordIndex } from "./word-index.ts";

/** Words on one side only: as often as they are there more often than on the other side. */
function surplus(own: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const key of other) left.set(key, (left.get(key) ?? 0) + 1);
  return own.filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** Kinds of the words that differ, in the contract's order. `isFree` names pairs whose omission an ellipsis marks. */
export function flagChanges(
  index: WordIndex,
  claim: Claim,
  pairs: readonly AlignedPair[],
  isFree: (pair: AlignedPair) => boolean,
): QuoteFlag[] {
  const flags = new Set<QuoteFlag>();
  const changed = pairs.filter((pair) => !isSamePair(index, claim.words, pair) && !isFree(pair));
  const keyOf = ({ at }: AlignedPair): string => index.keyAt(at);
  const deleted = changed.filter(({ at }) => at >= 0);
  const inserted = changed.filter(({ word }) => word >= 0);
  const deletedKeys = deleted.map(keyOf);
  const insertedKeys = inserted.map(({ word }) => claim.words[word]?.key ?? "");
  for (const key of [...surplus(deletedKeys, insertedKeys), ...surplus(insertedKeys, deletedKeys)]) {
    if (isFigureKey(key)) flags.add("number");
    if (isNegation(key)) flags.add("negation");
    if (isHedge(key)) flags.add("hedge");
  }
  for (const pair of changed)
    if (
      pair.at >= 0 &&
      pair.word >= 0 &&
      differInNegativePrefix(keyOf(pair), claim.words[pair.word]?.key ?? "")
    )
      flags.add("negation");
  const moved = new Set(deletedKeys.filter((key) => insertedKeys.includes(key)));
  const isNameChange =
    deleted.some((pair) => !moved.has(keyOf(pair)) && isSourceName(index, pair.at)) ||
    inserted.some(
      ({ word }) => !moved.has(claim.words[word]?.key ?? "") && isClaimedName(index, claim, word),
    );
  if (isNameChange) flags.add("name");
  return FLAGS.filter((flag) => flags.has(flag));
}
