/** Small tools of the case makers. */

/** From 0 (inclusive) to 1 (exclusive). */
export type Random = () => number;

/** A whole number from `low` to `high`, both included. */
export function pick(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function words(text: string): string[] {
  return text.split(/\s+/);
}

/** A run of six words or more from inside a sentence, cut at spaces. */
export function sliceOf(text: string, random: Random): string {
  const words = Array.from(text.matchAll(/\S+/g));
  const count = pick(random, 6, Math.min(25, words.length));
  const first = pick(random, 0, words.length - count);
  const [start, end] = [words[first], words[first + count - 1]];
  return text.slice(start?.index, (end?.index ?? 0) + (end?.[0].length ?? 0));
}
