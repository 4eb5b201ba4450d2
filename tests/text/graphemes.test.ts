import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryAfter, boundaryBefore, graphemesOf } from "../../src/text/graphemes.ts";
import { joiningText } from "../doubles/text/joining-text.ts";

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
const wholly = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
const placesOf = (text: string) => [
  ...Array.from(segmenter.segment(text), ({ index }) => index),
  text.length,
];

describe("graphemes", () => {
  it("are those of the segmenter, which is asked for the whole text at once", () => {
    fc.assert(
      fc.property(joiningText, (text) => {
        expect([...graphemesOf(text)]).toEqual(wholly(text));
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it("are those of the segmenter beside every character of the first plane", () => {
    for (let first = 0; first < 0xd800; first += 64) {
      const text = Array.from({ length: 64 }, (_, at) => {
        const character = String.fromCharCode(first + at);
        return `a${character}${character}漢${character}ж`;
      }).join("");
      expect([...graphemesOf(text)]).toEqual(wholly(text));
    }
  });

  it("are found in a text that is one endless cluster, which is cut between code points", () => {
    for (const text of [
      `a${"\u0301".repeat(5_000)}`,
      `👩${"\u{1f3fb}".repeat(3_000)}`,
      "\u{e0041}".repeat(2_000),
    ]) {
      const parts = [...graphemesOf(text)];
      expect(parts.join("")).toBe(text);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(256);
      expect(parts.every((part) => part.isWellFormed())).toBe(true);
    }
  });
});

describe("the boundaries around a place", () => {
  it("are the nearest of all that the segmenter finds", () => {
    fc.assert(
      fc.property(joiningText, fc.nat(), (text, seed) => {
        const at = text === "" ? 0 : seed % (text.length + 1);
        const places = placesOf(text);
        expect(boundaryBefore(text, at)).toBe(places.findLast((place) => place <= at));
        expect(boundaryAfter(text, at)).toBe(places.find((place) => place >= at));
      }),
      { seed: 32, numRuns: 500 },
    );
  });

  it("are between code points where a cluster is too long to tell, and within the text", () => {
    const text = `👩${"\u{1f3fb}".repeat(3_000)}`;
    expect(boundaryBefore(text, 2_001)).toBe(2_000);
    expect([boundaryBefore(text, -4), boundaryAfter(text, 1e9)]).toEqual([0, text.length]);
  });
});
