import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLineStarts, lineContentEnd, lineNumberAt } from "../../src/text/lines.ts";

describe("lines", () => {
  it("begin after each of the three line ends and nowhere else", () => {
    expect(findLineStarts("")).toEqual([0]);
    expect(findLineStarts("a\nb\r\nc\rd\u2028e\fg\n")).toEqual([0, 2, 5, 7, 13]);
    expect(findLineStarts("\r\r\n\n")).toEqual([0, 1, 3, 4]);
  });

  it("are counted from 1, and own their line ends", () => {
    const starts = findLineStarts("a\r\nb\n");
    expect([0, 1, 2, 3, 4, 5].map((offset) => lineNumberAt(starts, offset))).toEqual([1, 1, 1, 2, 2, 3]);
    expect(lineNumberAt(starts, -1)).toBe(1);
    expect(lineNumberAt(starts, 99)).toBe(3);
  });

  it("are what splitting at line ends gives", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("\r", "\n", "a", "\u2028")), (parts) => {
        const text = parts.join("");
        const starts = findLineStarts(text);
        const lines = starts.map((start, at) =>
          text.slice(start, lineContentEnd(text, start, starts[at + 1] ?? text.length)),
        );
        expect(lines).toEqual(text.split(/\r\n|\r|\n/));
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(lineNumberAt(starts, offset)).toBe(starts.filter((start) => start <= offset).length);
        }
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});
