import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { extractQuotations } from "../../src/text/extract-quotations.ts";
import { makeSource } from "../doubles/make-source.ts";
import { FLEET } from "./fleet.ts";

const checker = createQuoteChecker(FLEET);

function fill(unit: string, length = 200_000): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

const UNITS = [
  "the ",
  "the … of ",
  "[a] ",
  "[",
  "a-\n",
  "!",
  "a",
  "[sic] the ",
  "“",
  "‘a ",
  "> ",
  "e\u0301",
  "😀",
  "<a ",
  "\u200b",
  "1,",
  " . . .",
];

describe("a strange claim", () => {
  it.each(["", "  \n\t", "\u00a0"])("is a user's error when it is blank: %j", (claimed) => {
    expect(() => checker.check(claimed)).toThrow(UserError);
  });

  it.each([
    ["only punctuation", "?! … — «»", "no words"],
    ["only brackets", "[the harbour]", "brackets"],
    ["one word", "harbour", "1 word"],
  ])("has a clear answer: %s", (_, claimed, note) => {
    expect(checker.check(claimed).note).toContain(note);
  });

  it.each([
    "(a+)+$ .*[^\\]",
    "\u0000\u0001\u001b[31mharbour",
    "\ud800harbour\udfff at Ostrand",
    "%s%n $& \\1 {x}",
  ])("is text and nothing else: %j", (claimed) => {
    expect(checker.check(claimed).claimed).toBe(claimed);
  });

  it.each(UNITS)("is answered though it is long: %j", (unit) => {
    const addsWords = /[\p{L}\p{N}\p{So}]/u.test(unit);
    expect(checker.check(`The council met ${fill(unit)}`).faithful).toBe(!addsWords);
  });

  it("is compared in part when it is long, and says so", () => {
    const text = Array.from({ length: 9_000 }, (_, at) => `word${at}`);
    const long = createQuoteChecker([makeSource(text.join(" "))]);
    expect(long.check(text.join("\n")).verdict).toBe("typographic");
    const check = long.check(text.with(7_000, "other").join(" "));
    expect(check).toMatchObject({ verdict: "altered", note: expect.stringContaining("very long") });
    expect(check.diff.filter(({ op }) => op !== "equal").map(({ text: words }) => words.trim())).toEqual([
      "word7000",
      "other",
    ]);
  });
});

describe("a strange source", () => {
  it.each(UNITS)("is read though it is hostile: %j", (unit) => {
    const strange = createQuoteChecker([
      makeSource(fill(unit)),
      makeSource("The council met again.", { id: "b" }),
    ]);
    expect(strange.check("the council met again").matches.map(({ source }) => source.id)).toEqual(["b"]);
    expect(strange.check("the … of [a] harbour that nobody … of").faithful).toBe(false);
  });

  it("may be empty, or not be there at all", () => {
    expect(createQuoteChecker([]).check("The council met").verdict).toBe("absent");
    expect(createQuoteChecker([makeSource("")]).check("The council met").verdict).toBe("absent");
  });
});

describe("a strange text", () => {
  it.each(UNITS)("is searched for quotations though it is hostile: %j", (unit) => {
    for (const { range } of extractQuotations(fill(unit))) expect(range.end).toBeGreaterThan(range.start);
  });
});
