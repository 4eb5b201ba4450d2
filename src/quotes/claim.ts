/**
 * Reads a claimed quotation: its words, the places where `…` says that words were left out, and the words in
 * brackets that the writer put in. It does not yet say whether the source has those marks itself.
 */
import { isSingleQuote } from "../text/fold.ts";
import { mayJoin } from "./joined-words.ts";
import { scanWords } from "./scan-words.ts";
import type { WordIndex } from "./word-index.ts";
import { wordKey } from "./word-key.ts";

export interface ClaimWord {
  readonly key: string;
  /** The key's number in the index; -1 when no source has it. */
  readonly id: number;
  /** Range in the claimed text, UTF-16, half-open. */
  readonly start: number;
  readonly end: number;
  /** Whether it may be one word with the next one. */
  readonly joinsNext: boolean;
  /** It stands in brackets, or has a part in brackets. */
  readonly isBracketed: boolean;
  /** For `walk[ed]`: the letters outside the brackets, `walk`; null for every other word. */
  readonly stem: string | null;
}

/** Words `from` to `to` (exclusive) of a claim that must stand one after the other. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** What stands between two pieces, or before the first, or behind the last. */
export interface Hole {
  readonly hasEllipsis: boolean;
  readonly hasBracket: boolean;
  /** The bracketed words: `from` to `to` (exclusive) of the claim's words. */
  readonly from: number;
  readonly to: number;
  /** The bracket speaks of the quotation and stands for none of its words: `[sic]`, `[emphasis added]`. */
  readonly isRemark: boolean;
}

