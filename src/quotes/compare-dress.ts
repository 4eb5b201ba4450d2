/** How far the dress of a place is from that of a claim whose words are all the same: marks, spaces, letters. */
import { isDash, isDoubleQuote, isSingleQuote } from "../text/fold.ts";
import type { Claim } from "./claim.ts";
import type { ReadMatch } from "./read-match.ts";

const LETTER = /[\p{L}\p{N}]/u;

/** A mark as one stands for all of its kind. */
export function plainMark(mark: string): string {
  if (isSingleQuote(mark) || isDoubleQuote(mark)) return '"';
  return isDash(mark) ? "-" : mark;
}

function tidy(text: string): string {
  return Array.from(text.normalize("NFKC").replace(/\s+/g, " "), plainMark).join("");
}

/** Measures how far the dress of a match is from the claim's: 0 the same, 1 marks and spaces differ, 2 letters do. */
export function measureDress(claim: Claim): (match: ReadMatch) => number {
  const tidied = tidy(claim.text);
  return ({ source, range }) => {
    const slice = source.source.text.slice(range.start, range.end);
    if (slice === claim.text) return 0;
    return tidy(slice) === tidied ? 1 : 2;
  };
}

/** Stops, commas and the like between the first letter and the last. */
function marksOf(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && !LETTER.test(text.charAt(start))) start += 1;
  while (end > start && !LETTER.test(text.charAt(end - 1))) end -= 1;
  return text
    .slice(start, end)
    .replaceAll("…", "...")
    .replace(/[^,;:.!?()]/g, "");
}

/** Whether stops, commas and the like differ inside a quotation whose words are all the same. */
export function differsInPunctuation(claim: Claim, { source, range }: ReadMatch): boolean {
  return marksOf(source.source.text.slice(range.start, range.end)) !== marksOf(claim.text);
}
