/** Ranges: the first of two numbers has the scale, the unit or the month of the second. Pure. */
import type { Figure } from "./read-figures.ts";
import type { ReadWord } from "./read-text.ts";

const LAST_DAY = 31;

/** In `15–25 million` and `40 to 65%` the first number has the scale and the unit of the second. */
export function spreadOverRanges(
  text: string,
  words: readonly ReadWord[],
  figures: readonly Figure[],
): Figure[] {
  return figures.map((figure, at) => {
    const other = figures[at + 1];
    if (other === undefined || figure.kind !== "count" || other.kind === "ordinal") return figure;
    if (!isRange(text, words, figure, other)) return figure;
    if (other.kind === "date") return firstDay(figure, other);
    const raw = Number(words[other.first]?.key);
    const factor = raw > 0 && other.next > other.first + 1 && figure.value < raw ? other.value / raw : 1;
    return {
      ...figure,
      value: figure.value * factor,
      kind: other.kind,
      unit: other.unit,
      counted: other.counted,
    };
  });
}

/** `12` in `12 to 30 November` is a day. */
function firstDay(figure: Figure, { date }: Figure): Figure {
  const month = /^((?:\d{4}|-)-\d\d)-\d\d$/.exec(date)?.[1];
  const isDay = Number.isInteger(figure.value) && figure.value >= 1 && figure.value <= LAST_DAY;
  if (month === undefined || !isDay) return figure;
  const day = String(figure.value).padStart(2, "0");
  return { ...figure, kind: "date", value: 0, unit: "", counted: [], date: `${month}-${day}` };
}

function isRange(text: string, words: readonly ReadWord[], figure: Figure, other: Figure): boolean {
  const [last, first] = [words[figure.next - 1], words[other.first]];
  if (last === undefined || first === undefined) return false;
  const gap = text.slice(last.end, Math.min(first.start, last.end + 8)).trim();
  const between = words[figure.first - 1]?.key === "between";
  return /^[-–—]$/u.test(gap) || gap === "to" || (gap === "and" && between);
}
