/** Doubles the size of an input and measures how much longer the same work takes. Processor time: others may be busy. */
import type { GrowthRow } from "./growth-row.ts";

export interface SizedTime {
  readonly size: number;
  readonly ms: number;
}

export interface Growth {
  readonly row: GrowthRow;
  readonly times: readonly SizedTime[];
  /** The greatest of the ratios of neighbouring times that are long enough to be compared; null where none is. */
  readonly ratio: number | null;
  /** Not measured to the end: the next size would have taken too long. */
  readonly isCut: boolean;
}

const SMALLEST = 1 << 14;
const LARGEST = 1 << 20;
/** Shorter times are noise, in milliseconds. */
const SHORTEST = 100;
/** No larger size is tried after a run as long as this. */
const LONGEST = 8_000;
/** Twice the input may take so many times as long. Sorting, maps and a busy machine need some room. */
export const MOST_GROWTH = 3;

async function timeOf(row: GrowthRow, size: number): Promise<number> {
  const work = await row.prepare(size);
  try {
    const before = process.cpuUsage();
    await work.run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  } finally {
    await work.close?.();
  }
}

/** The row at sizes that double from 16 thousand to a million UTF-16 code units, or to its own largest. */
export async function measureGrowth(row: GrowthRow): Promise<Growth> {
  const times: SizedTime[] = [];
  const largest = Math.min(LARGEST, row.largest ?? LARGEST);
  for (let size = Math.min(SMALLEST, largest); size <= largest; size *= 2) {
    const before = times.at(-1)?.ms ?? 0;
    if (before > LONGEST) return { row, times, ratio: ratioOf(times), isCut: true };
    // What is compared is measured twice: the better time has less of somebody else's work in it.
    const [first, second] = [
      await timeOf(row, size),
      before > LONGEST / 4 ? Infinity : await timeOf(row, size),
    ];
    times.push({ size, ms: Math.min(first, second) });
  }
  return { row, times, ratio: ratioOf(times), isCut: false };
}

function ratioOf(times: readonly SizedTime[]): number | null {
  const ratios = times.slice(1).flatMap(({ ms }, at) => {
    const before = times[at]?.ms ?? 0;
    return before < SHORTEST ? [] : [ms / before];
  });
  return ratios.length === 0 ? null : Math.max(...ratios);
}
