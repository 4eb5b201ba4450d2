/** Remembers which events were taken, because Discord sends some of them twice. */

export interface SeenIds {
  /** True the first time an id comes, false whenever it comes again. */
  isNew(id: string): boolean;
  /** Whether it came before. */
  has(id: string): boolean;
}

/** Remembers the last `most` ids. */
export function createSeenIds(most = 5000): SeenIds {
  const seen = new Set<string>();
  return {
    has: (id) => seen.has(id),
    isNew(id) {
      if (seen.has(id)) return false;
      seen.add(id);
      const [oldest] = seen;
      if (seen.size > most && oldest !== undefined) seen.delete(oldest);
      return true;
    },
  };
}
