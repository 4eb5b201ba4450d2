/** Dates, and times of day with their zone. Pure. */
import { findDate } from "../../text/dates.ts";
import { ZONES } from "../english/figure-words.ts";
import { currencyBefore, unitAt } from "../units/read-unit.ts";
import type { Word } from "../words/read-words.ts";
import { type Amount, plainAmount } from "./amount.ts";

const MINUTES = 60;
const NOON = 12;

export function readDate(
  text: string,
  words: readonly Word[],
  keys: readonly string[],
  at: number,
): Amount | null {
  const date = findDate(text, words, keys, at);
  if (date === null) return null;
  const isYear = /^\d{4}$/.test(date.canonical);
  const isCounted = unitAt(text, words, date.next) !== null || currencyBefore(text, words, at) !== null;
  // Four letters that are a thousand in some language are no year.
  const isInFigures = /^\d/.test(text.slice(words[at]?.start ?? 0));
  if (isYear && (isCounted || !isInFigures)) return null;
  // A day or year behind a sign is a number: −3, ≥ 2019.
  if (isInFigures && words[at - 1]?.isMark && keys[at - 1] !== "≈" && keys[at - 1] !== "+") return null;
  return { ...plainAmount("date", 0, date.next), date: date.canonical };
}

/** 13:20, 1.20 pm, 5 a.m.: minutes since midnight, and the zone when it is told. */
export function readTime(text: string, words: readonly Word[], at: number): Amount | null {
  const [hour, minute] = [words[at], words[at + 1]];
  const hours = hour?.readings?.[0];
  if (hour === undefined || hours === undefined) return null;
  const written = text.slice(hour.start, hour.end);
  const gap = minute === undefined ? "" : text.slice(hour.end, minute.start);
  const hasMinutes =
    gap === ":" && /^[0-5]\d$/.test(minute?.key ?? "") && /^\d{1,2}$/.test(written) && hours <= 24;
  const behind = hasMinutes ? at + 2 : at + 1;
  const half = /^(?:am|pm)$/.exec(words[behind]?.key ?? "")?.[0];
  const clock = /^(\d{1,2})(?:\.([0-5]\d))?$/.exec(written);
  if (!hasMinutes && (half === undefined || clock === null || Number(clock[1]) > NOON)) return null;
  const minutes = hasMinutes ? Number(minute?.key) : Number(clock?.[2] ?? 0);
  const base = Math.floor(hours);
  const full = half === undefined ? base : (base % NOON) + (half === "pm" ? NOON : 0);
  const next = half === undefined ? behind : behind + 1;
  const zone = words[next]?.key ?? "";
  return { ...plainAmount("time", full * MINUTES + minutes, next), word: ZONES.has(zone) ? zone : "" };
}
