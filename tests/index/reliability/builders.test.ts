import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../../../src/index/open-index.ts";
import { findIndex } from "../../../src/index/store/find-index.ts";
import { corpusFolder } from "../../../src/index/store/index-folder.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { bundleBuilder, type StartBuilder } from "./start-builder.ts";

/** A user without rights of its own, on systems that have users. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

let scripts: string;
let start: StartBuilder;
let folder: string;
let corpusPath: string;
let indexPath: string;

beforeAll(async () => {
  scripts = await mkdtemp(join(tmpdir(), "footnote-scripts-"));
  await chmod(scripts, 0o755);
  start = await bundleBuilder(scripts);
});

afterAll(() => rm(scripts, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-builders-"));
  await chmod(folder, 0o755);
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  await mkdir(corpusPath);
  for (const name of ["one", "two", "three"])
    await writeFile(
      join(corpusPath, `${name}.md`),
      `The file ${name}.\n\n${`It has ${name} boats. `.repeat(9)}\n`,
    );
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("two builders of one index", () => {
  it("wait for each other, and the second one finds the work done", async () => {
    const results = await Promise.all([0, 1].map(() => start({ corpusPath, indexPath, delayMs: 1500 })));
    expect(results.map(({ errors }) => errors)).toEqual(["", ""]);
    expect(results[0]?.printed?.revision).toBe(results[1]?.printed?.revision);
    expect(results.map(({ printed }) => printed?.hasWaited).sort()).toEqual([false, true]);
    expect(results.map(({ printed }) => printed?.report.new.length).sort()).toEqual([0, 3]);
  });

  it("can be at work on two corpora at once, and share their vectors", async () => {
    const second = join(folder, "second");
    await mkdir(second);
    await writeFile(join(second, "four.md"), "It has one boats. The file four.\n");
    const results = await Promise.all(
      [corpusPath, second].map((path) => start({ corpusPath: path, indexPath, delayMs: 300 })),
    );
    expect(results.map(({ errors }) => errors)).toEqual(["", ""]);
    for (const path of [corpusPath, second]) {
      const { index, report } = await openIndex({
        corpusPath: path,
        indexPath,
        embedder: new HashEmbedder(),
      });
      expect(report).toMatchObject({ new: [], changed: [], embedded: 0, rebuilt: null });
      await index.close();
    }
  });
});

describe("a reader", () => {
  it("always finds a whole index while builders replace it", async () => {
    const embedder = new HashEmbedder();
    const first = await openIndex({ corpusPath, indexPath, embedder });
    const path = await corpusFolder(indexPath, corpusPath);
    let isBuilding = true;
    const building = (async () => {
      for (let round = 0; round < 15; round++) {
        await writeFile(join(corpusPath, "two.md"), `Round ${round}. It has two boats.\n`);
        await (await openIndex({ corpusPath, indexPath, embedder })).index.close();
      }
      isBuilding = false;
    })();
    let readings = 0;
    for (; isBuilding; readings++) {
      const { generation, fault } = await findIndex(path);
      expect(fault).toBeNull();
      for (const source of generation?.manifest.sources ?? [])
        expect(generation?.entryOf(source)).toBeDefined();
      generation?.close();
    }
    await building;
    expect(readings).toBeGreaterThan(0);
    const [one] = await first.index.searchFullText(["boat"], 1);
    expect((await first.index.passage(one?.key ?? -1)).source.text).toContain("boats");
    expect(await first.index.searchVectors(await embedder.embedQuery("boats"), 3)).toHaveLength(3);
    await first.index.close();
  });
});

describe.skipIf(!isRoot)(
  `an index folder that may not be written to${isRoot ? "" : " (skipped: needs root to give up rights)"}`,
  () => {
    it("is read as long as it is fresh", async () => {
      const made = await start({ corpusPath, indexPath });
      const result = await start({ corpusPath, indexPath, user: NOBODY });
      expect(result.errors).toBe("");
      expect(result.printed).toMatchObject({
        revision: made.printed?.revision,
        report: { notes: [], embedded: 0 },
      });
    });

    it("does not keep anybody from an answer when the corpus has changed", async () => {
      await start({ corpusPath, indexPath });
      await writeFile(join(corpusPath, "two.md"), "Now it has three boats.\n");
      const result = await start({ corpusPath, indexPath, user: NOBODY });
      expect(result.errors).toBe("");
      expect(result.printed).toMatchObject({
        hasVectors: true,
        report: { changed: ["two.md"], embedded: 1 },
      });
      expect(result.printed?.report.notes).toHaveLength(1);
      expect(await readdir(await corpusFolder(indexPath, corpusPath))).toHaveLength(2);
    });

    it("need not even be there", async () => {
      const result = await start({ corpusPath, indexPath: join(folder, "none"), user: NOBODY });
      expect(result.errors).toBe("");
      expect(result.printed).toMatchObject({
        hasVectors: true,
        report: { new: ["one.md", "three.md", "two.md"] },
      });
    });
  },
);

describe("a build that is aborted", () => {
  it("leaves the index as it was, and keeps the vectors made so far", async () => {
    const embedder = new HashEmbedder();
    const before = await openIndex({ corpusPath, indexPath, embedder });
    await before.index.close();
    const many = Array.from({ length: 300 }, (_, place) => `Sentence number ${place} is new.\n\n`).join("");
    await writeFile(join(corpusPath, "four.md"), many);
    const abort = new AbortController();
    const aborted = openIndex({
      corpusPath,
      indexPath,
      embedder,
      signal: abort.signal,
      onProgress: ({ phase, done }) => {
        if (phase === "embedding" && done > 0) abort.abort(new Error("enough"));
      },
    });
    await expect(aborted).rejects.toThrow("enough");
    const path = await corpusFolder(indexPath, corpusPath);
    const { generation } = await findIndex(path);
    expect(generation?.manifest.revision).toBe(before.index.revision);
    generation?.close();
    expect((await readdir(path)).filter((name) => name.startsWith("g-"))).toHaveLength(1);
    const after = await openIndex({ corpusPath, indexPath, embedder });
    expect(after.report.embedded).toBeGreaterThan(0);
    expect(after.report.embedded).toBeLessThan(300);
    await after.index.close();
  });

  it("does not begin when it is aborted before", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(openIndex({ corpusPath, indexPath, embedder: null, signal })).rejects.toThrow("enough");
  });

  it("rejects with what the embedder throws, and leaves no files behind", async () => {
    class BrokenEmbedder extends HashEmbedder {
      override embedDocuments(): Promise<number[][]> {
        return Promise.reject(new Error("out of order"));
      }
    }
    const options = { corpusPath, indexPath };
    await expect(openIndex({ ...options, embedder: new BrokenEmbedder() })).rejects.toThrow("out of order");
    expect(await readdir(await corpusFolder(indexPath, corpusPath))).toEqual([]);
    const { index, report } = await openIndex({ ...options, embedder: null });
    expect(report.new).toHaveLength(3);
    await index.close();
  });
});
