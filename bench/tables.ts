/**
 * Prints the tables of the README about answers, as Markdown: `npm run bench:tables -- [--shared <folder>] [--text]`.
 * The labelled sets of tests/evals, the questions of each text asked of the other, and the self-test of both. `--shared`
 * adds labelled sets from elsewhere: folders that hold `corpus/` and `questions.jsonl`, asked whole and in halves.
 * `--text` does without vectors. Indexes are kept in the temporary folder.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Answer } from "../src/answers/answer.ts";
import { type App, createApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { type LabelledQuestion, parseLabelledQuestion } from "../src/eval/labelled-question.ts";
import { measure, measureShapes, type Outcome } from "../src/eval/measure.ts";
import { runSelfTest } from "../src/eval/run-self-test.ts";
import { measureSelfTest } from "../src/eval/self-test.ts";

interface LabelledText {
  readonly name: string;
  readonly corpus: string;
  readonly questions: string;
  readonly followUps?: string;
}

const KEPT = join(tmpdir(), "footnote-tables");
const OWN: readonly LabelledText[] = [
  {
    name: "the shipped corpus",
    corpus: "corpus",
    questions: "tests/evals/questions.jsonl",
    followUps: "tests/evals/follow-ups.jsonl",
  },
  {
    name: "a pump manual",
    corpus: "tests/evals/manual/corpus",
    questions: "tests/evals/manual/questions.jsonl",
    followUps: "tests/evals/manual/follow-ups.jsonl",
  },
];
const SELF_TESTED = 200;

// What the build puts in: an index names the program that made it.
Object.assign(globalThis, { FOOTNOTE_VERSION: "bench" });
const { values } = parseArgs({
  options: { shared: { type: "string" }, text: { type: "boolean", default: false } },
});
const embedder = values.text ? "none" : undefined;

async function readQuestions(file: string): Promise<LabelledQuestion[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, at) => parseLabelledQuestion(line, at + 1));
}

async function open<T>(corpus: string, body: (app: App) => Promise<T>): Promise<T> {
  const config = readConfig({ corpus, index: join(KEPT, "index") }, { FOOTNOTE_EMBEDDER: embedder });
  const app = await createApp(config);
  return body(app).finally(() => app.close());
}

async function askAll(app: App, questions: readonly LabelledQuestion[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const labelled of questions) {
    let previous: Answer | undefined;
    for (const turn of labelled.earlierTurns) previous = await app.ask(turn, { previous });
    outcomes.push({
      labelled,
      ...(await app.askInDetail(labelled.question, { previous })),
      falseQuotes: 0,
    });
  }
  return outcomes;
}

/** The questions a text answers, asked where it is not: none of them can be answered there. */
function offTopic(questions: readonly LabelledQuestion[]): LabelledQuestion[] {
  return questions.filter(({ answerable }) => answerable).map((one) => ({ ...one, answerable: false }));
}

/** Each half of the files asked about both: how often the other half is refused, and its own wrongly. */
async function askHalves({ name, corpus, questions }: LabelledText): Promise<Outcome[]> {
  const answerable = (await readQuestions(questions)).filter((one) => one.answerable);
  const files = [...new Set(answerable.map(({ source }) => source))].sort();
  const outcomes: Outcome[] = [];
  for (const side of [0, 1]) {
    const own = new Set(files.filter((_, at) => at % 2 === side));
    const folder = join(KEPT, `${name}-half-${side}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const file of own) await cp(join(corpus, file), join(folder, file));
    const asked = answerable.map((one) => ({ ...one, answerable: own.has(one.source) }));
    outcomes.push(...(await open(folder, (app) => askAll(app, asked))));
  }
  return outcomes;
}

function sharedTexts(folder: string | undefined): LabelledText[] {
  if (folder === undefined) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      corpus: join(folder, name, "corpus"),
      questions: join(folder, name, "questions.jsonl"),
    }))
    .filter(({ corpus, questions }) => existsSync(corpus) && existsSync(questions));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  console.log(`${lines.join("\n")}\n`);
}

function percent(value: number | null): string {
  return value === null ? "–" : `${(value * 100).toFixed(1)} %`;
}

function answerRow(name: string, outcomes: readonly Outcome[]): string[] {
  const own = measure(outcomes);
  return [
    ...[name, String(own.answerable), percent(own["hit@1"]), percent(own["hit@3"])],
    ...[percent(own.falseAbstention), String(own.questions - own.answerable), percent(own.refusal)],
  ];
}

const ANSWER_HEAD = [
  "answerable",
  "first right",
  "among three",
  "refused wrongly",
  "not answerable",
  "refused",
];
const answers: string[][] = [];
const followUps: string[][] = [];
const elsewhere: string[][] = [];
const selfTests: string[][] = [];
const labelled: Outcome[] = [];

for (const text of [...OWN, ...sharedTexts(values.shared)]) {
  const questions = await readQuestions(text.questions);
  await open(text.corpus, async (app) => {
    const outcomes = await askAll(app, questions);
    answers.push(answerRow(text.name, outcomes));
    if (text.followUps === undefined) return;
    labelled.push(...outcomes);
    followUps.push(answerRow(text.name, await askAll(app, await readQuestions(text.followUps))));
    for (const other of OWN.filter((one) => one !== text)) {
      const asked = await askAll(app, offTopic(await readQuestions(other.questions)));
      elsewhere.push([
        `${other.name}, asked of ${text.name}`,
        String(asked.length),
        percent(measure(asked).refusal),
        "–",
      ]);
    }
    const own = measureSelfTest(await runSelfTest(app, { count: SELF_TESTED, seed: 1 }));
    const shares = [own["found@1"], own["found@3"], own.falseAbstention, own.refusedWhenHidden].map(percent);
    selfTests.push([text.name, String(own.questions), ...shares]);
  });
}
for (const text of sharedTexts(values.shared)) {
  const asked = measure(await askHalves(text));
  const strange = asked.questions - asked.answerable;
  elsewhere.push([
    `${text.name}, halves asked about each other`,
    String(strange),
    percent(asked.refusal),
    percent(asked.falseAbstention),
  ]);
}

const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
console.log(`Commit ${commit}, ${values.text ? "full text alone" : "full text and vectors"}.\n`);
table(["questions over", ...ANSWER_HEAD], answers);
table(["follow-ups over", ...ANSWER_HEAD], followUps);
table(["questions about other topics", "asked", "refused", "own refused wrongly"], elsewhere);
table(
  ["self-test of", "questions", "found first", "among three", "refused wrongly", "refused when hidden"],
  selfTests,
);
table(
  ["shape", "asked", "first right", "among three", "answered", "refused"],
  measureShapes(labelled).map((own) => [
    ...[own.shape, String(own.questions), percent(own["hit@1"]), percent(own["hit@3"])],
    ...[percent(own.answeredShare), percent(own.refusal)],
  ]),
);
