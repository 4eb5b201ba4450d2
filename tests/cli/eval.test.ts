import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
const talk = question({
  id: "5",
  question: undefined,
  turns: ["When was the bell cast?", "Who cast it?"],
  answers: ["Jan de Wit"],
  shape: "pronoun",
});
const folder = makeFolder({
  "corpus/tower.txt": text,
  "talks.jsonl": talk,
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

  it("measures each shape that the questions name, and tells the outcome of each question", async () => {
    const { out } = await run(["eval", "--json", "talks.jsonl"]);
    const { shapes, outcomes, corpus } = JSON.parse(out);
    expect(shapes).toMatchObject([{ shape: "pronoun", questions: 1, "hit@1": 1 }]);
    expect(outcomes).toMatchObject([
      {
        ...{ id: "5", question: "Who cast it?", earlierTurns: ["When was the bell cast?"] },
        ...{ answerable: true, verdict: "first", citations: ["tower:1.2"] },
      },
    ]);
    expect(corpus).toEqual({ sources: 1, fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) });
    const table = await run(["eval", "talks.jsonl"]);
    expect(table.out).toMatch(/^pronoun +1 +100\.0 % +100\.0 %/m);
  });

  it.each([
    ["no JSON at all", /Line 1/],
    ['{"answerable":true}', /no question/],
    ['{"turns":["Who?"," "],"answerable":true}', /no question/],
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

describe("footnote eval --against", () => {
  const save = async (
    name: string,
    change: (run: { outcomes: { id: string; verdict: string }[] }) => void,
  ) => {
    const saved = JSON.parse((await run(["eval", "--json", "questions.jsonl"])).out);
    change(saved);
    writeFileSync(join(folder.path, name), JSON.stringify(saved));
  };
  const setVerdict =
    (id: string, verdict: string) => (saved: { outcomes: { id: string; verdict: string }[] }) => {
      for (const outcome of saved.outcomes) if (outcome.id === id) outcome.verdict = verdict;
    };

  it("tells what got better, and succeeds", async () => {
    await save("better.json", setVerdict("1", "wrong"));
    const { out, code } = await run(["eval", "--against", "better.json", "questions.jsonl"]);
    expect(out).toContain("Beside the earlier run: 1 better, 0 worse, 3 the same.");
    expect(out).toMatch(/Better\n {2}1 {2}How many steps does the tower have\?\n +wrong → right first/);
    expect(code).toBe(0);
  });

  it("tells what got worse, and fails", async () => {
    await save("worse.json", setVerdict("3", "first"));
    const { out, code } = await run(["eval", "--json", "--against", "worse.json", "questions.jsonl"]);
    expect(JSON.parse(out).comparison).toMatchObject({
      ...{ sameCorpus: true, compared: 4, better: [] },
      worse: [{ id: "3", was: "first", is: "wrong" }],
    });
    expect(code).toBe(1);
  });

  it("says when the texts or the questions are others", async () => {
    await save("other.json", (saved) => {
      Object.assign(saved, { corpus: { fingerprint: "0" } });
      saved.outcomes.splice(0, 1);
    });
    const { out } = await run(["eval", "--against", "other.json", "questions.jsonl"]);
    expect(out).toContain("The texts are not those of the earlier run.");
    expect(out).toContain("Not compared: 1 of these questions");
  });

  it.each(["questions.jsonl", "missing.json"])("refuses %s as an earlier run", async (file) => {
    const { code, err } = await run(["eval", "--against", file, "questions.jsonl"]);
    expect(code).toBe(2);
    expect(err).toMatch(/\nhint: .+\n$/);
  });
});

describe("footnote eval --self", () => {
  const notes = [
    "The granary of Oldwick stored 340 barrels of rye during the long winter.",
    "A lighthouse keeper at Cape Sorrow counted 12 wrecked schooners before breakfast.",
    "Glassblowers in the Murrow valley exported green bottles to eleven foreign ports.",
  ];
  const own = makeFolder(Object.fromEntries(notes.map((note, at) => [`corpus/note-${at}.md`, note])));
  const runOwn = (words: string[]) => runFootnote(["eval", "--self", ...words], { cwd: own.path });
  afterAll(own.remove);

  it("asks for the corpus's own sentences, and for them again when they are hidden", async () => {
    const { code, out } = await runOwn(["--json"]);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      seed: 1,
      questions: 3,
      "found@1": 1,
      refusedWhenHidden: 1,
      quotedHidden: 0,
    });
    expect(report.outcomes.map(({ sentence }: { sentence: string }) => sentence).sort()).toEqual(
      [...notes].sort(),
    );
    expect(code).toBe(0);
  });

  it("asks the same questions every time, and others with another seed", async () => {
    const questionsOf = async (words: string[]) =>
      JSON.parse((await runOwn(["--json", ...words])).out).outcomes.map(
        (one: { question: string }) => one.question,
      );
    const [once, again, other] = [
      await questionsOf([]),
      await questionsOf([]),
      await questionsOf(["--seed", "2"]),
    ];
    expect(again).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it("says in words what it means, and that three questions say little", async () => {
    const { out } = await runOwn(["--questions", "5"]);
    expect(out).toMatch(/^found@1 +100\.0 %/m);
    expect(out).toContain("On your texts Footnote was asked for 3 sentences");
    expect(out).toContain("no more than 3 sentences");
    expect(out).toContain("too few");
  });

  it.each([
    [["--questions", "0"], /--questions 0/],
    [["--seed", "x"], /--seed x/],
    [["questions.jsonl"], /its own questions/],
  ])("refuses %j", async (words, message) => {
    const { code, err } = await runOwn(words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("stops at Ctrl-C, though answers come from memory alone", async () => {
    const many = Array.from(
      { length: 400 },
      (_, at) => `${notes[at % 3]?.replace(/\d+/, String(at + 20))} ${at} boats.`,
    );
    const large = makeFolder({ "corpus/large.md": many.join("\n\n") });
    const { code, out } = await runFootnote(["eval", "--self", "--questions", "1000"], {
      cwd: large.path,
      onStart: (child) => void setTimeout(() => child.kill("SIGINT"), 1_500),
    });
    large.remove();
    expect(code).not.toBe(0);
    expect(out).toBe("");
  });

  it("says so when there is nothing to ask for", async () => {
    const bare = makeFolder({ "corpus/a.md": "# Only\n\nNothing much." });
    const { code, err } = await runFootnote(["eval", "--self"], { cwd: bare.path });
    bare.remove();
    expect(code).toBe(2);
    expect(err).toMatch(/too small/);
  });
});

describe("footnote eval without questions", () => {
  it("points at --self", async () => {
    const { code, err } = await run(["eval"]);
    expect(code).toBe(2);
    expect(err).toMatch(/hint: .*--self/);
  });
});
