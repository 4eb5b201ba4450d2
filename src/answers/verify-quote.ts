/**
 * The gate every quotation passes: claimed words must stand, code unit for code unit, at the range they name.
 * Pure. It neither repairs nor searches; to find a quote that has moved is the work of quotes/.
 */
import { type Source, sliceRange, type TextRange } from "../corpus/source.ts";

declare const verified: unique symbol;

/** A range proven to hold the quote. Only this file makes one, and only from the source's own text. */
export interface VerifiedQuote {
  readonly source: Source;
  readonly range: TextRange;
  /** The source's slice, not the claimed copy. */
  readonly text: string;
  readonly [verified]: true;
}

export type QuoteVerification = VerifiedQuote | { readonly rejected: "empty" | "outside" | "differs" };

/** A verified quote, or the reason why it is none. */
export function verifyQuote(source: Source, range: TextRange, claimed: string): QuoteVerification {
  if (claimed.trim() === "") return { rejected: "empty" };
  const { start, end } = range;
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= source.text.length;
  if (!inside || start >= end) return { rejected: "outside" };
  const text = sliceRange(source.text, range);
  if (text !== claimed) return { rejected: "differs" };
  return { source, range, text } as VerifiedQuote;
}

/** The quote that stands at `range`; throws a `RangeError` where none can stand. */
export function quoteAt(source: Source, range: TextRange): VerifiedQuote {
  const verification = verifyQuote(source, range, sliceRange(source.text, range));
  if ("rejected" in verification)
    throw new RangeError(`no quote at ${range.start}-${range.end} of ${source.id}: ${verification.rejected}`);
  return verification;
}
