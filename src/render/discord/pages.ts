/**
 * Divides what does not fit. Quotes are cut at spaces into parts that together are the quote, never shortened, and
 * never cut within a character as a reader counts them. The bot's own words and names are shortened instead.
 */

import type { Citation } from "../../answers/answer.ts";
import type { TextRange } from "../../corpus/source.ts";
import { boundaryBefore, graphemesOf } from "../../text/graphemes.ts";
import { isolateDirection, makeVisibleLine } from "../visible.ts";
import { escapeDiscord, escapedLength } from "./escape-discord.ts";

/** How much markdown the parts of a message may hold, in UTF-16 code units. */
export interface Space {
  readonly layout: "card" | "plain";
  readonly question: number;
  readonly answer: number;
  readonly differ: number;
  readonly quote: number;
  readonly footer: number;
}

/** Together with the lines around them below 4,000, the most of all text displays. */
export const CARD_SPACE: Space = {
  layout: "card",
  question: 300,
  answer: 600,
  differ: 300,
  quote: 2000,
  footer: 400,
};
/** Below 2,000, the most of plain content. */
export const PLAIN_SPACE: Space = {
  layout: "plain",
  question: 150,
  answer: 300,
  differ: 150,
  quote: 850,
  footer: 250,
};

/** One page of a screen: what stands above the rule, what below. Every text is markdown. */
export interface Page {
  readonly tone: "answer" | "refusal" | "neutral";
  readonly head: readonly string[];
  readonly body: readonly string[];
  /** The citations on this page, in order. */
  readonly cited: readonly Citation[];
  /** Whether a quote on this page goes on elsewhere. */
  readonly isPart: boolean;
}

const SPACE = /\s/;
/** `…` and two marks that close off a text written from right to left. */
const ISOLATED_ELLIPSIS = 3;
/** A sign that stands for a character (`<U+202E>`) is as long as this at most. */
const LONGEST_SIGN = 10;

/**
 * Cuts `text`, made visible before, into ranges whose block quotes are at most `most` long. Cuts behind spaces where
 * there are some in the later half, else between graphemes. `whole` is not cut where that can be helped.
 */
export function cutQuote(text: string, most: number, whole: TextRange | null = null): TextRange[] {
  const parts: TextRange[] = [];
  let start = 0;
  while (start < text.length) {
    const end = furthest(text, start, most);
    const cut = end >= text.length ? end : placeToCut(text, start, end, whole);
    parts.push({ start, end: cut });
    start = cut;
  }
  return parts.length > 0 ? parts : [{ start: 0, end: 0 }];
}

/** How far a block quote from `start` may go; always at least one character. */
function furthest(text: string, start: number, most: number): number {
  let length = 2;
  let at = start;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    length += character === "\n" ? 3 : escapedLength(character);
    if (length > most && at > start) return at;
    at += character.length;
  }
  return at;
}

function placeToCut(text: string, start: number, end: number, whole: TextRange | null): number {
  if (whole !== null && whole.start > start && whole.start < end && whole.end > end) return whole.start;
  const middle = start + Math.floor((end - start) / 2);
  for (let at = end; at > middle; at -= 1)
    if (SPACE.test(text[at - 1] ?? "") && boundaryBefore(text, at) === at) return at;
  const place = beforeSign(text, boundaryBefore(text, end));
  return place > start ? place : end;
}

/** `at`, or the beginning of the sign that stands across it. */
function beforeSign(text: string, at: number): number {
  const from = Math.max(0, at - LONGEST_SIGN);
  const sign = /<(?:U(?:\+[0-9A-F]{0,6})?)?$/.exec(text.slice(from, at));
  return sign === null ? at : from + sign.index;
}

/** Escaped markdown of one line of names or of a person's words, shortened to at most `most`. */
export function shortLine(text: string, most: number): string {
  const line = makeVisibleLine(text, most);
  const whole = isolateDirection(escapeDiscord(line));
  if (whole.length <= most) return whole;
  const room = most - ISOLATED_ELLIPSIS;
  let shown = "";
  for (const grapheme of graphemesOf(line)) {
    const next = escapeDiscord(grapheme);
    if (shown.length + next.length > room) break;
    shown += next;
  }
  return isolateDirection(`${shown.trimEnd()}…`);
}

/** Packs texts in order into as few groups as hold at most `most` each, joined by line ends. None is divided. */
export function packTexts(texts: readonly string[], most: number): string[][] {
  const groups: string[][] = [];
  let length = 0;
  for (const text of texts) {
    const last = groups.at(-1);
    if (last !== undefined && length + 1 + text.length <= most) {
      last.push(text);
      length += 1 + text.length;
    } else {
      groups.push([text]);
      length = text.length;
    }
  }
  return groups;
}
