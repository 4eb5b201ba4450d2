/**
 * Holds answers to the time that a question names: "… in 2019?" is not answered by what was so in 2024. Pure. Text that
 * names no time is given the benefit of the doubt where its passage, its headings or its source's date fit.
 */
import { findPeriods, overlap, type Period, periodsOfSentence } from "../passages/sentence-time.ts";
import { capitaliseMonths } from "../text/capitalise-months.ts";
import type { RankedSentence } from "./retrieval.ts";

/** What a sentence of another time loses of its score, and one whose time is not told: in units of the weights. */
const [APART, UNTOLD] = [4, 1];
/** "From 2022 to 2025" fits 2024 without naming it: what its words cannot win for it. */
const UNNAMED = 3;
const YEAR = /^\d{4}$/;

type TimeFit = "fits" | "untold" | "apart";

export interface InTime<Ranked extends RankedSentence> {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** The question names a time, and the best sentence is of another one. */
  readonly isApart: boolean;
  /** The question names a time. */
  readonly isTimed: boolean;
}

/**
 * `ranked` with what is of the time asked about before what is not; as it was when the question names no time. Where a
 * course of events is asked for, what fits without naming the time ranks with what names it.
 */
export function preferAskedTime<Ranked extends RankedSentence>(
  question: string,
  ranked: readonly Ranked[],
  isCourse = false,
): InTime<Ranked> {
  const asked = findPeriods(capitaliseMonths(question));
  if (asked.length === 0) return { ranked, isApart: false, isTimed: false };
  // Neighbours share their passage, its headings and the sentences before them: each text is read once.
  const read = new Map<string, readonly Period[]>();
  const find: FindPeriods = (text) => {
    const periods = read.get(text) ?? findPeriods(text);
    read.set(text, periods);
    return periods;
  };
  const timed = ranked.map((one) => {
    const fit = fitOf(one, asked, isCourse, find);
    const gain =
      isCourse && fit === "fits" && !one.matchedTerms.some((term) => YEAR.test(term)) ? UNNAMED : 0;
    return { one: { ...one, score: one.score + gain - LOSSES[fit] }, fit };
  });
  timed.sort((a, b) => b.one.score - a.one.score);
  const [best] = timed;
  const isApart = best !== undefined && best.fit !== "fits";
  return { ranked: timed.map(({ one }) => one), isApart, isTimed: true };
}

const LOSSES: Readonly<Record<TimeFit, number>> = { fits: 0, untold: UNTOLD, apart: APART };

/**
 * A sentence that names no time takes that of what stands before or above it; else that of all its passage, where it tells of one
 * time: of a table of several years a row without any may be of each.
 */
type FindPeriods = (text: string) => readonly Period[];

function fitOf(
  { passage: { source, passage }, index }: RankedSentence,
  asked: readonly Period[],
  isCourse: boolean,
  find: FindPeriods,
): TimeFit {
  const isAsked = (period: Period) => asked.some((one) => overlap(period, one));
  // What the title says holds for the whole text: it comes after what stands nearer.
  const context = passage.context.filter(
    ({ start, end }) => !source.text.slice(start, end).includes(source.title),
  );
  const own = periodsOfSentence(source.text, { ...passage, context }, index, find);
  if (own.length > 0) return own.some(isAsked) ? "fits" : "apart";
  const around = find(
    passage.sentences.map(({ range }) => source.text.slice(range.start, range.end)).join("\n"),
  );
  if (around.length > 0 && (isCourse ? around.some(isAsked) : around.every(isAsked))) return "fits";
  if (around.length > 0 && !isCourse) return "untold";
  return find([source.title, source.date ?? ""].join("\n")).some(isAsked) ? "fits" : "untold";
}
