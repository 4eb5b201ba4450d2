/** Turns numbers in words into numbers, in whatever language. Pure; each piece is read once for every language. */
import { wordKey } from "../languages.ts";
import { LEXICONS, type Lexicon } from "../lexicon.ts";
import { lexiconsOfNumber, type NumberInWords, readNumberInWords } from "../numerals/number-words.ts";
import { unitNamed } from "../units/unit-table.ts";
import type { Piece } from "./piece.ts";
import { type Replacement, replaceRuns } from "./replace-runs.ts";

/** `a score of boats`; the score of a match is no number. */
const BEFORE_GROUP = /^(?:a|an|one|half|several|another)$/;
const DECIMAL_WORD = /^(?:point|komma|virgule|coma|virgula)$/;

/** `pieces` of `text` with a piece for each number in words. */
export function readNumberRuns(text: string, pieces: readonly Piece[], own: Lexicon): Piece[] {
  const order = [own, ...LEXICONS.filter((lexicon) => lexicon !== own)];
  const isNumber = ({ key, readings }: Piece) =>
    readings !== undefined || lexiconsOfNumber(wordKey(key)).length > 0;
  const numbers = replaceRuns(text, pieces, isNumber, (run, at) =>
    numberAt(text, run, pieces, at, order, own),
  );
  return replaceRuns(text, numbers, ({ readings }) => readings !== undefined, decimalAt);
}

function numberAt(
  text: string,
  run: readonly Piece[],
  pieces: readonly Piece[],
  at: number,
  order: readonly Lexicon[],
  own: Lexicon,
): Replacement | null {
  const [first] = run;
  if (first === undefined || first.isMark) return null;
  if (first.readings !== undefined) return scaledFigures(text, run, first.readings, order, own);
  const keys = run.map(({ key, readings }) => (readings === undefined ? wordKey(key) : ""));
  for (const lexicon of order) {
    const number = readNumberInWords(keys, 0, lexicon);
    // English ordinals of one word have other uses: at first, a second.
    const isLoneOrdinal = number?.isOrdinal && number.next === 1 && lexicon.numbers.has(keys[0] ?? "");
    if (
      number === null ||
      number.isArticle ||
      (isLoneOrdinal && lexicon.language.name === "english") ||
      !counts(text, number, lexicon, own, run, pieces, at)
    )
      continue;
    return {
      size: number.next,
      ...(number.isOrdinal
        ? { key: `${number.value}th` }
        : { key: String(number.value), readings: [number.value] }),
    };
  }
  return null;
}

/** Whether what may be an everyday word is a number here. */
function counts(
  text: string,
  number: NumberInWords,
  lexicon: Lexicon,
  own: Lexicon,
  run: readonly Piece[],
  pieces: readonly Piece[],
  at: number,
): boolean {
  const [first, last] = [run[0], run[number.next - 1]];
  // A letter that English lacks leaves no doubt: altı, beş.
  const isMarked = /[^\P{L}a-z]/iu.test(text.slice(first?.start ?? 0, last?.end ?? 0));
  if (!number.isEveryday || (isMarked && lexicon.language.name !== "english")) return true;
  if (lexicon.language.name !== "english") return lexicon === own;
  const behind = run[number.next]?.key ?? "";
  if (number.value === 144 && /[^s]s$/.test(behind) && BEFORE_GROUP.test(pieces[at - 1]?.key ?? ""))
    return true;
  return /^(?:of|and)$/.test(behind) && BEFORE_GROUP.test(pieces[at - 1]?.key ?? "") && !number.isOrdinal;
}

/** `3.5 million`, `2 score`: figures before a scale in words. A scale of one letter is left to the reader of amounts. */
function scaledFigures(
  text: string,
  run: readonly Piece[],
  readings: readonly number[],
  order: readonly Lexicon[],
  own: Lexicon,
): Replacement | null {
  const [first] = run;
  let size = 1;
  let factor = 1;
  for (let next = run[size]; next !== undefined; next = run[size]) {
    const key = wordKey(next.key);
    const scale = order
      .filter((lexicon) => lexicon === own || !lexicon.numbers.get(key)?.isEveryday)
      .map((lexicon) => lexicon.numbers.get(key))
      .find((entry) => entry?.kind === "scale");
    if (scale === undefined || next.readings !== undefined) break;
    // 5 min are minutes, whatever a language calls its thousands.
    if (unitNamed(text.slice(next.start, next.end)) !== null) break;
    factor *= scale.value;
    size += 1;
  }
  if (size === 1 || first === undefined) return null;
  const scaled = readings.map((reading) => Number((reading * factor).toPrecision(15)));
  return { size, key: String(scaled[0] ?? 0), readings: scaled };
}

/** `three point five`. */
function decimalAt(run: readonly Piece[]): Replacement | null {
  const [whole, point] = run;
  if (whole?.readings === undefined || !DECIMAL_WORD.test(point?.key ?? "")) return null;
  let size = 2;
  let decimals = "";
  while (/^\d$/.test(run[size]?.key ?? "")) {
    decimals += run[size]?.key;
    size += 1;
  }
  if (decimals === "" || !Number.isInteger(whole.readings[0])) return null;
  const value = Number(`${whole.readings[0]}.${decimals}`);
  return { size, key: String(value), readings: [value] };
}
