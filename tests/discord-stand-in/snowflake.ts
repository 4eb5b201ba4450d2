/** Discord's ids: 64 bits, milliseconds since 2015 in the upper 42, so that an id tells its age. */

const EPOCH = 1_420_070_400_000;
const SEQUENCE_BITS = 22n;

/** Hands out ids that never repeat and never go back. */
export interface SnowflakeSource {
  /** The next id; its time is `Date.now()`, or the last id's where the clock stood still. */
  next(): string;
}

export function createSnowflakeSource(now: () => number = Date.now): SnowflakeSource {
  let last = 0n;
  return {
    next() {
      const fresh = BigInt(now() - EPOCH) << SEQUENCE_BITS;
      last = fresh > last ? fresh : last + 1n;
      return last.toString();
    },
  };
}

/** The moment an id was made, in milliseconds since 1970. */
export function snowflakeTime(id: string): number {
  return Number(BigInt(id) >> SEQUENCE_BITS) + EPOCH;
}

export function isSnowflake(value: unknown): value is string {
  return typeof value === "string" && /^\d{17,20}$/.test(value);
}
