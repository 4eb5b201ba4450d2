/** True quotations as print, screens and keyboards leave them. */

import type { Verdict } from "../../src/quotes/quote-check.ts";
import { type Random, sliceOf } from "./case-words.ts";
import type { CaseMaker } from "./quote-cases.ts";

const DRESSED: readonly Verdict[] = ["typographic", "exact"];

function dress(
  kind: string,
  change: (text: string, random: Random) => string,
  expected = DRESSED,
): CaseMaker {
  return {
    kind,
    faithful: true,
    expected,
    make: ({ text }, random) => {
      const changed = change(text, random);
      return changed === text && kind !== "sentence" ? null : changed;
    },
  };
}

const LOOKALIKE: Readonly<Record<string, string>> = {
  a: "а",
  e: "е",
  o: "о",
  p: "р",
  c: "с",
  x: "х",
  i: "і",
  A: "Α",
  T: "Τ",
  O: "О",
};

function everyThird(text: string, pattern: RegExp, change: (found: string) => string): string {
  let count = 0;
  return text.replace(pattern, (found) => (count++ % 3 === 0 ? change(found) : found));
}

function insideWord(word: string, put: string): string {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at) + put + word.slice(at);
}

export const DRESSES: readonly CaseMaker[] = [
  dress("sentence", (text) => text, ["exact"]),
  dress("slice", sliceOf, ["exact"]),
  dress("dropped stop", (text) => text.replace(/[.!?]+$/, ""), ["exact"]),
  dress("upper case", (text) => text.toUpperCase()),
  dress("lower case", (text) => text.toLowerCase()),
  dress("straight quotes", (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')),
  dress("curly quotes", (text) => text.replace(/'/g, "’").replace(/"/g, "“")),
  dress("low quotes", (text) => text.replace(/["“”]/g, "„").replace(/['’]/g, "´")),
  dress("em dashes", (text) => text.replace(/[-–—]/g, "—")),
  dress("minus signs", (text) => text.replace(/[-–—]/g, "−")),
  dress("hard hyphens", (text) => text.replace(/[-–—]/g, "\u2011")),
  dress("spaced dashes", (text) => text.replace(/\s?[–—]\s?/g, " - ")),
  dress("hard spaces", (text) => text.replace(/ /g, "\u00a0")),
  dress("thin spaces", (text) => everyThird(text, / /g, () => "\u2009")),
  dress("double spaces", (text) => text.replace(/ /g, "  ")),
  dress("line wraps", (text) => everyThird(text, / /g, () => "\n")),
  dress("windows wraps", (text) => everyThird(text, / /g, () => "\r\n")),
  dress("block quote", (text) => `> ${everyThird(text, / /g, () => "\n> ")}`),
  dress("line-end hyphens", (text) => everyThird(text, /\p{L}{8,}/gu, (word) => insideWord(word, "-\n"))),
  dress("hyphens unwrapped", (text) => everyThird(text, /\p{L}{8,}/gu, (word) => insideWord(word, "-"))),
  dress("ligatures", (text) =>
    text.replace(/ffi/g, "ﬃ").replace(/fi/g, "ﬁ").replace(/fl/g, "ﬂ").replace(/ff/g, "ﬀ"),
  ),
  dress("soft hyphens", (text) => text.replace(/\p{L}{6,}/gu, (word) => insideWord(word, "\u00ad"))),
  dress("zero-width", (text) => text.replace(/\p{L}{5,}/gu, (word) => insideWord(word, "\u200b"))),
  dress("joiners at spaces", (text) => text.replace(/ /g, " \u200d")),
  dress("decomposed", (text) => text.normalize("NFD")),
  dress("full width", (text) => text.replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))),
  dress("look-alikes", (text) => everyThird(text, /[aeopcxiATO]/g, (letter) => LOOKALIKE[letter] ?? letter)),
  dress("outer quotes", (text) => `“${text}”`),
  dress("outer guillemets", (text) => `« ${text} »`),
  dress("bold marks", (text) => everyThird(text, /\p{L}{4,}/gu, (word) => `**${word}**`)),
  dress("dressed slice", (text, random) =>
    `"${everyThird(sliceOf(text, random).toUpperCase(), / /g, () => "\u00a0\n")}"`.replace(/[-–—]/g, "–"),
  ),
];
