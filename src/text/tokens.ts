/**
 * Words as the search sees them: one term for every spelling of a word, each with its place in the text.
 * Index and question must use this file alike. It never changes or copies the text it reads.
 */
import stem from "wink-porter2-stemmer";
import { ASKING_WORDS, LINKING_WORDS } from "./function-words.ts";
import { americanSpelling, BASE_FORMS } from "./irregular-forms.ts";
import { WITHOUT_SPACES } from "./without-spaces.ts";

/** A word, its search term, and its range (UTF-16, half-open) in the text it was taken from. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** In UTF-16 code units. Longer runs are no words (keys, blobs): their first units stand for them. */
const LONGEST_TERM = 64;
/** Stems kept, so that a large corpus cannot fill the memory: about the vocabulary of a few books. */
const MOST_STEMS = 50_000;
/** Code units given to the segmenter at once: its time grows faster than its input. */
const SEGMENTED_AT_ONCE = 1_000;

/**
 * In order: a number with thousands or a decimal point, letters with points between (U.S.), a run of letters
 * and digits, in which what cannot be seen does not end the word. Each branch either matches at once or gives up after
 * a bounded number of steps.
 */
const WORD =
  /\d{1,3}(?:,\d{3})+(?:\.\d{1,15})?(?![\p{L}\p{N}])|(?<!\d\.)\d{1,15}\.\d{1,15}(?![.\p{L}\p{N}])|\p{L}(?:\.\p{L})+(?![\p{L}\p{N}\p{M}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]*/gu;
/** What colours a terminal is no part of the word after it. */
const COLOUR_CODE = /\u001b\[[\d;:?]{0,40}[A-Za-z]/g;
const ASCII_WORD = /^[a-z0-9]*$/;
const ENGLISH_WORD = /^[a-z]{3,32}$/;
/** Accents, and the points of Hebrew and Arabic. The vowel signs of Indic scripts are letters and stay. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const NOT_IN_TERM = /[^\p{L}\p{N}\p{M}.]|(?<!\d)\.|\.(?!\d)/gu;
/** Letters that no decomposition reaches, as English texts write them. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ə: "a" }),
);
const LETTERS_TO_REPLACE = /[ßæœøłđðþıə]/g;

const BASE_STEMS: ReadonlyMap<string, string> = new Map(
  BASE_FORMS.map(([form, base]) => [stem(form), stem(base)] as const),
);
const stems = new Map<string, string>();
let segmenter: Intl.Segmenter | undefined;

/** The tokens of `text` in order, without overlap. A possessive `'s` is no token and in no token's range. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const readable = text.includes("\u001b[") ? blankColours(text) : text;
  for (const match of readable.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    if (isPossessive(text, start, end)) continue;
    if (WITHOUT_SPACES.test(match[0])) addSegments(text, start, end, tokens);
    else addToken(text, start, end, tokens);
  }
  return tokens;
}

/** As long as before, so that offsets hold. */
function blankColours(text: string): string {
  return text.replace(COLOUR_CODE, (code) => " ".repeat(code.length));
}

/** The term of a single word: lower case, without accents, stemmed if it looks English. May be empty. */
export function termOf(word: string): string {
  const folded = foldWord(word);
  if (!ENGLISH_WORD.test(folded)) return folded;
  const known = stems.get(folded);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const regular = stem(americanSpelling(folded));
  const stemmed = BASE_STEMS.get(regular) ?? regular;
  stems.set(folded, stemmed);
  return stemmed;
}

/** Lower case, compatibility forms resolved, without accents, thousands commas and soft hyphens. */
export function foldWord(word: string): string {
  const lower = word.slice(0, LONGEST_TERM).toLowerCase();
  if (ASCII_WORD.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .normalize("NFC")
    .replace(LETTERS_TO_REPLACE, (letter) => PLAIN_LETTERS.get(letter) ?? letter)
    .replace(NOT_IN_TERM, "")
    .slice(0, LONGEST_TERM);
}

/** Whether a term is a question word or an auxiliary. */
export function isAskingTerm(term: string): boolean {
  return ASKING_TERMS.has(term);
}

/** Whether a term is a function word of any kind. */
export function isStopTerm(term: string): boolean {
  return ASKING_TERMS.has(term) || LINKING_TERMS.has(term);
}

/** Whether a term says what a text is about. */
export function isContentTerm(term: string): boolean {
  return !isStopTerm(term);
}

function addToken(text: string, start: number, end: number, tokens: Token[]): void {
  const term = termOf(text.slice(start, Math.min(end, start + LONGEST_TERM)));
  if (term !== "") tokens.push({ term, start, end });
}

/** Whether what stands there is only the `s` after an apostrophe. */
function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start !== 1 || start < 2 || (text[start] !== "s" && text[start] !== "S")) return false;
  const before = text[start - 1];
  return (before === "'" || before === "’" || before === "ʼ") && /[\p{L}\p{N}.]/u.test(text[start - 2] ?? "");
}

function addSegments(text: string, start: number, end: number, tokens: Token[]): void {
  segmenter ??= new Intl.Segmenter("und", { granularity: "word" });
  for (let from = start; from < end; from += SEGMENTED_AT_ONCE) {
    for (const part of segmenter.segment(text.slice(from, Math.min(end, from + SEGMENTED_AT_ONCE)))) {
      if (part.isWordLike) addToken(text, from + part.index, from + part.index + part.segment.length, tokens);
    }
  }
}

const ASKING_TERMS: ReadonlySet<string> = termsOf(ASKING_WORDS);
const LINKING_TERMS: ReadonlySet<string> = termsOf(LINKING_WORDS);

function termsOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(termOf));
}
