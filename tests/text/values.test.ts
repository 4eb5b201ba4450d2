import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findValues } from "../../src/text/values.ts";

const found = (text: string) =>
  findValues(text).map(
    ({ kind, canonical, start, end }) => `${kind} ${canonical} [${text.slice(start, end)}]`,
  );

describe("findValues", () => {
  it("reads dates in the ways English texts write them", () => {
    expect(found("on January 18, 1974")).toEqual(["date 1974-01-18 [January 18, 1974]"]);
    expect(found("on 18th of January 1974")).toEqual(["date 1974-01-18 [18th of January 1974]"]);
    expect(found("on 2024-03-15 or 15.03.2024")).toEqual([
      "date 2024-03-15 [2024-03-15]",
      "date 2024-03-15 [15.03.2024]",
    ]);
    expect(found("in October 1973 and the 1970s")).toEqual([
      "date 1973-10 [October 1973]",
      "date 1970s [1970s]",
    ]);
    expect(found("the tenth and 11th centuries, 44 BC")).toEqual([
      "date 10c [tenth]",
      "date 11c [11th]",
      "date 44bc [44 BC]",
    ]);
  });

  it("does not take a word for a month that it only looks like", () => {
    expect(found("It may rain; they march on.")).toEqual([]);
    expect(found("It was in May.")).toEqual(["date --05 [May]"]);
  });

  it("gives equal numbers one spelling, however they are written", () => {
    expect(found("3.5 million or 3,500,000")).toEqual([
      "number 3500000 [3.5 million]",
      "number 3500000 [3,500,000]",
    ]);
    expect(found("two hundred and fifty")).toEqual(["number 250 [two hundred and fifty]"]);
    expect(found("twenty-five thousand")).toEqual(["number 25000 [twenty-five thousand]"]);
  });

  it("tells money, shares, spans of time and measures apart", () => {
    expect(found("$3 billion, 35%, 12 per cent, ten years, 7,200 km, 5 dollars")).toEqual([
      "money 3000000000 [3 billion]",
      "percent 35 [35]",
      "percent 12 [12]",
      "duration 10 [ten]",
      "quantity 7200 [7,200]",
      "money 5 [5]",
    ]);
  });

  it("does not take an amount for a year", () => {
    expect(found("$1974 and 1,974 men")).toEqual(["money 1974 [1974]", "number 1974 [1,974]"]);
  });

  it("takes one for a number only where it counts", () => {
    expect(found("One of them saw one hundred.")).toEqual(["number 100 [one hundred]"]);
  });

  it("gives ranges in order, without overlap, inside the text, for any text", () => {
    const piece = fc.constantFrom(
      "two",
      "hundred",
      "May",
      "18",
      "1974",
      "st",
      "$",
      "%",
      ",",
      ".",
      "-",
      " ",
      "century",
      "one",
      "and",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join(" ");
        let last = 0;
        for (const { start, end } of findValues(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
