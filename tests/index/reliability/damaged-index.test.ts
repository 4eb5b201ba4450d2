import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openIndex } from "../../../src/index/open-index.ts";
import { corpusFolder } from "../../../src/index/store/index-folder.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { seededNumbers } from "../../doubles/seeded-vectors.ts";

const FILES = ["manifest.json", "sources.bin", "full-text.bin", "terms.bin", "vectors.bin"];
/** Bytes altered in each file, one at a time. */
const SAMPLES = 8;

let folder: string;
let corpusPath: string;
let indexPath: string;
let pristine: string;
let wanted: Awaited<ReturnType<typeof describeIndex>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-damaged-"));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  pristine = join(folder, "pristine");
  await mkdir(corpusPath);
  await writeFile(join(corpusPath, "one.md"), "# One\n\nThe river freezes. Boats stay ashore.\n");
  await writeFile(join(corpusPath, "two.md"), "The river floods.\n\n- Length: 3 km\n");
  wanted = await describeIndex();
  await cp(indexPath, pristine, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(FILES)("an index whose %s", (file) => {
  it("was altered anywhere is made anew, and answers the same", async () => {
    const bytes = await readFile(await pathOf(pristine, file));
    const next = seededNumbers(bytes.length);
    for (let sample = 0; sample < SAMPLES; sample++) {
      const altered = Buffer.from(bytes);
      const at = Math.floor(next() * bytes.length);
      altered.writeUInt8(altered.readUInt8(at) ^ (1 << Math.floor(next() * 8)), at);
      expect(await openDamaged(file, altered)).toEqual({ ...wanted, rebuilt: expect.any(String) });
    }
  });

  it("was cut short is made anew, and answers the same", async () => {
    const bytes = await readFile(await pathOf(pristine, file));
    for (const length of [0, 1, 7, bytes.length >> 1, bytes.length - 1])
      expect(await openDamaged(file, bytes.subarray(0, length))).toEqual({
        ...wanted,
        rebuilt: expect.any(String),
      });
  });

  it("is another file is made anew, and answers the same", async () => {
    for (const text of ["{}", "null", '{"revision":1}', "<html>".repeat(2_000)])
      expect(await openDamaged(file, Buffer.from(text))).toEqual({ ...wanted, rebuilt: expect.any(String) });
  });

  it("is gone is made anew, and answers the same", async () => {
    expect(await openDamaged(file, null)).toMatchObject({
      ...wanted,
      rebuilt: file === "manifest.json" ? null : expect.any(String),
    });
  });
});

/** What is asked of the index at `indexPath`, and why it was made anew before. */
async function describeIndex() {
  const embedder = new HashEmbedder();
  const { index, report } = await openIndex({ corpusPath, indexPath, embedder });
  const passages = (await Promise.all(index.sources.map(({ id }) => index.passagesOf(id)))).flat();
  const description = {
    revision: index.revision,
    texts: index.sources.map(({ text }) => text),
    passages: passages.map(({ passage }) => passage),
    byText: await index.searchFullText(["river", "length"], 9),
    byVector: await index.searchVectors(await embedder.embedQuery("the boats"), 9),
    rebuilt: report.rebuilt,
  };
  await index.close();
  return description;
}

async function openDamaged(file: string, bytes: Uint8Array | null) {
  await rm(indexPath, { recursive: true });
  await cp(pristine, indexPath, { recursive: true });
  const path = await pathOf(indexPath, file);
  if (bytes === null) await rm(path);
  else await writeFile(path, bytes);
  const description = await describeIndex();
  expect((await describeIndex()).rebuilt).toBeNull();
  return description;
}

async function pathOf(index: string, file: string): Promise<string> {
  const corpus = await corpusFolder(index, corpusPath);
  if (file === "manifest.json") return join(corpus, file);
  const generation = (await readdir(corpus)).find((name) => name.startsWith("g-"));
  return join(corpus, generation ?? "", file);
}
