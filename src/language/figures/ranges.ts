/** Ranges: the first of two numbers has the scale, the unit or the month of the second. Pure. */
import type { Word } from "../words/read-words.ts";
import type { Figure } from "./figure.ts";

const LAST_DAY = 31;

/** In `15–25 million` and `40 to 65%` the first number has the scale and the unit of the second. */
export function spreadOverRanges(text: string, words: readonly Word[], figures: readonly Figure[]): Figure[] {
  return figures.map((figure, at) => {
    const other = figures[at + 1];
    if (other === undefined || figure.kind !== "count" || other.kind === "ordinal") return figure;
    if (!isRange(text, words, figure, other)) return figure;
    if (other.kind === "date") return firstDay(figure, other);
    const { kind, unit, counted, per } = other;
    return {
      ...figure,
      ...scaledLike(text, words, figure, other),
      kind,
      unit,
      counted,
      per: figure.per ?? per,
    };
  });
}

/** 15 in `15–25 million`: smaller than the 25 as it is written. */
function scaledLike(
  text: string,
  words: readonly Word[],
  figure: Figure,
  other: Figure,
): Pick<Figure, "amount" | "readings" | "low" | "high"> {
  const word = words[other.first];
  const raw = Number(/^[\d.]+/.exec(text.slice(word?.start ?? 0, word?.end ?? 0))?.[0] ?? 0);
  const factor = raw > 0 && figure.amount < raw && other.amount > raw ? other.amount / raw : 1;
  const times = (value: number) => Number((value * factor).toPrecision(15));
  return {
    amount: times(figure.amount),
    readings: figure.readings.map(times),
    low: times(figure.low),
    high: times(figure.high),
  };
}

/** `12` in `12 to 30 November` is a day. */
function firstDay(figure: Figure, { date }: Figure): Figure {
  const month = /^((?:\d{4}|-)-\d\d)-\d\d$/.exec(date)?.[1];
  const isDay = Number.isInteger(figure.amount) && figure.amount >= 1 && figure.amount <= LAST_DAY;
  if (month === undefined || !isDay) return figure;
  const day = String(figure.amount).padStart(2, "0");
  return {
    ...figure,
    kind: "date",
    amount: 0,
    readings: [0],
    low: 0,
    high: 0,
    unit: null,
    counted: [],
    date: `${month}-${day}`,
  };
}

function isRange(text: string, words: readonly Word[], figure: Figure, other: Figure): boolean {
  const [last, first] = [words[figure.next - 1], words[other.first]];
  if (last === undefined || first === undefined) return false;
  const gap = text.slice(last.end, Math.min(first.start, last.end + 8)).trim();
  const between = words[figure.first - 1]?.key === "between";
  return /^[-–—]$/u.test(gap) || gap === "to" || (gap === "and" && between);
}
