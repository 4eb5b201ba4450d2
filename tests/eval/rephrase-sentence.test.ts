import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksEnglish, rephraseSentence } from "../../src/eval/rephrase-sentence.ts";
import { createDraw } from "../../src/eval/seeded-draw.ts";
import { tokenize } from "../../src/text/tokens.ts";

const SENTENCE =
  "The harbour of Bergen bought 14 new cranes in March 1963 because the old pier had collapsed.";
const termsOf = (text: string) => tokenize(text).map(({ term }) => term);

describe("a sentence asked for in other words", () => {
  it("is asked for by what is held back, which the question does not say", () => {
    for (let seed = 0; seed < 40; seed++) {
      const rephrased = rephraseSentence(SENTENCE, true, createDraw(seed));
      expect(rephrased?.question).toMatch(/^(?:When|How many|How much) .+\?$/);
      for (const term of rephrased?.withheld ?? [])
        expect(termsOf(rephrased?.question ?? "")).not.toContain(term);
    }
  });

  it("is never asked for in its own words and order", () => {
    for (let seed = 0; seed < 40; seed++) {
      const question = rephraseSentence(SENTENCE, true, createDraw(seed))?.question ?? "";
      const own = termsOf(SENTENCE).join(" ");
      expect(own).not.toContain(termsOf(question).slice(1).join(" "));
    }
  });

  it("is the same question for the same draw, and others for others", () => {
    const questions = [1, 2, 3, 4, 5, 6].map(
      (seed) => rephraseSentence(SENTENCE, true, createDraw(seed))?.question,
    );
    expect(rephraseSentence(SENTENCE, true, createDraw(1))?.question).toBe(questions[0]);
    expect(new Set(questions).size).toBeGreaterThan(3);
  });

  it("has no English words around it in another language", () => {
    const text = "Der Hafen kaufte vierzehn neue Kräne, weil die alte Mole eingestürzt war.";
    expect(looksEnglish(text)).toBe(false);
    const question = rephraseSentence(text, false, createDraw(3))?.question ?? "";
    expect(question).toMatch(/^(?!What|When|How).{10,}\?$/);
  });

  it("is not asked for when it says too little", () => {
    expect(rephraseSentence("It was so.", true, createDraw(1))).toBeNull();
    expect(rephraseSentence("", true, createDraw(1))).toBeNull();
  });

  it("is some question or none for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.boolean(),
        fc.nat(),
        (text, english, seed) => {
          const rephrased = rephraseSentence(text, english, createDraw(seed));
          if (rephrased === null) return;
          expect(rephrased.question.trim()).not.toBe("?");
          expect(rephrased.withheld.length).toBeGreaterThan(0);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });
});
