/**
 * Brings a text into plain dress before it is read: nothing invisible, digits and numerals of every script as figures,
 * ordinary letters for full-width, mathematical and look-alike ones, one sign for each kind of sign. Every unit keeps
 * the way back to where it came from. What it cannot resolve it leaves, so that it can be told (`find-unreadable.ts`).
 */
import { type FoldedText, unmaskLookalikes } from "../text/fold.ts";
import { CHINESE_NUMERAL, chineseValue, standsAlone } from "./numerals/chinese-numeral.ts";
import { digitValue, enclosedValue } from "./numerals/digits.ts";
import { romanCharactersValue } from "./numerals/roman-numeral.ts";
import { rewrite, unchanged } from "./rewrite.ts";

const PLAIN = /^[\n\x20-\x7e\u00a0-\u00ad\u2010-\u201e\u2026€£¥]*$/u;
/** The frame of a key comes after what selects its form. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+\u20e3?|(?<=\d)\u20e3/gu;
const ROMAN = /[\u2160-\u2182\u2185-\u2188]+/gu;
const RAISED = /[⁰¹²³⁴-⁹]+/gu;
const LOWERED = /[₀-₉]+/gu;
const ODD_DIGIT = /[^\P{Nd}0-9]/gu;
/** Compatibility forms of letters and signs, numbers in circles, fractions; not the sign for `number`. */
const COMPATIBLE =
  /[\u00bc-\u00be\u00aa\u00b5\u00ba\u2100-\u2115\u2117-\u215f\u2189\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\ufb00-\ufb06\ufe50-\ufe6f\uff01-\uffee\u{1d400}-\u{1d7ff}\u{1f100}-\u{1f1ff}\u{1f51f}]/gu;
/** Units that are raised to a power. */
const LENGTH_BEFORE = /(?:^|[^\p{L}])(?:[kcdmµμn]?m|ft|in|mi|yd|s|sec)$/u;
const LETTERS_AS_DIGITS =
  /(?<![\p{L}\p{N}.])[lI|]{1,3}(?=\d+(?![\p{L}\p{N}]))|(?<=\d)[O|I](?![\p{L}])|(?<=\d)[OI]{2,6}(?!\p{L})/gu;
const WORD = /[\p{L}\p{M}]+/gu;
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LATIN = /\p{Script=Latin}/u;

/** Each sign, then others that are drawn or meant like it. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  [
    "−⁻₋➖˗",
    "+⁺₊➕",
    "≤⩽≦≲⪯",
    "≥⩾≧≳⪰",
    "<≪≺〈",
    ">≫≻〉",
    "≈~∼≃≅≋≒⁓〜˜",
    ".٫",
    ",٬",
    "%٪",
    "‰؉",
    "‱؊",
    "×✕✖⨯",
    "=⁼₌",
  ].flatMap(([sign = "", ...others]) => others.map((other) => [other, sign] as const)),
);
const SIGN = new RegExp(`[${[...SIGNS.keys()].join("")}]`, "gu");

/** `text` in plain dress. Linear in its length. */
export function plainText(text: string): FoldedText {
  const own = unchanged(text);
  const signs = (plain: FoldedText) => rewrite(plain, SIGN, (sign) => SIGNS.get(sign) ?? null);
  if (PLAIN.test(text))
    return rewrite(signs(rewrite(own, /\u00ad/gu, () => "")), LETTERS_AS_DIGITS, letterAsDigit);
  let plain = rewrite(own, INVISIBLE, () => "");
  plain = rewrite(plain, ROMAN, (found) => spaced(romanCharactersValue(found)));
  plain = rewrite(plain, ODD_DIGIT, (digit) => String(digitValue(digit) ?? digit));
  plain = rewrite(plain, RAISED, raised);
  plain = rewrite(plain, LOWERED, lowered);
  plain = rewrite(plain, COMPATIBLE, compatible);
  plain = rewrite(plain, CHINESE_NUMERAL, (found, at, text) =>
    spaced(chineseValue(found, standsAlone(text, at, at + found.length))),
  );
  plain = rewrite(signs(plain), LETTERS_AS_DIGITS, letterAsDigit);
  return unmask(plain);
}

/** Apart from what stands beside it: the number is one of its own. */
function spaced(value: number | null): string | null {
  return value === null ? null : ` ${value} `;
}

/** Behind a figure a power or the mark of a footnote, behind a unit its power, behind a word a mark: else a number. */
function raised(found: string, at: number, text: string): string {
  const digits = found.normalize("NFKC");
  const before = text.slice(Math.max(0, at - 4), at);
  if (/\d$/.test(before)) return `^${digits}`;
  return LENGTH_BEFORE.test(before) || /(?:^|[\s([])$/.test(before) ? digits : "";
}

/** CO₂; behind a figure it names another base, which nobody reads as this number. */
function lowered(found: string, at: number, text: string): string {
  const digits = found.normalize("NFKC");
  return /\d$/.test(text.slice(Math.max(0, at - 1), at)) ? `_${digits}` : digits;
}

function compatible(found: string, at: number, text: string): string {
  const value = enclosedValue(found);
  // ⑤④ is read as 54, ⑭ is a number of its own.
  if (value !== null) return value < 10 ? String(value) : ` ${value} `;
  const plain = found.normalize("NFKC");
  return plain.includes("\u2044") && /\d$/.test(text.slice(Math.max(0, at - 1), at)) ? ` ${plain}` : plain;
}

function letterAsDigit(found: string): string {
  return found.replaceAll("O", "0").replace(/[lI|]/g, "1");
}

/** Look-alikes become Latin in words that mix scripts, and elsewhere unless the text is in that other script. */
function unmask(plain: FoldedText): FoldedText {
  const { text } = plain;
  if (!OTHER_SCRIPT.test(text)) return plain;
  const isForeign = (text.match(WORD) ?? []).some(
    (word) => OTHER_SCRIPT.test(word) && !LATIN.test(word) && unmaskLookalikes(word) === word,
  );
  return rewrite(plain, WORD, (word) => {
    if (!OTHER_SCRIPT.test(word) || (isForeign && !LATIN.test(word))) return null;
    const latin = unmaskLookalikes(word);
    return latin.length === word.length ? latin : null;
  });
}
