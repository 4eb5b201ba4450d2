import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quoteAt, verifyQuote } from "../../src/answers/verify-quote.ts";
import { makeSource } from "../doubles/make-source.ts";

const source = makeSource("One said yes.\r\nTwo said no. One said yes. 👍🏽 ");

describe("the gate for quotes", () => {
  it("passes what stands at its place, and hands out the source's own slice", () => {
    const quote = verifyQuote(source, { start: 0, end: 13 }, "One said yes.");
    expect(quote).toMatchObject({ text: "One said yes.", range: { start: 0, end: 13 } });
  });

  it("tells a repeated sentence's places apart", () => {
    expect(verifyQuote(source, { start: 28, end: 41 }, "One said yes.")).toMatchObject({
      text: "One said yes.",
    });
    expect(verifyQuote(source, { start: 27, end: 40 }, "One said yes.")).toEqual({ rejected: "differs" });
  });

  it.each([
    ["one letter off", { start: 0, end: 13 }, "One said yes!", "differs"],
    ["another line end", { start: 0, end: 18 }, "One said yes.\nTwo", "differs"],
    ["only space", { start: 13, end: 15 }, "\r\n", "empty"],
    ["nothing", { start: 4, end: 4 }, "", "empty"],
    ["past the end", { start: 40, end: 400 }, "yes", "outside"],
    ["before the start", { start: -3, end: 3 }, "One", "outside"],
    ["turned round", { start: 13, end: 0 }, "One said yes.", "outside"],
    ["not whole numbers", { start: 0.5, end: 3 }, "One", "outside"],
    ["not numbers at all", { start: Number.NaN, end: 3 }, "One", "outside"],
  ])("rejects %s", (_, range, claimed, rejected) => {
    expect(verifyQuote(source, range, claimed)).toEqual({ rejected });
  });

  it("passes every slice of any text that is not blank, and no other words", () => {
    const text = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(
        text,
        fc.nat(60),
        fc.nat(60),
        fc.string({ minLength: 1 }),
        (whole, start, length, other) => {
          const any = makeSource(whole);
          const range = { start, end: start + length };
          const slice = whole.slice(range.start, range.end);
          const passes = slice.trim() !== "" && range.end <= whole.length;
          expect("text" in verifyQuote(any, range, slice)).toBe(passes);
          expect("text" in verifyQuote(any, range, slice + other)).toBe(false);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it("never invents a quote where there is none", () => {
    expect(() => quoteAt(source, { start: 13, end: 15 })).toThrow(RangeError);
    expect(() => quoteAt(source, { start: 0, end: 4000 })).toThrow(RangeError);
  });
});
