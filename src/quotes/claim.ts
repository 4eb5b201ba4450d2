/**
 * Reads a claimed quotation: its words, the places where `…` says that words were left out, and the words in
 * brackets that the writer put in. It does not yet say whether the source has those marks itself.
 */
import { type ClaimWord, findGroups, readClaimWords } from "./claim-words.ts";
import type { WordIndex } from "./word-index.ts";

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

const ELLIPSIS = /…|\.{3,}|\.[ \u00a0]\.[ \u00a0]\./;
/** `[sic]`, `[emphasis added]`, `[footnote omitted]`. */
const REMARK =
  /^(?:sic|(?:emphasis|italics|bold|translation|footnotes?|citations?) .*(?:added|mine|ours|original|supplied|omitted).*)$/;

function keysOf(words: readonly ClaimWord[]): string {
  return words.map(({ key }) => key).join(" ");
}

/** The pieces of a claim and what stands around them. */
function cut(text: string, words: readonly ClaimWord[]): Pick<Claim, "pieces" | "holes"> {
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
    const isRemark = REMARK.test(keysOf(words.slice(bracketFrom, at)));
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
  return { pieces, holes };
}

/** `[…]` is an ellipsis, not a bracket. */
function hasWordsOrMark(between: string): boolean {
  return /\[[^[\]]*[^[\]\s.…]/.test(between);
}

/** The claim as it is compared with `index`. */
export function readClaim(claimed: string, index: WordIndex): Claim {
  const text = claimed.trim();
  const words = readClaimWords(text, findGroups(text), index);
  const { pieces, holes } = cut(text, words);
  return {
    text,
    words,
    pieces,
    holes,
    hasEllipsis: holes.some((hole) => hole?.hasEllipsis),
    hasBrackets: holes.some((hole) => hole?.hasBracket),
  };
}
