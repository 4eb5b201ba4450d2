/**
 * Times without a figure, and addresses: "yesterday", "last winter", "in the nineties", "www.…". They can be looked up
 * like a date, so they must be the sentences' own or the question's. English; linear.
 */
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";

const PARTS = "morning|noon|afternoon|evening|night|day|week|weekend|month|quarter|year|decade|century";
const SEASONS = "spring|summer|autumn|winter";
const DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties";
/** Months and days of the week are dates, and read as such. */
const VAGUE = new RegExp(
  String.raw`\b(?:yesterday|today|tonight|tomorrow|overnight|nowadays|(?:last|next|this|same|previous|following|preceding) (?:${PARTS}|${SEASONS})|(?:${SEASONS}|${DECADES})|(?:days?|weeks?|months?|years?|decades?) (?:later|earlier|before|after|ago))\b`,
  "giu",
);
const BEFORE: ReadonlySet<string> = new Set(["previous", "preceding", "before", "earlier"]);
const AFTER: ReadonlySet<string> = new Set(["following", "next", "after", "later"]);
const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>")\]]+|\]\([^)\s]*\)/giu;

/** `text` is the statement as it was written. */
export function checkVagueTimes(text: string, { cited, question, place }: Evidence): Fault | null {
  const known = `${flat(cited.text)}\n${flat(question.text)}`;
  const times = new Set([...known.matchAll(VAGUE)].map(([time]) => sameTime(time)));
  for (const [written] of text.matchAll(VAGUE)) {
    if (times.has(sameTime(flat(written)))) continue;
    return { kind: "date", reason: `“${written}” does not stand in ${place}.` };
  }
  for (const [written] of text.matchAll(ADDRESS)) {
    if (known.includes(flat(written))) continue;
    return { kind: "words", reason: `The address in the line does not stand in ${place}.` };
  }
  return null;
}

/** "The previous year", "the year before" and "a year earlier" are one time. */
function sameTime(time: string): string {
  const words = time.split(" ");
  const side = words.find((word) => BEFORE.has(word) || AFTER.has(word));
  if (side === undefined) return time;
  const unit = words.find((word) => word !== side) ?? "";
  return `${BEFORE.has(side) ? "before" : "after"} ${unit.replace(/s$/u, "")}`;
}

function flat(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, " ");
}
