/** Makers of claims with one change. */

import type { Verdict } from "../../src/quotes/quote-check.ts";
import type { Random } from "./case-words.ts";
import type { CaseMaker } from "./quote-cases.ts";

const ALTERED: readonly Verdict[] = ["altered"];

/** A maker of false claims; what it leaves as it was is no case. */
export function altered(kind: string, make: (text: string, random: Random) => string | null): CaseMaker {
  return {
    kind,
    faithful: false,
    expected: ALTERED,
    make: ({ text }, random) => {
      const changed = make(text, random);
      return changed === text ? null : changed;
    },
  };
}

/** Replaces the first match; null without one. */
export function replaceOne(pattern: RegExp, change: (found: string) => string) {
  return (text: string): string | null => (pattern.test(text) ? text.replace(pattern, change) : null);
}
