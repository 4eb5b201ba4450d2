/** How long to wait before trying again: longer each time, up to a bound, and never all at the same moment. */
import { setTimeout as sleep } from "node:timers/promises";

/** Time and chance, so that tests can turn them. */
export interface Pace {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to below 1. */
  random(): number;
  /** Rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<unknown>;
}

export const REAL_PACE: Pace = {
  now: Date.now,
  random: Math.random,
  sleep: (ms, signal) => sleep(ms, undefined, signal === undefined ? {} : { signal }),
};

const FIRST_SECONDS = 1;
const LONGEST_SECONDS = 60;

/** Seconds before attempt number `attempt` (from 0) is followed by the next: 1, 2, 4 … 60, a quarter more or less. */
export function backOffSeconds(attempt: number, random: () => number): number {
  return Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** attempt) * (0.75 + random() / 2);
}
