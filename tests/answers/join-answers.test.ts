import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citeRange } from "../../src/answers/citation.ts";
import type { GroundedAnswer } from "../../src/answers/ground-answer.ts";
import { joinAnswers } from "../../src/answers/join-answers.ts";
import { makeSource } from "../doubles/make-source.ts";

const TEXT = "One two three. Four five six. Seven eight nine. Ten eleven twelve.";
const SOURCE = makeSource(TEXT);
const SENTENCES = [...TEXT.matchAll(/[^ .][^.]*\./g)].map(({ index, 0: { length } }) => ({
  start: index,
  end: index + length,
}));

/** An answer that quotes these runs of sentences, first and last each. */
function part(question: string, confidence: number, runs: readonly (readonly [number, number])[]) {
  const citations = runs.map(([first, last], at) => {
    const range = { start: SENTENCES[first]?.start ?? 0, end: SENTENCES[last]?.end ?? 0 };
    return citeRange(SOURCE, range, { paragraph: 1, first: first + 1, last: last + 1 }, at + 1);
  });
  const answer: GroundedAnswer = {
    ...{
      question,
      standaloneQuestion: null,
      status: "answered",
      mode: "extractive",
      model: null,
      confidence,
    },
    ...{ disagreements: [], abstention: null, unanswered: [], dropped: [], note: null, noteHint: null },
    statements: citations.map(({ quote, n }) => ({ text: quote, citations: [n] })),
    citations,
    usage: null,
  };
  return answer;
}

describe("the answers to two questions in one", () => {
  it.each([
    ["the same", [[1, 1]], [[1, 1]], ["Four five six."]],
    ["one within the other", [[1, 1]], [[0, 1]], ["One two three. Four five six."]],
    ["the other within the one", [[0, 2]], [[1, 1]], ["One two three. Four five six. Seven eight nine."]],
    [
      "two that share a sentence",
      [[0, 1]],
      [[1, 2]],
      ["One two three. Four five six.", "Four five six. Seven eight nine."],
    ],
    ["two that share nothing", [[0, 0]], [[3, 3]], ["One two three.", "Ten eleven twelve."]],
  ] as const)("cite quotes that hold what each says: %s", (_, one, other, quotes) => {
    const joined = joinAnswers("both?", [part("one?", 0.5, one), part("other?", 0.9, other)], 3);
    expect(joined.statements.map(({ text }) => text)).toEqual(quotes);
  });

  const runs = fc
    .array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { minLength: 1, maxLength: 3 })
    .map((pairs) => pairs.map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const));

  it("state nothing but the quotes they cite, and cite no more than they may", () => {
    fc.assert(
      fc.property(runs, runs, fc.boolean(), fc.integer({ min: 1, max: 4 }), (one, other, isSurer, top) => {
        const parts = [part("one?", isSurer ? 0.9 : 0.3, one), part("other?", 0.6, other)] as const;
        const { statements, citations } = joinAnswers("both?", [...parts], top);
        expect(citations.length).toBeLessThanOrEqual(top);
        expect(citations.map(({ n }) => n)).toEqual(citations.map((_, at) => at + 1));
        for (const { text, citations: cited } of statements)
          expect(cited.map((n) => citations[n - 1]?.quote)).toContain(text);
      }),
      { seed: 31, numRuns: 300 },
    );
  });
});
