/** Texts that repeat themselves: every place is found, and the work grows with their length and no faster. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readClaim } from "../../src/quotes/claim.ts";
import { findMatches, literalPattern } from "../../src/quotes/match-claim.ts";
import { visitOccurrences } from "../../src/quotes/occurrences.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { visitRepeats } from "../../src/quotes/visit-repeats.ts";
import { buildWordIndex } from "../../src/quotes/word-index.ts";
import { makeSource } from "../doubles/make-source.ts";

const fewLetters = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 600 });

describe("the search for a text in a text", () => {
  it("finds every place that a plain search finds", () => {
    fc.assert(
      fc.property(
        fewLetters,
        fc.nat(),
        fc.nat({ max: 300 }),
        fc.nat({ max: 40 }),
        (text, start, length, from) => {
          const first = text.length === 0 ? 0 : start % text.length;
          const pattern = text.slice(first, first + length);
          const expected = [...text].flatMap((_, at) =>
            at >= from && pattern !== "" && text.startsWith(pattern, at) ? [at] : [],
          );
          const places: number[] = [];
          visitOccurrences(text, pattern, from, (at) => {
            places.push(at);
            return true;
          });
          expect(places).toEqual(expected);
        },
      ),
      { seed: 21, numRuns: 400 },
    );
  });
});

describe("the search for words in words", () => {
  const words = fc.array(fc.constantFrom("the", "sea"), { minLength: 1, maxLength: 60 });

  it("finds every place that a plain search finds, in work that is linear", () => {
    fc.assert(
      fc.property(words, words, fc.nat(), fc.integer({ min: 1, max: 30 }), (one, other, start, count) => {
        const index = buildWordIndex(
          [one, other].map((row, at) => makeSource(row.join(" "), { id: `s${at}` })),
        );
        const claimed = one.slice(start % one.length, (start % one.length) + count);
        const row = [...one, ...other];
        const expected = row.flatMap((_, at) => {
          const last = at < one.length ? one.length : row.length;
          return at + claimed.length <= last && claimed.every((word, step) => row[at + step] === word)
            ? [at]
            : [];
        });
        const places: number[] = [];
        const compared = visitRepeats(index, readClaim(claimed.join(" "), index).words, (_, from) =>
          places.push(from),
        );
        expect(places).toEqual(expected);
        expect(compared).toBeLessThanOrEqual(2 * row.length);
      }),
      { seed: 22, numRuns: 400 },
    );
  });

  it.each([
    ["the same word", "the ", 1],
    ["the same two words", "the sea ", 2],
    ["the same words and a hyphen", "the sea-\nside ", 2],
  ])("compares no more words than it may when claim and source are %s", (_, unit, words) => {
    const index = buildWordIndex([makeSource(unit.repeat(40_000 / words))]);
    for (const end of ["", "and an end that stands nowhere"]) {
      const claim = readClaim(unit.repeat(20_000 / words) + end, index);
      expect(findMatches(index, literalPattern(claim)).steps).toBeLessThan(2_200_000);
    }
  });
});

describe("a quotation that repeats itself", () => {
  it("is found though its words are all the same, and every place is counted", () => {
    const checker = createQuoteChecker([makeSource("the ".repeat(30_000))]);
    const check = checker.check("THE ".repeat(15_000));
    expect(check).toMatchObject({ verdict: "typographic", places: 15_001 });
    expect(check.matches.length).toBeGreaterThan(0);
    expect(check.note).toContain(`The first ${check.matches.length} of its 15001 places are listed.`);
  });

  it("is altered by its last word alone", () => {
    const checker = createQuoteChecker([makeSource("the sea ".repeat(10_000))]);
    expect(checker.check(`${"the sea ".repeat(5_000)}land`).faithful).toBe(false);
  });

  it("is listed at all its places where they are few, and said to be more where they are many", () => {
    const sentence = "The keeper counted boats. ";
    const few = createQuoteChecker([makeSource(sentence.repeat(30))]).check(sentence);
    expect([few.places, few.matches.length]).toEqual([30, 30]);
    expect(few.note ?? "").not.toContain("places are listed");
    const many = createQuoteChecker([makeSource(sentence.repeat(3_000))]).check(sentence);
    expect([many.places, many.matches.length]).toEqual([3_000, 1_000]);
    expect(many.note).toContain("The first 1000 of its 3000 places are listed.");
  });

  it("is compared with the hedges of a long gap in bounded work", () => {
    const text = `The council ${"may not ".repeat(75)}close the bridge. `.repeat(60);
    const check = createQuoteChecker([makeSource(text)]).check("The council … close the bridge.");
    expect(check).toMatchObject({ faithful: false, verdict: "altered" });
  });
});
