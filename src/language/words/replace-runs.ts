/** Puts one piece where several were that say one thing. Pure. */
import type { Piece } from "./piece.ts";

/** Between the words of one number or phrase. */
const WORD_GAP = /^(?:[\s\u00a0]{0,3}|\s?[-‐‑‒–]\s?|['’])$/u;
const LONGEST_RUN = 24;

/** What takes the place of so many pieces. */
export interface Replacement {
  readonly size: number;
  readonly key: string;
  readonly readings?: readonly number[];
  readonly isMark?: boolean;
}

/** Each piece offered with those that follow without a break; what is given back takes their place. */
export function replaceRuns(
  text: string,
  pieces: readonly Piece[],
  mayBegin: (piece: Piece) => boolean,
  read: (run: readonly Piece[], at: number) => Replacement | null,
): Piece[] {
  const replaced: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    const found = piece !== undefined && mayBegin(piece) ? read(runFrom(text, pieces, at), at) : null;
    const [first, last] = [pieces[at], pieces[at + (found?.size ?? 1) - 1]];
    if (first === undefined || last === undefined) break;
    if (found === null) replaced.push(first);
    else {
      const { size: _, ...read } = found;
      replaced.push({ start: first.start, end: last.end, ...read });
    }
    at += found?.size ?? 1;
  }
  return replaced;
}

function runFrom(text: string, pieces: readonly Piece[], at: number): readonly Piece[] {
  let end = at + 1;
  while (end < pieces.length && end < at + LONGEST_RUN) {
    const [before, piece] = [pieces[end - 1], pieces[end]];
    if (before === undefined || piece === undefined || !WORD_GAP.test(text.slice(before.end, piece.start)))
      break;
    end += 1;
  }
  return pieces.slice(at, end);
}
