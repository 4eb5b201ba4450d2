/** Whether a figure is exact, about right, or only a bound: `about 40`, `more than 100`, `at most 30`, ≥ 5. */
import {
  ABOUT,
  AS_MUCH,
  AT_LEAST,
  AT_MOST,
  BETWEEN,
  LESS,
  MORE,
  OR_SO,
  OVER,
  SUMMING,
  UNDER,
} from "../english/bounds.ts";
import type { Word } from "../words/read-words.ts";
import type { Bound } from "./figure.ts";

const FAR = 4;
const NEAR = 3;
const SIGNS: ReadonlyMap<string, Bound> = new Map([
  ["<", "under"],
  ["≤", "at-most"],
  [">", "over"],
  ["≥", "at-least"],
  ["≈", "about"],
  ["±", "spread"],
  ["≠", "not"],
]);
/** What a bound becomes when it is denied: no more than, not exceeding. */
const DENIED: Readonly<Record<string, Bound>> = {
  over: "at-most",
  under: "at-least",
  "at-least": "under",
  "at-most": "over",
};

/** The bound of the figure from `words[first]` to before `words[next]`. */
export function boundOf(text: string, words: readonly Word[], first: number, next: number): Bound {
  return boundBefore(words, first) ?? boundAfter(text, words, next) ?? "none";
}

/** The least and the most that a bound leaves an amount. */
export function limitsOf(amount: number, bound: Bound): readonly [low: number, high: number] {
  if (bound === "over" || bound === "at-least") return [amount, Number.POSITIVE_INFINITY];
  if (bound === "under" || bound === "at-most") return [Number.NEGATIVE_INFINITY, amount];
  return bound === "not" ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [amount, amount];
}

function boundBefore(words: readonly Word[], first: number): Bound | null {
  for (let at = first - 1; at >= 0 && at >= first - FAR; at -= 1) {
    const word = words[at];
    const key = word?.key ?? "";
    if (word?.isMark) {
      const sign = SIGNS.get(key);
      if (sign !== undefined) return sign;
      continue;
    }
    const bound = boundAt(words, at);
    if (bound !== undefined) return bound;
    if (!BETWEEN.has(key)) return null;
  }
  return null;
}

/** Undefined where a word says nothing of a bound; null where it says that there is none. */
function boundAt(words: readonly Word[], at: number): Bound | null | undefined {
  const key = words[at]?.key ?? "";
  const before = words[at - 1]?.key ?? "";
  if (key === "than") return boundThan(words, at);
  if (key === "to" && before === "up") return SUMMING.test(words[at - 2]?.key ?? "") ? null : "at-most";
  if (key === "as" && AS_MUCH.has(before)) return "at-most";
  if (ABOUT.has(key)) return "about";
  if (OVER.has(key)) return denied("over", words, at);
  if (AT_LEAST.has(key)) return "at-least";
  if (UNDER.has(key)) return denied("under", words, at);
  if (AT_MOST.has(key)) return key === "most" && before !== "at" && before !== "the" ? null : "at-most";
  return undefined;
}

function boundThan(words: readonly Word[], than: number): Bound | null {
  const comparative = words[than - 1]?.key ?? "";
  const sense = MORE.has(comparative) ? "over" : LESS.has(comparative) ? "under" : null;
  return sense === null ? null : denied(sense, words, than - 1);
}

function denied(bound: Bound, words: readonly Word[], at: number): Bound {
  return words[at - 1]?.isNegation ? (DENIED[bound] ?? bound) : bound;
}

function boundAfter(text: string, words: readonly Word[], next: number): Bound | null {
  for (let at = next; at < next + NEAR; at += 1) {
    const key = words[at]?.key ?? "";
    const then = words[at + 1]?.key ?? "";
    if (key === "or-more") return "at-least";
    if (key === "at" && (AT_MOST.has(then) || AT_LEAST.has(then)))
      return AT_MOST.has(then) ? "at-most" : "at-least";
    if (/^(?:tops|max|maximum)$/.test(key)) return "at-most";
    if (words[at]?.isMark && SIGNS.has(key)) return null;
    if (at === next && OR_SO.has(key)) return "about";
    // 53-plus; what costs `49 plus parts` costs that and more things.
    if (at === next && key === "plus" && /^-/.test(text.slice(words[at - 1]?.end ?? 0))) return "at-least";
    if (key !== "or" && key !== "and") continue;
    if (key === "or" && OR_SO.has(then)) return "about";
    // `65 and over`, but not `65 and more boats`.
    const isEnd = key === "or" || !words[at + 2]?.isContent;
    if (isEnd && MORE.has(then) && (key === "or" || then !== "more")) return "at-least";
    if (isEnd && LESS.has(then) && (key === "or" || then !== "less")) return "at-most";
  }
  return null;
}
