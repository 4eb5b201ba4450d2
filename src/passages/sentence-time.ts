/**
 * Tells of what time a text speaks: the days, months, years, decades and centuries it names, and for a sentence that
 * names none what stands before it. Pure; English, and figures of any language. It never guesses a year.
 */
import type { TextRange } from "../corpus/source.ts";
import { tokenize } from "../text/tokens.ts";
import { findValues } from "../text/values.ts";
import type { Passage } from "./passage.ts";

/** From one day to another, both included, as numbers that sort: 20230131 is 31 January 2023. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const FIRST_DAY_EVER = 0;
const LAST_DAY_EVER = 99_991_231;
const THROUGH = /^\s*(?:to|until|till|through|[-–—])\s*(?:early\s+|late\s+|the\s+)?$/iu;
const AND = /^\s*and\s*$/iu;
const BETWEEN = /\b(?:between|from)\s+(?:the\s+)?$/iu;
const SINCE = /\b(?:since|after|from)\s+(?:the\s+)?(?:(?:early|late|end of|start of)\s+)?$/iu;
/** "Up 44% from 2021" compares; it does not go on since. */
const COMPARES =
  /(?:%|\bper\s?cent|\bup|\bdown|\b(?:increase|rise|jump|growth|change|decrease|fall|drop))\s+from\s+(?:the\s+)?$/iu;
const BEFORE = /\bbefore\s+$/iu;
const UNTIL = /\b(?:until|till|up to)\s+(?:the\s+)?(?:(?:early|late|end of|start of)\s+)?$/iu;
/** UTF-16 code units before a date that are looked at. */
const MOST_BEFORE = 24;

/** The periods that `text` names, in order. "Since 2006" is open to the future, "2016 to 2020" is one period. */
export function findPeriods(text: string): Period[] {
  const places = datedPlaces(text);
  const periods: Period[] = [];
  for (let at = 0; at < places.length; at++) {
    const [place, next] = [places[at], places[at + 1]];
    if (place === undefined) break;
    const before = text.slice(Math.max(0, place.start - MOST_BEFORE), place.start);
    const gap = next === undefined ? "" : text.slice(place.end, next.start);
    const isRange = THROUGH.test(gap) || (AND.test(gap) && BETWEEN.test(before));
    if (next !== undefined && isRange && next.to >= place.from) {
      periods.push({ from: place.from, to: next.to });
      at += 1;
    } else if (SINCE.test(before) && !COMPARES.test(before))
      periods.push({ from: place.from, to: LAST_DAY_EVER });
    else if (BEFORE.test(before)) periods.push({ from: FIRST_DAY_EVER, to: place.from - 1 });
    else if (UNTIL.test(before)) periods.push({ from: FIRST_DAY_EVER, to: place.to });
    else periods.push({ from: place.from, to: place.to });
  }
  return periods;
}

/** What a sentence says of its time: itself, or what stands before it in its paragraph or above. Empty when nothing does. */
export function periodsOfSentence(
  text: string,
  { sentences, context }: Passage,
  index: number,
  find: (text: string) => readonly Period[] = findPeriods,
): readonly Period[] {
  const sentence = sentences[index];
  const slice = ({ start, end }: TextRange) => text.slice(start, end);
  for (let at = index; at >= 0; at--) {
    const one = sentences[at];
    if (one === undefined || (one.paragraph !== sentence?.paragraph && one.kind !== "heading")) continue;
    const own = find(slice(one.range));
    if (own.length > 0) return own;
  }
  return context.flatMap((range) => find(slice(range)));
}

export function overlap(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

interface DatedPlace extends Period, TextRange {}

/** A month or day without its year takes the year that was named before it; without one it tells nothing. */
function datedPlaces(text: string): DatedPlace[] {
  const places: DatedPlace[] = [];
  let year: string | null = null;
  for (const { kind, start, end, canonical } of findValues(text, tokenize(text))) {
    // The year in "Araz-2025" is part of a name.
    if (kind !== "date" || /\p{L}[-–]$/u.test(text.slice(Math.max(0, start - 2), start))) continue;
    const full: string =
      canonical.startsWith("--") && year !== null ? `${year}-${canonical.slice(2)}` : canonical;
    year = /^\d{4}(?=-|$)/.exec(full)?.[0] ?? year;
    const period = periodOf(full);
    if (period !== null) places.push({ start, end: end + centuryWord(text, end, canonical), ...period });
  }
  return places;
}

function centuryWord(text: string, end: number, canonical: string): number {
  return canonical.endsWith("c")
    ? (/^\s*centur(?:y|ies)/iu.exec(text.slice(end, end + 16))?.[0].length ?? 0)
    : 0;
}

/** The days of a date as `text/dates.ts` writes it; null for years before ours and for dates without a year. */
function periodOf(canonical: string): Period | null {
  const day = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(canonical);
  if (day !== null) {
    const [year, month, date] = [Number(day[1]), Number(day[2] ?? 0), Number(day[3] ?? 0)];
    return {
      from: year * 10_000 + (month || 1) * 100 + (date || 1),
      to: year * 10_000 + (month || 12) * 100 + (date || 31),
    };
  }
  const decade = /^(\d{3}0)s$/.exec(canonical)?.[1];
  if (decade !== undefined) return years(Number(decade), Number(decade) + 9);
  const century = /^(\d{1,2})c$/.exec(canonical)?.[1];
  return century === undefined ? null : years(Number(century) * 100 - 99, Number(century) * 100);
}

function years(first: number, last: number): Period {
  return { from: first * 10_000 + 101, to: last * 10_000 + 1231 };
}
