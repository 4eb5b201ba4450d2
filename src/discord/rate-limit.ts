/** How often one person may ask: a bucket of tokens that fills again with time. */

export interface RateLimit {
  /** Takes a token: null when there was one, else the moment (milliseconds since 1970) when there is one again. */
  take(userId: string): number | null;
}

/** Most people remembered; those who have not asked for long are forgotten first, with a full bucket. */
const MOST_PEOPLE = 10_000;
const MINUTE_MS = 60_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** `perMinute` questions at once, then one each time its share of the minute has passed. `now` in milliseconds. */
export function createRateLimit(perMinute: number, now: () => number = Date.now): RateLimit {
  const buckets = new Map<string, Bucket>();
  const everyMs = MINUTE_MS / perMinute;
  return {
    take(userId) {
      const at = now();
      const known = buckets.get(userId);
      const tokens =
        known === undefined ? perMinute : Math.min(perMinute, known.tokens + (at - known.at) / everyMs);
      const isAllowed = tokens >= 1;
      // Deleted first, so that the map stays in the order of the last question.
      buckets.delete(userId);
      buckets.set(userId, { tokens: isAllowed ? tokens - 1 : tokens, at });
      const [longestAgo] = buckets.keys();
      if (buckets.size > MOST_PEOPLE && longestAgo !== undefined) buckets.delete(longestAgo);
      return isAllowed ? null : Math.ceil(at + (1 - tokens) * everyMs);
    },
  };
}
