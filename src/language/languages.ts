/** The languages whose numbers, units and negations are known, and which of them a text is in. */
import { foldWord } from "../text/tokens.ts";
import { AZERBAIJANI } from "./azerbaijani/azerbaijani.ts";
import { ENGLISH } from "./english/english.ts";
import { FRENCH } from "./french/french.ts";
import { GERMAN } from "./german/german.ts";
import type { Language } from "./language.ts";
import { PERSIAN } from "./persian/persian.ts";
import { PORTUGUESE } from "./portuguese/portuguese.ts";
import { RUSSIAN } from "./russian/russian.ts";
import { SPANISH } from "./spanish/spanish.ts";
import { TURKISH } from "./turkish/turkish.ts";

/** English first: where two would do, it is taken. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  AZERBAIJANI,
  TURKISH,
  RUSSIAN,
  PERSIAN,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
];

const FOLDED_AT_ONCE = 64;
/** In UTF-16 code units: no number in words is longer. */
const LONGEST_WORD = 256;

/** A word as words are compared: lower case, without accents, Arabic letters as Persian writes them. */
export function wordKey(word: string): string {
  return foldWhole(word).replaceAll("ي", "ی").replaceAll("ك", "ک");
}

/** `foldWord` of a word of any length: it keeps no more than its first units. */
export function foldWhole(word: string): string {
  if (word.length <= FOLDED_AT_ONCE) return foldWord(word);
  const parts: string[] = [];
  for (let at = 0; at < Math.min(word.length, LONGEST_WORD); at += FOLDED_AT_ONCE)
    parts.push(foldWord(word.slice(at, at + FOLDED_AT_ONCE)));
  return parts.join("");
}

/** The words of a list, as they are compared. */
export function keysOf(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[\s,]+/)
      .filter((word) => word !== "")
      .map(wordKey),
  );
}

const LITTLE: readonly (readonly [Language, ReadonlySet<string>])[] = LANGUAGES.map((language) => [
  language,
  keysOf(language.little),
]);
/** Letters that only one language has count as so many little words. */
const LETTERS_COUNT = 2;
/** One little word alone may be a word of any language. */
const FEWEST = 2;
/** UTF-16 code units of a text that tell its language. */
const LONGEST_READ = 2_000;
const WORD = /[\p{L}\p{M}]+/gu;

/** The language with most little words in `text`; English where nothing tells. Rough, for a sentence or more. */
export function languageOf(text: string): Language {
  const read = text.slice(0, LONGEST_READ);
  const keys = (read.match(WORD) ?? []).map(wordKey);
  let [best, most] = [ENGLISH, FEWEST - 1];
  for (const [language, little] of LITTLE) {
    const own = keys.filter((key) => little.has(key)).length;
    const count = own + (language.letters?.test(read) ? LETTERS_COUNT : 0);
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
