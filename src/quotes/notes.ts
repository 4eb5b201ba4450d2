/** What a reader should know beside the verdict, in a sentence each. */

import { WITHOUT_SPACES } from "../text/without-spaces.ts";
import type { Claim } from "./claim.ts";
import { differsInPunctuation } from "./compare-dress.ts";
import type { ReadMatch } from "./read-match.ts";

/** Fewer words stand somewhere by chance. */
const FEWEST_WORDS = 6;

/** A character of a script without spaces counts as half a word. */
function countWords({ words }: Claim): number {
  return words.reduce(
    (sum, { key, isBracketed }) => sum + (isBracketed ? 0 : WITHOUT_SPACES.test(key) ? 0.5 : 1),
    0,
  );
}

export function shortNote(claim: Claim): string | null {
  const count = countWords(claim);
  if (count >= FEWEST_WORDS) return null;
  const words = Math.ceil(count);
  return `Only ${words} ${words === 1 ? "word" : "words"}: too short to mean much.`;
}

export function punctuationNote(claim: Claim, match: ReadMatch): string | null {
  return differsInPunctuation(claim, match) ? "The words are the same; the punctuation is not." : null;
}

export function unreadNote({ words }: Claim): string {
  return `It is very long and does not stand in the sources as a whole; ${words.length} of its words were compared in detail.`;
}

/** Says so where not every place is listed. */
export function placesNote(
  listed: number,
  { total, isComplete }: { readonly total: number; readonly isComplete: boolean },
): string | null {
  if (isComplete) return listed < total ? `The first ${listed} of its ${total} places are listed.` : null;
  return `The first ${listed} of at least ${total} places are listed: it repeats itself too often to look for more.`;
}
