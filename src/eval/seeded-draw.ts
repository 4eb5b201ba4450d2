/** Chance that repeats itself: the same seed and words give the same draws on every machine. */

/** Draws that follow from a seed alone. */
export interface Draw {
  /** A whole number from 0 to `limit` - 1; 0 when `limit` is less than 1. */
  below(limit: number): number;
  /** The same things in a drawn order. */
  shuffle<T>(things: readonly T[]): T[];
}

/** Draws from `seed` and whatever words tell this use of it from others. */
export function createDraw(seed: number, ...words: readonly string[]): Draw {
  let state = (hashOf(words.join("\u0000")) ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  // Mulberry32, by Tommy Ettinger: small, and good enough for choosing sentences.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * Math.max(1, limit));
  return { below, shuffle: (things) => shuffled(things, below) };
}

/** Fisher and Yates, on a copy. */
function shuffled<T>(things: readonly T[], below: (limit: number) => number): T[] {
  const left = [...things];
  const drawn: T[] = [];
  while (left.length > 0) {
    const at = below(left.length);
    const last = left.length - 1;
    const [one, end] = [left[at], left[last]];
    if (one === undefined || end === undefined) break;
    left[at] = end;
    left.pop();
    drawn.push(one);
  }
  return drawn;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
