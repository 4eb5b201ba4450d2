/** Reads dates as English texts write them: days, months, years, decades, centuries. Pure. */
import { ORDINAL_WORDS } from "./number-words.ts";
import type { Token } from "./tokens.ts";

/** A date that begins at a token, and the index of the token after it. */
export interface FoundDate {
  /** `1974-01-18`, `1974-01`, `--01-18`, `--01`, `1974`, `1970s`, `10c` (century), `bc` marks years before ours. */
  readonly canonical: string;
  readonly next: number;
}

const MONTHS =
  "january february march april may june july august september october november december jan feb mar apr - jun jul aug sep oct nov dec";
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...MONTHS.split(" ").map((word, index) => [word, (index % 12) + 1] as const),
  ["sept", 9],
]);
const WEEKDAYS: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday".split(" "),
);
/** Months whose names are words too: taken for months only next to a figure or after one of these words. */
const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set(["march", "may", "mar", "jan", "jun", "dec", "sep"]);
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  "in since until till by of early late mid last next this between from during and through before after".split(
    " ",
  ),
);
const YEAR = /^(?:1\d{3}|20\d{2})$/;
const EARLY_YEAR = /^\d{1,4}$/;
const DAY = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const DECADE = /^(?:\d{3}0|\d0)s$/;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th)$/;
const ERA_AFTER = /^(?:bc|bce)$/;

/** Whether a folded word names a month or a weekday. */
export function isCalendarWord(word: string): boolean {
  return MONTH_NUMBERS.has(word) || WEEKDAYS.has(word);
}

/** The date that begins at `tokens[at]`, or null. `words` are the tokens' folded words. */
export function findDate(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): FoundDate | null {
  const word = words[at] ?? "";
  if (!/^\d/.test(word) && !MONTH_NUMBERS.has(word) && !ORDINAL_WORDS.has(word)) return null;
  return (
    numericDate(text, tokens, words, at) ??
    dayFirst(text, tokens, words, at) ??
    monthFirst(text, tokens, words, at) ??
    century(words, at) ??
    yearAlone(text, tokens, words, at)
  );
}

/** 2024-03-15, 15.03.2024. */
function numericDate(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): FoundDate | null {
  const [first, second, third] = [words[at] ?? "", words[at + 1] ?? "", words[at + 2] ?? ""];
  if (
    !/^[-./]$/.test(between(text, tokens, at)) ||
    between(text, tokens, at) !== between(text, tokens, at + 1)
  )
    return null;
  const [year, day] = YEAR.test(first) ? [first, third] : [third, first];
  if (!YEAR.test(year) || !/^\d{1,2}$/.test(second) || !/^\d{1,2}$/.test(day) || Number(second) > 12)
    return null;
  return { canonical: `${year}-${two(Number(second))}-${two(Number(day))}`, next: at + 3 };
}

/** 18 January 1974, 18th of January. */
function dayFirst(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): FoundDate | null {
  const day = words[at] ?? "";
  if (!DAY.test(day)) return null;
  const monthAt = words[at + 1] === "of" ? at + 2 : at + 1;
  const month = monthAtToken(text, tokens, words, monthAt, true);
  if (month === null) return null;
  const year = YEAR.test(words[monthAt + 1] ?? "") ? words[monthAt + 1] : undefined;
  const canonical = `${year ?? "-"}-${two(month)}-${two(Number.parseInt(day, 10))}`;
  return { canonical, next: monthAt + (year === undefined ? 1 : 2) };
}

/** January 18, 1974; January 1974; January. */
function monthFirst(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): FoundDate | null {
  const [second, third] = [words[at + 1] ?? "", words[at + 2] ?? ""];
  const figureFollows = DAY.test(second) || YEAR.test(second);
  const month = monthAtToken(text, tokens, words, at, figureFollows);
  if (month === null) return null;
  if (YEAR.test(second)) return { canonical: `${second}-${two(month)}`, next: at + 2 };
  if (!DAY.test(second)) return { canonical: `--${two(month)}`, next: at + 1 };
  const day = two(Number.parseInt(second, 10));
  if (YEAR.test(third)) return { canonical: `${third}-${two(month)}-${day}`, next: at + 3 };
  return { canonical: `--${two(month)}-${day}`, next: at + 2 };
}

/** 10th century, tenth century. */
function century(words: readonly string[], at: number): FoundDate | null {
  const word = words[at] ?? "";
  const number = ORDINAL_WORDS.get(word) ?? ORDINAL.exec(word)?.[1];
  if (number === undefined) return null;
  for (let next = at + 1; next < at + 6; next++) {
    const later = words[next] ?? "";
    if (later === "century" || later === "centuries") return { canonical: `${number}c`, next: at + 1 };
    if (
      later !== "and" &&
      later !== "or" &&
      later !== "to" &&
      !ORDINAL.test(later) &&
      !ORDINAL_WORDS.has(later)
    )
      break;
  }
  return null;
}

/** 1974, the 1970s, 44 BC. */
function yearAlone(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): FoundDate | null {
  const word = words[at] ?? "";
  if (DECADE.test(word)) return { canonical: word, next: at + 1 };
  if (EARLY_YEAR.test(word) && ERA_AFTER.test(words[at + 1] ?? ""))
    return { canonical: `${word}bc`, next: at + 2 };
  const token = tokens[at];
  if (!YEAR.test(word) || token === undefined) return null;
  const isPlain = token.end - token.start === 4;
  const isAmount = /[$€£¥₽₼₺₹#]\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start));
  const isCounted = /^(?:%|\s?°|,\d)/.test(text.slice(token.end, token.end + 2));
  return isPlain && !isAmount && !isCounted ? { canonical: word, next: at + 1 } : null;
}

function monthAtToken(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
  figureBeside: boolean,
): number | null {
  const month = MONTH_NUMBERS.get(words[at] ?? "");
  const token = tokens[at];
  if (month === undefined || token === undefined || !/^\p{Lu}/u.test(text.slice(token.start, token.end)))
    return null;
  if (figureBeside || !DOUBTFUL_MONTHS.has(words[at] ?? "")) return month;
  return BEFORE_MONTH.has(words[at - 1] ?? "") ? month : null;
}

/** What stands between a token and the next one. */
function between(text: string, tokens: readonly Token[], at: number): string {
  const [left, right] = [tokens[at], tokens[at + 1]];
  return left === undefined || right === undefined
    ? ""
    : text.slice(left.end, Math.min(right.start, left.end + 4));
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
