/** For statements of a model: which of the sentences it was given say otherwise than those it cites. */
import type { Claim } from "./claim.ts";
import { type ComparedSentence, isSamePlace } from "./compared-sentence.ts";
import { pairsBetween } from "./find-disagreements.ts";
import { readClaims } from "./read-claims.ts";

/** The sentences of `offered` that contradict one of those handed in, in their order, without these. */
export function contraryAmong<T extends ComparedSentence>(
  offered: readonly T[],
): (cited: readonly T[]) => readonly T[] {
  const read = new Map<T, readonly Claim[]>();
  const claimsOf = (sentence: T) => {
    const claims = read.get(sentence) ?? readClaims(sentence);
    read.set(sentence, claims);
    return claims;
  };
  return (cited) => {
    const claims = cited.flatMap(claimsOf);
    return offered.filter(
      (one) =>
        !cited.some((other) => isSamePlace(one, other)) && pairsBetween(claims, claimsOf(one)).length > 0,
    );
  };
}
