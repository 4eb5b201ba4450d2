import { describe, expect, it } from "vitest";
import { findNames } from "../../src/text/names.ts";

const names = (text: string) => findNames(text).map(({ start, end }) => text.slice(start, end));

describe("findNames", () => {
  it("finds runs of capitalised words with what joins them", () => {
    expect(names("He met the Organization of Arab Petroleum Exporting Countries in New York.")).toEqual([
      "Organization of Arab Petroleum Exporting Countries",
      "New York",
    ]);
  });

  it("ends a name at the end of a sentence, but not after an initial", () => {
    expect(names("They joined NATO. Some left with J. R. Smith.")).toEqual(["NATO", "J. R. Smith"]);
  });

  it("leaves function words at the start of a sentence out of the name", () => {
    expect(names("The Golan Heights fell.")).toEqual(["Golan Heights"]);
    expect(names("It was late. This happened.")).toEqual([]);
  });

  it("doubts a single word at the start of a sentence, but not an acronym", () => {
    const doubts = findNames("Shortly after, Egypt left. OPEC stayed.").map(({ isDoubtful }) => isDoubtful);
    expect(doubts).toEqual([true, false, false]);
  });

  it("takes months and weekdays for no names", () => {
    expect(names("it was in January, on a Monday")).toEqual([]);
  });

  it("gives the terms that are looked for", () => {
    expect(findNames("by the Bank of England").map(({ terms }) => terms)).toEqual([["bank", "england"]]);
  });
});
