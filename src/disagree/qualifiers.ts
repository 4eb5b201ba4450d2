/** What words before a figure allow it to be, as shares of itself: less than it says, and more. English. */

const ABOUT = 0.1;

/** One word before a figure. */
export const QUALIFIERS: ReadonlyMap<string, readonly [below: number, above: number]> = new Map(
  (
    [
      [
        "about around roughly approximately circa some estimated approximate perhaps almost-exactly",
        [ABOUT, ABOUT],
      ],
      ["nearly almost", [0.15, 0.01]],
      ["over exceeding exceed exceeds exceeded above surpassed surpass topped past", [0, 0.5]],
      ["under below", [0.5, 0]],
    ] as const
  ).flatMap(([words, span]) => words.split(" ").map((word) => [word, span] as const)),
);
/** Two words before it. */
export const QUALIFYING_PAIRS: ReadonlyMap<string, readonly [below: number, above: number]> = new Map([
  ["more than", [0, 0.5]],
  ["greater than", [0, 0.5]],
  ["less than", [0.5, 0]],
  ["fewer than", [0.5, 0]],
  ["at least", [0, 1e6]],
  ["at most", [1, 0]],
  ["up to", [1, 0]],
  ["close to", [ABOUT, 0.05]],
  ["as many", [0.5, 0]],
  ["just over", [0, ABOUT]],
  ["just under", [ABOUT, 0]],
  ["well over", [0, 1]],
]);
