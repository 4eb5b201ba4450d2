/** Counts of real sentences in every dress that can be written by rule: the sentence's own is shown, the next one dropped. */
import { expect, it } from "vitest";
import { readScriptedClaims } from "../../bench/statements/scripted-claims.ts";
import { checkStatement } from "../../src/statements/check-statement.ts";
import { WRITERS } from "../language/write-numbers.ts";
import { writeChinese, writeRoman } from "../language/write-numerals.ts";

const ROMAN_CHARACTERS = "ⅠⅤⅩⅬⅭⅮⅯ";
const digits = (zero: number) => (value: number) =>
  [...String(value)].map((digit) => String.fromCodePoint(zero + Number(digit))).join("");
const between = (mark: string) => (value: number) => [...String(value)].join(mark);
/** The number alone, without the words that show a language. */
const inWords = (language: string) => (value: number) =>
  (WRITERS[language]?.(value) ?? "")
    .replace(/^(?:il y a|hay|são|bu limanda|es sind) /, "")
    .replace(/ (?:des bateaux|barcos|gemi|gəmi|und nicht mehr).*$/, "");

const SAME: Readonly<Record<string, (value: number) => string>> = {
  "Arabic digits": digits(0x660),
  "Persian digits": digits(0x6f0),
  "Devanagari digits": digits(0x966),
  "full-width digits": digits(0xff10),
  "bold digits": digits(0x1d7ce),
  keys: between("\ufe0f\u20e3"),
  "invisible marks": between("\u200b"),
  "soft hyphens": between("\u00ad"),
  "English words": inWords("English"),
  "one English word": inWords("English in one word"),
  "Spanish words": inWords("Spanish"),
  "Roman characters": (value) =>
    [...writeRoman(value)].map((letter) => ROMAN_CHARACTERS["IVXLCDM".indexOf(letter)]).join(""),
  decimals: (value) => `${value}.0`,
};
const ONLY_OTHER: Readonly<Record<string, (value: number) => string>> = {
  "Roman letters": writeRoman,
  "small Roman letters": (value) => writeRoman(value).toLowerCase(),
  "Chinese numerals": (value) => writeChinese(value, false),
  "financial numerals": (value) => writeChinese(value, true),
  "German words": inWords("German"),
  "French words": inWords("French"),
  "Portuguese words": inWords("Portuguese"),
  "Turkish words": inWords("Turkish"),
  "Azerbaijani words": inWords("Azerbaijani"),
  "Russian words": inWords("Russian"),
  "Russian words in the genitive": inWords("Russian in the genitive"),
};
/** Written of the sentence's own number they are false. */
const NEVER: Readonly<Record<string, (value: number) => string>> = {
  "a minus": (value) => `−${value}`,
  "a hyphen as minus": (value) => `-${value}`,
  "less than": (value) => `<${value}`,
  "at least": (value) => `≥ ${value}`,
  "plus or minus": (value) => `±${value}`,
  unequal: (value) => `≠${value}`,
  "a plus behind": (value) => `${value}+`,
  thousands: (value) => `${value}k`,
  "a point before three zeros": (value) => `${value}.000`,
  "a comma before three zeros": (value) => `${value},000`,
  "a bound in words": (value) => `more than ${value}`,
};
/** A plain count: nothing before it that bounds or names it, a noun behind it. */
const COUNT =
  /(?<![\w.,$€£–-]|(?:over|about|than|least|most|around|nearly|some|under|up to|No\.|line|page|of|only|just) )([2-9]|[1-9]\d|[2-9]\d\d)(?= [a-z]{4,})(?! (?:percent|million|billion|thousand))/;

const sentences = [
  ...new Set(
    (await readScriptedClaims()).flatMap(({ cited }) => cited.map(({ text }) => text.replace(/\s+/g, " "))),
  ),
].filter((text) => COUNT.test(text) && text.length < 260);

function passes(sentence: string, write: (value: number) => string, more: number): boolean {
  const value = Number(COUNT.exec(sentence)?.[1]);
  const line = sentence.replace(COUNT, write(value + more));
  return checkStatement(line, [{ text: sentence, title: "", date: null, section: null }], "").passes;
}

it("has sentences enough", () => {
  expect(sentences.length).toBeGreaterThanOrEqual(15);
});

it.each(Object.entries({ ...SAME, ...ONLY_OTHER }))("another number in %s is dropped", (_, write) => {
  expect(sentences.filter((sentence) => passes(sentence, write, 1))).toEqual([]);
});

it.each(Object.entries(SAME))("the number itself in %s is shown", (_, write) => {
  const shown = sentences.filter((sentence) => passes(sentence, String, 0));
  expect(shown.filter((sentence) => !passes(sentence, write, 0))).toEqual([]);
});

it.each(Object.entries(NEVER))("with %s it is dropped", (_, write) => {
  expect(sentences.filter((sentence) => passes(sentence, write, 0))).toEqual([]);
});
