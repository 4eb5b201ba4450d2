/**
 * Compares Footnote with what one would use otherwise, on the same texts and questions: quality on labelled sets, and
 * what it costs from a thousand paragraphs to a hundred thousand. Prints Markdown and draws docs/pictures/growth.svg.
 * Run: npm run bench -- [--sizes 1000,10000,100000] [--minutes 10] [--shared <folder>] [--only quality|growth]
 * `--minutes` is what one build may take; `--shared` adds a folder with `corpus/` and `questions.jsonl`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type LabelledQuestion, parseLabelledQuestion } from "../src/eval/labelled-question.ts";
import { CONTESTANTS } from "./contestants/contestants.ts";
import { drawGrowth, type GrowthLine } from "./contestants/draw-growth.ts";
import { measureFound } from "./contestants/measure-found.ts";
import { askContestant, buildContestant } from "./contestants/spawn-contestant.ts";
import { generateCorpus } from "./large/generate-corpus.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000" },
    minutes: { type: "string", default: "10" },
    shared: { type: "string" },
    only: { type: "string" },
  },
});
const patienceMs = Number(values.minutes) * 60_000;
const folder = mkdtempSync(join(tmpdir(), "footnote-bench-"));
/** Warm latency is measured on so many. */
const MOST_TIMED = 200;
const PARAGRAPHS_A_FILE = 250;

try {
  if (values.only !== "growth") await compareQuality();
  if (values.only !== "quality") await compareGrowth();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compareQuality(): Promise<void> {
  const sets = [
    { name: "shipped corpus", corpus: "corpus", questions: "tests/evals/questions.jsonl" },
    {
      name: "pump manual",
      corpus: "tests/evals/manual/corpus",
      questions: "tests/evals/manual/questions.jsonl",
    },
    ...(values.shared === undefined
      ? []
      : [
          {
            name: "other texts",
            corpus: join(values.shared, "corpus"),
            questions: join(values.shared, "questions.jsonl"),
          },
        ]),
  ];
  for (const { name, corpus, questions: file } of sets) {
    const questions = readQuestions(file).filter(({ earlierTurns }) => earlierTurns.length === 0);
    print(`\n**Quality: ${name}** (${questions.filter(({ answerable }) => answerable).length} answerable)\n`);
    print("| | finds | first right | among three | refused of the unanswerable | characters shown first |");
    print("|---|---|---|---|---|---|");
    for (const [contestant, { unit }] of Object.entries(CONTESTANTS)) {
      const store = join(folder, `${name} ${contestant}`);
      mkdirSync(store);
      const built = await buildContestant(contestant, corpus, store, patienceMs);
      const asked = built && (await askContestant(contestant, corpus, store, writeQuestions(questions)));
      if (asked === null) print(`| ${contestant} | ${unit} | – | – | – | – |`);
      else {
        const { hit1, hit3, refusal, length } = measureFound(questions, asked.found);
        const figures = [hit1, hit3, refusal].map((share) => share.toFixed(3));
        print(`| ${contestant} | ${unit} | ${figures.join(" | ")} | ${length.toFixed(0)} |`);
      }
    }
  }
}

async function compareGrowth(): Promise<void> {
  const lines: GrowthLine[] = [];
  /** What took too long is not tried with more. */
  const givenUp = new Set<string>();
  print("\n**Growth** (generated texts)\n");
  print(
    "| paragraphs | | built in | most memory | opened and first answer | then median | p95 | first right |",
  );
  print("|---|---|---|---|---|---|---|---|");
  for (const paragraphs of values.sizes.split(",").map(Number)) {
    const corpus = join(folder, `texts-${paragraphs}`);
    const files = Math.max(4, Math.round(paragraphs / PARAGRAPHS_A_FILE));
    const planted = await generateCorpus(corpus, { paragraphs, files, seed: 1 });
    const questions = planted
      .slice(0, MOST_TIMED)
      .map((one, at) => parseLabelledQuestion(JSON.stringify(one), at + 1));
    for (const contestant of Object.keys(CONTESTANTS).filter((name) => !givenUp.has(name))) {
      const store = join(folder, `growth-${paragraphs}-${contestant}`);
      mkdirSync(store);
      const built = await buildContestant(contestant, corpus, store, patienceMs);
      if (built === null) {
        givenUp.add(contestant);
        print(`| ${count(paragraphs)} | ${contestant} | over ${values.minutes} min | – | – | – | – | – |`);
        continue;
      }
      const asked = await askContestant(contestant, corpus, store, writeQuestions(questions));
      const [p50, p95] = [quantile(asked.latencies, 0.5), quantile(asked.latencies, 0.95)];
      const { hit1 } = measureFound(questions, asked.found);
      lines.push({ contestant, paragraphs, buildMs: built.buildMs, p95 });
      print(
        `| ${count(paragraphs)} | ${contestant} | ${seconds(built.buildMs)} | ` +
          `${Math.max(built.megabytes, asked.megabytes).toFixed(0)} MB | ${seconds(asked.firstMs)} | ` +
          `${p50.toFixed(1)} ms | ${p95.toFixed(1)} ms | ${hit1.toFixed(2)} |`,
      );
      rmSync(store, { recursive: true, force: true });
    }
    rmSync(corpus, { recursive: true, force: true });
  }
  writeFileSync("docs/pictures/growth.svg", drawGrowth(lines));
}

function readQuestions(file: string): LabelledQuestion[] {
  const rows = readFileSync(file, "utf8").trim().split("\n");
  return rows.map((row, at) => parseLabelledQuestion(row, at + 1));
}

function writeQuestions(questions: readonly LabelledQuestion[]): string {
  const file = join(folder, "questions.jsonl");
  writeFileSync(file, questions.map(({ question }) => JSON.stringify({ question })).join("\n"));
  return file;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
