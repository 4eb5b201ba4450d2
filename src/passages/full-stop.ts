/** Whether a full stop ends a sentence or belongs to the word before it. */
import {
  AFTER_ORDINAL,
  ALWAYS_GO_ON,
  GO_ON_BEFORE_NUMBER,
  MAY_END,
  SENTENCE_OPENERS,
} from "./abbreviations.ts";

/** No abbreviation is longer. */
const LONGEST = 24;

/**
 * Whether the full stop at `at` ends the sentence begun at `start`, given that the next word, from `next`, could begin
 * another.
 */
export function endsWithFullStop(text: string, start: number, at: number, next: number): boolean {
  const word = wordBefore(text, start, at);
  if (word === "") return true;
  const lower = word.toLowerCase();
  if (ALWAYS_GO_ON.has(lower)) return false;
  if (isListNumber(text, start, at, word)) return false;
  const head = text.slice(next, next + LONGEST);
  if (/^\p{N}{1,2}$/u.test(word)) return !AFTER_ORDINAL.has(wordAfter(head));
  if (/^\p{N}/u.test(head) && GO_ON_BEFORE_NUMBER.has(lower)) return false;
  if (!isInitials(word) && !MAY_END.has(lower)) return true;
  // `A.` may be one more initial.
  return SENTENCE_OPENERS.has(wordAfter(head)) && !/^\p{L}\./u.test(head);
}

/** The word that the full stop ends, without opening marks: letters, digits and inner full stops. */
function wordBefore(text: string, start: number, at: number): string {
  const slice = text.slice(Math.max(start, at - LONGEST), at);
  return /[\p{L}\p{N}\p{M}№.]*$/u.exec(lastWord(slice))?.[0].replace(/^\.+/u, "") ?? "";
}

function lastWord(slice: string): string {
  const parts = slice.split(/[\s("'“‘„«[*_–—/-]/u);
  return parts.at(-1) ?? "";
}

/** `U.S`, `J`, `a.m`: letters one by one. */
function isInitials(word: string): boolean {
  return /^\p{L}(?:\.\p{L}){0,6}$/u.test(word);
}

/** A number, letter or roman number that opens the sentence numbers it. */
function isListNumber(text: string, start: number, at: number, word: string): boolean {
  const before = text.slice(start, Math.min(at, start + LONGEST)).trim();
  return before === word && /^(?:\p{N}{1,3}(?:\.\p{N}{1,3}){0,4}|[IVXLC]{1,6}|[ivx]{1,5}|\p{L})$/u.test(word);
}

function wordAfter(head: string): string {
  return (/^[\p{L}\p{M}'’]+/u.exec(head)?.[0] ?? "").toLowerCase();
}
