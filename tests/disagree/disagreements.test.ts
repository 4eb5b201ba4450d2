import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groundAnswer } from "../../src/answers/ground-answer.ts";
import { addDisagreements } from "../../src/disagree/add-disagreements.ts";
import { contraryAmong } from "../../src/disagree/find-contrary.ts";
import { findDisagreements } from "../../src/disagree/find-disagreements.ts";
import { listDisagreements } from "../../src/disagree/list-disagreements.ts";
import type { RankedSentence, Retrieval } from "../../src/retrieve/retrieval.ts";
import { makeSource } from "../doubles/make-source.ts";
import { indexTexts } from "../doubles/small-corpus.ts";
import { labelledPairs, sentencesOf } from "./labelled-pairs.ts";

const sentences = (text: string, id = "notes") => sentencesOf(makeSource(text, { id, title: "" }));
const CHRONICLE =
  "The Harlow dam was completed in 1954. It cost 12 million pounds to build. Nine workers died.";
const REPORT = "The Harlow dam was finished in 1957. The valley has 1,400 inhabitants.";

describe("findDisagreements", () => {
  it("gives each value as its source writes it, with its place", () => {
    const [found, ...others] = findDisagreements([...sentences(CHRONICLE, "a"), ...sentences(REPORT, "b")]);
    expect(others).toEqual([]);
    expect(found?.about).toBe("Harlow dam was finished");
    expect(found?.sides.map(({ value, places }) => [places[0]?.at.passage.source.id, value])).toEqual([
      ["a", "1954"],
      ["b", "1957"],
    ]);
  });

  it("puts places that agree on one side", () => {
    const third = sentences("The Harlow dam was completed in May 1954.", "c");
    const found = findDisagreements([...sentences(CHRONICLE, "a"), ...sentences(REPORT, "b"), ...third]);
    expect(found.map(({ sides }) => sides.map(({ places }) => places.length).sort())).toEqual([[1, 2]]);
  });

  it("says nothing of a text beside itself", () => {
    for (const { a } of labelledPairs()) {
      const text = a?.text ?? "";
      expect(findDisagreements([...sentences(text, "a"), ...sentences(text, "b")])).toEqual([]);
    }
  });

  it("finds the same whichever side is read first, and only slices and words of the sources", () => {
    for (const { a, b } of labelledPairs()) {
      const [one, other] = [sentences(a?.text ?? "", "a"), sentences(b?.text ?? "", "b")];
      const found = findDisagreements([...one, ...other]);
      expect(findDisagreements([...other, ...one]).length).toBe(found.length);
      for (const { about, sides } of found) {
        expect(`${a?.text} ${b?.text}`).toContain(about);
        for (const { value, places } of sides)
          for (const { at, range } of places.slice(0, 1))
            expect(at.passage.source.text.slice(range.start, range.end)).toBe(value);
      }
    }
  });

  it("survives any text", () => {
    const word = fc.constantFrom(
      "12",
      "-",
      "to",
      "and",
      "$",
      "%",
      "May",
      "2023",
      "(",
      "km",
      "Ömer",
      "½",
      "not",
      "of",
      "\n",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.array(word).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = findDisagreements([...sentences(a, "a"), ...sentences(b, "b")]);
        expect(found.every(({ sides }) => sides.length > 1)).toBe(true);
      }),
      { seed: 7, numRuns: 30 },
    );
  });
});

describe("listDisagreements", () => {
  it("finds over a whole corpus what comparing all pairs finds", async () => {
    const texts = Object.fromEntries(
      labelledPairs().flatMap(({ id, a, b }) =>
        a === undefined || b === undefined
          ? []
          : [
              [`${id}-a`, a.text],
              [`${id}-b`, b.text],
            ],
      ),
    );
    const index = indexTexts(texts);
    const listed = await listDisagreements(index);
    const passages = (await Promise.all(index.sources.map(({ id }) => index.passagesOf(id)))).flat();
    const all = passages.flatMap((passage) =>
      passage.passage.sentences.map((sentence) => ({ passage, sentence })),
    );
    const asTexts = (found: typeof listed) =>
      found.map(({ sides }) => sides.map(({ value }) => value).join(" / ")).sort();
    expect(asTexts(listed)).toEqual(asTexts(findDisagreements(all)));
    expect(listed.length).toBeGreaterThan(30);
  });

  it("reads only the sources it is given", async () => {
    const index = indexTexts({ a: CHRONICLE, b: REPORT });
    expect((await listDisagreements(index)).length).toBe(1);
    expect(await listDisagreements(index, ["a"])).toEqual([]);
  });
});

describe("addDisagreements", () => {
  const ranked = (text: string, id: string, score: number): RankedSentence[] =>
    sentences(text, id)
      .slice(0, 1)
      .map(({ passage, sentence }) => ({
        ...{ passage, sentence, index: 0, score },
        ...{ matchedTerms: ["harlow", "dam"], answers: [] },
      }));
  const best = ranked(CHRONICLE, "a", 9);
  const middling = ranked("The Harlow dam is built of stone.", "c", 8);
  const contrary = ranked(REPORT, "b", 3);
  const retrieval = (question: string): Retrieval => ({
    ...{ question, sentences: [...best, ...middling, ...contrary], zone: "answered", confidence: 0.9 },
    ...{ missingTerms: [], reason: null, shape: "plain", sides: [] },
  });
  const quotes = [...best, ...middling].map(({ passage, sentence, score }) => ({
    ...{ passage, sentences: [sentence], ranked: sentence, score, answerSpan: null },
  }));
  const answer = (question: string, top: number) => {
    const asked = retrieval(question);
    return groundAnswer(asked, addDisagreements({ quotes: quotes.slice(0, top) }, asked, top));
  };

  it("quotes the other side in place of the weakest quote, in order of strength", () => {
    const { citations, disagreements } = answer("When was the Harlow dam completed?", 2);
    expect(citations.map(({ source }) => source.id)).toEqual(["a", "b"]);
    expect(disagreements[0]?.sides).toEqual([
      { value: "1954", citations: [1] },
      { value: "1957", citations: [2] },
    ]);
  });

  it("shows both sides even where one quote was asked for", () => {
    const { citations, disagreements } = answer("When was the Harlow dam completed?", 1);
    expect(citations.length).toBe(2);
    expect(disagreements.length).toBe(1);
  });

  it.each([
    "How many workers died at the Harlow dam?",
    "Who built the Harlow dam?",
    "Where is the Harlow dam?",
  ])("says nothing of dates where they were not asked for: %s", (question) => {
    const { citations, disagreements } = answer(question, 2);
    expect(disagreements).toEqual([]);
    expect(citations.map(({ source }) => source.id)).toEqual(["a", "c"]);
  });

  it("names the sentences that contradict those a statement cites", () => {
    const offered = [...best, ...middling, ...contrary];
    const findContrary = contraryAmong(offered);
    expect(findContrary(best)).toEqual(contrary);
    expect(findContrary(middling)).toEqual([]);
    expect(findContrary([...best, ...contrary])).toEqual([]);
  });
});
