/** What stands between two neighbouring words of a source: nothing much, or the end of a clause, sentence, paragraph. */
import type { WordIndex } from "./word-index.ts";

export type Boundary = "none" | "clause" | "aside" | "sentence" | "paragraph";

/** Looked at beyond this, a gap is no gap between words. UTF-16 code units. */
const LONGEST = 400;
const PARAGRAPH = /\n[ \t>]*\r?\n|\n[ \t>]*#{1,6} /;
const ITEM = /\n[ \t>]*(?:[-*+•] |\d{1,3}[.)] )/;
const SENTENCE_END = /[.!?…][\p{P}\p{S}]*\s|[。！？]/u;
const CLAUSE_END = /[,;:、，；：]/;
const ASIDE = /[()\u2013\u2014]|--|\s-\s/;
/** A stop after these ends no sentence. */
const ABBREVIATED =
  /^(?:mr|mrs|ms|dr|st|prof|gen|sen|rep|gov|jr|sr|vs|no|vol|pp|fig|etc|inc|ltd|co|cf|al|ca|approx|\p{L})$/u;

/** The text between the word before `at` and the word at `at`, one source's neighbours. */
function textBefore(index: WordIndex, at: number): string {
  const from = index.ends[at - 1] ?? 0;
  return index.sourceAt(at).source.text.slice(from, Math.min(index.starts[at] ?? 0, from + LONGEST));
}

function startsLower(index: WordIndex, at: number): boolean {
  const start = index.starts[at] ?? 0;
  return /^\p{Ll}/u.test(index.sourceAt(at).source.text.slice(start, start + 2));
}

/** The boundary between the word before `at` and the word at `at`. */
export function boundaryBefore(index: WordIndex, at: number): Boundary {
  const text = textBefore(index, at);
  if (text === " ") return "none";
  if (PARAGRAPH.test(text)) return "paragraph";
  if (ITEM.test(text)) return "sentence";
  const abbreviated = ABBREVIATED.test(index.keyAt(at - 1)) && !/[!?]/.test(text);
  if (SENTENCE_END.test(text) && !abbreviated && !startsLower(index, at)) return "sentence";
  if (ASIDE.test(text)) return "aside";
  return CLAUSE_END.test(text) ? "clause" : "none";
}

/** Whether a sentence or a paragraph ends before the word at `at`. */
export function endsSentence(index: WordIndex, at: number): boolean {
  const boundary = boundaryBefore(index, at);
  return boundary === "sentence" || boundary === "paragraph";
}
