/** Chance that can be repeated. */

export interface Random {
  /** From 0 up to but not including 1. */
  next(): number;
  /** One of them. */
  pick<T>(list: readonly T[]): T;
  /** True in that share of the cases. */
  chance(share: number): boolean;
}

/** Mulberry32: small, and good enough to deal out trouble. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick(list) {
      const one = list[Math.floor(next() * list.length)];
      if (one === undefined) throw new Error("There is nothing to pick from.");
      return one;
    },
    chance: (share) => next() < share,
  };
}
