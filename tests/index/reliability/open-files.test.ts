import { mkdir, mkdtemp, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { completeVectors } from "../../../src/index/complete-vectors.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import type { OpenIndexOptions } from "../../../src/index/open-options.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { KNOWS_OPEN_FILES, openFilesIn } from "../../doubles/open-files.ts";

const ROUNDS = 20;

let folder: string;
let corpusPath: string;
let indexPath: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "footnote-open-")));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  await mkdir(corpusPath);
  await writeFile(join(corpusPath, "north.md"), "The river freezes in winter. Boats stay ashore.\n");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function options(more: Partial<OpenIndexOptions> = {}): OpenIndexOptions {
  return { corpusPath, indexPath, embedder: new HashEmbedder(), ...more };
}

async function openAndClose(more: Partial<OpenIndexOptions> = {}): Promise<void> {
  const { index } = await openIndex(options(more));
  await index.close();
}

/** The files of the index of the corpus, and their folder. */
async function generation(): Promise<string> {
  const [corpus = ""] = (await readdir(indexPath)).filter((name) => name.startsWith("corpus-"));
  const [made = ""] = (await readdir(join(indexPath, corpus))).filter((name) => name.startsWith("g-"));
  return join(indexPath, corpus, made);
}

describe.skipIf(!KNOWS_OPEN_FILES)("what an opening leaves open", () => {
  it("is nothing once the index is closed", async () => {
    const { index } = await openIndex(options());
    expect(openFilesIn(folder).length).toBeGreaterThan(0);
    await index.close();
    expect(openFilesIn(folder)).toEqual([]);
    await openAndClose();
    await openAndClose({ force: true });
    expect(openFilesIn(folder)).toEqual([]);
  });

  it("is nothing where the corpus is away, has nothing in it, or is of no use", async () => {
    await openAndClose();
    await rename(corpusPath, join(folder, "away"));
    for (const stand of ["nothing", "empty folder", "file"]) {
      if (stand === "empty folder") await mkdir(corpusPath);
      if (stand === "file") await rm(corpusPath, { recursive: true });
      if (stand === "file") await writeFile(corpusPath, "");
      for (let round = 0; round < ROUNDS; round++) await expect(openIndex(options())).rejects.toThrow();
    }
    expect(openFilesIn(folder)).toEqual([]);
    const names = (await readdir(indexPath)).sort();
    await expect(openIndex(options({ corpusPath: join(folder, "nowhere") }))).rejects.toThrow();
    expect((await readdir(indexPath)).sort()).toEqual(names);
    await rm(corpusPath);
    await rename(join(folder, "away"), corpusPath);
    await openAndClose();
  });

  it("is nothing where a file of the index is damaged, gone or something else", async () => {
    await openAndClose();
    for (const file of await readdir(await generation()))
      for (const change of ["damaged", "gone", "folder"]) {
        const path = join(await generation(), file);
        await rm(path, { recursive: true });
        if (change === "damaged") await writeFile(path, "other bytes");
        if (change === "folder") await mkdir(path);
        await openAndClose();
        expect(openFilesIn(folder)).toEqual([]);
      }
  });

  it("is nothing where the building fails or is given up", async () => {
    await openAndClose();
    await writeFile(join(corpusPath, "south.md"), "The river floods in spring.\n");
    const failing = new HashEmbedder();
    failing.embedDocuments = () => Promise.reject(new Error("the service is down"));
    const stop = new AbortController();
    const stopping = { signal: stop.signal, onProgress: () => stop.abort(new Error("given up")) };
    for (let round = 0; round < ROUNDS; round++) {
      await expect(openIndex(options({ embedder: failing }))).rejects.toThrow("the service is down");
      await expect(openIndex(options({ ...stopping }))).rejects.toThrow("given up");
    }
    await openAndClose({ mostEmbedded: 0, force: true });
    await expect(completeVectors(options({ embedder: failing }))).rejects.toThrow("the service is down");
    expect(openFilesIn(folder)).toEqual([]);
  });

  it("does not grow while a share is away for long, and all is well when it is back", async () => {
    const flags = { corpus: corpusPath, index: indexPath };
    const app = await createApp(readConfig(flags, { FOOTNOTE_EMBEDDER: "none" }));
    const before = openFilesIn(folder);
    for (const outage of [1, 2]) {
      await rename(corpusPath, join(folder, "away"));
      for (let round = 0; round < ROUNDS; round++)
        await expect(app.refresh()).rejects.toThrow("no file or folder");
      expect(openFilesIn(folder)).toHaveLength(before.length);
      await rename(join(folder, "away"), corpusPath);
      await writeFile(join(corpusPath, `new-${outage}.md`), `Outage ${outage} is over.\n`);
      expect((await app.refresh()).new).toEqual([`new-${outage}.md`]);
      expect(openFilesIn(folder)).toHaveLength(before.length);
    }
    for (let round = 0; round < ROUNDS; round++) await app.refresh();
    expect(openFilesIn(folder)).toHaveLength(before.length);
    await app.close();
    expect(openFilesIn(folder)).toEqual([]);
  });
});
