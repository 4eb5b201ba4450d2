/** "And in 2025?": the part of the earlier question that is of the same kind gives way to the new one. */

import { bareQuestion } from "./earlier-turn.ts";

const PREPOSITION = /^(in|for|from|by|of|on|at|to|with|during|before|after|since|until|under|against)\s+/iu;
const YEAR = /\b(?:1\d|20)\d{2}\b/gu;
const MONTH_AND_YEAR =
  /\b(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)(?:\d{1,2},?\s+)?(?:(?:1\d|20)\d{2}\b)?/giu;
const HAS_TIME =
  /\b(?:(?:1\d|20)\d{2}|january|february|march|april|june|july|august|september|october|november|december)\b/iu;
/** Capitalised words, joined by small ones as in "Republic of Azerbaijan". */
const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}’'-]*(?:\s+(?:(?:of|the|de|al|von|van)\s+)*\p{Lu}[\p{L}\p{M}\p{N}’'-]*)*/gu;

interface Slot {
  readonly start: number;
  readonly end: number;
}

/** `question` about `fragment` instead: put in the place of what it replaces, else added at the end. */
export function replaceSlot(question: string, fragment: string): string {
  const plain = bareQuestion(question);
  const preposition = PREPOSITION.exec(fragment);
  const value = preposition ? fragment.slice(preposition[0].length) : fragment;
  const slot = HAS_TIME.test(value) ? lastTime(plain) : sameKind(plain, preposition?.[1]);
  if (slot === undefined) return `${plain} ${preposition ? fragment : `(${fragment})`}?`;
  return `${plain.slice(0, slot.start)}${value}${plain.slice(slot.end)}?`;
}

function lastTime(question: string): Slot | undefined {
  return matches(question, MONTH_AND_YEAR).at(-1) ?? matches(question, YEAR).at(-1);
}

/** The name after the same preposition, else the last name; the question's first word is no name. */
function sameKind(question: string, preposition: string | undefined): Slot | undefined {
  const names = matches(question, NAME).flatMap((slot) => withoutOpening(question, slot));
  if (preposition === undefined) return names.at(-1);
  const after = names.filter(({ start }) => endsWithWord(question.slice(0, start), preposition));
  return after.at(-1);
}

/** "Does Iran", "Was Aliyev": the first word is capitalised because it is the first. */
function withoutOpening(question: string, slot: Slot): Slot[] {
  if (slot.start > 0) return [slot];
  const opening = /^\S+\s+/u.exec(question.slice(slot.start, slot.end));
  return opening === null ? [] : [{ start: opening[0].length, end: slot.end }];
}

function endsWithWord(text: string, word: string): boolean {
  return text
    .trimEnd()
    .toLowerCase()
    .replace(/\s+the$/u, "")
    .endsWith(` ${word.toLowerCase()}`);
}

function matches(text: string, pattern: RegExp): Slot[] {
  return [...text.matchAll(pattern)].map((match) => {
    const found = match[0].trimEnd();
    return { start: match.index, end: match.index + found.length };
  });
}
