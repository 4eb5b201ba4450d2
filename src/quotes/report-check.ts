/** A quote check with its places as citations: what `footnote find --json` prints. */

import type { Citation } from "../answers/answer.ts";
import { placeCiter } from "../answers/cite-place.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { QuoteCheck, QuotePlace } from "./quote-check.ts";

export interface QuoteReport extends Omit<QuoteCheck, "matches" | "nearest" | "pieces"> {
  readonly matches: readonly Citation[];
  readonly nearest: Citation | null;
  /** For `stitched`: what the claim is made of, and where each piece stands. */
  readonly pieces: readonly { readonly text: string; readonly citation: Citation }[];
}

/** `check`, its places looked up in `index`, which must hold the sources it was made over. */
export async function reportCheck(index: CorpusIndex, check: QuoteCheck): Promise<QuoteReport> {
  const citer = placeCiter(index);
  const cite = ({ source, range }: QuotePlace, n: number): Promise<Citation> => citer(source, range, n);
  return {
    ...check,
    matches: await Promise.all(check.matches.map((place, at) => cite(place, at + 1))),
    nearest: check.nearest === null ? null : await cite(check.nearest, 1),
    pieces: await Promise.all(
      check.pieces.map(async ({ text, place }, at) => ({ text, citation: await cite(place, at + 1) })),
    ),
  };
}
