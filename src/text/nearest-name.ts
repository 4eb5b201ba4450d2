/** "Did you mean …?": the known name nearest to one that is not known. Offers nothing rather than a far guess. */

/** Names are compared up to this length; longer ones differ enough at the start. */
const MAX_LENGTH = 80;

/**
 * The name with the fewest edits to `name` (case apart), or null when none is near: at most a third of the longer
 * one's characters may differ, unless one begins with the other (from three characters on). The first wins a tie.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const wanted = fold(name);
  let nearest: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = nameDistance(wanted, fold(candidate));
    if (distance >= fewest) continue;
    nearest = candidate;
    fewest = distance;
  }
  return nearest;
}

function fold(name: string): readonly string[] {
  return [...name.normalize("NFKC").toLowerCase()].slice(0, MAX_LENGTH);
}

/** Edits between two names; infinite when they are not alike. A shared beginning counts as one edit. */
function nameDistance(left: readonly string[], right: readonly string[]): number {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const limit = Math.floor(long.length / 3);
  const isBeginning = short.length >= 3 && short.every((character, at) => character === long[at]);
  if (long.length - short.length > limit) return isBeginning ? 1 : Number.POSITIVE_INFINITY;
  const edits = editDistance(short, long);
  if (isBeginning) return Math.min(edits, 1);
  return edits <= limit ? edits : Number.POSITIVE_INFINITY;
}

/** Levenshtein's distance, row by row. */
function editDistance(left: readonly string[], right: readonly string[]): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [at, character] of left.entries()) {
    const next = [at + 1];
    for (const [column, other] of right.entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
