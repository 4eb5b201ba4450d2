/**
 * Whether two claims are about the same thing and say different things of it. Pure; each reason to refuse stands
 * alone, so that a pair passes only when nothing speaks against it: a false alarm costs more than a miss.
 */
import type { Claim, SubjectWord } from "./claim.ts";
import { compareTitles } from "./compare-titles.ts";
import { isSamePlace } from "./compared-sentence.ts";
import { isSamePeriod, overlap, type Period, yearOf } from "./period.ts";
import { isEvent, PEOPLE } from "./word-classes.ts";

/** How well two claims match, for choosing among rivals; the keys they share. */
export interface Match {
  readonly score: number;
  readonly shared: readonly string[];
}

/** Null unless both speak of the same thing and cannot both be right. */
export function compareClaims(a: Claim, b: Claim): Match | null {
  if (a.kind !== b.kind || a.manner !== b.manner || isSamePlace(a.at, b.at)) return null;
  if (!differ(a, b)) return null;
  if (!isSameTime(a, b) || isListed(a, b)) return null;
  if (a.season !== b.season && a.season !== "" && b.season !== "") return null;
  if (a.opening !== "" && b.opening !== "" && !b.said.has(a.opening) && !a.said.has(b.opening)) return null;
  if (hasAgreeingSibling(a, b) || hasAgreeingSibling(b, a)) return null;
  if (a.kind === "date" && areMeasuredTwice(a, b)) return null;
  if (speaksApart(a, b) || hasOtherNames(a, b) || hasOtherModifiers(a, b)) return null;
  return matchSubjects(a, b);
}

/** Whether the values exclude each other, rounding and qualifiers allowed for. */
export function differ(a: Claim, b: Claim): boolean {
  const [one, other] = [a.figure, b.figure];
  if (a.name.length > 0 || b.name.length > 0) return isOther(a, b) && isOther(b, a);
  if (one === null || other === null) {
    return a.period !== null && b.period !== null && !overlap(a.period, b.period);
  }
  if (isPartAboveWhole(a, b) || isPartAboveWhole(b, a)) return true;
  if (a.part !== b.part) return false;
  if (one.isRange && other.isRange) {
    const slack = 0.05 * Math.max(one.high, other.high);
    return Math.abs(one.low - other.low) > slack || Math.abs(one.high - other.high) > slack;
  }
  return one.high < other.low || other.high < one.low;
}

/** A name that the other sentence does not know in any part. */
function isOther({ name }: Claim, theirs: Claim): boolean {
  return name.length > 0 && name.every((key) => !theirs.name.includes(key) && !theirs.said.has(key));
}

const ADDING_UP = /^(?:money|mass|volume|gas|energy|count)/;

/** Eleven months of a year cannot bring more than the year. */
function isPartAboveWhole(part: Claim, whole: Claim): boolean {
  if (part.part === "" || whole.part !== "" || !ADDING_UP.test(part.kind)) return false;
  if (part.period === null || whole.period === null || !isSamePeriod(part.period, whole.period)) return false;
  return (part.figure?.strictLow ?? 0) > (whole.figure?.strictHigh ?? Number.POSITIVE_INFINITY);
}

/** Sources so many years apart may both be right about what changes. */
const SAME_STATE_YEARS = 5;

function isSameTime(a: Claim, b: Claim): boolean {
  if (a.kind === "date") return true;
  if (a.name.length > 0) return a.period === null || b.period === null || overlap(a.period, b.period);
  const [mine, theirs] = [periodThatCounts(a), periodThatCounts(b)];
  if (mine !== null && theirs !== null) {
    if (!overlap(mine, theirs)) return false;
    return isSamePeriod(mine, theirs) || !isChanging(a) || !isChanging(b);
  }
  const isUnsaid = (claim: Claim) => claim.period === null || claim.isInherited;
  if (isUnsaid(a) && isUnsaid(b)) return isNearInTime(a, b);
  return !isChanging(a) && !isChanging(b);
}

