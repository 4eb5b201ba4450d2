import { describe, expect, it } from "vitest";
import { PassageRetriever } from "../../src/retrieve/passage-retriever.ts";
import { retrieve } from "../../src/retrieve/retrieve.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const INDEX = indexTexts({
  neighbours: `# Two capitals

President Ilham Aliyev called the attack on the embassy in Tehran an act of terror. Tehran called it a personal grudge.

The population of Baku is 2.3 million. Armenia watches its border with Azerbaijan closely.`,
  trade: `Azerbaijan exported oil worth $20 million to Iran in 2024. The trade grew by a fifth in that year.

The corridor will connect India with Europe. It crosses Azerbaijan and Russia.`,
});
const ask = (question: string, sourceIds?: readonly string[]) =>
  retrieve(INDEX, null, question, sourceIds === undefined ? {} : { sourceIds });

describe("retrieve", () => {
  it("answers what the sources say", async () => {
    const { zone, reason, confidence, sentences } = await ask("What is the population of Baku?");
    expect({ zone, reason }).toEqual({ zone: "answered", reason: null });
    expect(confidence).toBeGreaterThan(0.5);
    expect(sentences[0]?.matchedTerms).toEqual(["popul", "baku"]);
  });

  it.each([
    ["What is the population of Tehran?", "“population” and “Tehran”"],
    ["Who is the president of Armenia?", "“president” and “Armenia”"],
  ])("does not take words that stand apart for the fact: %s", async (question, words) => {
    const { zone, reason, sentences } = await ask(question);
    expect(zone).toBe("closest");
    expect(reason).toBe(`The sources mention ${words}, but no sentence brings the two together.`);
    expect(sentences.length).toBeGreaterThan(0);
  });

  it("finds nothing where no word is shared, and says which word never occurs", async () => {
    const { zone, reason, missingTerms, confidence } = await ask("How do volcanoes erupt?");
    expect(zone).toBe("nothing");
    expect(missingTerms).toEqual(["volcanoes", "erupt"]);
    expect(reason).toBe("The sources never mention “volcanoes” or “erupt”.");
    expect(confidence).toBeLessThan(0.1);
  });

  it.each([
    ["", "…", "?!"],
    ["what is it?", "and who?"],
  ])("finds nothing in a question without content: %j", async (...questions) => {
    for (const question of questions)
      expect(await ask(question)).toMatchObject({
        zone: "nothing",
        confidence: 0,
        sentences: [],
        reason: "The question holds no word that could be looked for.",
      });
  });

  it("counts as missing what the sources asked do not hold", async () => {
    const { missingTerms } = await ask("What does Baku export?", ["trade"]);
    expect(missingTerms).toEqual(["Baku"]);
  });

  it("gives the same result for the same question and index", async () => {
    const question = "Who called the attack on the embassy an act of terror?";
    expect(await ask(question)).toEqual(await ask(question));
  });

  it("keeps confidence between 0 and 1 and low where it refuses", async () => {
    for (const question of [
      "Who is the president of Armenia?",
      "oil",
      "Azerbaijan Azerbaijan Azerbaijan",
      "2024",
    ]) {
      const { confidence, zone } = await ask(question);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(zone === "answered" ? 1 : 0.35);
    }
  });

  it("reads a question of a hundred thousand characters, and other scripts", async () => {
    const endless = `What is the population of Baku? ${"lorem ipsum dolor ".repeat(6_000)}`;
    expect((await ask(endless)).sentences[0]?.matchedTerms).toContain("baku");
    expect((await ask("巴库的人口是多少？")).zone).toBe("nothing");
  });

  it("stops when it is told to", async () => {
    await expect(
      retrieve(INDEX, null, "What is the population of Baku?", { signal: AbortSignal.abort() }),
    ).rejects.toThrow();
  });

  it("answers from a corpus in another script", async () => {
    const index = indexTexts({
      baku: "Баку — столица Азербайджана. Население Баку составляет 2,3 миллиона человек.",
    });
    const { zone, sentences } = await retrieve(index, null, "Какое население в Баку?");
    expect(zone).not.toBe("nothing");
    expect(sentences[0]?.index).toBe(1);
  });
});

describe("PassageRetriever", () => {
  it("hands the ranked sentences on as documents with their places", async () => {
    const [first] = await new PassageRetriever(INDEX, null).invoke("What is the population of Baku?");
    expect(first?.pageContent).toBe("The population of Baku is 2.3 million.");
    expect(first?.metadata).toMatchObject({ id: "neighbours:3.1", source: "neighbours" });
    const text = INDEX.sources[0]?.text ?? "";
    expect(text.slice(first?.metadata.start, first?.metadata.end)).toBe(first?.pageContent);
  });

  it("hands nothing on when nothing is near", async () => {
    expect(await new PassageRetriever(INDEX, null).invoke("How do volcanoes erupt?")).toEqual([]);
  });
});
