/** Reads Chinese and Japanese numerals: 五十四, 二〇一九, 伍拾肆, 三億二千万; and figures with their powers, 53万. */
import { COUNTERS, DIGITS, GREAT_POWERS, SMALL_POWERS } from "../chinese/numerals.ts";

const DIGIT = [...DIGITS.keys()].join("");
const SMALL = [...SMALL_POWERS.keys()].join("");
const GREAT = [...GREAT_POWERS.keys()].join("");
const OTHER_HAN = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const HAN_OR_KANA = new RegExp(OTHER_HAN, "u");
/** With fewer digits in a row and no power among them they may be a name: 三七. */
const FEWEST_DIGITS = 3;

const FIGURES_AND_POWERS = /\d[\d.,]*[^\d]+/gu;

/** Whether no such letter stands right before or behind a range of `text`. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !HAN_OR_KANA.test(text.slice(Math.max(0, start - 1), start) + text.slice(end, end + 1));
}

/** What may be such a numeral: figures before powers, a run, or one digit that stands alone or counts something. */
export const CHINESE_NUMERAL = new RegExp(
  [
    String.raw`(?:\d[\d.,]{0,20}[${SMALL}${GREAT}]{1,4}){1,6}`,
    `[${DIGIT}${SMALL}${GREAT}]{2,24}`,
    `(?<!${OTHER_HAN})[${DIGIT}${SMALL}](?!${OTHER_HAN})`,
    `(?<![第${DIGIT}])[${DIGIT.replace("一", "")}${SMALL}](?=[${COUNTERS}])`,
  ].join("|"),
  "gu",
);

/**
 * The worth of `numeral`, found by `CHINESE_NUMERAL`; null when its parts are in no order. `isAlone`: no letter of a
 * Chinese or Japanese word stands beside it.
 */
export function chineseValue(numeral: string, isAlone: boolean): number | null {
  const parts = numeral.match(FIGURES_AND_POWERS) ?? [];
  if (parts.length > 1) return sumOf(parts, isAlone);
  const figures = /^[\d.,]+/.exec(numeral)?.[0];
  const characters = Array.from(numeral.slice(figures?.length ?? 0));
  if (figures === undefined && characters.every((character) => DIGITS.has(character)))
    return digitByDigit(characters, isAlone);
  let total = 0;
  let group = figures === undefined ? 0 : Number(figures.replaceAll(",", ""));
  let digit = -1;
  let smallest = Number.POSITIVE_INFINITY;
  for (const character of characters) {
    const [value, small, great] = [
      DIGITS.get(character),
      SMALL_POWERS.get(character),
      GREAT_POWERS.get(character),
    ];
    if (value !== undefined) {
      if (digit > 0) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= smallest) return null;
      smallest = small >= 20 && small < 100 ? 10 : small;
      group =
        figures !== undefined && total === 0 && group > 0
          ? group * small
          : group + small * Math.max(1, digit);
      digit = -1;
    } else if (great !== undefined) {
      const own = group + Math.max(0, digit);
      // 一万亿 is ten thousand times a hundred million.
      total = own === 0 && total > 0 ? total * great : total + Math.max(1, own) * great;
      [group, digit, smallest] = [0, -1, Number.POSITIVE_INFINITY];
    }
  }
  return total + group + Math.max(0, digit);
}

/** 3億2千万: each part less than the one before it. */
function sumOf(parts: readonly string[], isAlone: boolean): number | null {
  const values = parts.map((part) => chineseValue(part, isAlone) ?? Number.NaN);
  const isFalling = values.every((value, at) => at === 0 || value < (values[at - 1] ?? 0));
  return isFalling ? values.reduce((sum, value) => sum + value, 0) : null;
}

function digitByDigit(characters: readonly string[], isAlone: boolean): number | null {
  const isPlain =
    characters.length >= FEWEST_DIGITS ||
    characters.length === 1 ||
    isAlone ||
    /[〇零]/.test(characters.join(""));
  return isPlain ? Number(characters.map((character) => DIGITS.get(character)).join("")) : null;
}
