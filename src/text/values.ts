/**
 * Finds what can be counted or dated in a text: numbers, amounts, shares, spans of time, dates.
 * Pure and linear. It reads English words and any figures; it does not convert units or currencies.
 */
import { findDate } from "./dates.ts";
import { readNumber } from "./number-words.ts";
import { foldWord, type Token, tokenize } from "./tokens.ts";

export type ValueKind = "date" | "duration" | "money" | "percent" | "quantity" | "number";

/** A value and its range (UTF-16, half-open), without its unit when that stands after it. */
export interface Value {
  readonly kind: ValueKind;
  readonly start: number;
  readonly end: number;
  /** One spelling for equal values: `3500000` for 3.5 million, `1974-01-18` for 18 January 1974. */
  readonly canonical: string;
  /** The unit as written after the value, in the singular (`year`, `km`); empty when there is none. */
  readonly unit: string;
}

const CURRENCY_BEFORE = /[$€£¥₽₼₺₹]\s?$/;
const PERCENT_AFTER = /^\s?%/;
const DEGREES_AFTER = /^\s?°/;
const CURRENCIES = listed(
  "dollar euro pound yen manat rial ruble rouble franc cent livre lira rupee yuan usd eur gbp",
);
const DURATIONS = listed("second minute hour day week month year decade century millennium");
const MEASURES = listed(
  `km kilometer kilometre mile m meter metre cm mm ft foot inch yard acre hectare ha kg kilogram g gram ton tonne
  barrel litre liter gallon kw mw gw kwh twh watt volt amp hp horsepower bit byte kb mb gb tb mbps gbps hz khz mhz ghz
  mph kph psi bar degree celsius fahrenheit bcm db dba decibel`,
);
const IRREGULAR_UNITS: ReadonlyMap<string, string> = new Map([
  ["feet", "foot"],
  ["inches", "inch"],
  ["centuries", "century"],
  ["millennia", "millennium"],
]);
/** Words that may stand between a number and its unit. */
const BEFORE_UNIT = listed(
  "square cubic us u.s american british nautical metric more additional full consecutive",
);

/** The values of `text` in order, without overlap. `tokens` spares cutting the text again. */
export function findValues(text: string, tokens: readonly Token[] = tokenize(text)): Value[] {
  const words = tokens.map(({ start, end }) => foldWord(text.slice(start, end)));
  const values: Value[] = [];
  for (let at = 0; at < tokens.length; ) {
    const date = findDate(text, tokens, words, at);
    const number = date === null ? readNumber(words, at) : null;
    const next = date?.next ?? number?.next ?? at + 1;
    const start = tokens[at]?.start ?? 0;
    const end = tokens[next - 1]?.end ?? start;
    if (date !== null) values.push({ kind: "date", start, end, canonical: date.canonical, unit: "" });
    if (number !== null) values.push(numberValue(text, words, number.value, next, start, end));
    at = next;
  }
  return values;
}

function numberValue(
  text: string,
  words: readonly string[],
  value: number,
  next: number,
  start: number,
  end: number,
): Value {
  const found = { start, end, canonical: String(value) };
  const before = text.slice(Math.max(0, start - 2), start);
  if (PERCENT_AFTER.test(text.slice(end, end + 2))) return { ...found, kind: "percent", unit: "percent" };
  if (CURRENCY_BEFORE.test(before)) return { ...found, kind: "money", unit: before.trim().slice(-1) };
  if (DEGREES_AFTER.test(text.slice(end, end + 2))) return { ...found, kind: "quantity", unit: "degree" };
  const word = unitAt(words, next);
  if (word === "percent" || (word === "per" && words[next + 1] === "cent") || word === "percentage")
    return { ...found, kind: "percent", unit: "percent" };
  if (CURRENCIES.has(word)) return { ...found, kind: "money", unit: word };
  if (DURATIONS.has(word)) return { ...found, kind: "duration", unit: word };
  if (MEASURES.has(word)) return { ...found, kind: "quantity", unit: word };
  return { ...found, kind: "number", unit: "" };
}

function unitAt(words: readonly string[], at: number): string {
  const word = words[BEFORE_UNIT.has(words[at] ?? "") ? at + 1 : at] ?? "";
  return IRREGULAR_UNITS.get(word) ?? (word.length > 3 ? word.replace(/s$/, "") : word);
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
