import { describe, expect, it } from "vitest";
import { analyzeQuestion } from "../../src/retrieve/analyze-question.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const INDEX = indexTexts({
  river:
    "The Araz is a river. The Islamic Revolutionary Guard Corps (IRGC) guards its bank.\n\nNakhchivan lies on the Araz.",
  trade: "Azerbaijan exports oil. Arms imports grew in 2024.\n\nThe United Nations watched; the UN said so.",
});
const analyze = (question: string) => analyzeQuestion(question, INDEX);
const variantsOf = async (question: string, word: string) => {
  const { terms } = await analyze(question);
  return terms.find((term) => term.word === word)?.variants.map(({ terms: own }) => own.join(" "));
};

describe("analyzeQuestion", () => {
  it("keeps the words that count, in order, and knows which are names", async () => {
    const { terms } = await analyze("Which river does the Araz join?");
    expect(terms.map(({ word, isContent, isName }) => [word, isContent, isName])).toEqual([
      ["river", true, false],
      ["the", false, false],
      ["Araz", true, true],
      ["join", true, false],
    ]);
  });

  it("knows names typed without capitals by how the corpus writes them", async () => {
    const { terms } = await analyze("which river does the araz join?");
    expect(terms.filter(({ isName }) => isName).map(({ word }) => word)).toEqual(["araz"]);
  });

  it("knows what else a word of the corpus is called", async () => {
    const { terms } = await analyze("Who buys weapons?");
    expect(terms.map(({ synonyms }) => [...synonyms])).toEqual([["import"], ["arm"]]);
  });

  it("weighs rare words more than common ones", async () => {
    const { terms } = await analyze("the Nakhchivan");
    expect(terms[1]?.weight).toBeGreaterThan(terms[0]?.weight ?? 9);
  });

  it("mends typing errors from the corpus's own words", async () => {
    expect(await variantsOf("Where does Azerbijan export to?", "Azerbijan")).toEqual(["azerbaijan"]);
    expect((await analyze("wich river")).terms.map(({ word }) => word)).toEqual(["river"]);
  });

  it("finds names that are spelt otherwise", async () => {
    expect(await variantsOf("Where is the Aras?", "Aras")).toContain("araz");
    expect(await variantsOf("Where is Nakhichevan?", "Nakhichevan")).toContain("nakhchivan");
  });

  it("knows what an acronym of the corpus stands for, and the acronym of a name", async () => {
    expect(await variantsOf("Who leads the IRGC?", "IRGC")).toContain("islam revolutionari guard corp");
    expect(await variantsOf("Who leads the United Nations?", "Nations")).toContain("un");
  });

  it("knows a name by what the corpus's owner says it is called", async () => {
    const aliases = [["Persian Gold", "the Araz"]];
    const { terms } = await analyzeQuestion("Where is Persian Gold?", INDEX, aliases);
    expect(terms.map(({ variants }) => variants.map((one) => one.terms))).toEqual([[["araz"]], [["araz"]]]);
    expect((await analyzeQuestion("Where is gold?", INDEX, aliases)).terms[0]?.variants).toEqual([]);
  });

  it("tells which content words occur nowhere, as they were typed", async () => {
    expect((await analyze("What is the capital of Peru?")).missingTerms).toEqual(["capital", "Peru"]);
    expect((await analyze("What does Azerbaijan export?")).missingTerms).toEqual([]);
  });

  it.each([
    ["nothing", ""],
    ["function words", "what is it and why?"],
    ["control characters", "\u0000\u0007\ud800"],
  ])("finds no content in %s", async (_, question) => {
    expect((await analyze(question)).terms.filter(({ isContent }) => isContent)).toEqual([]);
  });

  it("keeps the rarest words of an endless question", async () => {
    const endless = Array.from({ length: 20_000 }, (_, at) => `w${at}x`).join(" ");
    const { terms } = await analyze(`Araz ${endless}`);
    expect(terms.length).toBeLessThanOrEqual(64);
  });
});
