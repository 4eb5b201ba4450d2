/** Claims whose words are all the source's, and which say something else by their marks, or by what they leave out. */
import { describe, expect, it } from "vitest";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { makeSource } from "../doubles/make-source.ts";

const TEXT = `The pump gives 40–65 l/s at 4.5 bar, its play is ±0.2 mm, and its motor takes 30 kW. The line carries 8 Mb/s.
Costs rose by 12.5% to €3.2 million, or 950 € a head. The harbour did not close. Jon Aske was accused of selling fuel
in 2019. He refused to pay the fine. It is probable that the dam will hold. The board planned to sell the tug in 2020.
Ada Holm was born in 1901 in Vardal. She left it ~~late~~ in 1926. The board, which had denied the claim, paid at once.
The crew worked late in order to win time, and spoke about the storm. The plan of the pilots was kept. The mate denied
having sold the rope. The old cook stopped selling rum.
`;
const checker = createQuoteChecker([
  makeSource(TEXT, { id: "log", file: "log.md", title: "The log of the harbour" }),
]);

describe("a quotation whose words are all the same", () => {
  it.each<[string, string, string[]]>([
    ["a range made a list", "The pump gives 40, 65 l/s at 4.5 bar", ["number"]],
    ["a range cut by an ellipsis", "The pump gives 40…65 l/s at 4.5 bar", ["number"]],
    ["a rate without its stroke", "The pump gives 40–65 l s at 4.5 bar", ["number"]],
    ["millimetres made megametres", "its play is ±0.2 Mm, and its motor", ["number"]],
    ["bits made bytes", "The line carries 8 MB/s.", ["number"]],
    ["a word struck out", "The harbour did ~~not~~ close.", ["negation"]],
    ["words struck out together", "The harbour did ~~not close~~.", ["negation"]],
    ["letters struck out", "The harbour did n\u0336o\u0336t\u0336 close.", ["negation"]],
    ["a word in a comment", "The harbour did <!-- not --> close.", ["negation"]],
    ["a figure struck out", "Costs rose by ~~12.5%~~ to €3.2 million", ["number"]],
  ])("is altered by %s, and the difference is shown", (_, claimed, flags) => {
    const { verdict, faithful, flags: found, diff } = checker.check(claimed);
    expect([verdict, faithful]).toEqual(["altered", false]);
    expect(found).toEqual(expect.arrayContaining(flags));
    expect(diff.map(({ op }) => op)).toEqual(expect.arrayContaining(["delete", "insert"]));
    const own = diff.filter(({ op }) => op !== "insert").map(({ text }) => text);
    expect(TEXT).toContain(own.join(""));
  });

  it.each([
    "The pump gives 40-65 l/s at 4.5 bar",
    "The pump gives 40 — 65 l/s at 4.5 bar",
    "THE PUMP GIVES 40–65 L/S AT 4.5 BAR, ITS PLAY IS ±0.2 MM",
    "the line carries 8 mb/s",
    "its play is ± 0.2 mm, and its motor takes 30 KW",
    "The harbour did *not* close.",
    "The harbour did __not__ close.",
    "She left it late in 1926.",
    "She left it ~~late~~ in 1926.",
    "Costs rose by 12.5 % to € 3.2 million, or 950€ a head",
    "Costs rose by 12.5% to €\u00a03.2 million",
  ])("is faithful in another dress: %s", (claimed) => {
    expect(checker.check(claimed).faithful).toBe(true);
  });
});

describe("an ellipsis", () => {
  it.each<[string, string, string]>([
    ["that one is only accused", "Jon Aske was … selling fuel in 2019.", "hedge"],
    ["that one is accused, with its verb", "Jon Aske […] selling fuel in 2019.", "hedge"],
    ["that one refused", "He … pay the fine.", "negation"],
    ["that it is only probable", "It is … that the dam will hold.", "hedge"],
    ["that one denied it", "The mate … sold the rope.", "negation"],
    ["that one stopped", "The old cook … selling rum.", "negation"],
    ["that one is accused, and not of what", "Jon Aske was … of selling fuel in 2019.", "hedge"],
    ["that it was planned", "The board … sell the tug in 2020.", "hedge"],
    ["the figure of a preposition", "Costs rose by … €3.2 million", "number"],
    ["the year of a preposition", "Ada Holm was born in … 1926.", "number"],
  ])("may not hide %s", (_, claimed, flag) => {
    const check = checker.check(claimed);
    expect([check.verdict, check.faithful]).toEqual(["altered", false]);
    expect(check.flags).toContain(flag);
  });

  it.each([
    "Costs rose … to €3.2 million",
    "Jon Aske was accused … in 2019.",
    "He refused to … the fine.",
    "The board … paid at once.",
    "The crew worked late … win time, and spoke about the storm.",
    "The plan … the pilots was kept.",
    "Ada Holm was born … in Vardal.",
    "The pump gives 40–65 l/s … and its motor takes 30 kW.",
  ])("may leave out the rest: %s", (claimed) => {
    expect(checker.check(claimed).faithful).toBe(true);
  });
});

describe("a name in brackets right beside another", () => {
  it.each([
    "Ada Holm was born in 1901 in Vardal [Ostrand].",
    "Ada Holm was born in 1901 in Vardal [Aske]. She left it",
    "[Jon] Ada Holm was born in 1901 in Vardal.",
  ])("says that both are one, also where a sentence begins or ends: %s", (claimed) => {
    expect(checker.check(claimed).faithful).toBe(false);
  });
});
