import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const text = "The tower has 214 steps. The bell was cast in 1688 by Jan de Wit.\n";
const question = (fields: object) =>
  JSON.stringify({ answerable: true, source: "tower.txt", answers: [], spans: [], ...fields });
const questions = [
  question({ id: "1", question: "How many steps does the tower have?", spans: [[14, 17]] }),
  question({ id: "2", question: "When was the bell cast?", answers: ["in  1688"] }),
  question({ id: "3", question: "Who cast the bell?", spans: [[0, 3]] }),
  question({ id: "4", question: "What is the capital of Peru?", answerable: false }),
];
const folder = makeFolder({
  "corpus/tower.txt": text,
  "questions.jsonl": `\ufeff${questions.join("\r\n")}\n`,
});
const run = (words: string[], extra = {}) => runFootnote(words, { cwd: folder.path, ...extra });

afterAll(folder.remove);

describe("footnote eval", () => {
  it("returns the measures of the contract as JSON", async () => {
    const { code, out } = await run(["eval", "--json", "questions.jsonl"]);
    expect(JSON.parse(out)).toMatchObject({
      questions: 4,
      answerable: 3,
      "hit@1": 2 / 3,
      quoteIntegrity: 1,
      answeredShare: 0.75,
      falseAbstention: 0,
      refusal: 1,
      "recall@10": 1,
      "mrr@10": 1,
      latencyMs: { p50: expect.any(Number), p95: expect.any(Number) },
    });
    expect(code).toBe(0);
  });

  it("prints them as a table", async () => {
    const { out } = await run(["eval", "questions.jsonl"]);
    expect(out).toMatch(/^hit@1 +66\.7 %/m);
    expect(out).toMatch(/^quoteIntegrity +1 /m);
  });

  it.each([
    ["no JSON at all", /Line 1/],
    ['{"answerable":true}', /no question/],
    ['{"question":"Who?"}', /answerable/],
    ['{"question":"Who?","answerable":true,"spans":[[3,1]]}', /span/],
    ["", /no question/],
  ])("says what is wrong with %j", async (input, message) => {
    const { code, err } = await run(["eval", "-"], { input });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/\nhint: .+\n$/);
  });
});
