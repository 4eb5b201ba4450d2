/** The answers over the shipped corpus, as good as they were or better: the real program, its own encoder. */
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Measures } from "../../src/eval/measure.ts";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const folder = makeFolder();
let measures: Measures;

beforeAll(async () => {
  const words = ["eval", "--json", "--corpus", resolve("corpus"), resolve("tests/evals/questions.jsonl")];
  const { out } = await runFootnote(words, { cwd: folder.path, env: { FOOTNOTE_EMBEDDER: "default" } });
  measures = JSON.parse(out);
}, 120_000);
afterAll(folder.remove);

describe("over the labelled questions of the shipped corpus", () => {
  it("every quote is the file's", () => {
    expect(measures.quoteIntegrity).toBe(1);
  });

  it("the first quote and the first three are right as often as before", () => {
    expect(measures["hit@1"]).toBeGreaterThanOrEqual(0.79);
    expect(measures["hit@3"]).toBeGreaterThanOrEqual(0.89);
  });

  it("questions that cannot be answered are refused as often as before", () => {
    expect(measures.refusal).toBeGreaterThanOrEqual(0.73);
    expect(measures.falseAbstention).toBeLessThanOrEqual(0.07);
  });
});
