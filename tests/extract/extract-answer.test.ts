import { describe, expect, it } from "vitest";
import type { DraftQuote } from "../../src/extract/draft.ts";
import { extractAnswer } from "../../src/extract/extract-answer.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import type { RankedSentence } from "../../src/retrieve/retrieval.ts";
import { makeSource } from "../doubles/make-source.ts";

/** Ranks the sentences that begin with the given words, in that order, under the given scores. */
function rank(
  texts: Record<string, string>,
  order: readonly (readonly [string, number])[],
): RankedSentence[] {
  const passages = Object.entries(texts).flatMap(([id, text]) => {
    const source = makeSource(text, { id, file: `${id}.md` });
    return divideSource(source).passages.map((passage) => ({ key: 0, source, passage }));
  });
  return order.map(([start, score]) => {
    for (const passage of passages) {
      const index = passage.passage.sentences.findIndex(({ range }) =>
        passage.source.text.slice(range.start).startsWith(start),
      );
      const sentence = passage.passage.sentences[index];
      if (sentence !== undefined) return { passage, sentence, index, score, matchedTerms: [], answers: [] };
    }
    throw new Error(`no sentence starts with ${start}`);
  });
}

const text = ({ passage, sentences }: DraftQuote) =>
  passage.source.text.slice(sentences[0]?.range.start, sentences.at(-1)?.range.end);
const quotes = (...input: Parameters<typeof rank>) => extractAnswer(rank(...input), 3).quotes.map(text);

const story =
  "The bridge opened in 1932. It carries two roads. This made it the widest of its day. Nobody crossed it on Sundays. Boats passed below.";

describe("an extractive answer", () => {
  it("quotes the best sentences, best first", () => {
    expect(
      quotes({ a: story }, [
        ["Boats", 10],
        ["Nobody", 2],
      ]),
    ).toEqual(["Boats passed below."]);
    expect(
      quotes({ a: story }, [
        ["Boats", 10],
        ["The bridge", 9],
      ]),
    ).toEqual(["Boats passed below.", "The bridge opened in 1932."]);
  });

  it("brings the sentences that a pronoun at the start points back at", () => {
    expect(quotes({ a: story }, [["This made", 10]])).toEqual([
      "The bridge opened in 1932. It carries two roads. This made it the widest of its day.",
    ]);
  });

  it("does not reach back over a blank line", () => {
    expect(quotes({ a: "One stood.\n\nThis fell." }, [["This", 10]])).toEqual(["This fell."]);
  });

  it("never quotes a sentence twice", () => {
    expect(
      quotes({ a: "The shop opens at nine. It closes at six." }, [
        ["The shop", 10],
        ["It closes", 7],
      ]),
    ).toEqual(["The shop opens at nine.", "It closes at six."]);
  });

  it("joins neighbours that both rank into one quote", () => {
    expect(
      quotes({ a: story }, [
        ["Nobody", 10],
        ["Boats", 9],
      ]),
    ).toEqual(["Nobody crossed it on Sundays. Boats passed below."]);
  });

  it("quotes the best of another source before more of the same one", () => {
    const texts = {
      a: "Forty left. Fifty stayed.\n\nSixty came.\n\nSeventy sat.",
      b: "Others count thirty.",
    };
    const order = [
      ["Forty", 10],
      ["Sixty", 9.5],
      ["Seventy", 9.4],
      ["Others", 8.6],
    ] as const;
    expect(extractAnswer(rank(texts, order), 2).quotes.map(text)).toEqual([
      "Forty left.",
      "Others count thirty.",
    ]);
  });

  it("says the same words once", () => {
    expect(
      quotes({ a: "Forty left.", b: "“Forty left!”" }, [
        ["Forty", 10],
        ["“Forty", 10],
      ]),
    ).toEqual(["Forty left."]);
  });

  it("brings the list that a lead-in announces", () => {
    expect(quotes({ a: "It has these parts:\n- a roof\n- a door" }, [["It has", 10]])).toEqual([
      "It has these parts:\n- a roof\n- a door",
    ]);
  });

  it("has no quotes without sentences", () => {
    expect(extractAnswer([], 3).quotes).toEqual([]);
  });
});
