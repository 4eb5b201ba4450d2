/** A figure before its bound, its rate and what it counts are known. */
import { isMoney, type Unit } from "../units/unit-table.ts";
import type { FigureKind } from "./figure.ts";

export interface Amount {
  readonly kind: FigureKind;
  readonly amount: number;
  readonly readings: readonly number[];
  readonly unit: Unit | null;
  readonly date?: string;
  readonly word?: string;
  /** The index behind its last word, without its unit. */
  readonly next: number;
  /** The index behind its unit, when that does not stand right behind it. */
  readonly behind?: number;
  /** Where reading goes on, when more than the figure was read. */
  readonly resume?: number;
}

/** The kind of what is measured in `unit`; without one, things are counted. */
export function kindOf(unit: Unit | null): FigureKind {
  if (unit === null) return "count";
  if (isMoney(unit)) return "money";
  if (unit.dimension === "share" || unit.dimension === "point") return "percent";
  return unit.dimension === "time" || unit.dimension === "calendar" ? "duration" : "measure";
}

/** An amount without a unit. */
export function plainAmount(kind: FigureKind, amount: number, next: number): Amount {
  return { kind, amount, readings: [amount], unit: null, next };
}

/** Where an amount may be several, the first reading is the likeliest. */
export function amountOf(
  kind: FigureKind,
  readings: readonly number[],
  unit: Unit | null,
  next: number,
  more: { readonly resume?: number; readonly word?: string } = {},
): Amount {
  return { kind, amount: readings[0] ?? 0, readings, unit, next, ...more };
}
