/** The smallest things a text is read in: words, numbers, signs. Reads plain text. */
import { tokenize } from "../../text/tokens.ts";
import { foldWhole } from "../languages.ts";
import { findWrittenNumerals } from "../numerals/written-numeral.ts";
import { findMarks } from "./marks.ts";

export interface Piece {
  /** Its range in the text read, UTF-16, half-open. */
  readonly start: number;
  readonly end: number;
  /** Folded: equal words have equal keys. A number is its digits, a sign what it says. */
  readonly key: string;
  /** What a number may be worth, the likeliest first; words have none. */
  readonly readings?: readonly number[];
  readonly isMark?: boolean;
  /** Put together from letters or parts that the text has apart. */
  readonly isJoined?: boolean;
}

const ORDINAL_OR_DECADE = /^(?:st|nd|rd|th|s)(?![\p{L}\p{N}])/iu;

/** The pieces of `text` in order, without overlap. */
export function cutPieces(text: string, isCommaDecimal: boolean): Piece[] {
  const numbers = findWrittenNumerals(text, isCommaDecimal).map(({ start, end, digits, readings }): Piece => {
    const suffix = /^\d+$/.test(digits) ? ORDINAL_OR_DECADE.exec(text.slice(end, end + 3))?.[0] : undefined;
    if (suffix === undefined) return { start, end, key: digits, readings };
    return { start, end: end + suffix.length, key: `${digits}${suffix.toLowerCase()}` };
  });
  const marks = findMarks(text).map((mark): Piece => ({ ...mark, isMark: true }));
  const words = tokenize(blanked(text, numbers)).map(
    ({ start, end }): Piece => ({ start, end, key: foldWhole(text.slice(start, end)) }),
  );
  return withoutOverlap([...numbers, ...marks, ...words].sort((left, right) => left.start - right.start));
}

/** As long as before, with spaces where the pieces stand. */
function blanked(text: string, pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of pieces) {
    parts.push(text.slice(done, start), " ".repeat(end - start));
    done = end;
  }
  return parts.join("") + text.slice(done);
}

function withoutOverlap(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) if (piece.start >= (kept.at(-1)?.end ?? 0)) kept.push(piece);
  return kept;
}
