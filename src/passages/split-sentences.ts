/**
 * Where the sentences of a stretch of running text begin and end. Looks at each character a bounded number of times,
 * so that no text can slow it down. Knows nothing of lines and marks: those are gone, or white space, before.
 */
import type { TextRange } from "../corpus/source.ts";
import { SPEECH_VERBS } from "./abbreviations.ts";
import { endsWithFullStop } from "./full-stop.ts";
import { trimRange } from "./trim-range.ts";

/** What ends a sentence where white space follows, and what ends it anywhere. */
const SPACED_TERMINATORS = ".!?…؟۔։።፧፨।॥။៕‼⁇⁈⁉‽";
const FREE_TERMINATORS = "。！？｡．︒︕︖";
const CLOSERS = "\"'”’»›)]}」』】〉》）］｝〞﹂﹄*_`~¹²³⁴⁵⁶⁷⁸⁹⁰†‡";
const OPENERS = "\"'“‘„‚«‹([{「『【〈《（［｛〝﹁﹃*_`~¿¡";

/** As many code units after a quotation are searched for its speaker. */
const SPEAKER_LENGTH = 60;

const JOINED = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]$/u;

const SPACED = 1;
const FREE = 2;
const CLOSER = 4;
const OPENER = 8;
const CLASSES = makeClasses();

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const kinds: [string, number][] = [
    [SPACED_TERMINATORS, SPACED],
    [FREE_TERMINATORS, FREE],
    [CLOSERS, CLOSER],
    [OPENERS, OPENER],
  ];
  for (const [characters, flag] of kinds) {
    for (const character of characters) {
      const unit = character.charCodeAt(0);
      classes[unit] = (classes[unit] ?? 0) | flag;
    }
  }
  return classes;
}

/** The sentences of `text`, in order: trimmed, not empty; between them is white space only. */
export function splitSentences(text: string): readonly TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (!isOf(text, at, SPACED | FREE)) {
      at += 1;
      continue;
    }
    const end = skipMarks(text, skipClosing(text, at));
    if (endsSentence(text, start, at, end)) {
      sentences.push(trimRange(text, { start, end }));
      start = end;
    }
    at = end;
  }
  sentences.push(trimRange(text, { start, end: text.length }));
  return sentences.filter((sentence) => sentence.end > sentence.start);
}

function isOf(text: string, at: number, flags: number): boolean {
  return ((CLASSES[text.charCodeAt(at)] ?? 0) & flags) !== 0;
}

/** Past the terminators at `at` and the closing quotes, brackets and footnote marks behind them. */
function skipClosing(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length) {
    if (isOf(text, end, SPACED | FREE | CLOSER)) end += 1;
    else {
      const mark = footnoteMarkLength(text, end);
      if (mark === 0) return end;
      end += mark;
    }
  }
  return end;
}

/** Past what is drawn over or joined to the character before: it must not begin a sentence. */
function skipMarks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) >= 0x300 && JOINED.test(String.fromCodePoint(text.codePointAt(end) ?? 0)))
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

/** The length of `[12]`, `[^a]`, `[citation needed]` at `at`, else 0. */
function footnoteMarkLength(text: string, at: number): number {
  if (text[at] !== "[") return 0;
  return /^\[[^[\]\r\n]{1,30}\]/.exec(text.slice(at, at + 32))?.[0].length ?? 0;
}

/** Whether the terminators at `at`, with all that closes behind them up to `end`, end the sentence begun at `start`. */
function endsSentence(text: string, start: number, at: number, end: number): boolean {
  const isFree = isOf(text, at, FREE);
  let next = end;
  while (next < text.length && isSpace(text, next)) next += 1;
  if (next === text.length) return true;
  if (next === end && !isFree && !endsBeforeIdeograph(text, at, next)) return false;
  if (isFree) return !goesOnAfterFreeStop(text, end, next);
  const first = firstSignificant(text, next);
  if (!canBeginSentence(text, first)) return false;
  if (isQuoteMark(text, end - 1) && namesSpeaker(text.slice(next, next + SPEAKER_LENGTH))) return false;
  const isLoneStop = text[at] === "." && text[at - 1] !== "." && !/[.!?…]/.test(text.slice(at + 1, end));
  return !isLoneStop || endsWithFullStop(text, start, at, first);
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit === 32 || (unit >= 9 && unit <= 13);
  return /\s/.test(text.charAt(at));
}

function endsBeforeIdeograph(text: string, at: number, next: number): boolean {
  return text[at] !== "." && /[\u3040-\u30ff\u3400-\u9fff]/.test(text.charAt(next));
}

/** Japanese quotes go on with a particle; a comma goes on in any language. */
function goesOnAfterFreeStop(text: string, end: number, next: number): boolean {
  return (
    next === end && /^[、，,;；とっ]/u.test(text.slice(next, next + 1)) && isOf(text, end - 1, CLOSER | FREE)
  );
}

/** Past opening quotes and brackets, which say nothing of what begins. At most a few. */
function firstSignificant(text: string, next: number): number {
  let first = next;
  while (first < next + 8 && isOf(text, first, OPENER)) first += 1;
  return first;
}

function isQuoteMark(text: string, at: number): boolean {
  return /["'”’»]/.test(text.charAt(at));
}

/** Whether up to three names and a verb of speech follow a quotation. */
function namesSpeaker(text: string): boolean {
  const words = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}(\p{Ll}+)/u.exec(text);
  return words !== null && SPEECH_VERBS.has(words[1] ?? "") && !/^(?:He|She|They|It|We|I|You)\s/u.test(text);
}

/** A capital, a number, a letter without case, or a symbol; or a small letter with a capital behind it (iPhone); or a dash before a capital. */
function canBeginSentence(text: string, first: number): boolean {
  const head = text.slice(first, first + 3);
  return /^(?:[\p{Lu}\p{Lt}\p{Lo}\p{Lm}\p{N}\p{Sc}\p{So}#@§№]|\p{Ll}\p{Lu}|[–—-]\s?\p{Lu})/u.test(head);
}
