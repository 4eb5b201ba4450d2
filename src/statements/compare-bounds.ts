/** Whether a figure is as exact as it is in the cited sentences: no bound made of a number, no number of a bound. Pure. */
import type { Bound, Figure } from "../language/figures/figure.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import { type ReadText, written } from "./read-text.ts";

/** `equal` are the figures of the sentences that are the same number. */
export function checkBound(
  figure: Figure,
  equal: readonly Figure[],
  statement: ReadText,
  { cited, place }: Evidence,
): Fault | null {
  if (figure.kind === "ordinal" || figure.kind === "roman") return null;
  if (equal.some((other) => boundHolds(figure, other, cited))) return null;
  const theirs = equal[0]?.bound ?? "none";
  const what = `The number ${written(statement, figure)}`;
  return {
    kind: "hedge",
    reason: `${what} ${SAID_OF_BOUND[theirs]} in ${place}${theirs === "none" ? ", the line makes it a bound" : ""}.`,
  };
}

const SAID_OF_BOUND: Readonly<Record<Bound, string>> = {
  none: "is exact",
  about: "is only about right",
  over: "is passed",
  "at-least": "is a lower bound",
  under: "is not reached",
  "at-most": "is an upper bound",
  spread: "is how far another may be off",
  not: "is denied",
};

function boundHolds({ bound }: Figure, other: Figure, cited: ReadText): boolean {
  if (bound === other.bound) return true;
  // At least 100 are more than 100 as well; the reverse would say more than is known.
  if (bound === "at-least" && other.bound === "over") return true;
  if (bound === "at-most" && other.bound === "under") return true;
  if (other.bound !== "none" || bound === "none" || bound === "not" || bound === "spread") return false;
  if (bound === "about") return true;
  // Greatest flow: 11,500 litres. The bound stands in the name of the thing.
  const extreme = bound === "at-most" || bound === "under" ? GREATEST : SMALLEST;
  const near = cited.words.slice(Math.max(0, other.first - NEAR_EXTREME), other.next + NEAR_EXTREME);
  return near.some(({ key }) => extreme.includes(key));
}

/** Words between such a name and its figure. */
const NEAR_EXTREME = 6;
const GREATEST = ["greatest", "maximum", "top", "peak", "highest", "upper"];
const SMALLEST = ["smallest", "minimum", "lowest"];
