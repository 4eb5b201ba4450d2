/** The unit behind a number or the currency before it, and for what each it is said: `$5 a litre`, `12 l/min`. Pure. */
import { BEFORE_UNIT, NO_RATE, RATE_WORDS } from "../english/figure-words.ts";
import type { Rate } from "../figures/figure.ts";
import type { Word } from "../words/read-words.ts";
import { DOLLARS } from "./currencies.ts";
import { LITRES, POWER_WORDS } from "./measures.ts";
import { isMoney, type Unit, unitNamed } from "./unit-table.ts";

export interface FoundUnit {
  readonly unit: Unit;
  /** The index behind its last word. */
  readonly next: number;
}

const POWERED = /^(sq|cu)?(\p{L}+?)([23])?$/u;
const SIGN_BEFORE = /([A-Z]{1,2}|R)?(\p{Sc})\s?$/u;
const CODE_BEFORE = /^(?:usd|eur|gbp|chf|azn|jpy|cny|rub|inr|nok|sek|dkk|pln|cad|aud|rs|rp)$/;
const TIME = /^(?:time|calendar)$/;
/** Words between what is counted and its rate. */
const FAR = 4;

/** The unit that begins at `words[at]`, behind a number. */
export function unitAt(text: string, words: readonly Word[], at: number): FoundUnit | null {
  const word = words[at];
  if (word === undefined) return null;
  const gap = text.slice(words[at - 1]?.end ?? 0, word.start);
  // A single letter is a unit right behind its figure only: 501(c) is none.
  if (/[.;!?\n]/.test(gap) || (word.key.length === 1 && !/^[\s\u00a0-]?$/.test(gap))) return null;
  const next = words[at + 1]?.key ?? "";
  const dollars = DOLLARS.get(word.key);
  if (dollars !== undefined && /^dollars?$/.test(next)) return found(unitNamed(dollars), at + 2);
  if (word.key === "nautical" && /^miles?$/.test(next)) return found(unitNamed("nautical-mile"), at + 2);
  if (word.key === "basis" && /^points?$/.test(next)) return found(unitNamed("basis-point"), at + 2);
  if (/^(?:percent(?:age)?|pct)$/.test(word.key) && /^points?$/.test(next))
    return found(unitNamed("point"), at + 2);
  if (BEFORE_UNIT.has(word.key)) return unitAt(text, words, at + 1);
  const power = POWER_WORDS.get(word.key);
  if (power !== undefined) return found(raised(simpleUnit(text, words[at + 1]), power), at + 2);
  const unit = simpleUnit(text, word);
  if (unit?.name === "degree") {
    const scale = /^(?:celsius|centigrade|c|fahrenheit|f|kelvin|k)$/.test(next) ? next : "";
    if (scale !== "")
      return found(unitNamed(scale === "f" ? "fahrenheit" : scale === "k" ? "K" : scale), at + 2);
  }
  const behind = POWER_WORDS.get(next);
  if (unit !== null && behind !== undefined && /ed$/.test(next)) return found(raised(unit, behind), at + 2);
  const own = unit ?? poweredUnit(text, word);
  // Letters glued to a figure are a unit, known or not.
  const isGlued =
    gap === "" && words[at - 1]?.readings !== undefined && /^\p{Script=Latin}+$/u.test(word.key);
  return found(
    own ?? (isGlued ? { name: word.key, dimension: `unknown ${word.key}`, factor: 1 } : null),
    at + 1,
  );
}

/** The currency before the number at `words[at]`: `$5`, `USD 5`, `A$5`, `−$5`. */
export function currencyBefore(text: string, words: readonly Word[], at: number): Unit | null {
  let before = at - 1;
  while (words[before]?.isMark) before -= 1;
  const start = words[at]?.start ?? 0;
  const gap = text
    .slice(Math.max(words[before]?.end ?? 0, start - 8), start)
    .replace(/[-−+<>≤≥≈±~]\s?$/u, "");
  const sign = SIGN_BEFORE.exec(gap) ?? SIGN_BEFORE.exec(text.slice(Math.max(0, start - 4), start));
  if (sign !== null) {
    // The letters before a sign may have been read as a word of their own.
    const letters = sign[1] ?? lettersBefore(text, words[before], start);
    return (
      unitNamed(`${letters}${sign[2]}`) ??
      (letters === "" ? unitNamed(sign[2] ?? "") : foreignMoney(letters + sign[2]))
    );
  }
  const code = words[before];
  return code !== undefined && CODE_BEFORE.test(code.key) ? unitNamed(code.key) : null;
}

