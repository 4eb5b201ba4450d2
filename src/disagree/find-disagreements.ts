/**
 * Which of some sentences give different values for the same thing. Pure: no model, no network, no index; it shows
 * what differs and never says who is right.
 */
import type { TextRange } from "../corpus/source.ts";
import { aboutPhrase } from "./about-phrase.ts";
import type { Claim } from "./claim.ts";
import { compareClaims, differ, type Match } from "./compare-claims.ts";
import { type ComparedSentence, isSamePlace } from "./compared-sentence.ts";
import { readClaims } from "./read-claims.ts";

/** A place that gives a value. */
export interface ValuePlace {
  readonly at: ComparedSentence;
  /** Of the value, in the source's text. */
  readonly range: TextRange;
}

/** A value, as its first place writes it, and all places that give it. */
export interface FoundSide {
  readonly value: string;
  readonly places: readonly ValuePlace[];
}

export interface FoundDisagreement {
  /** A short phrase in words of the sources. */
  readonly about: string;
  /** At least two. */
  readonly sides: readonly FoundSide[];
}

/** Two claims that cannot both be right. */
export interface ClaimPair {
  readonly a: Claim;
  readonly b: Claim;
  readonly match: Match;
}

/** The disagreements among `sentences`, surest first. All pairs are compared: meant for some dozens. */
export function findDisagreements(sentences: readonly ComparedSentence[]): readonly FoundDisagreement[] {
  return groupPairs(pairsAmong(sentences.flatMap(readClaims)));
}

/** Where sentences a statement cites are contradicted by others: each disagreement has a side among both. */
export function otherSides(
  cited: readonly ComparedSentence[],
  candidates: readonly ComparedSentence[],
): readonly FoundDisagreement[] {
  return groupPairs(pairsBetween(cited.flatMap(readClaims), candidates.flatMap(readClaims)));
}

function pairsAmong(claims: readonly Claim[]): ClaimPair[] {
  return claims.flatMap((a, at) => pairsBetween([a], claims.slice(at + 1)));
}

/** The pairs of a claim of one list with one of the other. */
export function pairsBetween(some: readonly Claim[], others: readonly Claim[]): ClaimPair[] {
  const pairs: ClaimPair[] = [];
  for (const a of some) {
    for (const b of others) {
      const match = compareClaims(a, b);
      if (match !== null) pairs.push({ a, b, match });
    }
  }
  return pairs;
}

/** Pairs that share a claim become one disagreement of several sides; places that agree share a side. */
export function groupPairs(pairs: readonly ClaimPair[]): FoundDisagreement[] {
  const groups: { about: string; sides: Claim[][] }[] = [];
  const groupOf = new Map<Claim, { about: string; sides: Claim[][] }>();
  for (const { a, b, match } of [...pairs].sort((one, other) => other.match.score - one.match.score)) {
    const [known, second] = [groupOf.get(a), groupOf.get(b)];
    if (known !== undefined && second !== undefined) continue;
    const group = known ?? second;
    if (group === undefined) {
      const made = { about: aboutPhrase(a, b, match.shared), sides: [[a], [b]] };
      groups.push(made);
      groupOf.set(a, made).set(b, made);
      continue;
    }
    const added = known === undefined ? a : b;
    const isThere = group.sides.some((side) => side.some(({ at }) => isSamePlace(at, added.at)));
    if (isThere) continue;
    groupOf.set(added, group);
    const agreeing = group.sides.find((side) => side.every((claim) => !differ(claim, added)));
    if (agreeing === undefined) group.sides.push([added]);
    else agreeing.push(added);
  }
  return groups.map(({ about, sides }) => ({ about, sides: sides.map(sideOf) }));
}

function sideOf(claims: readonly Claim[]): FoundSide {
  const places = claims.map(({ at, range }) => ({ at, range }));
  const [first] = claims;
  return { value: first === undefined ? "" : valueText(first), places };
}

/** The value in the source's words, spaces made plain. */
function valueText({ at, range }: Claim): string {
  return at.passage.source.text.slice(range.start, range.end).replace(/\s+/g, " ");
}
