/**
 * In which way a value is said: planned, denied, a part of a whole, a change, per year, since … Two values are only
 * compared when they are said in the same way. English.
 */

const PLANNED = setOf(
  `plan plans planned forecast forecasts projected projects projection expected expects expect aim aims aimed target
  targets targeted hope hopes hoped intend intends intended propose proposes proposed will would may could might if
  scheduled due budgeted supposed promised promises promise pledged pledge potentially prediction predicted predicts
  anticipated estimate`,
);
/** After a value such a word speaks of what may follow from it. */
const POSSIBLE = setOf("could would may might will if");
const DENIED = setOf("not no never none neither nor without denied denies deny nobody cannot unable failed");
const AGAIN = setOf("again anew reopened reelected re");
const ABLE = setOf(
  "capacity capable maximum max limit limited can able rated designed allow allows permitted",
);
const TYPICAL = setOf("average averaged averages averaging mean median typical typically usually normally");
const LEAST = setOf("minimum lowest smallest shortest");
const MOST = setOf("peak record highest longest largest");
const MORE = setOf("more other others additional further extra another");
const UP = setOf(
  "more higher increase increased growth rise rose jump greater up climb gain surge grew faster longer above",
);
const DOWN = setOf(
  "less fewer lower decrease decreased drop dropped fall fell down decline cut reduction shorter below under",
);
const RATES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    year: "year annum annual annually yearly",
    day: "day daily",
    month: "month monthly",
    week: "week weekly",
    hour: "hour hourly",
  }).flatMap(([rate, words]) => words.split(" ").map((word) => [word, rate] as const)),
);
const DATE_ROLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    since: "since from",
    until: "until till to through",
    by: "by",
    before: "before pre",
    after: "after following post",
    than: "than",
    of: "of s",
    around: "between",
  }).flatMap(([role, words]) => words.split(" ").map((word) => [word, role] as const)),
);
const BEFORE_DATE = setOf(
  "early mid late the year summer spring autumn winter end beginning start about around circa",
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** A stretch of words: `first` and `next` are the value's tokens, `from` and `to` those of its clause. */
export interface Stretch {
  readonly words: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly next: number;
  /** The first token after the value that a mark parts from it. */
  readonly pause: number;
}

/** The manner of a figure, as words in a fixed order. */
export function mannerOf(stretch: Stretch, kind: string): string {
  const { words, first, next } = stretch;
  const clause = words.slice(stretch.from, stretch.to);
  const before = words.slice(Math.max(stretch.from, first - 6), first);
  const after = words.slice(next, Math.min(next + 5, stretch.pause));
  const has = (set: ReadonlySet<string>) => clause.some((word) => set.has(word));
  const label = [
    ...generalManner(clause, [
      ...words.slice(Math.max(stretch.from, first - 8), first),
      ...after.filter((word) => !POSSIBLE.has(word)),
    ]),
    has(ABLE) ? "able" : "",
    has(TYPICAL) ? "typical" : "",
    has(LEAST) ? "least" : "",
    before.some((word) => MOST.has(word)) ? "most" : "",
    isPart(before, after) ? "part" : "",
    (MORE.has(after[0] ?? "") && after[1] !== "than") || MORE.has(before.at(-1) ?? "") ? "more" : "",
    changeOf(words, first, after, before),
    rateOf(before, words.slice(next, Math.min(next + 10, stretch.pause))),
    before.at(-1) === "from" ? "from" : "",
    before.at(-1) === "every" ? "every" : "",
    kind === "duration" ? spanManner(before, after) : "",
    words[first - 1] === "the" && /^(?:top|first|last|next)$/.test(words[first - 2] ?? "") ? "rank" : "",
  ];
  return label.filter((word) => word !== "").join(" ");
}

/** The manner of a date; null for a date that only helps to place something else. */
export function dateMannerOf(stretch: Stretch): string | null {
  const { words, from, to, first } = stretch;
  let at = first - 1;
  while (at >= from && BEFORE_DATE.has(words[at] ?? "")) at -= 1;
  const role = DATE_ROLES.get(words[at] ?? "") ?? "";
  if (role === "than" || role === "of" || role === "around") return null;
  return [...generalManner(words.slice(from, to), words.slice(from, to)), role]
    .filter((word) => word !== "")
    .join(" ");
}

function generalManner(clause: readonly string[], nearby: readonly string[]): string[] {
  const isOnly = clause.includes("only");
  const denials = clause.filter(
    (word, at) => (DENIED.has(word) || (word === "t" && at > 0)) && !(isOnly && word === "not"),
  );
  const isPlanned =
    nearby.some((word) => PLANNED.has(word)) || / (?:is|are|was|were) to /.test(` ${nearby.join(" ")} `);
  const isAgain = clause.some((word) => AGAIN.has(word));
  return [isPlanned ? "planned" : "", denials.length > 0 ? "denied" : "", isAgain ? "again" : ""];
}

function isPart(before: readonly string[], after: readonly string[]): boolean {
  return (
    /\b(?:of (?:which|them|whom|these|those)|among (?:them|these|those)|including|include|includes|included)\b/.test(
      before.join(" "),
    ) || /^(?:of (?:which|them|whom|these|those)|out of)\b/.test(after.join(" "))
  );
}

function changeOf(
  words: readonly string[],
  first: number,
  after: readonly string[],
  before: readonly string[],
): string {
  const preceding = words[first - 1] ?? "";
  const near = [after[0] ?? "", after[1] ?? ""];
  const isBy = preceding === "by" || words[first - 2] === "by";
  if (near.some((word) => UP.has(word)) || (isBy && before.some((word) => UP.has(word)))) return "up";
  if (near.some((word) => DOWN.has(word)) || (isBy && before.some((word) => DOWN.has(word)))) return "down";
  const verb = before.at(-1) ?? "";
  if (/^(?:up|rose|grew|increased|jumped|climbed|surged)$/.test(verb)) return "up";
  return /^(?:down|fell|dropped|declined|decreased|shrank)$/.test(verb) ? "down" : "";
}

function rateOf(before: readonly string[], after: readonly string[]): string {
  for (const [at, word] of after.entries()) {
    const following = after[at + 1] ?? "";
    if (word === "per" && following !== "cent") return `per-${RATES.get(following) ?? following}`;
    if (/^(?:a|an|each|every)$/.test(word) && RATES.has(following)) return `per-${RATES.get(following)}`;
    if (/^(?:annually|yearly|daily|monthly|weekly|hourly)$/.test(word)) return `per-${RATES.get(word)}`;
  }
  const rate = before.find((word) => /^(?:annual|annually|yearly|daily|monthly|weekly|hourly)$/.test(word));
  return rate === undefined ? "" : `per-${RATES.get(rate)}`;
}

function spanManner(before: readonly string[], after: readonly string[]): string {
  if (after[0] === "old" || before.at(-1) === "aged" || before.at(-1) === "age") return "age";
  if (after[0] === "later" || before.at(-1) === "after") return "later";
  return after[0] === "before" || after[0] === "earlier" ? "earlier" : "";
}
