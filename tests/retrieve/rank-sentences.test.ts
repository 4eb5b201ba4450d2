import { describe, expect, it } from "vitest";
import { analyzeQuestion } from "../../src/retrieve/analyze-question.ts";
import { rankSentences } from "../../src/retrieve/rank-sentences.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const INDEX = indexTexts({
  embargo: `# The oil embargo

The embargo was a shock to prices everywhere. It began in October 1973. It ended in March 1974.

Arab producers proclaimed the embargo. Henry Kissinger negotiated with them. Was the embargo a success?

## North–South corridor

- Total length: 7,200 km
- Cost: $25 billion

## Pumps

| Part | Weight |
|---|---|
| Impeller | 2.1 kg |
| Casing | 9 kg |`,
  normans: `Normandy is a region of France. Rollo led the Norse to Normandy.

The duchy fell because its dukes quarrelled. The duchy was large.

An embargo is an order that forbids trade. Rulers used the embargo often.`,
});

async function ranked(question: string, sourceIds?: readonly string[]): Promise<string[]> {
  const analysis = await analyzeQuestion(question, INDEX);
  const sentences = await rankSentences(analysis, INDEX, null, sourceIds);
  return sentences.map(({ passage, sentence }) =>
    passage.source.text.slice(sentence.range.start, sentence.range.end),
  );
}

describe("rankSentences", () => {
  it.each([
    [
      "a date is asked for, and the sentence leans on the one that names the thing",
      "When did the embargo begin?",
      "It began in October 1973.",
    ],
    ["a name is asked for", "Who led the Norse?", "Rollo led the Norse to Normandy."],
    ["a reason is asked for", "Why did the duchy fall?", "The duchy fell because its dukes quarrelled."],
    ["a definition is asked for", "What is an embargo?", "An embargo is an order that forbids trade."],
    ["the name stands in the heading", "How long is the North-South corridor?", "Total length: 7,200 km"],
    ["its table says what the row is about", "What is the weight of the impeller?", "Impeller | 2.1 kg"],
    ["it is told in other words", "Who was the chief of the Norse?", "Rollo led the Norse to Normandy."],
    [
      "a typing error is mended",
      "Who negotiatd with the producers?",
      "Henry Kissinger negotiated with them.",
    ],
  ])("puts the answer first when %s", async (_, question, answer) => {
    expect((await ranked(question))[0]).toBe(answer);
  });

  it("puts a question of the source behind a statement", async () => {
    const order = await ranked("Was the embargo proclaimed?");
    expect(order.indexOf("Arab producers proclaimed the embargo.")).toBeLessThan(
      order.indexOf("Was the embargo a success?"),
    );
  });

  it("ranks all sentences of the candidate passages, each once", async () => {
    const order = await ranked("embargo");
    expect(new Set(order).size).toBe(order.length);
    expect(order).toContain("It ended in March 1974.");
  });

  it("looks only into the sources asked for", async () => {
    expect((await ranked("What is the embargo?", ["normans"])).join(" ")).not.toContain("1973");
  });

  it("keeps the order of the corpus between equals", async () => {
    const twice = indexTexts({ b: "The Araz is long.", a: "The Araz is long.", c: "Nothing here." });
    const analysis = await analyzeQuestion("Is the Araz long?", twice);
    const sources = (await rankSentences(analysis, twice, null)).map(({ passage }) => passage.source.id);
    expect(sources).toEqual(["b", "a"]);
  });

  it("names the words it found", async () => {
    const analysis = await analyzeQuestion("Who led the Norse to victory?", INDEX);
    const [best] = await rankSentences(analysis, INDEX, null);
    expect(best?.matchedTerms).toEqual(["lead", "nors"]);
  });
});
