import { describe, expect, it } from "vitest";
import { isTitleLine, parseMarkedHeading, parseUnderline } from "../../src/text/heading-line.ts";

describe("parseMarkedHeading", () => {
  it.each([
    ["# One", 1, "One"],
    ["   ###### Six ######  ", 6, "Six"],
    ["## C#", 2, "C#"],
    ["## a # b ##", 2, "a # b"],
    ["#\tTab", 1, "Tab"],
    ["#", 1, ""],
    ["## ##", 2, ""],
  ])("reads %j", (line, level, words) => {
    const heading = parseMarkedHeading(line);
    expect(heading?.level).toBe(level);
    expect(line.slice(heading?.start, heading?.end)).toBe(words);
  });

  it.each(["#one", "####### seven", "    # code", "one # two", ""])("reads nothing in %j", (line) => {
    expect(parseMarkedHeading(line)).toBeNull();
  });

  it("reads a line of nothing but marks, however long", () => {
    expect(parseMarkedHeading(`# ${"#".repeat(1_000_000)}`)).toEqual({ level: 1, start: 2, end: 2 });
  });
});

describe("parseUnderline", () => {
  it("tells the level", () => {
    expect(["===", "=", " --- ", "-=-", "- -", "    ==="].map(parseUnderline)).toEqual([
      1,
      1,
      2,
      null,
      null,
      null,
    ]);
  });
});

describe("isTitleLine", () => {
  it.each([
    "A relationship that always snaps back",
    "Iran supplies goods; Azerbaijan supplies geography",
    "The Harbour Factor in Town: A Quiet Power?",
    "CHAPTER IV",
    "2.1 Methods",
    "“A Quiet Year”",
    "桥梁的历史",
  ])("takes %j for a title", (line) => {
    expect(isTitleLine(line)).toBe(true);
  });

  it.each([
    "",
    "12",
    "It rained.",
    "It rained.”",
    "So, what is next?",
    "The next day,",
    "Key numbers:",
    "lower case",
    "You must keep the notices; and",
    "a ".repeat(10),
    `Words ${"and more ".repeat(20)}`,
    "桥".repeat(31),
  ])("does not take %j for one", (line) => {
    expect(isTitleLine(line)).toBe(false);
  });
});
