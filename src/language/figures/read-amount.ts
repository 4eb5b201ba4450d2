/** A number with its sign, its scale and its unit: −$5.3m, 3k users, two and a half hours, 40 below zero. Pure. */
import { SEVERAL } from "../english/figure-words.ts";
import { currencyBefore, currencyBehind, unitAt } from "../units/read-unit.ts";
import { isMoney, type Unit, unitNamed } from "../units/unit-table.ts";
import type { Word } from "../words/read-words.ts";
import { type Amount, amountOf, kindOf } from "./amount.ts";
import { partAt } from "./read-share.ts";
import { readMultiple, readSpan, readVague } from "./read-vague.ts";

/** Nouns that are counted by the million, so that `5m people` are no metres. */
const COUNTED_IN_MILLIONS = /^(?:people|men|women|children|.{3,}[^s]s)$/;
/** Words between a unit and `below zero`. */
const FAR = 3;

/** The amount that begins at `words[at]`; `after` is the index behind the figure before, whose unit may stand here. */
export function readAmount(text: string, words: readonly Word[], at: number, after: number): Amount | null {
  const word = words[at];
  if (word === undefined || word.isMark) return null;
  if (word.readings !== undefined) return readNumber(text, words, at, word.readings);
  return (
    readVague(text, words, at, after) ??
    readMultiple(words, at) ??
    readSpan(words, at) ??
    readOne(text, words, at)
  );
}

function readNumber(
  text: string,
  words: readonly Word[],
  at: number,
  readings: readonly number[],
): Amount | null {
  if (!readings.every(Number.isFinite)) return null;
  const mixed = withHalf(words, at, readings);
  const money = currencyBefore(text, words, at) ?? currencyBehind(text, words[mixed.next - 1]?.end ?? 0);
  const scaled = scaleBehind(text, words, mixed.next, money);
  const sign = isNegative(words, at) ? -1 : 1;
  const next = scaled.next;
  const times = words[next]?.key;
  const isFactor = words[at - 1]?.key === "of" && words[at - 2]?.key === "factor";
  const values = (factor: number) => mixed.readings.map((reading) => round(reading * factor * scaled.factor));
  if (isFactor) return amountOf("multiple", values(sign), null, next);
  if (times === "times" || times === "fold" || (times === "x" && words[next]?.start === words[next - 1]?.end))
    return amountOf("multiple", values(sign), null, next, { resume: next + 1 });
  if (SEVERAL.has(words[at - 1]?.key ?? "") && [100, 1e3, 1e6, 1e9].includes(readings[0] ?? 0)) {
    return amountOf("vague", values(1), unitAt(text, words, next)?.unit ?? null, next, { word: "several" });
  }
  const unit = money ?? unitAt(text, words, next)?.unit ?? percentBefore(words, at);
  const behind = unitAt(text, words, next)?.next ?? next;
  const below = zeroBehind(words, behind);
  const isBelow = below > behind;
  return amountOf(kindOf(unit), values(isBelow ? -1 : sign), unit, next, isBelow ? { resume: below } : {});
}

/** Two and a half; a million and a half; two and a half million. */
function withHalf(
  words: readonly Word[],
  at: number,
  readings: readonly number[],
): { readonly readings: readonly number[]; readonly next: number } {
  const part = words[at + 1]?.key === "and" ? partAt(words, at + 2) : null;
  const value = readings[0] ?? 0;
  if (part === null || !Number.isInteger(value)) return { readings, next: at + 1 };
  const isScale = value >= 100 && Number.isInteger(Math.log10(value));
  const own = isScale ? value * (1 + part.share) : value + part.share;
  const scale = words[part.next]?.readings?.[0] ?? 0;
  const isScaled = scale >= 100 && Number.isInteger(Math.log10(scale));
  return isScaled ? { readings: [own * scale], next: part.next + 1 } : { readings: [own], next: part.next };
}

/** `3k`, `$5m`, `5m people`, `2B`: letters that are a scale beside money, or glued and before what is counted. */
function scaleBehind(
  text: string,
  words: readonly Word[],
  next: number,
  money: Unit | null,
): { readonly factor: number; readonly next: number } {
  const none = { factor: 1, next };
  const letters = words[next];
  if (letters === undefined || letters.start - (words[next - 1]?.end ?? 0) > 1) return none;
  const written = text.slice(letters.start, letters.end);
  const isGlued = letters.start === words[next - 1]?.end;
  const isMoneyBehind = unitAt(text, words, next + 1);
  const isCounted =
    COUNTED_IN_MILLIONS.test(words[next + 1]?.key ?? "") ||
    (isMoneyBehind !== null && isMoney(isMoneyBehind.unit));
  const scale = (factor: number) => ({ factor, next: next + 1 });
  if (/^(?:k|K)$/.test(written) && (isGlued || money !== null || (isCounted && written === "k")))
    return scale(1e3);
  if (/^(?:m|mm|M|MM)$/.test(written) && (money !== null || (isGlued && (isCounted || written === "M"))))
    return scale(1e6);
  if (/^[bB]$/.test(written) && (money !== null || (isGlued && isCounted))) return scale(1e9);
  if (/^[tT]$/.test(written) && money !== null) return scale(1e12);
  return none;
}

function isNegative(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; words[before]?.isMark; before -= 1) if (words[before]?.key === "−") return true;
  return false;
}

/** The index behind `below zero`, when that follows. */
function zeroBehind(words: readonly Word[], next: number): number {
  for (let at = next; at < next + FAR; at += 1)
    if (words[at]?.key === "below" && words[at + 1]?.readings?.[0] === 0) return at + 2;
  return next;
}

/** Yüzde 54. */
function percentBefore(words: readonly Word[], at: number): Unit | null {
  const before = words[at - 1];
  return before?.key === "percent" && words[at - 2]?.readings === undefined && !before.isMark
    ? unitNamed("percent")
    : null;
}

/** `one metre` is a number, `one of them` and `the one` are none. */
function readOne(text: string, words: readonly Word[], at: number): Amount | null {
  const before = words[at - 1]?.key;
  if (words[at]?.key === "one" && words[at - 1]?.isMark)
    return amountOf("count", [isNegative(words, at) ? -1 : 1], null, at + 1);
  if (words[at]?.key !== "one" || before === "no" || before === "the") return null;
  const half = withHalf(words, at, [1]);
  if (half.next > at + 1) {
    const unit = unitAt(text, words, half.next)?.unit ?? null;
    return amountOf(kindOf(unit), half.readings, unit, half.next);
  }
  const unit = unitAt(text, words, at + 1);
  return unit === null ? null : amountOf(kindOf(unit.unit), [1], unit.unit, at + 1);
}

function round(value: number): number {
  return Number(value.toPrecision(15));
}
