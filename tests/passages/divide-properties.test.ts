/** What holds for every text there is: checked on random ones, made of what texts and attacks are made of. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceFormat } from "../../src/corpus/source.ts";
import { formatCitationId, parseCitationId } from "../../src/passages/citation-id.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import type { DividedSource, Sentence } from "../../src/passages/passage.ts";
import { joiningText } from "../doubles/text/joining-text.ts";
import { cut, divideText } from "./divisions.ts";
import { resolveCitationId } from "./resolve-citation-id.ts";

const SETTINGS = { seed: 20_240_229, numRuns: 1_000 };
const PIECES = [
  ..."aZé1.,;:!?…。“”\"'()[]|#>*_`~=+-–• \t\n\r\u2028\ufeff\u00a0\u0301漢字かतعб",
  ...[
    "\r\n",
    "\n\n",
    "\r\r",
    "  \n",
    "\\\n",
    "```",
    "~~~",
    "---",
    "===",
    "# ",
    "- ",
    "1. ",
    "a) ",
    "> ",
    "| ",
    "|-|",
  ],
  ...[
    "\ud83d",
    "\ude00",
    "😀",
    "Mr. ",
    "U.S. ",
    "e.g. ",
    "[1]",
    "[^1]: ",
    "[x] ",
    "**",
    "words go on ",
    "Title Line",
  ],
  ...["\n    ", "\n\t", ". The ", "? ", "word ".repeat(250), "x".repeat(2100)],
];

const text = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((units) => String.fromCharCode(...units)),
  },
);
const format = fc.constantFrom<SourceFormat>("markdown", "text");
const WORD = /[\p{L}\p{N}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Runs `check` on the sentences of many texts. */
function forSentences(
  check: (text: string, sentences: readonly Sentence[], format: SourceFormat) => void,
): void {
  fc.assert(
    fc.property(text, format, (text, format) => {
      check(
        text,
        divideText(text, format).paragraphs.flatMap(({ sentences }) => sentences),
        format,
      );
    }),
    SETTINGS,
  );
}

describe("every division", () => {
  it("tears no character as a reader counts them, but one drawn over a space or a mark that is left out", () => {
    const joined = fc.oneof(
      { weight: 2, arbitrary: text },
      { weight: 3, arbitrary: joiningText.map((one) => `${one}。\ufe00${one}！\u0301${one.repeat(9)}`) },
    );
    fc.assert(
      fc.property(joined, format, (text, format) => {
        const places = new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
        for (const { sentences } of divideText(text, format).paragraphs)
          for (const { range } of sentences) {
            expect(places.has(range.end)).toBe(true);
            const isLeftOut = /^[\s>|#*_-]$/u.test(text.charAt(range.start - 1));
            expect(places.has(range.start) || isLeftOut).toBe(true);
          }
      }),
      { ...SETTINGS, numRuns: 300 },
    );
  });

  it("has sentences that are trimmed, hold a word, and are not enormous", () => {
    forSentences((text, sentences) => {
      for (const { range } of sentences) {
        const words = cut(text, range);
        expect(words).toBe(words.trim());
        expect(words).toMatch(WORD);
        expect(words.length).toBeLessThanOrEqual(2_000);
      }
    });
  });

  it("has sentences in order, none over another, none that splits a character", () => {
    forSentences((text, sentences) => {
      let end = 0;
      for (const { range } of sentences) {
        expect(range.start).toBeGreaterThanOrEqual(end);
        expect(range.end).toBeGreaterThan(range.start);
        for (const at of [range.start, range.end])
          expect(text.slice(at - 1, at + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/);
        end = range.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    });
  });

  it("leaves no word between sentences but the marks of items and fences", () => {
    forSentences((text, sentences) => {
      let from = 0;
      for (const { range } of [...sentences, { range: { start: text.length, end: text.length } }]) {
        const gap = text.slice(from, range.start);
        const words = gap
          .replace(/^[^\r\n]*(?:```|~~~).*$/gm, "")
          .replace(/\[\^[^\]\s]+\]:/g, "")
          .replace(/(?<![\p{L}\p{N}])(?:\d{1,9}|[a-zA-Z])[.)]/gu, "")
          .replace(/\[[xX]\]/g, "");
        expect(words).not.toMatch(WORD);
        from = range.end;
      }
    });
  });

  it("numbers its paragraphs as its blank lines do, and its sentences from 1", () => {
    fc.assert(
      fc.property(text, format, (text, format) => {
        const { paragraphs } = divideText(text, format);
        const blocks = text.split(/\r\n|\n|\r/).map((line) => line.trim() !== "");
        const count = blocks.filter((isFull, at) => isFull && !blocks[at - 1]).length;
        expect(paragraphs.map(({ number }) => number)).toEqual(
          Array.from({ length: count }, (_, at) => at + 1),
        );
        for (const { number, range, sentences } of paragraphs) {
          expect(cut(text, range)).toBe(cut(text, range).trim());
          expect(sentences.map((sentence) => [sentence.paragraph, sentence.number])).toEqual(
            sentences.map((_, at) => [number, at + 1]),
          );
          for (const sentence of sentences) {
            expect(sentence.range.start).toBeGreaterThanOrEqual(range.start);
            expect(sentence.range.end).toBeLessThanOrEqual(range.end);
          }
        }
      }),
      SETTINGS,
    );
  });

  it("has passages that hold every sentence once, in order, and contexts that stand above", () => {
    fc.assert(
      fc.property(text, format, (text, format) => {
        const { paragraphs, passages } = divideText(text, format);
        expect(passages.flatMap(({ sentences }) => sentences)).toEqual(
          paragraphs.flatMap(({ sentences }) => sentences),
        );
        for (const [at, { ordinal, range, sentences, context }] of passages.entries()) {
          expect(ordinal).toBe(at);
          expect(range).toEqual({ start: sentences[0]?.range.start, end: sentences.at(-1)?.range.end });
          for (const above of context) expect(above.end).toBeLessThanOrEqual(range.start);
        }
      }),
      SETTINGS,
    );
  });

  it("is the same each time, and the same wherever the body begins", () => {
    const head = "---\ntitle: Before it\n---\n";
    fc.assert(
      fc.property(text, format, (text, format) => {
        const words = (divided: DividedSource, text: string) =>
          divided.paragraphs.map(({ sentences }) =>
            sentences.map(({ kind, range }) => [kind, cut(text, range)]),
          );
        const divided = divideText(text, format);
        expect(divideText(text, format)).toEqual(divided);
        const shifted = divideSource({ text: head + text, format, bodyStart: head.length });
        expect(words(shifted, head + text)).toEqual(words(divided, text));
      }),
      { ...SETTINGS, numRuns: 500 },
    );
  });

  it("has citation ids that lead back to each sentence", () => {
    forSentences((text, sentences, format) => {
      const divided = divideText(text, format);
      for (const { paragraph, number, range } of sentences) {
        const id = parseCitationId(formatCitationId("any-source", paragraph, number));
        expect(id && resolveCitationId(id, divided)).toEqual(range);
      }
    });
  });
});
