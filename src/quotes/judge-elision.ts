/**
 * Decides whether words may be left out: close enough, and without a negation or a hedge that governs what is kept.
 * A negation in a clause that is left out whole (an aside, a relative clause, a sentence) governs nothing kept.
 */

import { listed } from "../text/figure-words.ts";
import { isAdverbialHedge, isHedge, isNumber, isPlainNegation, isStrongHedge } from "../text/word-kinds.ts";
import { type Boundary, boundaryBefore } from "./boundaries.ts";
import { basesOf } from "./inflections.ts";
import type { WordRange } from "./match-claim.ts";
import type { WordIndex } from "./word-index.ts";

/** Words that may be left out when that leaves the sentence. Within one sentence the length is free. */
const FAR = 60;
/** In a gap this short a hedge is what the gap is there to hide: any hedge, and one like `often` or `nearly`. */
const SHORT_GAP = 2;
const RATHER_SHORT_GAP = 3;
/** Paragraph borders that may lie in the gap. */
const MOST_BORDERS = 1;

/** Words that open a clause of its own. */
const OPENERS = new Set(
  `which who whom whose where when while because although though whereas since unless if as until after before but
  and or nor so than whether welche welcher weil obwohl während aber und qui que dont parce mais quoique que porque
  aunque pero mientras который которая которые потому хотя но`.split(/\s+/),
);

export type ElisionFault = "negation" | "hedge" | "number" | "far";

/** What only may be, or is only said to be: left out, what it governs becomes a fact. Denials first. */
const DENYING = listed(
  "deny fail refuse decline forbid unable impossible cease stop avoid omit neglect refrain",
);
const DOUBTING = listed(`
  accuse suspect charge allege claim plan intend hope want wish promise threaten offer try attempt seek pledge vow
  expect suppose believe think ask urge consider propose aim prepare about ready willing eager probable possible
  improbable conceivable plausible doubtful uncertain unclear questionable unlikely feared
`);
/** By which word these govern; the others by any of `LINKS`, or a form in -ing. */
const OWN_LINKS: Readonly<Record<string, string>> = { accuse: "of", suspect: "of", charge: "with" };
const LINKS = listed("to that from");
const AUXILIARY = listed("having have has had been be being for");

/** These need their object: another figure in its place is said of something else. */
const PREPOSITIONS = listed(
  "by to from of at in on over under above below until since after before than about around",
);

function baseIn(key: string, bases: ReadonlySet<string>): string | undefined {
  return [key, ...basesOf(key)].find((base) => bases.has(base));
}

/** What governs the words behind a gap, and is left out with it: "who were … working" for "were accused of working". */
function governedAway(index: WordIndex, { from, to }: WordRange): ElisionFault | null {
  let at = to - 1;
  const kept = index.keyAt(to);
  const isLink = (word: string): boolean => LINKS.has(word) || word === "of" || word === "with";
  // The link may be kept: "it is … that".
  let link = isLink(kept) ? kept : null;
  let isGerund = kept.endsWith("ing");
  for (; at > from; at -= 1) {
    const word = index.keyAt(at);
    if (isLink(word)) link = word;
    else if (!AUXILIARY.has(word)) break;
    else isGerund ||= word.endsWith("ing");
  }
  const key = index.keyAt(at);
  const denied = baseIn(key, DENYING);
  const base = denied ?? baseIn(key, DOUBTING);
  if (base === undefined) return null;
  const own = OWN_LINKS[base];
  const governs = link === null ? isGerund : own === undefined ? LINKS.has(link) : link === own;
  if (!governs) return null;
  return denied === undefined ? "hedge" : "negation";
}

/** Whether another figure takes the place of one that is left out: "rose by … €3 million" for "by 12% to €3 million". */
function swapsFigure(index: WordIndex, { from, to }: WordRange): boolean {
  if (!isNumber(index.keyAt(to)) || !PREPOSITIONS.has(index.keyAt(from - 1))) return false;
  for (let at = from; at < to; at += 1) if (isNumber(index.keyAt(at))) return true;
  return false;
}

