/**
 * Measures a large index: how long it takes to make, to open, to ask and to change, and how much memory it needs.
 * Vectors are made up, a direction for each word, so that it takes minutes; the bundled encoder would take hours.
 * Usage: node tests/launch.mjs bench/large/measure-large.ts [paragraphs] [folder]
 */
import { appendFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { completeVectors } from "../../src/index/complete-vectors.ts";
import type { CorpusIndex } from "../../src/index/corpus-index.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { retrieve } from "../../src/retrieve/retrieve.ts";

import { generateCorpus, type PlantedQuestion } from "./generate-corpus.ts";
import { WordEmbedder } from "./word-embedder.ts";

Object.assign(globalThis, { FOOTNOTE_VERSION: "bench" });

const MEBIBYTE = 1024 * 1024;
const [paragraphs = "100000", folder = join(tmpdir(), "footnote-large")] = process.argv.slice(2);
const corpusPath = join(folder, `corpus-${paragraphs}`);
const indexPath = join(folder, `index-${paragraphs}`);
const embedder = new WordEmbedder();
const options = { corpusPath, indexPath, embedder, mostEmbedded: 5_000 };

const questions = await generateCorpus(corpusPath, {
  paragraphs: Number(paragraphs),
  files: Math.max(10, Math.round(Number(paragraphs) / 250)),
  seed: 7,
});
await writeFile(`${corpusPath}.jsonl`, questions.map((question) => JSON.stringify(question)).join("\n"));
await rm(indexPath, { recursive: true, force: true });

await openAndAsk("text and words, from nothing", "asked by words alone");
await timed("vectors, all of them", () => completeVectors(options));
await openAndAsk("opened", "asked with vectors");
await appendFile(join(corpusPath, questions[5]?.source ?? ""), "The xylophonist came in 1999.\n");
await openAndAsk("a changed file taken in", "asked in two parts");

/** Nothing of the index is held afterwards. */
async function openAndAsk(opening: string, asking: string): Promise<void> {
  const { index } = await timed(opening, () => openIndex(options));
  say(`${index.statistics.passages} passages, ${index.statistics.sentences} sentences`);
  await askAll(asking, index);
  await index.close();
}

async function askAll(what: string, index: CorpusIndex): Promise<void> {
  const times: number[] = [];
  let hits = 0;
  for (const question of questions.slice(0, 200)) {
    const started = performance.now();
    const { sentences } = await retrieve(index, embedder, question.question);
    times.push(performance.now() - started);
    hits += isHit(question, sentences[0]) ? 1 : 0;
  }
  const [cold = 0] = times;
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * times.length)] ?? 0).toFixed(1);
  say(
    `${what}: first ${cold.toFixed(0)} ms, median ${at(0.5)} ms, p95 ${at(0.95)} ms, hit@1 ${(hits / times.length).toFixed(2)}`,
  );
}

function isHit(
  { source, answers }: PlantedQuestion,
  best: Awaited<ReturnType<typeof retrieve>>["sentences"][number] | undefined,
): boolean {
  if (best === undefined || best.passage.source.file !== source) return false;
  const { start, end } = best.sentence.range;
  return best.passage.source.text.slice(start, end).includes(answers[0] ?? "");
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  say(`${what}: ${((performance.now() - started) / 1000).toFixed(2)} s`);
  return result;
}

function say(line: string): void {
  const { rss } = process.memoryUsage();
  const cpu = process.cpuUsage();
  const seconds = ((cpu.user + cpu.system) / 1e6).toFixed(1);
  process.stdout.write(
    `${line}  (${Math.round(rss / MEBIBYTE)} MB now, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB most, ${seconds} s of processor)\n`,
  );
}
