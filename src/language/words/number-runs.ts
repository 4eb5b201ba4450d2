/**
 * Turns numbers in words into numbers, in whatever language, and the words of other languages that figures are read by
 * into those of English. Pure; each piece is read once for every language.
 */
import { isStopTerm, termOf } from "../../text/tokens.ts";
import { wordKey } from "../languages.ts";
import { type Gloss, LEXICONS, type Lexicon } from "../lexicon.ts";
import { lexiconsOfNumber, type NumberInWords, readNumberInWords } from "../numerals/number-words.ts";
import { unitNamed } from "../units/unit-table.ts";
import type { Piece } from "./piece.ts";

/** Between the words of one number or phrase. */
const WORD_GAP = /^(?:[\s\u00a0]{0,3}|\s?[-‐‑‒–]\s?|['’])$/u;
const LONGEST_RUN = 24;
/** Bounds and signs count beside a number. */
const SIGN = /^[<>≤≥≈±−]$/;
const PER = "per";
/** `a score of boats`; the score of a match is no number. */
const BEFORE_GROUP = /^(?:a|an|one|half|several|another)$/;
const DECIMAL_WORD = /^(?:point|komma|virgule|coma|virgula)$/;

/** `pieces` of `text` with a piece for each number and each word of English that figures are read by. */
export function readRuns(text: string, pieces: readonly Piece[], own: Lexicon): Piece[] {
  const order = [own, ...LEXICONS.filter((lexicon) => lexicon !== own)];
  const isNumber = ({ key, readings }: Piece) =>
    readings !== undefined || lexiconsOfNumber(wordKey(key)).length > 0;
  const withNumbers = replaceRuns(text, pieces, isNumber, (run, at) =>
    numberAt(text, run, pieces, at, order, own),
  );
  const withDecimals = replaceRuns(text, withNumbers, ({ readings }) => readings !== undefined, decimalAt);
  return replaceRuns(
    text,
    withDecimals,
    ({ key }) => GLOSSED.has(wordKey(key)),
    (run, at) => glossAt(run, withDecimals, at, order, own),
  );
}

/** First words of all phrases that any language explains. */
const GLOSSED: ReadonlySet<string> = new Set(LEXICONS.flatMap(({ glosses }) => [...glosses.keys()]));

interface Replacement {
  readonly size: number;
  readonly key: string;
  readonly readings?: readonly number[];
  readonly isMark?: boolean;
}

/** Each piece offered with those that follow without a break; what is given back takes their place. */
function replaceRuns(
  text: string,
  pieces: readonly Piece[],
  mayBegin: (piece: Piece) => boolean,
  read: (run: readonly Piece[], at: number) => Replacement | null,
): Piece[] {
  const replaced: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    const found = piece !== undefined && mayBegin(piece) ? read(runFrom(text, pieces, at), at) : null;
    const [first, last] = [pieces[at], pieces[at + (found?.size ?? 1) - 1]];
    if (first === undefined || last === undefined) break;
    if (found === null) replaced.push(first);
    else {
      const { size: _, ...read } = found;
      replaced.push({ start: first.start, end: last.end, ...read });
    }
    at += found?.size ?? 1;
  }
  return replaced;
}

function runFrom(text: string, pieces: readonly Piece[], at: number): readonly Piece[] {
  let end = at + 1;
  while (end < pieces.length && end < at + LONGEST_RUN) {
    const [before, piece] = [pieces[end - 1], pieces[end]];
    if (before === undefined || piece === undefined || !WORD_GAP.test(text.slice(before.end, piece.start)))
      break;
    end += 1;
  }
  return pieces.slice(at, end);
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
  return behind === "of" && BEFORE_GROUP.test(pieces[at - 1]?.key ?? "") && !number.isOrdinal;
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

function glossAt(
  run: readonly Piece[],
  pieces: readonly Piece[],
  at: number,
  order: readonly Lexicon[],
  own: Lexicon,
): Replacement | null {
  const [first] = run;
  if (first === undefined || first.readings !== undefined || first.isMark) return null;
  const keys = run.map(({ key }) => wordKey(key));
  // What English knows as a unit needs no translation.
  if (unitNamed(keys[0] ?? "") !== null) return null;
  for (const lexicon of order)
    for (const gloss of lexicon.glosses.get(keys[0] ?? "") ?? []) {
      const size = gloss.keys.length;
      if (gloss.keys.some((key, index) => key !== keys[index])) continue;
      if (
        gloss.english === PER
          ? !isBeforeUnit(keys[size], lexicon)
          : !isMeant(gloss, lexicon === own, run, pieces, at)
      )
        continue;
      if (gloss.english === PER && lexicon !== own) continue;
      return { size, key: gloss.english, ...(SIGN.test(gloss.english) && { isMark: true }) };
    }
  return null;
}

/** `pro Jahr`: what else such a word means, it is no rate. */
function isBeforeUnit(key: string | undefined, { glosses }: Lexicon): boolean {
  return (glosses.get(key ?? "") ?? []).some(({ english }) => unitNamed(english) !== null);
}

/** Whether the figures beside it make a phrase what the glossary takes it for. */
function isMeant(
  { keys, english, isEveryday }: Gloss,
  isOwn: boolean,
  run: readonly Piece[],
  pieces: readonly Piece[],
  at: number,
): boolean {
  const isNumber = (piece: Piece | undefined) => piece?.readings !== undefined;
  const [behind, second] = [run[keys.length], run[keys.length + 1]];
  const isBefore =
    isNumber(behind) || (behind !== undefined && isStopTerm(termOf(behind.key)) && isNumber(second));
  const isBehind = isNumber(pieces[at - 1]) || isNumber(pieces[at - 2]);
  if (SIGN.test(english)) return isBefore || (isOwn && isBehind && keys.length === 1 && english !== "−");
  if (!isOwn && (isEveryday || keys[0]?.length === 1)) return false;
  return unitNamed(english) === null || isOwn || isBehind || isNumber(behind);
}
