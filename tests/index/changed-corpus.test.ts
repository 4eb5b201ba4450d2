import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CorpusIndex } from "../../src/index/corpus-index.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { corpusFolder } from "../../src/index/store/index-folder.ts";
import { readManifest } from "../../src/index/store/index-manifest.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { HashEmbedder } from "../doubles/hash-embedder.ts";
import { seededNumbers } from "../doubles/seeded-vectors.ts";

/** Few enough that every change of the test is small beside the corpus, whatever it is. */
const FILES = 60;
const CHANGES = 12;
const WORDS =
  "river boat winter flood border bridge market treaty harvest wheat salt copper road tower stone ship".split(
    " ",
  );

let folder: string;
let corpusPath: string;
let words = 0;
const next = seededNumbers(11);
const embedder = new HashEmbedder();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-changed-"));
  corpusPath = join(folder, "corpus");
  await mkdir(corpusPath);
  for (let file = 0; file < FILES; file++) await writeText(`${file}.md`, someText(5));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a large corpus that is changed again and again", () => {
  it("answers in two parts what it would answer in one", async () => {
    await (await open("grown")).index.close();
    const first = await partsOf("grown");
    let inTwo = 0;
    for (let change = 0; change < CHANGES; change++) {
      await changeOne(change);
      const grown = await open("grown");
      await rm(join(folder, "fresh"), { recursive: true, force: true });
      const fresh = await open("fresh");
      expect(await describeIndex(grown.index)).toEqual(await describeIndex(fresh.index));
      expect(grown.report.rebuilt).toBeNull();
      await grown.index.close();
      await fresh.index.close();
      const parts = await partsOf("grown");
      if (parts.length === 2) inTwo++;
      expect(await generationsIn("grown")).toHaveLength(parts.length);
    }
    // Many changes leave the first part as it is; at some time so much has changed that all is written again.
    expect(inTwo).toBeGreaterThan(CHANGES / 3);
    expect((await partsOf("grown"))[0]).not.toEqual(first[0]);
  }, 60_000);

  it("is the same when it is opened again", async () => {
    const before = await open("grown");
    const again = await open("grown");
    expect(again.report).toMatchObject({ new: [], changed: [], removed: [], embedded: 0, rebuilt: null });
    expect(again.index.revision).toBe(before.index.revision);
    await before.index.close();
    await again.index.close();
  });

  it("is made anew when the part that stays is damaged", async () => {
    const [first = ""] = await partsOf("grown");
    await writeText("1.md", someText(3));
    const path = join(await corpusFolder(join(folder, "grown"), corpusPath), first, "full-text.bin");
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(400) ^ 1, 400);
    await writeFile(path, bytes);
    const { index, report } = await open("grown");
    expect(report.rebuilt).toContain("altered");
    const fresh = await open("fresh");
    expect(await describeIndex(index)).toEqual(await describeIndex(fresh.index));
    await index.close();
    await fresh.index.close();
  });
});

function open(index: string) {
  return openIndex({ corpusPath, indexPath: join(folder, index), embedder, leastPassages: 1 });
}

/** The folders of the parts that the index is in. */
async function partsOf(index: string): Promise<string[]> {
  const manifest = await readManifest(await corpusFolder(join(folder, index), corpusPath));
  if (manifest === null || "fault" in manifest) throw new Error("there is no index");
  return manifest.parts.map((files) => files["full-text.bin"]?.generation ?? "");
}

async function generationsIn(index: string): Promise<string[]> {
  const entries = await readdir(await corpusFolder(join(folder, index), corpusPath));
  return entries.filter((name) => name.startsWith("g-"));
}

async function changeOne(change: number): Promise<void> {
  const file = `${Math.floor(next() * FILES)}.md`;
  if (change % 5 === 3) await rm(join(corpusPath, file), { force: true });
  else if (change % 5 === 1) await writeText(`new-${change}.md`, someText(5));
  else await writeText(file, someText(5));
}

async function describeIndex(index: CorpusIndex) {
  const passages = (await Promise.all(index.sources.map(({ id }) => index.passagesOf(id)))).flat();
  const terms = [...new Set(index.sources.flatMap(({ text }) => tokenize(text).map(({ term }) => term)))];
  const asked = ["river", "winter", "salt", ...terms.slice(-3), "nowhere"];
  const vector = await embedder.embedQuery("the river in winter");
  const like = (await index.termsLike?.([...vector], 10_000)) ?? [];
  return {
    sources: index.sources.map((source) => ({ ...source })),
    statistics: index.statistics,
    passages,
    byKey: await Promise.all(passages.map(({ key }) => index.passage(key))),
    counts: await Promise.all(index.sources.map(({ id }) => index.countsOf(id))),
    frequencies: await index.termFrequencies(terms),
    near: await Promise.all(
      ["rivr", "word12", "bridgework", ...terms.slice(-3)].map((one) => index.termsNear(one)),
    ),
    found: await index.searchFullText(asked, 50),
    foundIn: await index.searchFullText(asked, 50, [index.sources[3]?.id ?? ""]),
    nearest: await index.searchVectors(vector, 40),
    nearestIn: await index.searchVectors(vector, 9, [index.sources[3]?.id ?? ""]),
    vectors: await index.sentenceVectors(passages.length >> 1),
    words: new Set(like.map(({ term }) => term)),
  };
}

/** Paragraphs of words that all texts share, and of one that no other text has. */
function someText(paragraphs: number): string {
  const word = (): string => WORDS[Math.floor(next() * WORDS.length)] ?? "";
  return Array.from({ length: paragraphs }, () => {
    return `The ${word()} of the ${word()} is no ${word()}. A word${words++} has a ${word()} and a ${word()}.\n\n`;
  }).join("");
}

async function writeText(file: string, text: string): Promise<void> {
  await writeFile(join(corpusPath, file), text);
}