/** The last place up to `at` and not before `from` that `accepts`; -1 when there is none. */
function lastPlace(from: number, at: number, accepts: (place: number) => boolean): number {
  for (let place = at; place >= from; place -= 1) if (accepts(place)) return place;
  return -1;
}

/** The first place behind `at` and up to `to` that `accepts`; -1 when there is none. */
function firstPlace(at: number, to: number, accepts: (place: number) => boolean): number {
  for (let place = at + 1; place <= to; place += 1) if (accepts(place)) return place;
  return -1;
}

/** A shorter gap is made around its negation, not around a clause that happens to hold one. */
const SHORTEST_CLAUSE = 6;
/** These limit what stands outside their own clause. */
const LIMITS_OTHERS = new Set(["unless", "except"]);

/** Whether a gap of this length hides a hedge. Words like `can` and `some` mean too little to weigh in a long one. */
function isHiddenHedge(key: string, length: number): boolean {
  if (isStrongHedge(key)) return true;
  return isHedge(key) && length <= (isAdverbialHedge(key) ? RATHER_SHORT_GAP : SHORT_GAP);
}

/** What stands before each word of a gap and before the word behind it, read once: a hostile gap asks for it often. */
function readBoundaries(index: WordIndex, { from, to }: WordRange): (at: number) => Boundary {
  const boundaries = Array.from({ length: to - from + 1 }, (_, step) => boundaryBefore(index, from + step));
  return (at) => boundaries[at - from] ?? "none";
}

/** Whether the clause of the word at `at` lies in the gap as a whole. */
function isClauseOmitted(
  index: WordIndex,
  { from, to }: WordRange,
  at: number,
  boundaryAt: (at: number) => Boundary,
): boolean {
  if (to - from < SHORTEST_CLAUSE || LIMITS_OTHERS.has(index.keyAt(at))) return false;
  const sentence = (place: number): boolean =>
    boundaryAt(place) === "sentence" || boundaryAt(place) === "paragraph";
  if (lastPlace(from, at, sentence) !== -1 && firstPlace(at, to, sentence) !== -1) return true;
  const border = (place: number): boolean => boundaryAt(place) !== "none";
  const close = firstPlace(at, to, border);
  // A comma right behind the word only interrupts its clause: "may not, in any event, sell".
  if (close === -1 || close === at + 1) return false;
  const open = lastPlace(from, at, (place) => border(place) || OPENERS.has(index.keyAt(place)));
  if (open === -1) return false;
  const boundary = boundaryAt(open);
  return boundary === "aside" || open === at || OPENERS.has(index.keyAt(open));
}

/** What is wrong with leaving out these words; empty when nothing is. */
export function judgeElision(index: WordIndex, gap: WordRange): readonly ElisionFault[] {
  const faults = new Set<ElisionFault>();
  const length = gap.to - gap.from;
  let borders = 0;
  let leavesSentence = false;
  const boundaryAt = readBoundaries(index, gap);
  for (let at = gap.from; at <= gap.to; at += 1) {
    const boundary = length === 0 ? "none" : boundaryAt(at);
    if (boundary === "paragraph") borders += 1;
    if (boundary === "paragraph" || boundary === "sentence") leavesSentence = true;
    if (at === gap.to) break;
    const key = index.keyAt(at);
    const isNegative = isPlainNegation(key);
    if ((isNegative || isHiddenHedge(key, length)) && !isClauseOmitted(index, gap, at, boundaryAt))
      faults.add(isNegative ? "negation" : "hedge");
  }
  const isInside = length > 0 && boundaryAt(gap.to) === "none";
  const governed = isInside ? governedAway(index, gap) : null;
  if (governed !== null) faults.add(governed);
  if (swapsFigure(index, gap)) faults.add("number");
  if (borders > MOST_BORDERS || (leavesSentence && length > FAR)) faults.add("far");
  return [...faults];
}
