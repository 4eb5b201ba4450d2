import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCodePoints } from "../../src/text/code-point-order.ts";

describe("compareCodePoints", () => {
  it("orders as UTF-8 bytes do", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (left, right) => {
        expect(Math.sign(compareCodePoints(left, right))).toBe(
          Buffer.compare(Buffer.from(left), Buffer.from(right)),
        );
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it("puts what begins another first, and characters beyond U+FFFF last", () => {
    expect(["😀", "ab", "\uffee", "a", ""].sort(compareCodePoints)).toEqual(["", "a", "ab", "\uffee", "😀"]);
  });
});
