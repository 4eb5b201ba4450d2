import { describe, expect, it } from "vitest";
import { retrieve } from "../../src/retrieve/retrieve.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const INDEX = indexTexts({
  harbour: `# The harbour

| Measure of the harbour | Figure |
|---|---|
| Cost | $25 billion |
| Cargo in 2024 | 15 million tons |
| Cargo projected by 2030 | 30 million tons |
| Quay for cargo completed | end of 2025 |

The harbour had 12 ships for cargo in 2024, up 44% from 2021.`,
});
const ask = (question: string) => retrieve(INDEX, null, question);

describe("a number asked of a year", () => {
  it.each([
    "How much cargo moved in the harbour in 2025?",
    "How much cargo moved in the harbour in 2023?",
    "How many ships did the harbour have in 2022?",
  ])("is not that of another: %s", async (question) => {
    expect((await ask(question)).zone).not.toBe("answered");
  });

  it.each([
    ["How many tons of cargo moved in 2024?", "15 million"],
    ["How much cargo is projected in the harbour for 2030?", "30 million"],
    ["How many ships did the harbour have in 2024?", "12 ships"],
  ])("is its own: %s", async (question, answer) => {
    const { zone, sentences } = await ask(question);
    expect(zone).toBe("answered");
    const [best] = sentences;
    expect(best?.passage.source.text.slice(best.sentence.range.start, best.sentence.range.end)).toContain(
      answer,
    );
  });
});
