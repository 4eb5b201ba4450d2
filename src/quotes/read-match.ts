/** Says how faithful a match is, and gives its exact range with the marks that the claim and the source share. */
import type { TextRange } from "../corpus/source.ts";
import { endsSentence } from "./boundaries.ts";
import { type Claim, ELLIPSIS, type Hole } from "./claim.ts";
import { plainMark } from "./compare-dress.ts";
import { type BracketFault, type HolePlace, holdsOwnWords, judgeBracket } from "./judge-bracket.ts";
import { type ElisionFault, judgeElision } from "./judge-elision.ts";
import { judgeMarks, type MarkFault } from "./judge-marks.ts";
import type { ClaimMatch, WordRange } from "./match-claim.ts";
import { type PassageWords, passageWords } from "./passage-words.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

export type FaithfulVerdict = "exact" | "typographic" | "elided" | "bracketed";

/** A match that was looked at. It is faithful when it has no faults. */
export interface ReadMatch {
  readonly source: IndexedSource;
  /** Words of the row, `from` to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly range: TextRange;
  readonly verdict: FaithfulVerdict;
  readonly faults: readonly (ElisionFault | BracketFault)[];
  /** What its marks change, where the words do not; `faults` has their kinds, too. */
  readonly marks: readonly MarkFault[];
}

const SKIPPED = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]/;
/** Marks behind or before the words are compared up to here. UTF-16 code units. */
const LONGEST_EDGE = 12;
/** An elided quotation has a piece of at least so many words, and no single word farther than that from the next. */
const LEAST_PIECE = 3;
const FARTHEST_SCRAP = 25;

/** How many units of `text` from `at` on (in steps of `step`) show the same marks as `marks`, spaces apart. */
function sharedMarks(marks: string, text: string, at: number, step: 1 | -1): number {
  let shared = 0;
  let offset = 0;
  const ordered = step === 1 ? Array.from(marks) : Array.from(marks).reverse();
  for (const mark of ordered) {
    if (SKIPPED.test(mark)) continue;
    while (offset < LONGEST_EDGE && SKIPPED.test(text.charAt(at + step * offset))) offset += 1;
    if (offset >= LONGEST_EDGE || plainMark(text.charAt(at + step * offset)) !== plainMark(mark)) break;
    offset += 1;
    shared = offset;
  }
  return shared;
}

function rangeOf(index: WordIndex, claim: Claim, { source, from, to }: ClaimMatch): TextRange {
  const { text, bodyStart } = source.source;
  const start = index.starts[from] ?? 0;
  const end = index.ends[to - 1] ?? start;
  const first = claim.words[0]?.start ?? 0;
  const last = claim.words.at(-1)?.end ?? 0;
  const before = sharedMarks(claim.text.slice(Math.max(0, first - LONGEST_EDGE), first), text, start - 1, -1);
  const behind = sharedMarks(claim.text.slice(last, last + LONGEST_EDGE), text, end, 1);
  return { start: Math.max(bodyStart, start - before), end: end + behind };
}

/** The range at which the claim stands character for character, or null. */
function exactRange(index: WordIndex, claim: Claim, { source, from }: ClaimMatch): TextRange | null {
  const start = (index.starts[from] ?? 0) - (claim.words[0]?.start ?? 0);
  const end = start + claim.text.length;
  if (start < source.source.bodyStart) return null;
  return source.source.text.slice(start, end) === claim.text ? { start, end } : null;
}

function countBrackets(text: string): number {
  return text.split("[").length - 1;
}

/** Brackets without a word that the source has not: `[-]53` holds no word, and is not the source's 53. */
function faultsOfSigns(claim: Claim, own: string): BracketFault[] {
  return claim.brackets.flatMap(({ start, end, kind, besideFigure }): BracketFault[] => {
    if (kind !== "sign" || own.includes(claim.text.slice(start, end))) return [];
    return [besideFigure ? "number" : "words"];
  });
}

/** A match of all the words as they are. */
export function readLiteralMatch(index: WordIndex, claim: Claim, match: ClaimMatch): ReadMatch {
  const { source, from, to } = match;
  const exact = exactRange(index, claim, match);
  if (exact !== null) return { source, from, to, range: exact, verdict: "exact", faults: [], marks: [] };
  const range = rangeOf(index, claim, match);
  const around = source.source.text.slice(Math.max(0, range.start - 5), range.end + 5);
  const own = source.source.text.slice(range.start, range.end);
  const marks = judgeMarks(index, { ...claim, pieces: [{ from: 0, to: claim.words.length }] }, match.pieces);
  const isBracketed = claim.hasBrackets && countBrackets(own) < countBrackets(claim.text);
  const isElided = claim.hasEllipsis && !ELLIPSIS.test(around);
  return {
    source,
    from,
    to,
    range,
    verdict: isBracketed ? "bracketed" : isElided ? "elided" : "typographic",
    faults: [...faultsOfSigns(claim, own), ...marks.map(({ kind }) => kind)],
    marks,
  };
}

