/**
 * Reads a claimed quotation: its words, the places where `…` says that words were left out, and the words in
 * brackets that the writer put in. It does not yet say whether the source has those marks itself.
 */
import { type Bracket, findBrackets } from "./brackets.ts";
import { type ClaimWord, readClaimWords } from "./claim-words.ts";
import type { WordIndex } from "./word-index.ts";

/** Words `from` to `to` (exclusive) of a claim that must stand one after the other. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** What stands between two pieces, or before the first, or behind the last. */
export interface Hole {
  readonly hasEllipsis: boolean;
  /** Something stands in brackets here that is more than an ellipsis. */
  readonly hasBracket: boolean;
  /** The bracketed words: `from` to `to` (exclusive) of the claim's words. */
  readonly from: number;
  readonly to: number;
  /** All its brackets speak of the quotation and stand for none of its words: `[sic]`, `[emphasis added]`. */
  readonly isRemark: boolean;
  /** Its brackets without a word that may change what is said: `[-]53`. */
  readonly signs: readonly Bracket[];
}

export interface Claim {
  readonly text: string;
  readonly words: readonly ClaimWord[];
  readonly brackets: readonly Bracket[];
  readonly pieces: readonly Piece[];
  /** One more than pieces: `holes[i]` stands before `pieces[i]`; null where nothing does. */
  readonly holes: readonly (Hole | null)[];
  readonly hasEllipsis: boolean;
  readonly hasBrackets: boolean;
}

/** What says that words were left out. */
export const ELLIPSIS = /[…⋯]|\.{3,}|\.[ \u00a0]\.[ \u00a0]\./;

/** Reads what stands between the pieces of a claim, from left to right. */
class HoleReader {
  readonly #text: string;
  readonly #words: readonly ClaimWord[];
  readonly #brackets: readonly Bracket[];
  #next = 0;

  constructor(text: string, words: readonly ClaimWord[], brackets: readonly Bracket[]) {
    this.#text = text;
    this.#words = words;
    this.#brackets = brackets;
  }

  /** What stands from `start` to `end`, which holds the words `from` to `to`; null when that is nothing. */
  read(start: number, end: number, from: number, to: number): Hole | null {
    const own: Bracket[] = [];
    let outside = "";
    let at = start;
    for (; (this.#brackets[this.#next]?.start ?? end) < end; this.#next += 1) {
      const bracket = this.#brackets[this.#next];
      if (bracket === undefined) break;
      own.push(bracket);
      outside += `${this.#text.slice(at, bracket.start)} `;
      at = Math.max(at, bracket.end);
    }
    outside += this.#text.slice(Math.min(at, end), end);
    const hasEllipsis = own.some(({ kind }) => kind === "ellipsis") || ELLIPSIS.test(outside);
    if (!hasEllipsis && own.length === 0 && to === from) return null;
    return {
      hasEllipsis,
      hasBracket: to > from || own.some(({ kind }) => kind === "marks" || kind === "sign"),
      from,
      to,
      isRemark: this.#words.slice(from, to).every(({ isRemark }) => isRemark),
      signs: own.filter(({ kind }) => kind === "sign"),
    };
  }
}

/** The pieces of a claim and what stands around them. */
function cut(
  text: string,
  words: readonly ClaimWord[],
  brackets: readonly Bracket[],
): Pick<Claim, "pieces" | "holes"> {
  const reader = new HoleReader(text, words, brackets);
  const pieces: { from: number; to: number }[] = [];
  const holes: (Hole | null)[] = [];
  let previousEnd = 0;
  let bracketFrom = 0;
  words.forEach((word, at) => {
    if (word.isBracketed) return;
    const hole = reader.read(previousEnd, word.start, bracketFrom, at);
    const piece = pieces.at(-1);
    if (hole === null && piece !== undefined) piece.to = at + 1;
    else {
      holes.push(hole);
      pieces.push({ from: at, to: at + 1 });
    }
    previousEnd = word.end;
    bracketFrom = at + 1;
  });
  if (pieces.length > 0) holes.push(reader.read(previousEnd, text.length, bracketFrom, words.length));
  return { pieces, holes };
}

/** The claim as it is compared with `index`. `withSigns`: with a word for each bracket that holds nothing but a sign. */
export function readClaim(claimed: string, index: WordIndex, withSigns = false): Claim {
  const text = claimed.trim();
  const brackets = findBrackets(text);
  const words = readClaimWords(text, brackets, index, withSigns);
  const { pieces, holes } = cut(text, words, brackets);
  return {
    text,
    words,
    brackets,
    pieces,
    holes,
    hasEllipsis: holes.some((hole) => hole?.hasEllipsis),
    hasBrackets: holes.some((hole) => hole?.hasBracket),
  };
}
