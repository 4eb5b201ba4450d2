/** Cuts what is too long to be quoted as one sentence. Never inside a character as a reader counts them. */
import type { TextRange } from "../corpus/source.ts";
import { boundaryBefore } from "../text/graphemes.ts";
import { trimRange } from "./trim-range.ts";

/** Above this a sentence is cut where it has semicolons; in UTF-16 code units. */
const LONG = 1_000;
/** Above this it is cut wherever it can be: nothing is longer. */
const LONGEST = 2_000;
/** No piece but the last is shorter. */
const SHORTEST = 200;

/** The pieces of `range`, in order, trimmed: `range` itself unless it is long. */
export function cutLongSentence(text: string, range: TextRange): readonly TextRange[] {
  if (range.end - range.start <= LONG) return [range];
  const pieces: TextRange[] = [];
  let start = range.start;
  while (range.end - start > LONG) {
    const found = findCut(text, start, range.end);
    if (found === null) break;
    const cut = wholeCharacters(text, start, found);
    pieces.push(trimRange(text, { start, end: cut }));
    start = cut;
  }
  pieces.push(trimRange(text, { start, end: range.end }));
  return pieces.filter((piece) => piece.end > piece.start);
}

/** Where to cut what stands from `start` to `end`, or null when it may stay whole. */
function findCut(text: string, start: number, end: number): number | null {
  const near = text.slice(start + SHORTEST, start + LONG);
  const far = text.slice(start + LONG, Math.min(end - 1, start + LONGEST));
  const semicolon = lastMatch(near, /[;；؛](?=\s|[；])/gu);
  if (semicolon !== null) return start + SHORTEST + semicolon;
  const later = /[;；؛](?=\s)/u.exec(far);
  if (later) return start + LONG + later.index + 1;
  if (end - start <= LONGEST) return null;
  const soft = lastMatch(far, /[,:，、：؛،](?=\s)|[，、：]/gu) ?? lastMatch(far, /\s/gu);
  return start + (soft === null ? LONGEST : LONG + soft);
}

/** The end of the last match, or null. */
function lastMatch(text: string, pattern: RegExp): number | null {
  let end: number | null = null;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
}

/** The nearest place to `cut` that tears no character as a reader counts them; `cut` where that would leave no piece. */
function wholeCharacters(text: string, start: number, cut: number): number {
  const whole = boundaryBefore(text, cut);
  return whole > start ? whole : cut;
}