/** The hole before piece `at` of a match, in its place. */
function placeOf({ source, pieces, from, to }: ClaimMatch, at: number, passage: PassageWords): HolePlace {
  const before = pieces[at - 1];
  const behind = pieces[at];
  if (before !== undefined && behind !== undefined)
    return { source, gap: { from: before.to, to: behind.from }, edge: "none", passage };
  const [place, edge] = before === undefined ? ([from, "start"] as const) : ([to, "end"] as const);
  return { source, gap: { from: place, to: place }, edge, passage };
}

/** What is wrong with a hole that has words in brackets, or words left out. */
function judgeHole(
  index: WordIndex,
  claim: Claim,
  hole: Hole,
  place: HolePlace,
): readonly (ElisionFault | BracketFault)[] {
  const elision = place.edge === "none" && hole.hasEllipsis ? judgeElision(index, place.gap) : [];
  return hole.hasBracket ? [...elision, ...judgeBracket(index, claim, hole, place)] : elision;
}

/**
 * Of the source's words at the edges of a claim, those that a bracket with a word in it stands for: they belong to the
 * quotation. So does one that a bracket hides: "does [indeed]" for "does not".
 */
function reachOf(
  index: WordIndex,
  claim: Claim,
  hole: Hole,
  { source, gap, edge }: HolePlace,
  isFaulty: boolean,
): WordRange {
  const glued = claim.words.slice(hole.from, hole.to).filter(({ put }) => put !== null).length;
  const isReplaced = isFaulty && !hole.hasEllipsis && hole.to > hole.from && !hole.isRemark;
  const count = glued > 0 ? glued : isReplaced ? 1 : 0;
  if (edge === "none" || count === 0) return gap;
  const borders =
    edge === "start" ? endsSentence(index, gap.from) : gap.to < source.last && endsSentence(index, gap.to);
  if (borders) return gap;
  return edge === "start"
    ? { from: Math.max(source.first, gap.from - count), to: gap.to }
    : { from: gap.from, to: Math.min(source.last, gap.to + count) };
}

/** Single words picked from far and wide make no quotation, though they stand in order. */
function areScraps(claim: Claim, { pieces }: ClaimMatch): boolean {
  let longest = 0;
  let isFarScrap = false;
  claim.pieces.forEach(({ from, to }, at) => {
    longest = Math.max(longest, to - from);
    if (to - from > 1) return;
    const own = pieces[at];
    const before = own === undefined ? 0 : own.from - (pieces[at - 1]?.to ?? own.from);
    const behind = own === undefined ? 0 : (pieces[at + 1]?.from ?? own.to) - own.to;
    if (before > FARTHEST_SCRAP || behind > FARTHEST_SCRAP) isFarScrap = true;
  });
  return pieces.length > 1 && (longest < LEAST_PIECE || isFarScrap);
}

/** A match of the pieces of a claim. */
export function readEditedMatch(index: WordIndex, claim: Claim, match: ClaimMatch): ReadMatch {
  const { source } = match;
  const faults = new Set<ElisionFault | BracketFault>();
  let { from, to } = match;
  let isBracketed = false;
  const passage = passageWords(index, source, match);
  claim.holes.forEach((hole, at) => {
    if (hole === null) return;
    const place = placeOf(match, at, passage);
    const found = judgeHole(index, claim, hole, place);
    for (const fault of found) faults.add(fault);
    isBracketed ||= hole.hasBracket && !holdsOwnWords(index, claim, hole, place.gap);
    const reach = reachOf(index, claim, hole, place, found.length > 0);
    from = Math.min(from, reach.from);
    to = Math.max(to, reach.to);
  });
  if (claim.hasEllipsis && areScraps(claim, match)) faults.add("far");
  const marks = judgeMarks(index, claim, match.pieces);
  for (const { kind } of marks) faults.add(kind);
  const verdict = isBracketed || !claim.hasEllipsis ? "bracketed" : "elided";
  const range = rangeOf(index, claim, { ...match, from, to });
  return { source, from, to, range, verdict, faults: [...faults], marks };
}
