/** A text rewritten piece by piece, with the way back to the text it was made of. Pure and linear. */
import type { FoldedText } from "../text/fold.ts";

/** `text` as its own rewriting: each unit comes from itself. */
export function unchanged(text: string): FoldedText {
  return {
    text,
    starts: Uint32Array.from({ length: text.length }, (_, at) => at),
    ends: Uint32Array.from({ length: text.length }, (_, at) => at + 1),
  };
}

/**
 * What `pattern` finds replaced by what `replacement` gives; null leaves a find as it is. Every unit of a replacement
 * comes from the whole of what it replaces, unless both are of one length: then unit comes from unit.
 */
export function rewrite(
  from: FoldedText,
  pattern: RegExp,
  replacement: (found: string, at: number, text: string) => string | null,
): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let done = 0;
  const keep = (start: number, end: number) => {
    parts.push(from.text.slice(start, end));
    for (let at = start; at < end; at += 1) {
      starts.push(from.starts[at] ?? 0);
      ends.push(from.ends[at] ?? 0);
    }
  };
  for (const { 0: found, index } of from.text.matchAll(pattern)) {
    const put = replacement(found, index, from.text);
    if (put === null || put === found) continue;
    keep(done, index);
    done = index + found.length;
    parts.push(put);
    for (let unit = 0; unit < put.length; unit += 1) {
      const isSameLength = put.length === found.length;
      starts.push(from.starts[isSameLength ? index + unit : index] ?? 0);
      ends.push(from.ends[isSameLength ? index + unit : done - 1] ?? 0);
    }
  }
  if (done === 0) return from;
  keep(done, from.text.length);
  return { text: parts.join(""), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}
