/**
 * Decides whether a writer's bracket is one of the kinds that leave a quotation what it is. What is none of them alters
 * it: kinds are listed, faults are not.
 */
import { listed } from "../text/figure-words.ts";
import { differInNegativePrefix } from "../text/word-kinds.ts";
import { endsSentence } from "./boundaries.ts";
import type { Claim, Hole } from "./claim.ts";
import type { ClaimWord } from "./claim-words.ts";
import { MOST_PUT_IN, mayBePutIn, opensGloss } from "./judge-gloss.ts";
import type { WordRange } from "./match-claim.ts";
import { isClaimedName, isSourceName } from "./name-words.ts";
import type { PassageWords } from "./passage-words.ts";
import { PRONOUNS } from "./plain-words.ts";
import {
  arePronounsOnly,
  type Backing,
  type ComparedWord,
  isOtherForm,
  kindsOfChange,
  mayStandFor,
} from "./stand-for.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

export type BracketFault = "negation" | "hedge" | "number" | "name" | "words";

/** A hole of a claim at its place in a source. */
export interface HolePlace {
  readonly source: IndexedSource;
  /** The source's words in it. At the edge of a claim it is empty, and stands beside the words that are quoted. */
  readonly gap: WordRange;
  readonly edge: "none" | "start" | "end";
  readonly passage: PassageWords;
}

/** Words of a source that a bracket at an edge may stand for, or stand away from. */
const REACH_AT_EDGE = 8;
/** Between a subject and its verb these may go unsaid. */
const PASSED_OVER = listed(
  "then also later now thus therefore hence soon again still subsequently and meanwhile finally afterwards already has had have",
);

function compare(index: WordIndex, at: number): ComparedWord {
  return { key: index.keyAt(at), isName: isSourceName(index, at) };
}

function wordsOf(index: WordIndex, { from, to }: WordRange): ComparedWord[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => compare(index, from + step));
}

/**
 * Words of the source before a hole, nearest first, up to where their sentence begins. Quoted words are the bracket's
 * neighbours wherever the sentence ends: "in Rome [Paris]." is beside Rome.
 */
function wordsBefore(index: WordIndex, { source, gap, edge }: HolePlace): ComparedWord[] {
  const words: ComparedWord[] = [];
  for (let next = gap.from; next > source.first && words.length < REACH_AT_EDGE; next -= 1) {
    if (endsSentence(index, next) && (edge === "start" || next < gap.from)) break;
    words.push(compare(index, next - 1));
  }
  return words;
}

/** Words of the source behind a hole, up to where their sentence ends. */
function wordsBehind(index: WordIndex, { source, gap, edge }: HolePlace): ComparedWord[] {
  const words: ComparedWord[] = [];
  for (let next = gap.to; next < source.last && words.length < REACH_AT_EDGE; next += 1) {
    if (next > source.first && endsSentence(index, next) && (edge === "end" || next > gap.to)) break;
    words.push(compare(index, next));
  }
  return words;
}

function backingOf(index: WordIndex, { has }: PassageWords): Backing {
  const areNeighbours = (first: string, second: string): boolean => {
    let found = false;
    index.visitPair(index.idOf(first), index.idOf(second), () => {
      found = true;
      return false;
    });
    return found;
  };
  return { areNeighbours, has };
}

/** Whether the bracketed words are those of the source: its own bracket, not the writer's. */
export function holdsOwnWords(index: WordIndex, claim: Claim, hole: Hole, gap: WordRange): boolean {
  if (hole.to - hole.from !== gap.to - gap.from || hole.to === hole.from) return false;
  for (let step = 0; step < hole.to - hole.from; step += 1)
    if (index.ids[gap.from + step] !== claim.words[hole.from + step]?.id) return false;
  return true;
}

/** Whether words may stand for some of the source's words right beside the claim's edge. `beside`: nearest first. */
function mayStandAtEdge(
  backing: Backing,
  put: readonly ComparedWord[],
  beside: readonly ComparedWord[],
  edge: "start" | "end",
): boolean {
  for (let from = 0; from < beside.length; from += 1) {
    for (let to = from + 1; to <= beside.length; to += 1) {
      const own = beside.slice(from, to);
      if (mayStandFor(put, edge === "start" ? own.toReversed() : own, backing)) return true;
    }
    if (edge === "end" || !PASSED_OVER.has(beside[from]?.key ?? "")) return false;
  }
  return false;
}

