import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/embedders/embedder.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { corpusFolder } from "../../src/index/store/index-folder.ts";
import { HashEmbedder } from "../doubles/hash-embedder.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

let folder: string;
let corpusPath: string;
let indexPath: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-editions-"));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  await mkdir(corpusPath);
  await writeFile(join(corpusPath, "north.md"), "The river freezes in winter. Boats stay ashore.\n");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const maker = (name: string) => new HashEmbedder({ id: name, dimensions: 8 });

async function open(embedder: Embedder | null) {
  const { index, report } = await openIndex({ corpusPath, indexPath, embedder });
  await index.close();
  const texts = index.sources.map(({ file }) => file);
  return { revision: index.revision, rebuilt: report.rebuilt, embedded: report.embedded, texts };
}

/** The folders that hold an index, by the time of their last use. */
async function editions(): Promise<string[]> {
  const corpus = await corpusFolder(indexPath, corpusPath);
  const all = [corpus, ...(await readdir(corpus).catch(() => [])).map((name) => join(corpus, name))];
  const isIndex = await Promise.all(
    all.map((path) =>
      stat(join(path, "manifest.json")).then(
        () => true,
        () => false,
      ),
    ),
  );
  return all.filter((_, place) => isIndex[place]);
}

async function setLastUse(edition: string, msAgo: number): Promise<void> {
  const time = new Date(Date.now() - msAgo);
  await utimes(join(edition, "manifest.json"), time, time);
}

describe("processes with different makers on one index folder", () => {
  it("have an index each, and undo nothing of each other's", async () => {
    const makers = [maker("one"), maker("two"), null];
    const first = [];
    for (const embedder of makers) first.push(await open(embedder));
    expect(new Set(first.map(({ revision }) => revision)).size).toBe(3);
    for (let round = 0; round < 3; round++)
      for (const [place, embedder] of makers.entries())
        expect(await open(embedder)).toEqual({ ...first[place], rebuilt: null, embedded: 0 });
    expect(await editions()).toHaveLength(3);
  });

  it("each take in a change, each from what it has", async () => {
    const makers = [maker("one"), maker("two")];
    for (const embedder of makers) await open(embedder);
    await writeFile(join(corpusPath, "south.md"), "The river floods in spring.\n");
    for (const embedder of makers)
      expect(await open(embedder)).toMatchObject({
        rebuilt: null,
        embedded: 1,
        texts: ["north.md", "south.md"],
      });
  });

  it("may begin at the same time", async () => {
    const makers = [maker("one"), maker("two"), maker("three"), null];
    const first = await Promise.all([...makers, ...makers].map(open));
    expect(new Set(first.map(({ revision }) => revision)).size).toBe(4);
    for (const [place, embedder] of makers.entries())
      expect(await open(embedder)).toEqual({ ...first[place], rebuilt: null, embedded: 0 });
  });

  it("leave alone what another version of Footnote has made", async () => {
    const corpus = await corpusFolder(indexPath, corpusPath);
    await mkdir(join(corpus, "g-1-other"), { recursive: true });
    const manifest = `footnote-index 7 ${"0".repeat(64)}\n{"of":"another"}`;
    await writeFile(join(corpus, "manifest.json"), manifest);
    await writeFile(join(corpus, "g-1-other", "words.bin"), "theirs");
    await open(maker("one"));
    expect((await open(maker("one"))).embedded).toBe(0);
    expect(await readFile(join(corpus, "manifest.json"), "utf8")).toBe(manifest);
    expect(await readFile(join(corpus, "g-1-other", "words.bin"), "utf8")).toBe("theirs");
  });

  it("take over the texts that another has read, and say why there is a new index", async () => {
    await open(null);
    const { index, report } = await openIndex({ corpusPath, indexPath, embedder: maker("one") });
    await index.close();
    expect(report).toMatchObject({ unchanged: ["north.md"], new: [], embedded: 2 });
    expect(report.rebuilt).toBe("its vectors are of no embedder, and now it is one");
  });
});

describe("editions that nobody uses", () => {
  it("are removed when there are many, the longest unused first", async () => {
    const names = ["one", "two", "three", "four", "five"];
    for (const [place, name] of names.entries()) {
      const before = new Set(await editions());
      await open(maker(name));
      const made = (await editions()).find((edition) => !before.has(edition)) ?? "";
      await setLastUse(made, (20 - place) * DAY_MS);
    }
    expect(await editions()).toHaveLength(3);
    for (const name of ["three", "four", "five"]) expect((await open(maker(name))).rebuilt).toBeNull();
    expect((await open(maker("one"))).rebuilt).toEqual(expect.any(String));
  });

  it("are kept while they are in use, up to a bound", async () => {
    for (let at = 0; at < 12; at++) await open(maker(`maker ${at}`));
    expect((await editions()).length).toBeGreaterThan(3);
    expect((await editions()).length).toBeLessThanOrEqual(9);
    expect((await open(maker("maker 11"))).rebuilt).toBeNull();
  });

  it("are removed, too, where they were only begun", async () => {
    const begun = join(await corpusFolder(indexPath, corpusPath), `e-${"0".repeat(16)}`);
    await mkdir(join(begun, "g-1-killed"), { recursive: true });
    await utimes(begun, 1, 1);
    for (const name of ["one", "two", "three", "four"]) await open(maker(name));
    expect(await readdir(begun).catch(() => null)).toBeNull();
  });

  it("stay open for whoever reads them while they are removed", async () => {
    const { index } = await openIndex({ corpusPath, indexPath, embedder: maker("old") });
    for (const edition of await editions()) await setLastUse(edition, 9 * DAY_MS);
    for (const name of ["one", "two", "three", "four"]) await open(maker(name));
    for (const source of index.sources) expect(source.text).toContain("The river freezes");
    expect(await index.searchFullText(["river"], 3)).toHaveLength(1);
    await index.close();
  });
});
