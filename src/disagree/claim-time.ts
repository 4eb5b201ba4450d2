/** When what a figure says took place: the nearest date that is no comparison, and the part of it that is meant. */
import type { Token } from "../text/tokens.ts";
import { joinPeriods, type Period, periodOf } from "./period.ts";
import type { Figure } from "./read-figures.ts";
import type { ReadSentence } from "./read-sentence.ts";

const PART_OF_YEAR =
  /\b(?:(first|second|third|fourth|last|final) (?:quarter|half|week|season)|[qh][1-4]\b|half year)/;

/** The date nearest to a figure, first of all in its clause, and the part of it that is meant. */
export function timeOf(
  read: ReadSentence,
  figure: Figure,
  from: number,
  to: number,
): { period: Period | null; part: string } {
  const { tokens, words, values, text } = read;
  const dates: { period: Period; distance: number; outside: number }[] = [];
  for (const [index, value] of values.entries()) {
    if (value.kind !== "date") continue;
    const period = periodOf(value.canonical);
    const place = tokens.findIndex(({ start }) => start === value.start);
    if (period === null || isCompared(words, place)) continue;
    const second = values[index + 1];
    const until =
      second?.kind === "date" && /^\s?(?:-|–|—|to|and)\s?$/.test(text.slice(value.end, second.start))
        ? periodOf(second.canonical)
        : null;
    const outside = place >= from && place < to ? 0 : 1;
    dates.push({
      period: until === null ? period : joinPeriods(period, until),
      distance: Math.abs(place - figure.first),
      outside,
    });
  }
  dates.sort((a, b) => a.outside - b.outside || a.distance - b.distance);
  const clause = words.slice(from, to).join(" ");
  const months = values.find(
    ({ kind, unit, start }) =>
      kind === "duration" && /month|week|day/.test(unit) && isPartOfDate(tokens, words, start),
  );
  const part =
    months === undefined ? (PART_OF_YEAR.exec(clause)?.[0] ?? "") : `${months.canonical} ${months.unit}`;
  return { period: dates[0]?.period ?? null, part };
}

function isCompared(words: readonly string[], place: number): boolean {
  const [before, second] = [words[place - 1] ?? "", words[place - 2] ?? ""];
  return (
    /^(?:than|since|from|to|with|over|before|until|after)$/.test(before) ||
    (second === "than" && before === "in") ||
    /^(?:compared|relative)$/.test(second)
  );
}

function isPartOfDate(tokens: readonly Token[], words: readonly string[], start: number): boolean {
  const at = tokens.findIndex((token) => token.start === start);
  return (
    /^(?:first|last|final|opening)$/.test(words[at - 1] ?? "") || words.slice(at + 1, at + 3).includes("of")
  );
}

export function seasonOf({ tokens, values }: ReadSentence, from: number, to: number): string {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  return values
    .filter(
      (value) =>
        value.kind === "date" && value.canonical.startsWith("--") && value.start >= start && value.end <= end,
    )
    .map(({ canonical }) => canonical.slice(0, 4))
    .join(" ");
}
