import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dotProduct } from "../../src/embedders/unit-vectors.ts";
import type { CorpusIndex, SentenceMatch } from "../../src/index/corpus-index.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { corpusFolder, GRAPH_FILE } from "../../src/index/store/index-folder.ts";
import { findAddonFault } from "../../src/index/vectors/addon-fault.ts";
import { MOST_WITHOUT_GRAPH } from "../../src/index/vectors/vector-graph.ts";
import { HashEmbedder } from "../doubles/hash-embedder.ts";
import { seededNumbers } from "../doubles/seeded-vectors.ts";

const WORDS =
  "river boat winter flood border bridge market treaty harvest wheat salt copper road tower".split(" ");
const FILES = 5;
const SENTENCES = Math.ceil((MOST_WITHOUT_GRAPH + 100) / FILES);
const QUESTIONS = ["salt on the road", "a bridge of copper", "flood in winter"];

const embedder = new HashEmbedder({ dimensions: 16 });
const fault = await findAddonFault();
let folder: string;
let corpusPath: string;
let indexPath: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-large-"));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  await mkdir(corpusPath);
  const next = seededNumbers(9);
  const word = (): string => WORDS[Math.floor(next() * WORDS.length)] ?? "";
  for (let file = 0; file < FILES; file++) {
    const sentences = Array.from({ length: SENTENCES }, (_, place) => {
      return `The ${word()} ${word()} ${word()} ${word()} of ${file} and ${place}.${place % 8 === 7 ? "\n\n" : " "}`;
    });
    await writeFile(join(corpusPath, `${file}.txt`), sentences.join(""));
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(fault !== null)(
  `an index of more vectors than are compared one by one${fault === null ? "" : ` (skipped: ${fault.message})`}`,
  () => {
    it("has a graph, and finds what comparing with each vector finds", async () => {
      const index = await open();
      await expect(readFile(await graphPath())).resolves.toBeDefined();
      for (const question of QUESTIONS) {
        const vector = await embedder.embedQuery(question);
        const matches = await index.searchVectors(vector, 10);
        expect(matches.map(placeOf)).toEqual((await compareWithEach(index, vector)).slice(0, 10));
        const within = await index.searchVectors(vector, 10, ["3"]);
        expect(within.map(placeOf)).toEqual((await compareWithEach(index, vector, "3")).slice(0, 10));
      }
      await index.close();
    });

    it("answers the same when the graph was altered", async () => {
      const graph = await readFile(await graphPath());
      const before = await answer();
      graph.writeUInt8(graph.readUInt8(graph.length >> 1) ^ 1, graph.length >> 1);
      await writeFile(await graphPath(), graph);
      expect(await answer()).toEqual(before);
    });

    it("answers the same when the graph is gone", async () => {
      const before = await answer();
      await rm(await graphPath());
      expect(await answer()).toEqual(before);
    });

    it("answers on when another index takes its place", async () => {
      const before = await answer();
      const index = await open();
      await writeFile(join(corpusPath, "new.txt"), "One more.\n");
      await (await open()).close();
      expect(await ask(index)).toEqual(before);
      await index.close();
    });
  },
);

async function open(): Promise<CorpusIndex> {
  return (await openIndex({ corpusPath, indexPath, embedder })).index;
}

async function answer(): Promise<readonly SentenceMatch[][]> {
  const index = await open();
  const answers = await ask(index);
  await index.close();
  return answers;
}

async function ask(index: CorpusIndex): Promise<readonly SentenceMatch[][]> {
  const vectors = await Promise.all(QUESTIONS.map((question) => embedder.embedQuery(question)));
  return Promise.all(vectors.map((vector) => index.searchVectors(vector, 10)));
}

async function graphPath(): Promise<string> {
  const corpus = await corpusFolder(indexPath, corpusPath);
  const generation = (await readdir(corpus)).find((name) => name.startsWith("g-"));
  return join(corpus, generation ?? "", GRAPH_FILE);
}

/** The places of all sentences, of one source or of all, nearest first. */
async function compareWithEach(index: CorpusIndex, vector: readonly number[], sourceId?: string) {
  const ids = sourceId === undefined ? index.sources.map(({ id }) => id) : [sourceId];
  const passages = (await Promise.all(ids.map((id) => index.passagesOf(id)))).flat();
  const matches: SentenceMatch[] = [];
  for (const { key } of passages)
    for (const [sentence, row] of (await index.sentenceVectors(key)).entries())
      matches.push({ key, sentence, similarity: dotProduct(row, Float32Array.from(vector)) });
  return matches.sort((a, b) => b.similarity - a.similarity || a.key - b.key).map(placeOf);
}

function placeOf({ key, sentence }: SentenceMatch): string {
  return `${key}.${sentence}`;
}
