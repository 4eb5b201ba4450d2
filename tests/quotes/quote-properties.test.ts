import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { sliceRange } from "../../src/corpus/source.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { makeSource } from "../doubles/make-source.ts";

const { sources } = await readCorpus("corpus");
const checker = createQuoteChecker(sources);

interface Slice {
  readonly source: number;
  readonly first: number;
  readonly count: number;
}

const WORDS = sources.map(({ text, bodyStart }) =>
  Array.from(text.slice(bodyStart).matchAll(/\S+/g), (match) => ({
    start: bodyStart + match.index,
    end: bodyStart + match.index + match[0].length,
  })),
);

const anySlice: fc.Arbitrary<Slice> = fc.nat({ max: sources.length - 1 }).chain((source) => {
  const words = WORDS[source]?.length ?? 0;
  return fc.record({
    source: fc.constant(source),
    first: fc.nat({ max: words - 61 }),
    count: fc.integer({ min: 12, max: 60 }),
  });
});

function textOf({ source, first, count }: Slice): string {
  const words = WORDS[source] ?? [];
  return sources[source]?.text.slice(words[first]?.start, words[first + count - 1]?.end) ?? "";
}

/** Letters in a row, so that a slice of nothing but table lines or links is passed over. */
function countLetterWords(text: string): number {
  return (text.match(/\p{L}{2,}/gu) ?? []).length;
}

const DRESSES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.replace(/\s+/g, " "),
  (text) => text.replace(/\s+/g, "\u00a0\n"),
  (text) => text.replace(/[-–—]/g, "−"),
  (text) => `“${text}”`,
  (text) => text.replace(/\p{L}{7,}/gu, (word) => `${word.slice(0, 4)}\u00ad${word.slice(4)}`),
  (text) => text.normalize("NFD"),
  (text) => text.replace(/['‘’]/g, "ʼ").replace(/["“”]/g, "″"),
];

describe("any slice of a source", () => {
  it("is faithful in any dress, and what is shown is the source's own text", () => {
    fc.assert(
      fc.property(anySlice, fc.constantFrom(...DRESSES), (slice, dress) => {
        const text = textOf(slice);
        fc.pre(countLetterWords(text) >= 6);
        const { faithful, matches } = checker.check(dress(text));
        expect(faithful).toBe(true);
        const own = sources[slice.source];
        const place = WORDS[slice.source]?.[slice.first]?.start ?? 0;
        const here = matches.find(
          ({ source, range }) => source === own && Math.abs(range.start - place) < 24,
        );
        expect(here).toBeDefined();
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it("is exact as it stands", () => {
    fc.assert(
      fc.property(anySlice, (slice) => {
        const text = textOf(slice);
        fc.pre(countLetterWords(text) >= 6);
        const { verdict, matches } = checker.check(text);
        expect(verdict).toBe("exact");
        const [best] = matches;
        expect(best && sliceRange(best.source.text, best.range)).toBe(text);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it("is never faithful with one word exchanged for another", () => {
    const others = [
      "not",
      "never",
      "may",
      "probably",
      "1931",
      "7%",
      "$3",
      "million",
      "Zanzibar",
      "green",
      "n’t",
      "nоt",
      "без",
    ];
    fc.assert(
      fc.property(anySlice, fc.nat(), fc.constantFrom(...others), (slice, place, other) => {
        const words = textOf(slice).split(/(\s+)/);
        const at = 2 * (place % Math.ceil(words.length / 2));
        const old = words[at] ?? "";
        fc.pre(/^\p{L}{2,}$/u.test(old) && old.toLowerCase() !== other);
        expect(checker.check(words.with(at, other).join("")).faithful).toBe(false);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it("is never faithful with a negation put in", () => {
    fc.assert(
      fc.property(
        anySlice,
        fc.nat(),
        fc.constantFrom("not", "[not]", "never", "nоt"),
        (slice, place, put) => {
          const words = textOf(slice).replace(/\s+/g, " ").split(" ");
          const at = 1 + (place % (words.length - 1));
          fc.pre(/^\p{L}+$/u.test(words[at - 1] ?? "") && /^\p{L}+$/u.test(words[at] ?? ""));
          expect(checker.check(words.toSpliced(at, 0, put).join(" ")).faithful).toBe(false);
        },
      ),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe("the index of word pairs", () => {
  it("finds the places that a plain search finds, in texts of few words", () => {
    const word = fc.constantFrom("sea", "salt", "ship", "not", "7");
    const text = fc.array(word, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.integer({ min: 1, max: 6 }), (one, other, place, count) => {
        const made = [one, other].map((words, at) => makeSource(words.join(" "), { id: `s${at}` }));
        const first = place % one.length;
        const claimed = one.slice(first, first + count);
        const expected = [one, other].flatMap((words, at) =>
          words.flatMap((_, start) =>
            claimed.every((claim, step) => words[start + step] === claim)
              ? [`s${at}:${words.slice(0, start).join(" ").length + (start === 0 ? 0 : 1)}`]
              : [],
          ),
        );
        const { matches } = createQuoteChecker(made).check(claimed.join(" "));
        expect(matches.map(({ source, range }) => `${source.id}:${range.start}`)).toEqual(expected);
      }),
      { seed: 8, numRuns: 500 },
    );
  });

  it("gives a diff whose kept and missing parts are the source's passage", () => {
    fc.assert(
      fc.property(anySlice, fc.nat(), (slice, place) => {
        const words = textOf(slice).split(/\s+/);
        const claimed = words.with(place % words.length, "bananas").join(" ");
        const { nearest, diff, verdict } = checker.check(claimed);
        fc.pre(verdict === "altered");
        const passage = diff.filter(({ op }) => op !== "insert").map(({ text }) => text);
        expect(passage.join("")).toBe(nearest && sliceRange(nearest.source.text, nearest.range));
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});
