/** What a quote check says: contract words and shapes. Fields may be added, never renamed. */
import type { Source, TextRange } from "../corpus/source.ts";

export type Verdict =
  | "exact"
  | "typographic"
  | "elided"
  | "bracketed"
  | "altered"
  | "stitched"
  | "misattributed"
  | "absent";

/** What kind of words an unfaithful quotation changes. */
export type QuoteFlag = "number" | "negation" | "hedge" | "name";

/** In the order in which they are told. */
export const FLAGS: readonly QuoteFlag[] = ["number", "negation", "hedge", "name"];

/** A place in a source. Readers see the source's own slice of it. */
export interface QuotePlace {
  readonly source: Source;
  readonly range: TextRange;
}

/**
 * From the source to the claim: `equal` and `delete` are slices of the source and make up its passage when joined;
 * `insert` are words of the claim.
 */
export interface DiffPart {
  readonly op: "equal" | "delete" | "insert";
  readonly text: string;
}

/** A piece of a stitched quotation and a place where it stands. */
export interface StitchedPiece {
  readonly text: string;
  readonly place: QuotePlace;
}

export interface QuoteCheck {
  readonly claimed: string;
  readonly verdict: Verdict;
  readonly faithful: boolean;
  /** The places where the quotation stands, best first; empty when it is altered, stitched or absent. */
  readonly matches: readonly QuotePlace[];
  /** How many places there are in all: more than `matches` where not all are listed, which `note` says. */
  readonly places: number;
  /** The passage that comes closest when the quotation stands nowhere. */
  readonly nearest: QuotePlace | null;
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
  /** For `stitched`: what it is made of. */
  readonly pieces: readonly StitchedPiece[];
  /** What a reader should know besides, in a sentence or two; null when there is nothing. */
  readonly note: string | null;
}
