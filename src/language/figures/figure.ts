/** What a text says in numbers. */
import type { Unit } from "../units/unit-table.ts";

export type FigureKind =
  | "count"
  | "percent"
  | "money"
  | "duration"
  | "measure"
  | "ordinal"
  | "roman"
  | "multiple"
  | "vague"
  | "time"
  | "date";

/** How exact a figure is: `about 40`, `more than 100`, `at least 100`, `under 30`, `at most 30`, `not 30`. */
export type Bound = "none" | "about" | "over" | "at-least" | "under" | "at-most" | "spread" | "not";

/** For what each: `per month`, `a litre`, `per head`. */
export interface Rate {
  /** Null for things that are counted. */
  readonly unit: Unit | null;
  /** The term of the word. */
  readonly term: string;
}

export interface Figure {
  readonly kind: FigureKind;
  /** In its unit; percents for shares, minutes for a time of day, 0 for a date. */
  readonly amount: number;
  /** All that the amount may be, when its dress allows for several (53.000); the likeliest first. */
  readonly readings: readonly number[];
  /** Between what the bound leaves it; both the amount where it is exact. */
  readonly low: number;
  readonly high: number;
  readonly unit: Unit | null;
  readonly per: Rate | null;
  readonly bound: Bound;
  /** Terms of the next nouns when it counts things. */
  readonly counted: readonly string[];
  /** As `findDate` gives it; empty for what is no date. */
  readonly date: string;
  /** The word itself of `dozens`, `years`; the zone of a time of day; else empty. */
  readonly word: string;
  /** It is told as a fall or a loss: fell by 5, 5 percent less. */
  readonly isFall: boolean;
  /** Indexes of its words, half-open, without its unit. */
  readonly first: number;
  readonly next: number;
}
