/**
 * Holds the index in PostgreSQL against the one in a folder: `node tests/launch.mjs bench/postgres.ts -- [options]`.
 * `--labelled <folder>` (holds corpus/ and questions.jsonl): how many of `--questions <n>` (spread evenly) get the same
 * first quote, and the same decision to refuse (`--part 1/3`: of a third of them). `--sizes 1000,10000`: build time and
 * warm latency on made corpora of so many paragraphs. `--text` does without vectors. The database is PGlite over TCP,
 * or FOOTNOTE_TEST_POSTGRES.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Answer } from "../src/answers/answer.ts";
import { type App, createApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import { parseLabelledQuestion } from "../src/eval/labelled-question.ts";
import {
  DATABASE_NAME,
  startTestDatabase,
  type TestDatabase,
} from "../tests/doubles/postgres/test-database.ts";
import { generateCorpus } from "./large/generate-corpus.ts";

Object.assign(globalThis, { FOOTNOTE_VERSION: "bench" });

const { values } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== "--"),
  options: {
    labelled: { type: "string" },
    questions: { type: "string", default: "600" },
    part: { type: "string", default: "1/1" },
    sizes: { type: "string" },
    text: { type: "boolean", default: false },
  },
});
/** Questions asked of a made corpus, after as many that only warm it up. */
const TIMED = 60;

interface Side {
  readonly name: string;
  readonly app: App;
  readonly buildMs: number;
}

async function openSide(name: string, corpus: string, index: string): Promise<Side> {
  const environment = values.text ? { FOOTNOTE_EMBEDDER: "none" } : {};
  const started = performance.now();
  const app = await createApp(readConfig({ corpus, index }, environment));
  return { name, app, buildMs: performance.now() - started };
}

/** The folder's side and the database's, both built. */
async function withSides(
  corpus: string,
  body: (sides: readonly Side[], database: TestDatabase) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "footnote-bench-"));
  const database = await startTestDatabase();
  const sides: Side[] = [];
  try {
    sides.push(await openSide("folder", corpus, join(folder, "index")));
    sides.push(await openSide(DATABASE_NAME, corpus, database.url));
    await body(sides, database);
  } finally {
    for (const { app } of sides) await app.close();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compareAnswers(labelled: string, most: number): Promise<void> {
  const lines = (await readFile(join(labelled, "questions.jsonl"), "utf8")).split("\n").filter(Boolean);
  const all = lines.map((line, at) => parseLabelledQuestion(line, at + 1).question);
  const chosen = all.filter(
    (_, at) => Math.floor((at * most) / all.length) !== Math.floor(((at - 1) * most) / all.length),
  );
  const [part = 1, parts = 1] = values.part.split("/").map(Number);
  const questions = chosen.filter((_, at) => at % parts === part - 1);
  await withSides(join(labelled, "corpus"), async ([folder, database]) => {
    if (folder === undefined || database === undefined) return;
    let [sameQuote, sameDecision] = [0, 0];
    const took: [number[], number[]] = [[], []];
    for (const [at, question] of questions.entries()) {
      if (at % 100 === 0) console.error(`  ${at} of ${questions.length} questions asked`);
      const ours = await ask(folder, question, took[0]);
      const theirs = await ask(database, question, took[1]);
      if (ours.status === theirs.status) sameDecision++;
      if (firstQuote(ours) === firstQuote(theirs)) sameQuote++;
      else console.log(`  differs: ${question}\n    ${firstQuote(ours)}\n    ${firstQuote(theirs)}`);
    }
    const share = (count: number): string =>
      `${count} of ${questions.length} (${((100 * count) / questions.length).toFixed(2)} %)`;
    console.log(`same first quote ${share(sameQuote)}; same decision to refuse ${share(sameDecision)}`);
    console.log(`folder ${spread(took[0])}; ${database.name} ${spread(took[1])}`);
  });
}

async function measureSize(paragraphs: number): Promise<void> {
  const corpus = await mkdtemp(join(tmpdir(), "footnote-made-"));
  try {
    const files = Math.max(10, Math.round(paragraphs / 100));
    const planted = await generateCorpus(corpus, { paragraphs, files, seed: 1 });
    const questions = Array.from({ length: TIMED }, (_, at) => planted[at % planted.length]?.question ?? "");
    await withSides(corpus, async (sides, database) => {
      for (const side of sides) {
        for (const question of questions) await ask(side, question, []);
        const took: number[] = [];
        let found = 0;
        for (const [at, question] of questions.entries()) {
          const answer = await ask(side, question, took);
          if (planted[at % planted.length]?.answers.some((one) => firstQuote(answer)?.includes(one))) found++;
        }
        const seconds = (side.buildMs / 1000).toFixed(1);
        console.log(
          `${paragraphs} paragraphs  ${side.name.padEnd(8)} built in ${seconds} s, warm ${spread(took)}, right first ${found} of ${TIMED}`,
        );
      }
      const [size] = await database.query<{ megabytes: number }>(
        `SELECT sum(pg_total_relation_size(oid)) / 1e6 AS megabytes FROM pg_class
         WHERE relkind = 'r' AND relnamespace = '${database.schema}'::regnamespace`,
      );
      console.log(`${paragraphs} paragraphs  ${Number(size?.megabytes).toFixed(0)} MB in the database`);
    });
  } finally {
    await rm(corpus, { recursive: true, force: true });
  }
}

async function ask({ app }: Side, question: string, took: number[]): Promise<Answer> {
  const started = performance.now();
  const answer = await app.ask(question);
  took.push(performance.now() - started);
  return answer;
}

/** The first quote of an answer, or of what comes closest to one, with its place. */
function firstQuote({ citations, abstention }: Answer): string | undefined {
  const first = citations[0] ?? abstention?.closest[0];
  return first && `${first.id} ${first.quote}`;
}

function spread(took: readonly number[]): string {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

if (values.labelled !== undefined) await compareAnswers(values.labelled, Number(values.questions));
for (const size of values.sizes?.split(",") ?? []) await measureSize(Number(size));