export interface Claim {
  readonly text: string;
  readonly words: readonly ClaimWord[];
  readonly pieces: readonly Piece[];
  /** One more than pieces: `holes[i]` stands before `pieces[i]`; null where nothing does. */
  readonly holes: readonly (Hole | null)[];
  readonly hasEllipsis: boolean;
  readonly hasBrackets: boolean;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

const ELLIPSIS = /…|\.{3,}|\.[ \u00a0]\.[ \u00a0]\./;
/** A bracket that opens a Markdown link is no editor's. */
const GROUP = /\[([^[\]]{0,300})\](?!\()/g;
const REMARK = /^(?:sic|emphasis|italics|bold|underlining|translation|footnotes?|citations?)$/;
const GLUED = /^[\p{L}\p{M}]{1,12}$/u;

function findGroups(text: string): Group[] {
  const groups: Group[] = [];
  for (const match of text.matchAll(GROUP))
    groups.push({ start: match.index, end: match.index + match[0].length, content: match[1] ?? "" });
  return groups;
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{M}]/u.test(character);
}

/** `[T]he` and `walk[ed]`: brackets inside a word, which is then read as one. */
function isGlued(text: string, { start, end, content }: Group): boolean {
  if (!GLUED.test(content) || /^sic$/i.test(content)) return false;
  return isLetter(text.charAt(start - 1)) || isLetter(text.charAt(end));
}

interface Range {
  start: number;
  end: number;
  glued: Group | null;
}

/** Ranges of the words, those with glued brackets made whole. */
function rangesOf(text: string, groups: readonly Group[]): Range[] {
  const ranges: Range[] = [];
  const glued = groups.filter((group) => isGlued(text, group));
  let next = 0;
  scanWords(text, 0, text.length, (start, end) => {
    while ((glued[next]?.end ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const last = ranges.at(-1);
    const group = glued[next];
    const before = glued[next - 1];
    const touches = (one: Group | undefined): one is Group =>
      one !== undefined && (end === one.start || start === one.end || (start > one.start && end < one.end));
    const own = touches(group) ? group : touches(before) ? before : null;
    if (own !== null && last !== undefined && last.glued === own) last.end = Math.max(end, own.end);
    else if (own !== null) ranges.push({ start: Math.min(start, Math.max(own.start, 0)), end, glued: own });
    else ranges.push({ start, end, glued: null });
  });
  return ranges;
}

function stemOf(text: string, { start, glued }: Range): string | null {
  return glued === null ? null : wordKey(text.slice(start, Math.max(start, glued.start)));
}

function readWords(text: string, groups: readonly Group[], index: WordIndex): ClaimWord[] {
  const words: ClaimWord[] = [];
  const ranges = rangesOf(text, groups);
  let group = 0;
  ranges.forEach((range, at) => {
    const { start, end, glued } = range;
    while ((groups[group]?.end ?? Number.POSITIVE_INFINITY) <= start) group += 1;
    const closed = groups[group - 1]?.end ?? start;
    // The ending in "[the treaty]'s" belongs to the bracket: the source has "its", or "it's".
    const isEnding = closed === start - 1 && isSingleQuote(text.charAt(closed));
    const inside = isEnding || (groups[group]?.start ?? Number.POSITIVE_INFINITY) < start;
    const key = wordKey(
      glued === null ? text.slice(start, end) : text.slice(start, end).replace(/[[\]]/g, ""),
    );
    const following = ranges[at + 1];
    const between = following === undefined ? "" : text.slice(end, following.start);
    const nextKey = following === undefined ? "" : wordKey(text.slice(following.start, following.end));
    const joinsNext = following !== undefined && mayJoin(key, between, nextKey);
    const last = words.at(-1);
    const joined = last?.joinsNext ? last.key + key : "";
    const joinedId = last?.joinsNext && !last.isBracketed ? index.idOf(joined) : -1;
    const isBracketed = inside || glued !== null;
    if (last !== undefined && joinedId >= 0 && prefersJoined(text, last, start, index.idOf(key))) {
      words[words.length - 1] = { ...last, key: joined, id: joinedId, end, joinsNext };
      return;
    }
    words.push({ key, id: index.idOf(key), start, end, joinsNext, isBracketed, stem: stemOf(text, range) });
  });
  return words;
}

/** A joined word that the sources have is read as one if a line ends in it, or its parts are no words of theirs. */
function prefersJoined(text: string, left: ClaimWord, start: number, rightId: number): boolean {
  return left.id < 0 || rightId < 0 || /\s/.test(text.slice(left.end, start));
}

/** The pieces of a claim and what stands around them. */
function cut(
  text: string,
  words: readonly ClaimWord[],
  groups: readonly Group[],
): Pick<Claim, "pieces" | "holes"> {
  const pieces: { from: number; to: number }[] = [];
  const holes: (Hole | null)[] = [];
  let open: { from: number; to: number } | null = null;
  let previousEnd = 0;
  let bracketFrom = 0;
  const close = (at: number, start: number): void => {
    const between = text.slice(previousEnd, start);
    const hasBracket = at > bracketFrom || /\[[^[\]]{0,300}\]/.test(between);
    const hasEllipsis = ELLIPSIS.test(between);
    if (!hasBracket && !hasEllipsis) {
      if (open === null) holes.push(null);
      return;
    }
    if (open !== null) pieces.push(open);
    open = null;
    const isRemark = words.slice(bracketFrom, at).some(({ key }) => REMARK.test(key));
    holes.push({
      hasEllipsis,
      hasBracket: hasBracket && hasWordsOrMark(between),
      from: bracketFrom,
      to: at,
      isRemark,
    });
  };
  words.forEach((word, at) => {
    if (word.isBracketed) return;
    close(at, word.start);
    if (open === null) open = { from: at, to: at + 1 };
    else open.to = at + 1;
    previousEnd = word.end;
    bracketFrom = at + 1;
  });
  const last = open as Piece | null;
  if (last !== null) {
    close(words.length, text.length);
    if (open !== null) {
      pieces.push(open);
      holes.push(null);
    }
  }
  return { pieces, holes: groups.length === 0 && pieces.length === 0 ? [null] : holes };
}

/** `[…]` is an ellipsis, not a bracket. */
function hasWordsOrMark(between: string): boolean {
  return /\[[^[\]]*[^[\]\s.…]/.test(between);
}

/** The claim as it is compared with `index`. */
export function readClaim(claimed: string, index: WordIndex): Claim {
  const text = claimed.trim();
  const groups = findGroups(text);
  const words = readWords(text, groups, index);
  const { pieces, holes } = cut(text, words, groups);
  return {
    text,
    words,
    pieces,
    holes,
    hasEllipsis: holes.some((hole) => hole?.hasEllipsis),
    hasBrackets: holes.some((hole) => hole?.hasBracket),
  };
}
