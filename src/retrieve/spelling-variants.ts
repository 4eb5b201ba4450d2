/**
 * Other ways in which a corpus may write a word of the question: typing errors mended, names spelled otherwise,
 * acronyms and what they stand for. Pure; it chooses among what the index offers.
 */
import type { NearTerm } from "../index/corpus-index.ts";
import { ASKING_WORDS, LINKING_WORDS } from "../text/function-words.ts";
import { findNames } from "../text/names.ts";
import { foldWord, type Token, termOf, tokenize } from "../text/tokens.ts";

/** Terms of the corpus that, standing together, may stand for a word of the question, and how surely: 0 to 1. */
export interface Variant {
  readonly terms: readonly string[];
  readonly trust: number;
}

/** One letter off, two letters off, the same beginning only, the same sound, an acronym for its name or back. */
const TRUST = { oneOff: 0.8, twoOff: 0.6, sameStart: 0.4, sameSound: 0.8, acronym: 0.7 } as const;
const MOST_VARIANTS = 6;
/** Shorter words have too many neighbours by chance. */
const SHORTEST_CORRECTED = 4;
const SHORTEST_SOUND = 2;
/** Letters that relatives share, and the share of the longer one. */
export const SHARED_START = 5;
const SHARED_SHARE = 0.65;
const FUNCTION_WORDS: readonly string[] = `${ASKING_WORDS} ${LINKING_WORDS}`.trim().split(/\s+/);

/** What an unknown word may have been meant to be: the nearest kind only, since a slip is no other word as well. */
export function mendSpelling(term: string, near: readonly NearTerm[]): Variant[] {
  if (term.length < SHORTEST_CORRECTED || /^\d/.test(term)) return [];
  const [nearest] = near;
  return near
    .filter((one) => one.distance === nearest?.distance)
    .filter((one) => one.distance !== null || areRelatives(term, one.term))
    .slice(0, MOST_VARIANTS)
    .map(({ term: spelling, distance }) => ({
      terms: [spelling],
      trust: distance === null ? TRUST.sameStart : distance < 2 ? TRUST.oneOff : TRUST.twoOff,
    }));
}

/** Whether two terms begin so much alike that they are likely of one family: invade, invasion. */
export function areRelatives(left: string, right: string): boolean {
  const longest = Math.max(left.length, right.length);
  let shared = 0;
  while (shared < longest && left[shared] === right[shared]) shared += 1;
  return shared >= SHARED_START && shared >= SHARED_SHARE * longest;
}

/** Whether a word is a function word with two letters swapped, one doubled or one left out: mnay, wich. */
export function isSlipOfFunctionWord(word: string): boolean {
  const folded = foldWord(word);
  if (folded.length < SHORTEST_CORRECTED) return false;
  return FUNCTION_WORDS.some((one) => one.length >= SHORTEST_CORRECTED && isSlip(folded, one));
}

function isSlip(typed: string, meant: string): boolean {
  const gap = typed.length - meant.length;
  if (Math.abs(gap) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  if (gap === 1) return typed.slice(at + 1) === meant.slice(at);
  if (gap === -1) return typed.slice(at) === meant.slice(at + 1);
  return (
    typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2)
  );
}

/** Spellings of a name that sound alike: Aras and Araz, Nakhchivan and Nakhichevan. */
export function soundAlike(word: string, near: readonly NearTerm[]): Variant[] {
  const term = termOf(word);
  const sound = soundOf(foldWord(word));
  if (sound.length < SHORTEST_SOUND) return [];
  return near
    .filter((one) => one.term !== term && isSameSound(sound, soundOf(one.term)))
    .slice(0, MOST_VARIANTS)
    .map((one) => ({ terms: [one.term], trust: TRUST.sameSound }));
}

/** Stems may have lost a final s. */
function isSameSound(sound: string, other: string): boolean {
  return sound === other || sound === `${other}s`;
}

/** The consonants as they sound in most languages that are written over into English. */
function soundOf(word: string): string {
  return word
    .replace(/kh|x|gh/g, "h")
    .replace(/q|ck|c(?=[aoukrl])/g, "k")
    .replace(/ph/g, "f")
    .replace(/z|ts/g, "s")
    .replace(/dj|dzh/g, "j")
    .replace(/w/g, "v")
    .replace(/[aeiouy]/g, "")
    .replace(/(.)\1+/g, "$1");
}

/** The initials, in lower case, of a name of two words or more; null for other names. */
export function initialsOf(text: string, tokens: readonly Token[]): string | null {
  const capitals = tokens.filter(({ start }) => /\p{Lu}/u.test(text[start] ?? ""));
  return capitals.length < 2 ? null : capitals.map(({ start }) => text[start]?.toLowerCase()).join("");
}

/** The acronym as a variant of each word of the name it stands for. */
export function acronymVariant(initials: string): Variant {
  return { terms: [initials], trust: TRUST.acronym };
}

/** Names in `text` whose initials are `acronym`, as variants of it. */
export function spellOut(acronym: string, text: string): Variant[] {
  const tokens = tokenize(text);
  return findNames(text, tokens).flatMap(({ start, end, terms }) => {
    const own = tokens.filter((token) => token.start >= start && token.end <= end);
    return initialsOf(text, own) === acronym ? [{ terms, trust: TRUST.acronym }] : [];
  });
}
