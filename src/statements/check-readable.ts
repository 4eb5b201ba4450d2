/**
 * What cannot be read cannot be held against anything: signs, letters and numerals of a statement whose meaning is not
 * known must stand in its sentences as they are, and its letters must be of a script that these or the question use.
 */
import { findUnreadable } from "../language/find-unreadable.ts";
import { isEnglish } from "./check-words.ts";
import type { CitedSentence, Fault } from "./cited-sentence.ts";
import type { ReadText } from "./read-text.ts";

const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Chinese or Japanese", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["Korean", /\p{Script=Hangul}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
];
const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Signs that letters were made into: units and the marks of ordinals. */
const NO_SCRIPT = /[µΩªº℃℉ℓ]/gu;
const LATIN_LETTER = /[a-z]/;
/** French words that English writes with their accents, without the s of the plural. */
const LOANS: ReadonlySet<string> = new Set(
  "café naïve naïveté cliché façade fiancé fiancée décor élite première protégé protégée détente état exposé communiqué attaché début régime rôle à soirée résumé passé touché entrée émigré matinée vis-à-vis crèche fête coöperation coöperate coördinate zoölogy".split(
    " ",
  ),
);
const WORD = /[\p{L}\p{M}]+/gu;
/** UTF-16 code units of a thing that a reason repeats. */
const LONGEST_TOLD = 40;

/** `text` is the statement as it was written. */
export function checkReadable(
  text: string,
  statement: ReadText,
  cited: readonly CitedSentence[],
  question: string,
  place: string,
): Fault | null {
  const known = [...cited.flatMap((one) => [one.text, one.title, one.section ?? ""]), question].join("\n");
  const folded = flat(known);
  for (const { start, end } of findUnreadable(text, statement)) {
    const written = text.slice(start, end);
    if (stands(flat(written), folded)) continue;
    return {
      kind: "unreadable",
      reason: `“${written.trim().slice(0, LONGEST_TOLD)}” cannot be read and does not stand so in ${place}.`,
    };
  }
  const accented = isEnglish(statement)
    ? writtenWords(statement).find((word) => isForeign(word) && !stands(flat(word), folded))
    : undefined;
  if (accented !== undefined)
    return {
      kind: "unreadable",
      reason: `“${accented.slice(0, LONGEST_TOLD)}” is no English word and does not stand in ${place}.`,
    };
  const stray = text
    .replace(NO_SCRIPT, "")
    .match(WORD)
    ?.find((word) => isOfNoScript(word, known));
  return stray === undefined
    ? null
    : {
        kind: "unreadable",
        reason: `“${stray.slice(0, LONGEST_TOLD)}” is in letters that ${place} do not use.`,
      };
}

/** Whether a word has letters of a script that is nowhere in what is known. */
function isOfNoScript(word: string, known: string): boolean {
  return Array.from(word.normalize("NFKC")).some((letter) => {
    if (!LETTER.test(letter) || /[\p{Script=Common}\p{Script=Inherited}]/u.test(letter)) return false;
    const script = SCRIPTS.find(([, letters]) => letters.test(letter));
    return script === undefined ? !known.includes(letter) : !script[1].test(known);
  });
}

/** The words of a statement that are no numbers. */
function writtenWords({ text, words }: ReadText): string[] {
  return words.flatMap(({ start, end, readings, isNegation }) =>
    readings === undefined && !isNegation ? [text.slice(start, end)] : [],
  );
}

/** A word in small letters with one that English lacks: no name, and no loan that keeps its accent. */
function isForeign(word: string): boolean {
  const plain = word.normalize("NFC");
  return (
    /^\p{Ll}+$/u.test(plain) &&
    LATIN_LETTER.test(plain) &&
    /[^a-z]/.test(plain) &&
    !LOANS.has(plain.replace(/s$/, ""))
  );
}

/** Whether `wanted` stands in `text` and neither begins nor ends within a word. */
function stands(wanted: string, text: string): boolean {
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text.slice(at - 1, at), text.slice(at + wanted.length, at + wanted.length + 1)];
    const isWithin = (edge: string, beside: string) =>
      LETTER_OR_DIGIT.test(edge) && LETTER_OR_DIGIT.test(beside);
    if (!isWithin(wanted.slice(0, 1), before) && !isWithin(wanted.slice(-1), after)) return true;
  }
  return false;
}

function flat(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, " ");
}
