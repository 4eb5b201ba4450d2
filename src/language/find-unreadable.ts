/**
 * What of a text looks as if it said a number, a sign or a denial and cannot be read: numerals without a known worth,
 * words of mixed letters, letters spelled out one by one, arithmetic, markup that strikes out or stands for signs.
 * Nothing of it is wrong by itself: whoever asks may know the same characters from elsewhere. Pure and linear.
 */

import { ENGLISH_NUMBERS } from "./english/numbers.ts";
import { wordKey } from "./languages.ts";
import { LEXICONS, valuedWords } from "./lexicon.ts";
import { lexiconsOfNumber } from "./numerals/number-words.ts";
import { isRomanWord, romanValue } from "./numerals/roman-numeral.ts";
import { remembered } from "./remembered.ts";
import { unitNamed } from "./units/unit-table.ts";
import type { ReadWords, Word } from "./words/read-words.ts";

export interface Unreadable {
  /** Its range in the text given, UTF-16, half-open. */
  readonly start: number;
  readonly end: number;
}

/** In plain text: each with what makes it suspicious. */
const PLAIN_PATTERNS: readonly RegExp[] = [
  // A numeral whose worth is not known; a power or a base that is no plain number.
  /[^\P{N}0-9]+/gu,
  /(?<!\d)(?!10\^)\d+[\^_][\d−+-]+/gu,
  // Arithmetic: 50+3, 6×9, √9, 5!·2. A range, a date and a share are none.
  /(?<![\p{L}\d.,])[\p{L}\d.,]{0,40}\d\s?[+*×÷=√]\s?\d[\p{L}\d.,]{0,40}/gu,
  /[√∑∏∛∜∞]\s?\d*/gu,
  // A sign beside a figure that says nothing known.
  /(?:(?![+−<>≤≥≈±≠¬=°×~^|∓%‰‱$©®™′″⁄])[\p{Sm}\p{So}\p{Sk}])\d[\d.,]*|(?<![\d.,])\d[\d.,]*(?:(?![+−<>≤≥≈±≠¬=°×~^|∓%‰‱©®™′″⁄])[\p{Sm}\p{So}\p{Sk}])/gu,
  // A factorial in the middle of a sentence.
  /\d!(?=\s\p{Ll})/gu,
  // Numerals that no rule of Rome allows.
  /(?<!\p{L})[ivxlcdm]*([ixcm])\1{3}[ivxlcdm]*(?!\p{L})/giu,
  // A figure in the brackets of an accountant: of (53) million.
  /(?<=\b(?:of|was|were|is|to|at|by|from|a)\s)\p{Sc}?\(\p{Sc}?\d[\d.,]*%?\)|\p{Sc}\(\d[\d.,]*\)|\(\p{Sc}?\d[\d.,]*%?\)(?=\s(?:million|billion|thousand|percent|per cent|[a-z]+s)\b)/gu,
  // A numeral of one letter before what it counts.
  /(?<![\p{L}\p{N}'’.-]|\d\s)[vxlcdmVXLCDM](?=\s\p{Ll}{3})/gu,
];
/** In the text as it was given. */
const GIVEN_PATTERNS: readonly RegExp[] = [
  /~~[^~]{0,200}~~/gu,
  // Markup and codes that stand for signs: <s>, &minus;, \geq.
  /<\/?[a-z][^<>]{0,80}>|&(?:#x?[\da-f]{1,6}|[a-z]{2,8});|\\[a-z]{2,}/giu,
  /(?<=[^\s\d([⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]+/gu,
  // Signs that deny or count by themselves.
  /[🚫❌❎✖✗✘⛔🙅👎⊘∄∅¬≠≢∉∌⊄💯🔢🆘]/gu,
  /(?<![\p{L}\p{N}])!(?=\p{L})/gu,
  // Dice, dominoes, cards, trigrams, clocks, tallies.
  /[\u2630-\u2637\u2680-\u2685\u4dc0-\u4dff\u{1d360}-\u{1d37f}\u{1f000}-\u{1f0ff}\u{1f550}-\u{1f567}]/gu,
];
const OTHER_SCRIPTS =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}\p{Script=Lisu}\p{Script=Coptic}]/u;
/** Letters of phonetic alphabets and small capitals, which are drawn like others; not the Azerbaijani ə. */
const PHONETIC = /(?!ə)[\u0250-\u02af]|[\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;
/** What strikes a letter through or frames it; the frame of a key is no such. */
const STRUCK = /[\u0334-\u0338\u20d0-\u20e2\u20e4-\u20ff]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /\p{Script=Latin}/u;
/** Units before whose power a raised figure may stand. */
const RAISED_UNIT = /(?:^|[^\p{L}])(?:[kcdmµn]?m|ft|in|mi|yd|s|sec)$/u;

/** The ranges of `text`, whose words are given, that cannot be read; in no order. */
export function findUnreadable(
  text: string,
  { plain, words }: Pick<ReadWords, "plain" | "words">,
): Unreadable[] {
  const found: Unreadable[] = [];
  const put = (start: number, end: number) =>
    found.push({ start: plain.starts[start] ?? 0, end: plain.ends[end - 1] ?? text.length });
  for (const pattern of PLAIN_PATTERNS)
    for (const { 0: written, index } of plain.text.matchAll(pattern))
      if (!isPowerOfTen(plain.text, index + written.length)) put(index, index + written.length);
  for (const { 0: word, index } of plain.text.matchAll(WORD))
    if (OTHER_SCRIPTS.test(word) && LATIN.test(word)) put(index, index + word.length);
  for (const { 0: word, index } of text.matchAll(WORD))
    if (PHONETIC.test(word) || STRUCK.test(word)) found.push({ start: index, end: index + word.length });
  for (const pattern of GIVEN_PATTERNS)
    for (const { 0: written, index } of text.matchAll(pattern))
      if (!RAISED_UNIT.test(text.slice(Math.max(0, index - 4), index)))
        found.push({ start: index, end: index + written.length });
  for (const [at, word] of words.entries())
    if (
      mayCount(plain.text, words, at) ||
      (word.isJoined === true && !isKnownWord(word.key)) ||
      isNearNumber(word.key)
    )
      put(word.start, word.end);
  return found;
}

/** A number of another language, or in Roman numerals, that is an everyday word, where a number would stand. */
function mayCount(text: string, words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || word.readings !== undefined || next === undefined) return false;
  if (unitNamed(word.key) !== null) return false;
  // What is surely a numeral is read as one.
  if (word.key.length > 1 && romanValue(word.key) !== null)
    return !isRomanWord(word.key) && !ROMAN_WORD.test(word.key);
  if (!isEverydayNumber(word.key)) return false;
  const isBehindNumber = before?.key === "to" && words[at - 2]?.readings !== undefined;
  const isOwned = /^['’]s/.test(text.slice(before?.end ?? 0));
  const isMeasured = next.key.length > 1 && unitNamed(next.key) !== null;
  if (!word.isContent) return isBehindNumber && isMeasured;
  return NUMBERED.test(before?.key ?? "") || isBehindNumber || isOwned || isMeasured;
}

/** Roman numerals that are words of English or abbreviations. */
const ROMAN_WORD = /^(?:mix|cd|cv|md|dc|cc|dvi|xl|mc)$/;

/** Before a number and before no verb. */
const NUMBERED =
  /^(?:the|of|in|for|with|by|all|first|last|its|their|his|her|these|those|about|than|at|from|and|was|were|is|are|had|has|only|some|every|then|s|\d+)$/;

const isEverydayNumber = remembered((key: string): boolean =>
  LEXICONS.some(
    ({ language, numbers }) => language.name !== "english" && numbers.get(key)?.isEveryday === true,
  ),
);

/** 5.3 × 10^4 is one number. */
function isPowerOfTen(text: string, end: number): boolean {
  return /(?:^|[×x*·\s])10$/u.test(text.slice(Math.max(0, end - 3), end)) && text.charAt(end) === "^";
}

/** What was put together is a negation, a number or a word with a syllable before it: `un-safe`. */
function isKnownWord(key: string): boolean {
  return /^\d|(?:free|less)$/.test(key) || /^(?:not|no|un|in|im|il|ir|non|dis|mis|anti)/.test(key);
}

/** Number words of so many letters are told apart from what differs in one letter. */
const SHORTEST_NEAR = 6;
const NEAR_WORDS: readonly string[] = [
  ...valuedWords(ENGLISH_NUMBERS.adding),
  ...valuedWords(ENGLISH_NUMBERS.scales),
].flatMap(([word]) => (word.length >= SHORTEST_NEAR ? [word] : []));
/** Words that are one letter from a number and mean something else. */
const NO_MISSPELLING: ReadonlySet<string> = new Set(
  "thirsty weighty mullion pillion zillion hundreds thousands millions billions trillions seventies eighties thirties nineties mission elevens gillion bullion pennant tweeny".split(
    " ",
  ),
);

/** `thrity`, `fifteeen`: a misspelled number. */
const isNearNumber = remembered((word: string): boolean => {
  const key = wordKey(word);
  const stem = /^(.{3,})(?:ish|odd|some|something|plus)$/.exec(key)?.[1];
  if (stem !== undefined && lexiconsOfNumber(stem).length > 0 && key !== "twosome" && key !== "threesome")
    return true;
  if (key.length < SHORTEST_NEAR - 1 || NO_MISSPELLING.has(key) || lexiconsOfNumber(key).length > 0)
    return false;
  return NEAR_WORDS.some((near) => Math.abs(near.length - key.length) <= 1 && isOneApart(key, near));
});

/** One letter changed, added or left out, or two that changed places; the first letter stays. */
function isOneApart(one: string, other: string): boolean {
  if (one[0] !== other[0] || one === other) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [left, right] = [one.slice(at), other.slice(at)];
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1)) return true;
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
