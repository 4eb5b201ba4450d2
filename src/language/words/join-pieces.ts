/**
 * Puts together what a text has apart: letters with gaps (`n o t`), a number or a negation cut in two (`fif ty`), a
 * syllable that denies (`un-safe`). Pure; each piece is looked at a bounded number of times.
 */
import { isStopTerm, termOf } from "../../text/tokens.ts";
import { wordKey } from "../languages.ts";
import { LEXICONS } from "../lexicon.ts";
import { isDenyingWord } from "../negations.ts";
import { readNumberInWords } from "../numerals/number-words.ts";
import { remembered } from "../remembered.ts";
import type { Piece } from "./piece.ts";

/** What may stand between the letters of one word. */
const LETTER_GAP = /^[\s.·•*_~|/\\+'’‐‑‒–—−-]{1,3}$/u;
const FEWEST_LETTERS = 3;
const MOST_LETTERS = 40;
/** Parts of one word, and its letters. */
const MOST_PARTS = 4;
const LONGEST = 12;
const HYPHEN = /^\s?[-‐‑‒–—−﹣]\s?$/u;
const PREFIX = /^(?:un|in|im|il|ir|non|dis|mis|anti|not)$/;
/** Those that are no words of their own, so that a space may stand behind them. */
const PREFIX_ALONE = /^(?:un|im|il|ir|non|dis)$/;

/** `pieces` of `text` with what belongs together in one piece. */
export function joinPieces(text: string, pieces: readonly Piece[], isEnglish: boolean): Piece[] {
  // Letters first: of `did n o t` the first two would make a word as well.
  const spelled = joined(pieces, (at) => spacedLetters(text, pieces, at));
  return joined(
    spelled,
    (at) => cutWord(text, spelled, at) || (isEnglish ? deniedWord(text, spelled, at) : 0),
  );
}

/** `sizeAt`: how many pieces from there on are one; 0 for one alone. */
function joined(pieces: readonly Piece[], sizeAt: (at: number) => number): Piece[] {
  const all: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const size = Math.max(1, sizeAt(at));
    const parts = pieces.slice(at, at + size);
    const [first, last] = [parts[0], parts.at(-1)];
    if (first === undefined || last === undefined) break;
    all.push(size === 1 ? first : { start: first.start, end: last.end, key: keyOf(parts), isJoined: true });
    at += size;
  }
  return all;
}

/** How many single letters in a row make one word; 0 for none. Capitals are initials unless they tell something. */
function spacedLetters(text: string, pieces: readonly Piece[], at: number): number {
  let size = 0;
  while (
    size < MOST_LETTERS &&
    isLetter(pieces[at + size]) &&
    (size === 0 || isNear(text, pieces, at + size, LETTER_GAP))
  )
    size += 1;
  // `n o t a` is `not a`.
  for (let part = Math.min(size, LONGEST); part > 1; part -= 1) {
    const key = keyOf(pieces.slice(at, at + part));
    if (isTelling(key) || isDenyingWord(key)) return part;
  }
  if (size < FEWEST_LETTERS) return 0;
  const written = text.slice(pieces[at]?.start ?? 0, pieces[at + size - 1]?.end ?? 0);
  return /\p{Ll}/u.test(written) ? size : 0;
}

/** How many parts from `at` on make a number or a negation that none of them is; 0 for none. */
function cutWord(text: string, pieces: readonly Piece[], at: number): number {
  for (let size = Math.min(MOST_PARTS, pieces.length - at); size > 1; size -= 1) {
    const parts = pieces.slice(at, at + size);
    if (parts.every(({ key }) => isWord(key))) continue;
    const key = keyOf(parts);
    if (key.length > LONGEST || parts.some(({ readings, isMark }) => readings !== undefined || isMark))
      continue;
    if (parts.some((_, index) => index > 0 && !isNear(text, pieces, at + index, LETTER_GAP))) continue;
    // The `t` of `isn't` is read where it stands.
    if (parts.at(-1)?.key === "t" && /n$/.test(parts.at(-2)?.key ?? "")) continue;
    if (!isTelling(key)) continue;
    if (/^['’‐-]\p{L}/u.test(text.slice(parts.at(-1)?.end ?? 0, (parts.at(-1)?.end ?? 0) + 2))) continue;
    return size;
  }
  return 0;
}

/** `toll-free`; `un-safe` and `un safe`; a capital behind the hyphen is a name: non-EU. */
function deniedWord(text: string, pieces: readonly Piece[], at: number): number {
  const [first, second] = [pieces[at], pieces[at + 1]];
  if (first === undefined || second === undefined) return 0;
  if (/^(?:free|less)$/.test(second.key) && first.key.length > 2 && isNear(text, pieces, at + 1, /^[-‐‑]$/u))
    return 2;
  if (!PREFIX.test(first.key) || second.key.length < 3) return 0;
  if (!/^(?:\p{Ll}+|\p{Lu}\p{Ll}+)$/u.test(text.slice(first.start, first.end))) return 0;
  if (!/^\p{Ll}/u.test(text.slice(second.start, second.end))) return 0;
  if (isNear(text, pieces, at + 1, HYPHEN)) return 2;
  return PREFIX_ALONE.test(first.key) && isNear(text, pieces, at + 1, /^ {1,2}$/) ? 2 : 0;
}

function isNear(text: string, pieces: readonly Piece[], at: number, gap: RegExp): boolean {
  const [before, piece] = [pieces[at - 1], pieces[at]];
  return before !== undefined && piece !== undefined && gap.test(text.slice(before.end, piece.start));
}

function isLetter(piece: Piece | undefined): boolean {
  return piece !== undefined && piece.readings === undefined && !piece.isMark && /^\p{L}$/u.test(piece.key);
}

function keyOf(parts: readonly Piece[]): string {
  return wordKey(parts.map(({ key }) => key).join(""));
}

/** Whether a word is a number or a negation in English. */
const isTelling = remembered((key: string): boolean => {
  const [english] = LEXICONS;
  if (english === undefined) return false;
  if (english.negations.has(key)) return true;
  const number = readNumberInWords([key], 0, english);
  return number !== null && !number.isEveryday;
});

/** A word that stands for itself wherever it stands. */
const isWord = remembered(
  (key: string): boolean =>
    (key.length > 1 || key === "a") && (key.length > 4 || isStopTerm(termOf(key)) || isTelling(key)),
);
