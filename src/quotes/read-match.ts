/** Says how faithful a match is, and gives its exact range with the marks that the claim and the source share. */
import type { TextRange } from "../corpus/source.ts";
import { isDash, isDoubleQuote, isSingleQuote } from "../text/fold.ts";
import { isHedge, isPlainNegation } from "../text/word-kinds.ts";
import type { Claim, Hole } from "./claim.ts";
import { type BracketFault, holdsOwnWords, judgeBracket } from "./judge-bracket.ts";
import { type ElisionFault, judgeElision } from "./judge-elision.ts";
import type { ClaimMatch, WordRange } from "./match-claim.ts";
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
}

const LETTER = /[\p{L}\p{N}]/u;
const ELLIPSIS = /…|\.{3}|\. \. \./;
const SKIPPED = /[\s\u00AD\u200B-\u200F\u2060\uFEFF]/;
/** Marks behind or before the words are compared up to here. UTF-16 code units. */
const LONGEST_EDGE = 12;
/** An elided quotation has a piece of at least so many words, and no single word farther than that from the next. */
const LEAST_PIECE = 3;
const FARTHEST_SCRAP = 25;

function plainMark(mark: string): string {
  if (isSingleQuote(mark) || isDoubleQuote(mark)) return '"';
  return isDash(mark) ? "-" : mark;
}

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

/** A match of all the words as they are. */
export function readLiteralMatch(index: WordIndex, claim: Claim, match: ClaimMatch): ReadMatch {
  const { source, from, to } = match;
  const exact = exactRange(index, claim, match);
  if (exact !== null) return { source, from, to, range: exact, verdict: "exact", faults: [] };
  const range = rangeOf(index, claim, match);
  const around = source.source.text.slice(Math.max(0, range.start - 5), range.end + 5);
  const own = source.source.text.slice(range.start, range.end);
  const isBracketed = claim.hasBrackets && countBrackets(own) < countBrackets(claim.text);
  const isElided = claim.hasEllipsis && !ELLIPSIS.test(around);
  return {
    source,
    from,
    to,
    range,
    verdict: isBracketed ? "bracketed" : isElided ? "elided" : "typographic",
    faults: [],
  };
}

/**
 * The words of the source in a hole. At the edges only a word with a bracketed ending stands for a word there, unless
 * the next word is one that a bracket must not hide: "does [indeed]" for "does not".
 */
function gapOf(
  index: WordIndex,
  claim: Claim,
  { source, pieces }: ClaimMatch,
  hole: Hole,
  at: number,
): WordRange {
  const before = pieces[at - 1];
  const behind = pieces[at];
  if (before !== undefined && behind !== undefined) return { from: before.to, to: behind.from };
  const edge = before?.to ?? behind?.from ?? 0;
  const next = before === undefined ? edge - 1 : edge;
  if (next < source.first || next >= source.last || hole.hasEllipsis) return { from: edge, to: edge };
  const key = index.keyAt(next);
  const isEnding = hole.to === hole.from + 1 && claim.words[hole.from]?.stem !== null;
  const isHidden = hole.to > hole.from && !hole.isRemark && (isPlainNegation(key) || isHedge(key));
  return isEnding || isHidden ? { from: next, to: next + 1 } : { from: edge, to: edge };
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
  const faults = new Set<ElisionFault | BracketFault>();
  let { from, to } = match;
  let isBracketed = false;
  claim.holes.forEach((hole, at) => {
    if (hole === null) return;
    const gap = gapOf(index, claim, match, hole, at);
    const isInner = at > 0 && at < match.pieces.length;
    if (isInner && hole.hasEllipsis) for (const fault of judgeElision(index, gap)) faults.add(fault);
    if (hole.hasBracket) for (const fault of judgeBracket(index, claim, hole, gap)) faults.add(fault);
    isBracketed ||= hole.hasBracket && !holdsOwnWords(index, claim, hole, gap);
    from = Math.min(from, gap.from);
    to = Math.max(to, gap.to);
  });
  if (claim.hasEllipsis && areScraps(claim, match)) faults.add("far");
  const verdict = isBracketed || !claim.hasEllipsis ? "bracketed" : "elided";
  const { source } = match;
  return {
    source,
    from,
    to,
    range: rangeOf(index, claim, { ...match, from, to }),
    verdict,
    faults: [...faults],
  };
}

function tidy(text: string): string {
  return Array.from(text.normalize("NFKC").replace(/\s+/g, " "), plainMark).join("");
}

/** Measures how far the dress of a match is from the claim's: 0 the same, 1 marks and spaces differ, 2 letters do. */
export function measureDress(claim: Claim): (match: ReadMatch) => number {
  const tidied = tidy(claim.text);
  return ({ source, range }) => {
    const slice = source.source.text.slice(range.start, range.end);
    if (slice === claim.text) return 0;
    return tidy(slice) === tidied ? 1 : 2;
  };
}

/** Stops, commas and the like between the first letter and the last. */
function marksOf(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && !LETTER.test(text.charAt(start))) start += 1;
  while (end > start && !LETTER.test(text.charAt(end - 1))) end -= 1;
  return text
    .slice(start, end)
    .replaceAll("…", "...")
    .replace(/[^,;:.!?()]/g, "");
}

/** Whether stops, commas and the like differ inside a quotation whose words are all the same. */
export function differsInPunctuation(claim: Claim, { source, range }: ReadMatch): boolean {
  return marksOf(source.source.text.slice(range.start, range.end)) !== marksOf(claim.text);
}