/** The currency right behind a number that ends at `end`: 53€, 53 ₽. */
export function currencyBehind(text: string, end: number): Unit | null {
  const sign = /^\s?(\p{Sc})(?!\s?\d)/u.exec(text.slice(end, end + 4))?.[1];
  return sign === undefined ? null : unitNamed(sign);
}

/** `per month` and the like from `words[at]` on; for things counted their nouns may stand before it. */
export function rateAt(text: string, words: readonly Word[], at: number, unit: Unit | null): Rate | null {
  const clause = words[at - 1]?.clause;
  for (let here = at; here <= at + (unit === null ? FAR : 1); here += 1) {
    const word = words[here];
    if (word === undefined || word.clause !== clause || word.readings !== undefined) return null;
    const adverb = RATE_WORDS.get(word.key);
    if (adverb !== undefined) return { unit: unitNamed(adverb), term: word.term };
    const gap = text.slice(words[here - 1]?.end ?? 0, word.start);
    if (here === at && gap.trim() === "/") return rateOf(text, word);
    const each = words[here + 1];
    if (each === undefined) return null;
    if (word.key === "per") return each.readings === undefined ? rateOf(text, each) : null;
    if (/^(?:a|an|each|every)$/.test(word.key) && isRate(text, words, here + 1, unit))
      return rateOf(text, each);
    if (!word.isContent && word.key !== "of") return null;
  }
  return null;
}

/** Behind an article: a length of time, and what a price is for. */
function isRate(text: string, words: readonly Word[], at: number, unit: Unit | null): boolean {
  const each = simpleUnit(text, words[at]);
  if (NO_RATE.has(words[at + 1]?.key ?? "")) return false;
  if (each !== null && TIME.test(each.dimension)) return true;
  return (
    unit !== null &&
    isMoney(unit) &&
    (each !== null || /^(?:head|person|piece|night|seat|share)$/.test(words[at]?.key ?? ""))
  );
}

function rateOf(text: string, word: Word): Rate {
  return { unit: simpleUnit(text, word) ?? poweredUnit(text, word), term: word.term };
}

/** Money of a country that the table does not know: it equals itself alone. */
function foreignMoney(sign: string): Unit {
  return { name: sign, dimension: `money ${sign}`, factor: 1 };
}

function lettersBefore(text: string, word: Word | undefined, start: number): string {
  if (word === undefined || start - word.end > 2) return "";
  const letters = text.slice(word.start, word.end);
  return /^[A-Z]{1,3}$/.test(letters) ? letters : "";
}

function simpleUnit(text: string, word: Word | undefined): Unit | null {
  if (word === undefined || word.readings !== undefined) return null;
  return unitNamed(text.slice(word.start, word.end)) ?? unitNamed(word.key);
}

/** `m2`, `km3`, `sqft`. */
function poweredUnit(text: string, word: Word): Unit | null {
  const [, before, name, digit] = POWERED.exec(text.slice(word.start, word.end)) ?? [];
  const power = digit !== undefined ? Number(digit) : (POWER_WORDS.get(before ?? "") ?? 0);
  return power === 0 ? null : raised(unitNamed(name ?? ""), power);
}

function raised(unit: Unit | null, power: number): Unit | null {
  if (unit?.dimension !== "length") return null;
  const factor = unit.factor ** power;
  return power === 2
    ? { name: `square-${unit.name}`, dimension: "area", factor }
    : { name: `cubic-${unit.name}`, dimension: "volume", factor: factor * LITRES };
}

function found(unit: Unit | null, next: number): FoundUnit | null {
  return unit === null ? null : { unit, next };
}
