/**
 * Measures answers: `npm run bench:quality -- [--halves] [--text] [--ablate] [<corpus> <questions.jsonl>]…`. Without folders it
 * takes the shipped corpus and its questions. `--halves` indexes half of the files at a time and asks the questions
 * of the other half too, which are to be refused; `--text` does without vectors; `--ablate` tells what each part of the ranking is worth. Indexes are kept in the temporary folder.
 */
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { createEmbedder } from "../src/embedders/create-embedder.ts";
import { type LabelledQuestion, parseLabelledQuestion } from "../src/eval/labelled-question.ts";
import { measure, type Outcome } from "../src/eval/measure.ts";
import { openIndex } from "../src/index/open-index.ts";
import { printAblations } from "./ablate.ts";

const KEPT = join(tmpdir(), "footnote-quality");

async function readQuestions(file: string): Promise<LabelledQuestion[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line, at) => parseLabelledQuestion(line, at + 1));
}

/** Every question asked of the corpus, in order. */
async function askAll(
  corpus: string,
  questions: readonly LabelledQuestion[],
  embedder: string | undefined,
): Promise<Outcome[]> {
  const app = await createApp(
    readConfig({ corpus, index: join(KEPT, "index") }, { FOOTNOTE_EMBEDDER: embedder }),
  );
  try {
    const outcomes: Outcome[] = [];
    for (const labelled of questions)
      outcomes.push({ labelled, ...(await app.askInDetail(labelled.question)), falseQuotes: 0 });
    return outcomes;
  } finally {
    await app.close();
  }
}

function printMeasures(title: string, outcomes: readonly Outcome[]): void {
  const { latencyMs, quoteIntegrity: _, ...measures } = measure(outcomes);
  const figures = Object.entries(measures).map(
    ([name, value]) => `${name} ${value === null ? "–" : round(value)}`,
  );
  console.log(`${title}\n  ${figures.join("  ")}  p50 ${latencyMs.p50} ms  p95 ${latencyMs.p95} ms`);
}

/** For each kind of question: how many, answered, right at first, right among three. */
function printShapes(outcomes: readonly Outcome[]): void {
  for (const [shape, own] of groupBy(outcomes, ({ labelled }) => labelled.shape)) {
    if (shape === "") continue;
    const { answeredShare, "hit@1": first, "hit@3": three } = measure(own);
    console.log(
      `  ${shape.padEnd(18)}${String(own.length).padStart(4)}  answered ${round(answeredShare)}  hit@1 ${round(first)}  hit@3 ${round(three)}`,
    );
  }
}

/** The best sentence's confidence beside how often the first quote was right. */
function printCalibration(outcomes: readonly Outcome[]): void {
  const answered = outcomes.filter(
    ({ labelled, answer }) => labelled.answerable && answer.status === "answered",
  );
  const steps = groupBy(answered, ({ answer }) => Math.floor(answer.confidence * 10) / 10);
  const shown = [...steps]
    .sort(([a], [b]) => a - b)
    .map(([step, own]) => `${step}: ${round(measure(own)["hit@1"])} of ${own.length}`);
  console.log(`  first quote right, by confidence  ${shown.join("  ")}`);
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

async function ablate(corpus: string, questions: readonly LabelledQuestion[]): Promise<void> {
  const config = readConfig({ corpus, index: join(KEPT, "index") }, {});
  const embedder = await createEmbedder(config.embedder, config.services);
  if (embedder === null) return;
  const { index } = await openIndex({
    corpusPath: corpus,
    indexPath: config.indexPath,
    embedder,
    inMemory: null,
  });
  await printAblations(index, embedder, questions);
  await index.close();
  await embedder.close();
}

async function measureHalves(
  corpus: string,
  questions: readonly LabelledQuestion[],
  embedder: string | undefined,
): Promise<void> {
  const answerable = questions.filter((one) => one.answerable);
  const files = [...new Set(answerable.map(({ source }) => source))].sort();
  const outcomes: Outcome[] = [];
  for (const side of [0, 1]) {
    const own = new Set(files.filter((_, at) => at % 2 === side));
    const folder = join(KEPT, `half-${side}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const file of own) await cp(join(corpus, file), join(folder, file));
    const asked = answerable.map((one) => ({ ...one, answerable: own.has(one.source) }));
    outcomes.push(...(await askAll(folder, asked, embedder)));
  }
  printMeasures(`${corpus}, in halves, questions on the other half included`, outcomes);
}

function round(value: number | null): string {
  return value === null ? "–" : String(Math.round(value * 1000) / 1000);
}

// What the build puts in: an index names the program that made it.
Object.assign(globalThis, { FOOTNOTE_VERSION: "bench" });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    halves: { type: "boolean", default: false },
    text: { type: "boolean", default: false },
    ablate: { type: "boolean", default: false },
  },
});
const embedder = values.text ? "none" : undefined;
const sets = positionals.length > 0 ? positionals : ["corpus", "tests/evals/questions.jsonl"];
for (let at = 0; at + 1 < sets.length; at += 2) {
  const corpus = sets[at] ?? "";
  const questions = await readQuestions(sets[at + 1] ?? "");
  const outcomes = await askAll(corpus, questions, embedder);
  printMeasures(corpus, outcomes);
  printShapes(outcomes);
  printCalibration(outcomes);
  if (values.ablate) await ablate(corpus, questions);
  if (values.halves) await measureHalves(corpus, questions, embedder);
}
