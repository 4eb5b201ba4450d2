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
  if (asked.length === 0) return { ranked, isApart: false };
  const timed = ranked.map((one) => {
    const fit = fitOf(one, asked);
    const gain =
      isCourse && fit === "fits" && !one.matchedTerms.some((term) => YEAR.test(term)) ? UNNAMED : 0;
    return { one: { ...one, score: one.score + gain - LOSSES[fit] }, fit };
  });
  timed.sort((a, b) => b.one.score - a.one.score);
  const [best] = timed;
  return { ranked: timed.map(({ one }) => one), isApart: best !== undefined && best.fit !== "fits" };
}

const LOSSES: Readonly<Record<TimeFit, number>> = { fits: 0, untold: UNTOLD, apart: APART };

function fitOf({ passage: { source, passage }, index }: RankedSentence, asked: readonly Period[]): TimeFit {
  const fits = (periods: readonly Period[]) =>
    periods.some((period) => asked.some((one) => overlap(period, one)));
  const own = periodsOfSentence(source.text, passage, index);
  if (own.length > 0) return fits(own) ? "fits" : "apart";
  const around = passage.sentences.map(({ range }) => source.text.slice(range.start, range.end));
  return fits(findPeriods([...around, source.title, source.date ?? ""].join("\n"))) ? "fits" : "untold";
}
