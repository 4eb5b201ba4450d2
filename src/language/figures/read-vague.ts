/** Numbers that are told without one: hundreds of boats, tenfold, a decade. Pure. */
import { LONG, MULTIPLE_WORDS, VAGUE } from "../english/figure-words.ts";
import { unitAt } from "../units/read-unit.ts";
import { unitNamed } from "../units/unit-table.ts";
import type { Word } from "../words/read-words.ts";
import { type Amount, amountOf } from "./amount.ts";

const FOLD = /^(.{3,})fold$/;
/** Right behind a number they only say what it is: five years, a decade. */
const SPANS: ReadonlyMap<string, number> = new Map([
  ["decade", 10],
  ["century", 100],
]);

/** `hundreds of boats`, `tens of thousands`; `for decades`. */
export function readVague(text: string, words: readonly Word[], at: number, after: number): Amount | null {
  const key = words[at]?.key ?? "";
  const least = VAGUE.get(key);
  if (least === undefined) {
    const isSpan = LONG.has(key) && at > after + 1 && words[at - 1]?.readings === undefined;
    return isSpan ? { ...amountOf("vague", [0], null, at + 1), word: key } : null;
  }
  const more = words[at + 1]?.key === "of" ? VAGUE.get(words[at + 2]?.key ?? "") : undefined;
  const next = more === undefined ? at + 1 : at + 3;
  const behind = words[next]?.key === "of" ? next + 1 : next;
  const unit = unitAt(text, words, behind)?.unit ?? null;
  const word = text.slice(words[at]?.start ?? 0, words[next - 1]?.end ?? 0).toLowerCase();
  return { ...amountOf("vague", [least * (more ?? 1)], unit, next), word };
}

/** `twice`, `doubled`, `tenfold`; `once` only where it says how often. */
export function readMultiple(words: readonly Word[], at: number): Amount | null {
  const key = words[at]?.key ?? "";
  const times = MULTIPLE_WORDS.get(key) ?? foldsOf(words[at]);
  if (times === undefined) return null;
  const isOften = /^(?:a|an|per|every|each)$/.test(words[at + 1]?.key ?? "");
  return key === "once" && !isOften ? null : amountOf("multiple", [times], null, at + 1);
}

const FOLDS: ReadonlyMap<string, number> = new Map(
  "one two three four five six seven eight nine ten twenty thirty forty fifty hundred thousand"
    .split(" ")
    .map((word, at) => [word, at < 10 ? at + 1 : [20, 30, 40, 50, 100, 1000][at - 10]] as [string, number]),
);

function foldsOf(word: Word | undefined): number | undefined {
  return FOLDS.get(FOLD.exec(word?.key ?? "")?.[1] ?? "");
}

/** `a decade`. */
export function readSpan(words: readonly Word[], at: number): Amount | null {
  const years = SPANS.get(words[at]?.key ?? "");
  const isOne = /^(?:a|one)$/.test(words[at - 1]?.key ?? "");
  return years === undefined || !isOne ? null : amountOf("duration", [years], unitNamed("year"), at + 1);
}
