import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/asking/answer-question.ts";
import { runSelfTest, type SelfTestSubject } from "../../src/eval/run-self-test.ts";
import { measureSelfTest, type SelfTestCase, summariseCases } from "../../src/eval/self-test.ts";
import type { CorpusIndex } from "../../src/index/corpus-index.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const FACTS = [
  "The granary of Oldwick stored 340 barrels of rye during the long winter.",
  "A lighthouse keeper at Cape Sorrow counted 12 wrecked schooners before breakfast.",
  "Glassblowers in the Murrow valley exported green bottles to eleven foreign ports.",
  "The railway to Hensley was abandoned after the viaduct cracked in 1921.",
];
const text = (facts: readonly string[]) => facts.map((fact) => `${fact}\n\n${"* * *"}`).join("\n\n");
/** Each fact in a source of its own, so that each is a passage of its own. */
const sources = (facts: readonly string[]) =>
  Object.fromEntries(facts.map((fact, at) => [`note-${at}`, text([fact])]));

/** As the app answers, with full text alone. */
function casesOf(index: CorpusIndex, count: number, seed = 1): Promise<SelfTestCase[]> {
  const subject: SelfTestSubject = {
    readIndex: (body) => body(index),
    ask: async (question, { view }) =>
      (await answerQuestion(view?.(index) ?? index, null, question, { top: 3, sourceIds: [] })).answer,
  };
  return runSelfTest(subject, { count, seed });
}

describe("a self-test", () => {
  it("finds what is there and refuses what is hidden, where each fact stands once", async () => {
    const measures = measureSelfTest(await casesOf(indexTexts(sources(FACTS)), 10));
    expect(measures).toMatchObject({ questions: 4, "found@1": 1, refusedWhenHidden: 1, quotedHidden: 0 });
  });

  it("hides a fact wherever it stands", async () => {
    const twin = FACTS[0]?.replace("stored", "held") ?? "";
    const cases = await casesOf(indexTexts(sources([...FACTS, twin])), 10);
    const granary = summariseCases(cases).filter(({ sentence }) => sentence.includes("granary"));
    expect(granary.map(({ repeats }) => repeats)).toEqual([1, 1]);
    expect(granary.map((one) => one.refusedWhenHidden)).toEqual([true, true]);
  });

  it("never quotes what is hidden", async () => {
    const facts = FACTS.flatMap((fact) => [fact, fact.replace("the", "an"), fact.replace(/\d+/, "57")]);
    for (const seed of [1, 2, 3])
      expect(measureSelfTest(await casesOf(indexTexts({ all: text(facts) }), 20, seed)).quotedHidden).toBe(0);
  });

  it.each([0, 1, 2])("works on a corpus of %i paragraphs", async (size) => {
    const cases = await casesOf(indexTexts(size === 0 ? {} : sources(FACTS.slice(0, size))), 10);
    expect(measureSelfTest(cases)).toMatchObject({
      questions: size,
      "found@1": size === 0 ? null : 1,
      refusedWhenHidden: size === 0 ? null : 1,
      quotedHidden: 0,
    });
  });

  it("has the same outcome for the same seed", async () => {
    const index = indexTexts({ all: text(FACTS) });
    const [once, again] = [await casesOf(index, 4), await casesOf(index, 4)];
    expect(summariseCases(again)).toEqual(summariseCases(once));
  });
});
