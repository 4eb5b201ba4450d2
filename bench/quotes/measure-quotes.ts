/** Checks labelled claims and counts how often the check is right. The clock is passed in. */
import type { QuoteCheck } from "../../src/quotes/quote-check.ts";
import type { QuoteChecker } from "../../src/quotes/quote-checker.ts";
import type { QuoteCase } from "./quote-cases.ts";

export interface KindFigures {
  readonly kind: string;
  readonly faithful: boolean;
  readonly cases: number;
  /** Cases told rightly as faithful or not. */
  readonly told: number;
  /** Cases with the right verdict. */
  readonly right: number;
}

export interface QuoteFigures {
  readonly kinds: readonly KindFigures[];
  readonly cases: number;
  /** Share of false claims that were not called faithful. */
  readonly caught: number;
  /** Share of true claims that were not called faithful. */
  readonly wronglyRejected: number;
  readonly rightVerdict: number;
  /** Milliseconds a claim. */
  readonly median: number;
  readonly p95: number;
  readonly slowest: number;
  readonly mistakes: readonly { readonly case: QuoteCase; readonly check: QuoteCheck }[];
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function sumUp(kinds: readonly KindFigures[], faithful: boolean): number {
  const own = kinds.filter((kind) => kind.faithful === faithful);
  return share(
    own.reduce((sum, { told }) => sum + told, 0),
    own.reduce((sum, { cases }) => sum + cases, 0),
  );
}

export function measureQuotes(
  checker: QuoteChecker,
  cases: readonly QuoteCase[],
  now: () => number,
): QuoteFigures {
  const kinds = new Map<
    string,
    { kind: string; faithful: boolean; cases: number; told: number; right: number }
  >();
  const times: number[] = [];
  const mistakes: { case: QuoteCase; check: QuoteCheck }[] = [];
  for (const one of cases) {
    const started = now();
    const check = checker.check(one.claimed, { source: one.source });
    times.push(now() - started);
    const figures = kinds.get(one.kind) ?? {
      kind: one.kind,
      faithful: one.faithful,
      cases: 0,
      told: 0,
      right: 0,
    };
    kinds.set(one.kind, figures);
    figures.cases += 1;
    if (check.faithful === one.faithful) figures.told += 1;
    if (one.expected.includes(check.verdict)) figures.right += 1;
    else mistakes.push({ case: one, check });
  }
  const all = [...kinds.values()];
  times.sort((a, b) => a - b);
  const at = (portion: number): number => times[Math.floor(times.length * portion)] ?? 0;
  return {
    kinds: all,
    cases: cases.length,
    caught: sumUp(all, false),
    wronglyRejected: 1 - sumUp(all, true),
    rightVerdict: share(
      all.reduce((sum, { right }) => sum + right, 0),
      cases.length,
    ),
    median: at(0.5),
    p95: at(0.95),
    slowest: times.at(-1) ?? 0,
    mistakes,
  };
}
