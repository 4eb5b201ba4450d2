/**
 * Decides whether the words in a writer's brackets are harmless: an explanation, a name for a pronoun, another ending.
 * A negation, a hedge or a number put in or taken away, or one name put for another, is not.
 */

import {
  differInNegativePrefix,
  isHedge,
  isNegation,
  isNumber,
  isPlainNegation,
  isStrongHedge,
} from "../text/word-kinds.ts";
import type { Claim, Hole } from "./claim.ts";
import type { ClaimWord } from "./claim-words.ts";
import type { WordRange } from "./match-claim.ts";
import { isClaimedName, isSourceName } from "./name-words.ts";
import type { WordIndex } from "./word-index.ts";

export type BracketFault = "negation" | "hedge" | "number" | "name" | "words";

/** An explanation longer than this is a text of its own. */
const MOST_INSERTED = 12;
type Kind = "negation" | "hedge" | "number";

function kindsOf(key: string): Kind[] {
  const kinds: Kind[] = [];
  if (isNegation(key)) kinds.push("negation");
  if (isStrongHedge(key)) kinds.push("hedge");
  if (isNumber(key)) kinds.push("number");
  return kinds;
}

/** Kinds of words that one side has and the other has not; of a hedge taken away even a weak one. */
function findKindsChanged(inserted: readonly string[], replaced: readonly string[]): Kind[] {
  const changed = new Set<Kind>();
  for (const key of inserted) if (!replaced.includes(key)) for (const kind of kindsOf(key)) changed.add(kind);
  for (const key of replaced)
    if (!inserted.includes(key))
      for (const kind of isHedge(key) ? [...kindsOf(key), "hedge" as const] : kindsOf(key))
        if (kind !== "negation" || isPlainNegation(key)) changed.add(kind);
  return [...changed];
}

/** `EU` for `European Union`. */
function isInitialsOf(short: readonly string[], long: readonly string[]): boolean {
  const initials = long.map((key) => key.charAt(0)).join("");
  return short.join("") === initials && long.length > 1;
}

/** Whether one name stands for another that it shares nothing with. */
function isOtherName(index: WordIndex, claim: Claim, hole: Hole, replaced: WordRange): boolean {
  const keys = (from: number, to: number, keyAt: (at: number) => string): string[] =>
    Array.from({ length: to - from }, (_, step) => keyAt(from + step));
  const inserted = keys(hole.from, hole.to, (at) => claim.words[at]?.key ?? "");
  const names = keys(replaced.from, replaced.to, (at) => index.keyAt(at));
  if (inserted.length === 0 || names.length === 0) return false;
  for (let at = hole.from; at < hole.to; at += 1) if (!isClaimedName(index, claim, at)) return false;
  for (let at = replaced.from; at < replaced.to; at += 1) if (!isSourceName(index, at)) return false;
  if (inserted.some((key) => names.includes(key))) return false;
  return !isInitialsOf(inserted, names) && !isInitialsOf(names, inserted);
}

/** `walk[ed]` stands for one word that begins like it; `[un]likely` for none. */
function judgeEnding(word: ClaimWord, replaced: readonly string[]): BracketFault[] {
  const [key = "", ...rest] = replaced;
  if (rest.length > 0 || key === "") return ["words"];
  if (key === word.key) return [];
  if (differInNegativePrefix(key, word.key)) return ["negation"];
  const stem = word.stem ?? "";
  return stem.length > 1 && (key.startsWith(stem) || stem.startsWith(key)) ? [] : ["words"];
}

/** Whether the bracketed words are those of the source: its own bracket, not the writer's. */
export function holdsOwnWords(index: WordIndex, claim: Claim, hole: Hole, replaced: WordRange): boolean {
  if (hole.to - hole.from !== replaced.to - replaced.from || hole.to === hole.from) return false;
  for (let step = 0; step < hole.to - hole.from; step += 1)
    if (index.ids[replaced.from + step] !== claim.words[hole.from + step]?.id) return false;
  return true;
}

/** What is wrong with a hole's bracket, given the words of the source in its place; empty when nothing is. */
export function judgeBracket(
  index: WordIndex,
  claim: Claim,
  hole: Hole,
  replaced: WordRange,
): readonly BracketFault[] {
  const words = claim.words.slice(hole.from, hole.to);
  const keys = Array.from({ length: replaced.to - replaced.from }, (_, step) =>
    index.keyAt(replaced.from + step),
  );
  const inserted = words.map(({ key }) => key);
  if (holdsOwnWords(index, claim, hole, replaced)) return [];
  const [first] = words;
  if (first !== undefined && first.stem !== null && words.length === 1) return judgeEnding(first, keys);
  if (hole.isRemark) return [];
  if (inserted.length > MOST_INSERTED) return ["words"];
  // An ellipsis beside the bracket left the words out; what it may leave out is judged as an elision.
  const changed: BracketFault[] = findKindsChanged(inserted, hole.hasEllipsis ? [] : keys);
  if (!hole.hasEllipsis && isOtherName(index, claim, hole, replaced)) changed.push("name");
  return changed;
}
