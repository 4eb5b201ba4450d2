/** Dates as spans of days, so that "2023", "January 2023" and "27 January 2023" can be held against each other. */

/** First and last day, counted from the year 0 in days of a calendar of 372-day years: for comparing only. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const DAYS_IN_MONTH = 31;
const DAYS_IN_YEAR = 12 * DAYS_IN_MONTH;

/** The span that a date of `findValues` (its canonical form) covers; null when it names no year. */
export function periodOf(canonical: string): Period | null {
  const full = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(canonical);
  if (full !== null) {
    const [year, month, day] = full.slice(1).map((part) => (part === undefined ? null : Number(part)));
    const start = (year ?? 0) * DAYS_IN_YEAR;
    if (month === null || month === undefined) return { from: start, to: start + DAYS_IN_YEAR - 1 };
    const first = start + (month - 1) * DAYS_IN_MONTH;
    if (day === null || day === undefined) return { from: first, to: first + DAYS_IN_MONTH - 1 };
    return { from: first + day - 1, to: first + day - 1 };
  }
  const decade = /^(\d{3}0)s$/.exec(canonical);
  if (decade !== null) return years(Number(decade[1]), 10);
  const century = /^(\d{1,2})c$/.exec(canonical);
  if (century !== null) return years((Number(century[1]) - 1) * 100, 101);
  const before = /^(\d{1,4})bc$/.exec(canonical);
  return before === null ? null : years(-Number(before[1]), 1);
}

/** The years that a source's date names, as written in its front matter. */
export function yearOf(date: string | null): number | null {
  const year = /\b(1\d{3}|20\d{2})\b/.exec(date ?? "");
  return year === null ? null : Number(year[1]);
}

/** `period` with so many years more at both ends. */
export function widen({ from, to }: Period, byYears: number): Period {
  return { from: from - byYears * DAYS_IN_YEAR, to: to + byYears * DAYS_IN_YEAR };
}

/** From the start of one to the end of the other. */
export function joinPeriods(a: Period, b: Period): Period {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

export function overlap(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}

function years(first: number, count: number): Period {
  return { from: first * DAYS_IN_YEAR, to: (first + count) * DAYS_IN_YEAR - 1 };
}
