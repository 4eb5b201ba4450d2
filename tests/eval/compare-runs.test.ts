import { describe, expect, it } from "vitest";
import { compareRuns, parseRun } from "../../src/eval/compare-runs.ts";
import type { QuestionOutcome, Verdict } from "../../src/eval/question-outcome.ts";

const outcome = (id: string, verdict: Verdict, fields: Partial<QuestionOutcome> = {}): QuestionOutcome => ({
  ...{ id, question: `What is ${id}?`, earlierTurns: [], shape: "", answerable: true },
  ...{ verdict, confidence: 0.5, citations: [], ...fields },
});
const saved = (outcomes: readonly QuestionOutcome[], fingerprint = "texts") =>
  parseRun(JSON.stringify({ questions: outcomes.length, corpus: { fingerprint }, outcomes }), "run.json");

describe("two runs of the same questions", () => {
  it("differ by question, for better and for worse", () => {
    const then = saved([
      outcome("a", "wrong"),
      outcome("b", "first"),
      outcome("c", "later"),
      outcome("d", "refused"),
    ]);
    const now = [
      outcome("a", "refused"),
      outcome("b", "wrong"),
      outcome("c", "later"),
      outcome("d", "first"),
    ];
    const comparison = compareRuns(then, now, "texts");
    expect(comparison).toMatchObject({ sameCorpus: true, compared: 4, onlyNow: 0, onlyThen: 0 });
    expect(comparison.better.map(({ id, was, is }) => [id, was, is])).toEqual([
      ["a", "wrong", "refused"],
      ["d", "refused", "first"],
    ]);
    expect(comparison.worse).toEqual([{ id: "b", question: "What is b?", was: "first", is: "wrong" }]);
  });

  it("are compared only where they asked the same, and that is said", () => {
    const then = saved([outcome("a", "first"), outcome("b", "first"), outcome("c", "first")], "older texts");
    const now = [
      outcome("a", "wrong", { question: "Another?" }),
      outcome("b", "wrong", { answerable: false }),
      outcome("c", "first"),
    ];
    const comparison = compareRuns(then, now, "texts");
    expect(comparison).toMatchObject({ sameCorpus: false, compared: 1, onlyNow: 2, onlyThen: 2 });
    expect([comparison.better, comparison.worse]).toEqual([[], []]);
  });

  it("are refused when they have nothing in common", () => {
    expect(() => compareRuns(saved([outcome("a", "first")]), [outcome("b", "first")], "texts")).toThrow(
      /none of these questions/,
    );
  });

  it.each(["", "[]", "null", '{"questions":3}', '{"outcomes":[{"id":1}]}', '{"outcomes":[{"id":"1"}]}'])(
    "do not begin with %j",
    (text) => {
      expect(() => parseRun(text, "run.json")).toThrow(/run\.json is no saved run/);
    },
  );
});
