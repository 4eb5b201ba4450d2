/** Whether a date of a statement is a date of the cited sentences, in full or put together from two of them. Pure. */
import type { Figure } from "../language/figures/figure.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText } from "./read-text.ts";

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** Decades, centuries and years before our era, which have no parts. */
  readonly other: string;
}

/** Words near which a date may be that of the source itself. */
const OF_PUBLICATION: ReadonlySet<string> = new Set(
  "analysi brief report articl publish date written write document manual instruct note sourc studi paper edit accord".split(
    " ",
  ),
);
/** What may tell the side of a date. */
const SIDES =
  /^(?:before|after|since|until|till|by|from|to|prior|following|earlier|later|then|when|subsequently|previously|previous|next|already|end|ended|began|begin|start|started)$/;
const NEAR = 5;
const MONTHS = 12;
const PARTS = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/;

export function isDateSupported(figure: Figure, statement: ReadText, evidence: Evidence): boolean {
  const date = partsOf(figure.date);
  const theirs = datesOf(evidence.cited);
  if (theirs.some((other) => covers(other, date)) || isJoined(date, theirs)) return true;
  if (isEndOfSpan(date, statement, evidence.cited)) return true;
  const framing = [...datesOf(evidence.frame), ...datesOf(evidence.question)];
  if (!framing.some((other) => covers(other, date)) && !isJoined(date, [...theirs, ...framing])) return false;
  return (
    !theirs.some((other) => differs(other, date)) ||
    isOfPublication(figure, statement) ||
    isAskedFor(date, datesOf(evidence.question), theirs)
  );
}

/**
 * `before 2019` where the sentences tell of 2019 itself. Only what stands right before a date is looked at, and only
 * where the sentences name that date and nowhere a side of it.
 */
export function foreignSide(
  { date, first }: Figure,
  { words }: ReadText,
  { cited }: Evidence,
): string | null {
  const side = words[first - 1]?.key ?? "";
  if (!/^(?:before|after)$/.test(side)) return null;
  const same = cited.figures.filter((other) => other.kind === "date" && other.date === date);
  const hasSide = cited.words.some(({ key }) => SIDES.test(key));
  return same.length > 0 && !hasSide ? side : null;
}

/** The first weekday of a statement that its sentences do not name. */
export function foreignWeekday(statement: ReadText, { cited, frame }: Evidence): string | null {
  const known = (key: string) =>
    cited.keys.has(key) || cited.keys.has(`${key}s`) || cited.keys.has(key.replace(/s$/, ""));
  const word = statement.words.find(({ key }) => WEEKDAY.test(key) && !known(key) && !frame.keys.has(key));
  return word === undefined ? null : statement.text.slice(word.start, word.end);
}

function datesOf({ figures }: ReadText): DateParts[] {
  return figures.filter(({ kind }) => kind === "date").map(({ date }) => partsOf(date));
}

function partsOf(date: string): DateParts {
  const match = PARTS.exec(date);
  if (match === null) return { year: "", month: "", day: "", other: date };
  const [, year = "", month = "", day = ""] = match;
  return { year: year === "-" ? "" : year, month, day, other: "" };
}

/** Whether everything that `date` says is in `other`. */
function covers(other: DateParts, date: DateParts): boolean {
  if (date.other !== other.other) return false;
  const agrees = (part: "year" | "month" | "day") => date[part] === "" || date[part] === other[part];
  return agrees("year") && agrees("month") && agrees("day");
}

function differs(other: DateParts, date: DateParts): boolean {
  if (other.other !== "" || date.other !== "") return other.other !== date.other;
  return (["year", "month", "day"] as const).some(
    (part) => date[part] !== "" && other[part] !== "" && date[part] !== other[part],
  );
}

/** `In May` in one sentence and `2024` in another: the first must have no year of its own. */
function isJoined(date: DateParts, dates: readonly DateParts[]): boolean {
  if (date.year === "" || date.month === "") return false;
  const hasMonth = dates.some(
    ({ year, month, day }) => year === "" && month === date.month && (date.day === "" || day === date.day),
  );
  return (
    hasMonth && dates.some(({ year, month }) => year === date.year && (month === "" || month === date.month))
  );
}

/** January and April where the sentences say `the first four months`: both ends must be told, as one span. */
function isEndOfSpan(date: DateParts, statement: ReadText, { figures, words }: ReadText): boolean {
  const told = datesOf(statement).filter(({ month, day }) => month !== "" && day === "");
  return figures.some(({ unit, amount, first }, at) => {
    const year = partsOf(figures[at + 1]?.date ?? "").year;
    const isFirst = words[first - 1]?.key === "first";
    if (unit?.name !== "month" || year === "" || !(isFirst || words[first - 1]?.key === "last")) return false;
    const ends = isFirst ? [1, amount] : [MONTHS - amount + 1, MONTHS];
    const spoken = ends.map((month) => told.find((other) => Number(other.month) === month));
    const isYear = (other: DateParts | undefined) =>
      other !== undefined && (other.year === "" || other.year === year);
    return (
      spoken.every(isYear) && (date.year === "" || date.year === year) && ends.includes(Number(date.month))
    );
  });
}

function isOfPublication({ first, next }: Figure, { words }: ReadText): boolean {
  return words.slice(Math.max(0, first - NEAR), next + NEAR).some(({ term }) => OF_PUBLICATION.has(term));
}

/** One of two years between which the question asks, and between which all the years of the sentences are. */
function isAskedFor(date: DateParts, asked: readonly DateParts[], theirs: readonly DateParts[]): boolean {
  const years = asked.map(({ year }) => year).filter((year) => year !== "");
  if (date.month !== "" || !years.includes(date.year) || new Set(years).size < 2) return false;
  const [low, high] = [years.reduce((a, b) => (a < b ? a : b)), years.reduce((a, b) => (a > b ? a : b))];
  return theirs.every(({ year, other }) => other === "" && (year === "" || (year >= low && year <= high)));
}