/** A period taken from a neighbour only tells for what is another each year. */
function periodThatCounts(claim: Claim): Period | null {
  return claim.isInherited && !isChanging(claim) ? null : claim.period;
}

function isNearInTime(a: Claim, b: Claim): boolean {
  const [one, other] = [yearOf(a.at.passage.source.date), yearOf(b.at.passage.source.date)];
  return one === null || other === null || Math.abs(one - other) <= SAME_STATE_YEARS;
}

const CHANGING = new Set(
  `trade revenue sell profit produc product export import popul share price budget cost rate staff student member passeng
  visitor tourist cargo gdp inflat unemploy wage salari peopl turnov attend attendanc volum capac emiss consumpt debt traffic`.split(
    /\s+/,
  ),
);

/** Whether the value is one that is another each year. */
function isChanging(claim: Claim): boolean {
  if (/^(?:money|percent|energy|gas)/.test(claim.kind) && !claim.near.has("cost")) return true;
  return [...claim.counted, ...claim.near.keys()].some((key) => CHANGING.has(key));
}

/** Items and rows of one source are of different things: lists and tables set things apart. */
function isListed({ at: a }: Claim, { at: b }: Claim): boolean {
  return a.passage.source === b.passage.source && a.sentence.kind !== "prose" && b.sentence.kind !== "prose";
}

/** One says "front", the other "rear"; or one says "by rail" and the other nothing of the kind. */
function speaksApart(a: Claim, b: Claim): boolean {
  for (const [group, cells] of a.cells) {
    const others = b.cells.get(group);
    if (others !== undefined && ![...cells].some((cell) => others.has(cell))) return true;
  }
  const isPartOf = (one: Claim, other: Claim) => [...one.partial].some((group) => !other.cells.has(group));
  return isPartOf(a, b) || isPartOf(b, a);
}

/** The other sentence gives this very value too, beside one that differs. */
function hasAgreeingSibling({ figure }: Claim, { siblings }: Claim): boolean {
  return figure !== null && siblings.some(({ low, high }) => low <= figure.high && figure.low <= high);
}

/** Both give a figure of one kind beside their date, and these differ: what was counted twice happened twice. */
function areMeasuredTwice(a: Claim, b: Claim): boolean {
  return a.siblings.some((one) =>
    b.siblings.some((other) => one.kind === other.kind && (one.high < other.low || other.high < one.low)),
  );
}

/** Each names somebody or some place that the other does not. */
function hasOtherNames(a: Claim, b: Claim): boolean {
  const isOwn = (mine: Claim, theirs: Claim) =>
    [...mine.near.values()].some(({ isName, key }) => isName && !theirs.near.has(key));
  return isOwn(a, b) && isOwn(b, a);
}

/** The same noun with another word right before it: "the drain plug", "the filler plug". */
function hasOtherModifiers(a: Claim, b: Claim): boolean {
  for (const [key, one] of a.near) {
    const other = b.near.get(key);
    if (other === undefined || one.word.replace(/s$/, "") !== other.word.replace(/s$/, "")) continue;
    if (one.before === "" || other.before === "" || one.before === other.before) continue;
    if (!mentions(b, one.before) && !mentions(a, other.before)) return true;
  }
  return false;
}

function mentions(claim: Claim, word: string): boolean {
  return [...claim.said.values()].some((one) => one.word === word);
}

const LEAST_COVER = 0.3;
const LEAST_COVER_COUNTED = 0.2;
const BEST_COVER = 0.6;
const LEAST_SHARED = 2;

/** So alike are sentences that say of each thing what was said of the one before. */
const TEMPLATE = 0.95;

/** Whether two sentences of one source stand below different headings. */
function isOtherSection({ at: a }: Claim, { at: b }: Claim): boolean {
  if (a.passage.source !== b.passage.source) return false;
  const headingOf = ({ passage, sentence }: typeof a) =>
    passage.passage.sentences.findLast(
      ({ kind, range }) => kind === "heading" && range.end <= sentence.range.start,
    )?.range ?? passage.passage.context.at(-1);
  return headingOf(a)?.start !== headingOf(b)?.start;
}

