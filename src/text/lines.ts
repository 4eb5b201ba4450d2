/** Lines of a text. A line ends at `\n`, `\r\n` or `\r`; no other separator counts, as in an editor. */

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The offsets at which lines begin, ascending; the first is 0. Compute once per text: it reads all of it. */
export function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED || (unit === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      starts.push(at + 1);
    }
  }
  return starts;
}

/** The number, from 1, of the line that holds `offset` (a line end belongs to the line it ends). */
export function lineNumberAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(low, 1);
}

/** Where the line that begins at `start` ends, its line end not counted, when the next one begins at `next`. */
export function lineContentEnd(text: string, start: number, next: number): number {
  let end = next;
  if (end > start && text.charCodeAt(end - 1) === LINE_FEED) end -= 1;
  if (end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN) end -= 1;
  return end;
}
