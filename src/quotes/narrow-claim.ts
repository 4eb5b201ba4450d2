/** Cuts a very long claim to the part where it leaves the sources, so that comparing it stays quick. */
import { type Claim, readClaim } from "./claim.ts";
import { coverClaim } from "./cover-claim.ts";
import type { WordIndex } from "./word-index.ts";

/** Words compared in detail: some three pages. */
const MOST_WORDS = 1_200;
/** Words kept before the place of the first difference. */
const LEAD = 200;
/** Words searched for that place at a time. */
const STRIDE = 1_200;

/** A claim longer than this is looked up by its beginning first. UTF-16 code units: some thirty pages. */
const LONG_CLAIM = 60_000;

/** The beginning of a very long claim, up to the end of a word outside brackets; null for any other claim. */
export function cutBeginning(claimed: string): string | null {
  const text = claimed.trim();
  if (text.length <= LONG_CLAIM) return null;
  let end = LONG_CLAIM;
  while (end > LONG_CLAIM / 2 && !/[\p{L}\p{N}]\s/u.test(text.slice(end - 1, end + 1))) end -= 1;
  // A text without spaces (Chinese, or noise) may be cut anywhere.
  const beginning = text.slice(0, end > LONG_CLAIM / 2 ? end : LONG_CLAIM);
  return beginning.lastIndexOf("[") <= beginning.lastIndexOf("]") ? beginning : null;
}

function sliceClaim(index: WordIndex, { text, words }: Claim, from: number, to: number): Claim {
  return readClaim(text.slice(words[from]?.start, words[to - 1]?.end), index);
}

/** Where the first long run that the sources share with the claim ends. */
function endOfFirstRun(index: WordIndex, claim: Claim): number {
  const [first] = coverClaim(index, sliceClaim(index, claim, 0, STRIDE));
  if (first === undefined) return 0;
  let shared = first.to;
  const source = index.sourceAt(first.at);
  for (let at = first.at + first.to - first.from; at < source.last; at += 1) {
    if (index.ids[at] !== claim.words[shared]?.id) break;
    shared += 1;
  }
  return shared;
}

/** The claim itself, or its `MOST_WORDS` words around the first difference. */
export function narrowClaim(index: WordIndex, claim: Claim): Claim {
  const { words } = claim;
  if (words.length <= MOST_WORDS) return claim;
  const from = Math.max(0, Math.min(endOfFirstRun(index, claim) - LEAD, words.length - MOST_WORDS));
  return sliceClaim(index, claim, from, from + MOST_WORDS);
}
