import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WordPlaces } from "../../src/answers/word-places.ts";

const wordsOf = (text: string) => text.split(" ").filter((word) => word !== "");

/** Where the words from `first` to `end` stand, looked for everywhere. */
function placesOf(words: readonly string[], first: number, end: number): number[] {
  const wanted = words.slice(first, end).join(" ").toLowerCase();
  return words.flatMap((_, at) =>
    words
      .slice(at, at + end - first)
      .join(" ")
      .toLowerCase() === wanted && at + end - first <= words.length
      ? [at]
      : [],
  );
}

describe("the places of words", () => {
  it("are those that a search of the whole text finds", () => {
    const text = fc
      .array(fc.constantFrom("a", "B", "b", "the", "ж"), { minLength: 1, maxLength: 40 })
      .map((all) => all.join(" "));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.nat(), (all, one, other, from) => {
        const words = wordsOf(all);
        const [first = 0, last = 0] = [one % words.length, other % words.length].sort((a, b) => a - b);
        const run = { first, end: last + 1 };
        const found = placesOf(words, run.first, run.end);
        const places = new WordPlaces(all);
        expect(places.standsOnce(run)).toBe(found.length === 1);
        const start = from % (first + 1);
        expect(places.isFirstFrom(run, start)).toBe(found.find((place) => place >= start) === first);
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  it("are found by offsets", () => {
    const places = new WordPlaces("One, two. Три!");
    expect(places.runIn(0, 4)).toEqual({ first: 0, end: 2 });
    expect(places.runIn(5, 14)).toEqual({ first: 2, end: 6 });
    expect(places.standsOnce(places.runIn(4, 4))).toBe(false);
  });

  it("are not told where even the rarest word of a run is everywhere", () => {
    const places = new WordPlaces(`${"same words ".repeat(1_000)}once`);
    expect(places.standsOnce({ first: 0, end: 5 })).toBe(false);
    expect(places.standsOnce({ first: 1_998, end: 2_001 })).toBe(true);
  });
});
