/** English words by which figures are read. */
import { valuedWords } from "../lexicon.ts";
import { GROUPS, MULTIPLES } from "./numbers.ts";

const listed = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Many of so many: `dozens`, and how many are the least that is said so. */
export const VAGUE: ReadonlyMap<string, number> = new Map([
  ["tens", 10],
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1e3],
  ["millions", 1e6],
  ["billions", 1e9],
  ["trillions", 1e12],
]);
/** Before a scale they make it vague: several hundred. */
export const SEVERAL = listed("several few many countless");
/** Without a number: `for decades`. */
export const LONG = listed("seconds minutes hours days weeks months years decades centuries");
export const GROUP_WORDS: ReadonlyMap<string, number> = new Map(valuedWords(GROUPS));
export const MULTIPLE_WORDS: ReadonlyMap<string, number> = new Map(valuedWords(MULTIPLES));
/** What may follow `a third` when it is a share. */
export const AFTER_PART = listed(
  "of or more less fewer higher lower larger smaller and in by to than from compared the its their",
);
/** Words between a number and its unit. */
export const BEFORE_UNIT = listed(
  "us american british metric more additional full consecutive working whole further",
);
export const RATE_WORDS: ReadonlyMap<string, string> = new Map([
  ["hourly", "hour"],
  ["daily", "day"],
  ["nightly", "night"],
  ["weekly", "week"],
  ["fortnightly", "fortnight"],
  ["monthly", "month"],
  ["yearly", "year"],
  ["annually", "year"],
]);
/** Behind `a year` they make it a time, no rate. */
export const NO_RATE = listed("later earlier ago before after");
export const ZONES = listed("utc gmt cet cest est edt cst cdt mst mdt pst pdt bst ist msk jst eet eest");
/** Words that tell of a period wherever they stand. */
export const PERIOD_WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["second", ["second"]],
  ["minute", ["minute"]],
  ["hour", ["hour", "hourly"]],
  ["day", ["day", "daily", "days"]],
  ["week", ["week", "weekly", "weeks"]],
  ["month", ["month", "monthly", "months"]],
  ["year", ["year", "yearly", "annual", "annually", "annum", "years"]],
]);
/** What is said of an amount below zero, and of one that is taken off. */
export const FALLING = listed(
  "fall falls fell fallen falling drop drops dropped decline declines declined decrease decreases decreased loss losses lost deficit down minus negative lower less lowered cut cuts shrink shrinks shrank shrunk contraction contracted reduction reduced slump slumped plunge plunged decreasing declining",
);
