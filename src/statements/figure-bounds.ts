/** Whether a figure is exact, about right, or only a bound: `about 40`, `more than 100`, `at most 30`. English. */

export type Bound = "none" | "about" | "over" | "under";

const ABOUT: ReadonlySet<string> = new Set(
  "about around roughly approximately some nearly almost circa ca estimated near close approx".split(" "),
);
const OVER: ReadonlySet<string> = new Set(
  "over above exceed exceeds exceeded exceeding exceeds pass passed passes passing topped surpass surpassed surpasses least beyond minimum".split(
    " ",
  ),
);
const UNDER: ReadonlySet<string> = new Set("under below most maximum".split(" "));
const MORE = /^(?:more|longer|higher|larger|greater|older|heavier|warmer|hotter|bigger|faster|later)$/;
const LESS = /^(?:less|fewer|shorter|smaller|younger|lower|colder|lighter|cooler|slower|earlier)$/;
/** Words between the bound and its number. */
const SKIPPED: ReadonlySet<string> = new Set(
  "a an the us usd eur total of sum at to mark just only".split(" "),
);
const FAR = 4;

/** The bound of the figure from `keys[first]` to before `keys[next]`. */
export function boundOf(keys: readonly string[], first: number, next: number): Bound {
  return boundBefore(keys, first) ?? boundAfter(keys, next) ?? "none";
}

function boundBefore(keys: readonly string[], first: number): Bound | null {
  for (let at = first - 1; at >= 0 && at >= first - FAR; at -= 1) {
    const key = keys[at] ?? "";
    if (key === "than") return boundThan(keys, at);
    // `adds up to` is a sum, no bound.
    if (key === "to" && keys[at - 1] === "up")
      return /^(?:add|amount|sum|come|came)/.test(keys[at - 2] ?? "") ? null : "under";
    if (key === "as" && /^(?:much|many|long|high|far)$/.test(keys[at - 1] ?? "")) return "under";
    if (ABOUT.has(key)) return "about";
    if (OVER.has(key)) return "over";
    if (UNDER.has(key)) return key === "most" && keys[at - 1] !== "at" ? null : "under";
    if (!SKIPPED.has(key)) return null;
  }
  return null;
}

function boundThan(keys: readonly string[], than: number): Bound | null {
  const comparative = keys[than - 1] ?? "";
  const sense = MORE.test(comparative) ? "over" : LESS.test(comparative) ? "under" : null;
  if (sense === null) return null;
  const denied = keys[than - 2] === "no" || keys[than - 2] === "not";
  return denied ? (sense === "over" ? "under" : "over") : sense;
}

function boundAfter(keys: readonly string[], next: number): Bound | null {
  for (let at = next; at < next + 3; at += 1) {
    if (keys[at] !== "or") continue;
    const word = keys[at + 1] ?? "";
    if (MORE.test(word)) return "over";
    if (LESS.test(word)) return "under";
  }
  return null;
}
