/** Which code fences are ever closed. One that is not opens nothing: a stray mark does not turn a text into code. */
import { type FenceMark, parseFence } from "./line-marks.ts";

/** Bare fences of one mark, in order, each with the longest from there to the end. */
interface Closers {
  readonly lines: number[];
  readonly longest: number[];
  /** The first closer that was not yet passed. */
  next: number;
}

/** Asked line by line, in order: whether the fence on line `at` is closed by a later line. */
export type HasFenceEnd = (at: number, fence: FenceMark) => boolean;

/** Looks through `count` lines once; after that each question costs no search. */
export function findFenceEnds(
  count: number,
  wordsOf: (at: number) => string,
  isMarkdown: boolean,
): HasFenceEnd {
  const closers = new Map<string, Closers>();
  for (let at = 0; at < count; at += 1) {
    const fence = parseFence(wordsOf(at), isMarkdown);
    if (!fence?.isBare) continue;
    const same = closers.get(fence.mark) ?? { lines: [], longest: [], next: 0 };
    same.lines.push(at);
    same.longest.push(fence.length);
    closers.set(fence.mark, same);
  }
  for (const { longest } of closers.values()) {
    for (let at = longest.length - 2; at >= 0; at -= 1) {
      longest[at] = Math.max(longest[at] ?? 0, longest[at + 1] ?? 0);
    }
  }
  return (at, fence) => {
    const same = closers.get(fence.mark);
    if (!same) return false;
    while ((same.lines[same.next] ?? Number.POSITIVE_INFINITY) <= at) same.next += 1;
    return (same.longest[same.next] ?? 0) >= fence.length;
  };
}
