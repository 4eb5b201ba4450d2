import { describe, expect, it } from "vitest";
import { capitaliseMonths } from "../../src/text/capitalise-months.ts";

describe("months typed without capitals", () => {
  it.each([
    ["what happened in october 2022", "what happened in October 2022"],
    ["and on 3 may?", "and on 3 May?"],
    ["and in march?", "and in March?"],
    ["in may 2020", "in May 2020"],
    ["may I ask where they march?", "may I ask where they march?"],
    ["August and august", "August and August"],
    ["", ""],
  ])("%s", (text, expected) => {
    expect(capitaliseMonths(text)).toBe(expected);
  });
});