/** `[T]he`, `evacuate[d]`: each word with a bracket in it stands for one word of the source, and is a form of it. */
function judgeGlued(
  index: WordIndex,
  put: readonly ComparedWord[],
  words: readonly ClaimWord[],
  { source, gap, edge }: HolePlace,
): readonly BracketFault[] {
  const at = edge === "start" ? gap.from - words.length : gap.from;
  const beside = { from: Math.max(source.first, at), to: Math.min(source.last, at + words.length) };
  const own = wordsOf(index, edge === "none" ? gap : beside);
  if (own.length === put.length && put.every(({ key }, place) => isOtherForm(key, own[place]?.key ?? "")))
    return [];
  const letters = words.flatMap(({ put: inside }) =>
    inside === null ? [] : [{ key: inside, isName: false }],
  );
  const kinds = kindsOfChange([...put, ...letters], own);
  const denies = own.some(({ key }, place) => differInNegativePrefix(key, put[place]?.key ?? ""));
  return faultsOf(denies ? [...kinds, "negation"] : kinds);
}

function faultsOf(kinds: readonly Exclude<BracketFault, "words">[]): readonly BracketFault[] {
  return kinds.length === 0 ? ["words"] : [...new Set(kinds)];
}

/** "they're" as two words, so that "[the boats]'re" can stand for it. */
function splitContractions(words: readonly ComparedWord[]): readonly ComparedWord[] {
  return words.flatMap((word) => {
    const [, key, ending] = /^(.+)('(?:re|ve|ll|d|m))$/.exec(word.key) ?? [];
    return key === undefined || ending === undefined
      ? [word]
      : [
          { ...word, key },
          { key: ending, isName: false },
        ];
  });
}

/** Words put in, or put for others, all without a bracket inside. */
function judgeWhole(
  index: WordIndex,
  put: readonly ComparedWord[],
  { hasEllipsis }: Hole,
  place: HolePlace,
): readonly BracketFault[] {
  if (put.length > MOST_PUT_IN) return ["words"];
  const { gap, edge, passage } = place;
  const [before, behind] = [wordsBefore(index, place), wordsBehind(index, place)];
  const own = edge === "none" ? wordsOf(index, gap) : (edge === "start" ? before : behind).slice(0, 1);
  const backing = backingOf(index, passage);
  const namesPronoun = edge === "end" && PRONOUNS.has(before[0]?.key ?? "");
  const isAddition = own.length === 0 || (edge === "none" ? hasEllipsis : opensGloss(put) || namesPronoun);
  if (isAddition && mayBePutIn(put, { before, behind, passage })) return [];
  if (edge !== "none" && mayStandAtEdge(backing, put, edge === "start" ? before : behind, edge)) return [];
  if (edge === "none" && hasEllipsis && arePronounsOnly(put)) return [];
  const stands = edge === "none" && own.length > 0 && !hasEllipsis;
  if (stands && mayStandFor(put, splitContractions(own), backing)) return [];
  return faultsOf(kindsOfChange(put, hasEllipsis ? [] : own));
}

/** What is wrong with the words in a hole's brackets, those at `places` of the claim; empty when nothing is. */
function judgeWords(
  index: WordIndex,
  claim: Claim,
  hole: Hole,
  places: readonly number[],
  place: HolePlace,
): readonly BracketFault[] {
  const words = places.flatMap((at) => claim.words[at] ?? []);
  const put = words.map(({ key }, at) => ({ key, isName: isClaimedName(index, claim, places[at] ?? -1) }));
  const isWhole = (word: ClaimWord | undefined): boolean => word?.put === null;
  const first = words.findIndex(isWhole);
  if (first === -1) return judgeGlued(index, put, words, place);
  const behind = words.length - 1 - words.findLastIndex(isWhole);
  const { gap, edge } = place;
  const inner = { from: gap.from + first, to: gap.to - behind };
  if (words.slice(first, words.length - behind).some((word) => !isWhole(word))) return ["words"];
  if (first + behind === 0) return judgeWhole(index, put, hole, place);
  // "clean[ed] [the filter]": the words with a bracket inside stand at the ends, each for one word.
  if (edge !== "none" || inner.to <= inner.from) return ["words"];
  const ends = [
    judgeGlued(index, put.slice(0, first), words.slice(0, first), {
      ...place,
      gap: { from: gap.from, to: inner.from },
    }),
    judgeGlued(index, put.slice(put.length - behind), words.slice(words.length - behind), {
      ...place,
      gap: { from: inner.to, to: gap.to },
    }),
  ];
  const middle = judgeWhole(index, put.slice(first, put.length - behind), hole, { ...place, gap: inner });
  return [...ends.filter((_, at) => (at === 0 ? first : behind) > 0).flat(), ...middle];
}

/** What is wrong with a hole's brackets at its place; empty when nothing is. */
export function judgeBracket(
  index: WordIndex,
  claim: Claim,
  hole: Hole,
  place: HolePlace,
): readonly BracketFault[] {
  const signs = hole.signs.map(({ besideFigure }): BracketFault => (besideFigure ? "number" : "words"));
  if (holdsOwnWords(index, claim, hole, place.gap)) return signs;
  const places: number[] = [];
  for (let at = hole.from; at < hole.to; at += 1) if (claim.words[at]?.isRemark === false) places.push(at);
  return places.length === 0 ? signs : [...signs, ...judgeWords(index, claim, hole, places, place)];
}