/** What the other sentence says elsewhere covers less. */
const SAID_FAR = 0.75;

/** How much of what is said near one value is said with the other. */
function matchSubjects(a: Claim, b: Claim): Match | null {
  const shared = [...a.near.keys()].filter((key) => b.near.has(key) || b.said.has(key));
  for (const key of b.near.keys()) if (!a.near.has(key) && a.said.has(key)) shared.push(key);
  const [coverA, coverB] = [coverOf(a, b), coverOf(b, a)];
  const best = Math.max(coverA, coverB);
  const least = Math.min(coverA, coverB);
  const telling = shared.filter((key) => !(a.near.get(key) ?? a.said.get(key))?.isName);
  const counts = a.counted.length > 0 && a.counted.at(-1) === b.counted.at(-1) && a.counted.at(-1) !== PEOPLE;
  if (telling.length === 0 && !counts) return null;
  if (a.kind === "count" && !isSameCounted(a, b)) return null;
  if (
    a.kind === "percent" &&
    a.counted.length > 0 &&
    b.counted.length > 0 &&
    !a.counted.some((key) => b.counted.includes(key))
  )
    return null;
  if (a.kind === "date" && !telling.some((key) => isEventIn(a, key) && isEventIn(b, key))) return null;
  if (a.name.length > 0 && (least < BEST_COVER || telling.length < LEAST_SHARED)) return null;
  if (least >= TEMPLATE && isOtherSection(a, b)) return null;
  const needed = a.kind === "date" ? LEAST_SHARED + 1 : LEAST_SHARED;
  const titles = compareTitles(a, b);
  const isNamed = shared.some((key) => (a.said.get(key) ?? a.near.get(key))?.isName);
  if (titles === "other" && !isNamed) return null;
  const common = shared.length + (titles === "alike" ? 1 : titles === "unlike" && !isNamed ? -1 : 0);
  if (common < needed || best < BEST_COVER || least < (counts ? LEAST_COVER_COUNTED : LEAST_COVER))
    return null;
  return { score: best + least + shared.length / 20, shared };
}

function isEventIn(claim: Claim, key: string): boolean {
  const word = claim.said.get(key)?.word;
  return word !== undefined && isEvent(key, word);
}

const NAME_WEIGHT = 1;

function coverOf(a: Claim, b: Claim): number {
  let [all, covered] = [0, 0];
  for (const word of a.near.values()) {
    const weight = weightOf(word);
    all += weight;
    if (b.near.has(word.key)) covered += weight;
    else if (b.said.has(word.key)) covered += weight * SAID_FAR;
    else if (b.all.has(word.key)) covered += weight / 2;
  }
  return all === 0 ? 0 : covered / all;
}

/** What stands far from a value is less surely about it. */
function weightOf({ distance, isName }: SubjectWord): number {
  return (isName ? NAME_WEIGHT : 1) * (distance <= 6 ? 1 : 0.5);
}

/** Whether both count the same: one head noun; or one counts just "people", and of both it is said what befell them. */
function isSameCounted(a: Claim, b: Claim): boolean {
  const [one, other] = [a.counted.at(-1), b.counted.at(-1)];
  if (one === other) return true;
  const happened = [...a.near.keys()].some(
    (key) => b.near.has(key) && isEventIn(a, key) && isEventIn(b, key),
  );
  const isOpen = (head: string | undefined, claim: Claim, theirs: string | undefined) => {
    if (head !== undefined && head !== PEOPLE) return false;
    return (
      happened ||
      (theirs !== undefined && isBeside(claim, theirs)) ||
      (head === undefined && theirs === PEOPLE && isBeside(claim, PEOPLE))
    );
  };
  return isOpen(one, a, other) || isOpen(other, b, one);
}

/** The word stands right by the value, and is no name. */
function isBeside(claim: Claim, key: string): boolean {
  const word = claim.near.get(key);
  return word !== undefined && !word.isName && word.distance <= 5;
}
