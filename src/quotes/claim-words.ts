/** Cuts a claim into words, those in brackets and those with a bracket inside told apart. */
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

/** A bracket of the claim with its content. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

type KeyedWord = Omit<ClaimWord, "id" | "joinsNext">;

/** A bracket that opens a Markdown link is no editor's. */
const GROUP = /\[([^[\]]{0,300})\](?!\()/g;
const GLUED = /^[\p{L}\p{M}]{1,12}$/u;

/** The brackets of a claim, in order. */
export function findGroups(text: string): Group[] {
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

/** The words as they are written, each with its key. */
function keyWords(text: string, groups: readonly Group[]): KeyedWord[] {
  const keys = new Map<string, string>();
  const keyOf = (spelling: string): string => {
    const known = keys.get(spelling) ?? wordKey(spelling);
    keys.set(spelling, known);
    return known;
  };
  let group = 0;
  return rangesOf(text, groups).map((range) => {
    const { start, end, glued } = range;
    while ((groups[group]?.end ?? Number.POSITIVE_INFINITY) <= start) group += 1;
    const closed = groups[group - 1]?.end ?? start;
    // The ending in "[the treaty]'s" belongs to the bracket: the source has "its", or "it's".
    const isEnding = closed === start - 1 && isSingleQuote(text.charAt(closed));
    const isInside = isEnding || (groups[group]?.start ?? Number.POSITIVE_INFINITY) < start;
    const spelling = text.slice(start, end);
    return {
      key: keyOf(glued === null ? spelling : spelling.replace(/[[\]]/g, "")),
      start,
      end,
      isBracketed: isInside || glued !== null,
      stem: stemOf(text, range),
    };
  });
}

/** The words of a claim in order; words that a hyphen cuts are joined where the sources have them whole. */
export function readClaimWords(text: string, groups: readonly Group[], index: WordIndex): ClaimWord[] {
  const words: ClaimWord[] = [];
  const keyed = keyWords(text, groups);
  keyed.forEach((word, at) => {
    const { key, start, end } = word;
    const next = keyed[at + 1];
    const joinsNext = next !== undefined && mayJoin(key, text.slice(end, next.start), next.key);
    const id = index.idOf(key);
    const last = words.at(-1);
    const joined = last?.joinsNext && !last.isBracketed ? index.idOf(last.key + key) : -1;
    if (last !== undefined && joined >= 0 && prefersJoined(text, last, start, id))
      words[words.length - 1] = { ...last, key: last.key + key, id: joined, end, joinsNext };
    else words.push({ ...word, id, joinsNext });
  });
  return words;
}

/** A joined word that the sources have is read as one if a line ends in it, or its parts are no words of theirs. */
function prefersJoined(text: string, left: ClaimWord, start: number, rightId: number): boolean {
  return left.id < 0 || rightId < 0 || /\s/.test(text.slice(left.end, start));
}
