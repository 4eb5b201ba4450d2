/** "And in 2025?", "and the year before?": the time of the earlier question gives way to the new one. English; pure. */
import { capitaliseMonths } from "../../text/capitalise-months.ts";
import { tokenize } from "../../text/tokens.ts";
import { findValues } from "../../text/values.ts";

/** A stretch of a question, half-open, and the preposition before it that goes with it. */
export interface TimeSlot {
  readonly start: number;
  readonly end: number;
  /** The year in it; null when it names none. */
  readonly year: number | null;
}

const PREPOSITION_BEFORE =
  /\b(?:(?:early|late|mid)\s+)?(?:in|on|for|from|by|of|at|during|before|after|since|until|between|about)\s+(?:the\s+)?(?:early\s+|late\s+)?$/iu;
const JOINS = /^\s*(?:and|to|until|or|[-–—])\s*(?:in\s+)?$/iu;
const YEAR = /(?<!\d)(?:1\d|20)\d{2}(?!\d)/u;
const YEAR_BEFORE = /^(?:in\s+)?the\s+(?:year\s+before|(?:previous|preceding|prior)\s+year)$/iu;
const YEAR_AFTER =
  /^(?:in\s+)?(?:the\s+(?:year\s+after|(?:next|following)\s+year)|(?:a|one)\s+year\s+later)$/iu;
const RELATIVE =
  /^(before|after|since|until)\s+(?:that|then|this)$|^(since|until|before|after)wards?$|^earlier$|^later$/iu;

/** Whether a fragment names a time: "2025", "in May", "the 1970s". */
export function namesTime(fragment: string): boolean {
  return timesIn(fragment).length > 0;
}

/** The question `asked` (without its end mark) at the time that the fragment `typed` names; null when it names none. */
export function replaceTime(asked: string, typed: string): string | null {
  const [question, fragment] = [capitaliseMonths(asked), capitaliseMonths(typed)];
  const slot = lastTime(question);
  const relative = relativeTime(fragment, slot, question);
  if (relative !== null) return relative;
  const [named] = timesIn(fragment);
  if (named === undefined) return null;
  // "in March" after "on 17 February 2025" is March of that year.
  const value = named.year === null && slot?.year ? `${fragment} ${slot.year}` : fragment;
  if (slot === undefined) return `${question} ${startsWithPreposition(value) ? value : `in ${value}`}?`;
  const start = startsWithPreposition(value) ? withPreposition(question, slot.start) : slot.start;
  return `${question.slice(0, start)}${value}${question.slice(slot.end)}?`;
}

/** "And before that?", "the year before": told by the earlier question's own time. */
function relativeTime(fragment: string, slot: TimeSlot | undefined, question: string): string | null {
  if (slot === undefined) return null;
  const put = (value: string) =>
    `${question.slice(0, withPreposition(question, slot.start))}${value}${question.slice(slot.end)}?`;
  const said = question.slice(slot.start, slot.end);
  const relative = RELATIVE.exec(fragment);
  if (relative !== null) {
    const word = (
      relative[1] ??
      relative[2] ??
      (/^earlier/i.test(fragment) ? "before" : "after")
    ).toLowerCase();
    return put(`${word} ${said}`);
  }
  if (slot.year === null) return null;
  if (YEAR_BEFORE.test(fragment)) return put(`in ${slot.year - 1}`);
  return YEAR_AFTER.test(fragment) ? put(`in ${slot.year + 1}`) : null;
}

function lastTime(question: string): TimeSlot | undefined {
  const times = timesIn(question);
  const [last, before] = [times.at(-1), times.at(-2)];
  if (last === undefined || before === undefined) return last;
  const isRange = JOINS.test(question.slice(before.end, last.start));
  return isRange ? { ...last, start: before.start } : last;
}

/** Dates that can be told from counts, in order; a century with its word. */
function timesIn(text: string): TimeSlot[] {
  const values = findValues(text, tokenize(text)).filter(
    // The year in "Araz-2025" belongs to a name.
    ({ kind, start }) => kind === "date" && !/\p{L}[-–]$/u.test(text.slice(0, start)),
  );
  return values.map(({ start, end, canonical }) => {
    const century = /c$/.test(canonical)
      ? (/^\s*centur(?:y|ies)/iu.exec(text.slice(end))?.[0].length ?? 0)
      : 0;
    const year = YEAR.exec(canonical)?.[0];
    return { start, end: end + century, year: year === undefined ? null : Number(year) };
  });
}

function withPreposition(question: string, start: number): number {
  return PREPOSITION_BEFORE.exec(question.slice(0, start))?.index ?? start;
}

function startsWithPreposition(fragment: string): boolean {
  return /^(?:in|on|for|from|by|of|at|during|before|after|since|until|between)\s/iu.test(fragment);
}
