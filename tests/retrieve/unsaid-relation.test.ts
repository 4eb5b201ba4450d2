import { describe, expect, it } from "vitest";
import { retrieve } from "../../src/retrieve/retrieve.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const INDEX = indexTexts({
  north: `# The northern countries

Norway's queen Maud came to Oslo in May 1906. President Kekkonen of Finland visited Oslo in 1961. Iceland and Finland
signed a treaty on fishing in Oslo.

Edvard Lindqvist, an engineer, was elected to the council of Bergen in 1912. The Bergen bridge was opened in June 1914.
A man of the council attacked the Bergen mill in 1920.`,
  spain: "The king of Spain met the ministers in Madrid. The length of the river Tajo is about 1,000 km.",
});
const ask = (question: string) => retrieve(INDEX, null, question);

describe("what is asked about a name", () => {
  it.each([
    "When was Edvard Lindqvist born?",
    "Where was Edvard Lindqvist born?",
    "Who designed the Bergen mill?",
    "Who is the president of Iceland?",
    "Who is the queen of Finland?",
  ])("must be told: %s", async (question) => {
    expect((await ask(question)).zone).not.toBe("answered");
  });

  it.each([
    ["When was Edvard Lindqvist elected?", "1912"],
    ["When was the Bergen bridge built?", "1914"],
    ["Who is the queen of Norway?", "Maud"],
    ["Who is Norway's queen?", "Maud"],
    ["Who is the president of Finland?", "Kekkonen"],
    ["What is the length of the Tajo?", "1,000 km"],
  ])("is answered where it is: %s", async (question, answer) => {
    const { zone, sentences } = await ask(question);
    const [best] = sentences;
    expect(zone).toBe("answered");
    expect(best?.passage.source.text.slice(best.sentence.range.start, best.sentence.range.end)).toContain(
      answer,
    );
  });

  it("says what is not told", async () => {
    expect((await ask("When was Edvard Lindqvist born?")).reason).toMatch(/“born”/);
  });
});

it("does not take a word that English has for a slip of another", async () => {
  const slips = indexTexts({ a: "The current year is good for Norway. Its queens are well." });
  expect((await retrieve(slips, null, "What is the currency of Norway?")).missingTerms).toEqual(["currency"]);
  expect((await retrieve(slips, null, "Who is the qeuen of Norway?")).missingTerms).toEqual([]);
});
