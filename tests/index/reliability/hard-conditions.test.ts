import { appendFile, mkdir, mkdtemp, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FolderIndex } from "../../../src/index/folder-index.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { findIndex } from "../../../src/index/store/find-index.ts";
import { corpusFolder } from "../../../src/index/store/index-folder.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { seededNumbers } from "../../doubles/seeded-vectors.ts";
import { bundleBuilder, type StartBuilder } from "./start-builder.ts";

const isLinux = process.platform === "linux";

let scripts: string;
let start: StartBuilder;
let folder: string;
let corpusPath: string;
let indexPath: string;

beforeAll(async () => {
  scripts = await mkdtemp(join(tmpdir(), "footnote-scripts-"));
  start = await bundleBuilder(scripts);
});

afterAll(() => rm(scripts, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-hard-"));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  await mkdir(corpusPath);
  for (const name of ["one", "two", "three"]) await writeText(`${name}.md`, `The file ${name} has boats.\n`);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a full disk", () => {
  it("leaves the index as it was, says so, and is no hindrance once there is room", async () => {
    const before = await open();
    const many = Array.from({ length: 300 }, (_, line) => `The line ${line} of many has boats.\n\n`).join("");
    await writeText("many.md", many);
    for (const fullFrom of [1, 4, 7, 11]) {
      const { exitCode, errors } = await start({ corpusPath, indexPath, fullFrom });
      expect(exitCode).toBe(1);
      expect(errors).toContain("no space is left");
      const found = await findIndex(await corpusFolder(indexPath, corpusPath));
      expect(found.generation?.manifest.revision).toBe(before.revision);
      found.generation?.close();
    }
    const after = await open();
    expect(after.files).toEqual(["many.md", "one.md", "three.md", "two.md"]);
    expect(after).toEqual(await open(join(folder, "fresh")));
  });
});

describe("files that change while they are read", () => {
  it("are in the index as they are in the end, whatever was read of them", async () => {
    const next = seededNumbers(3);
    for (let round = 0; round < 12; round++) {
      const opening = open();
      const name = `${["one", "two", "three", "four"][Math.floor(next() * 4)]}.md`;
      const path = join(corpusPath, name);
      const change = Math.floor(next() * 4);
      if (change === 0) await rm(path, { force: true });
      else if (change === 1) await appendFile(path, `The round ${round} adds more.\n`);
      else if (change === 2) await truncate(path, 7).catch(() => undefined);
      else await writeText(name, `The file is another in round ${round}.\n`);
      await opening;
    }
    await writeText("five.md", "The last file.\n");
    expect(await open()).toEqual(await open(join(folder, "fresh")));
  });
});

describe("clocks that jump", () => {
  it.each([
    ["far ahead", 4_102_444_800],
    ["far back", 1],
  ])("%s hide no change", async (_, seconds) => {
    const path = join(corpusPath, "one.md");
    await open();
    await utimes(path, seconds, seconds);
    const before = await open();
    await writeText("one.md", "The file one has carts.\n");
    await utimes(path, seconds, seconds);
    const after = await open();
    expect(after.revision).not.toBe(before.revision);
    expect(after.texts).toContain("The file one has carts.\n");
  });

  it("leave no lock that nobody can open", async () => {
    const corpus = await corpusFolder(indexPath, corpusPath);
    await mkdir(join(corpus, "build.lock"), { recursive: true });
    await utimes(join(corpus, "build.lock"), 4_102_444_800, 4_102_444_800);
    expect((await open()).files).toHaveLength(3);
  });
});

describe("two builders and three readers at once", () => {
  it("never get in each other's way", async () => {
    const before = await open();
    await writeText("four.md", "The file four has boats too.\n");
    const path = await corpusFolder(indexPath, corpusPath);
    let isBuilding = true;
    const building = Promise.all([0, 1].map(() => start({ corpusPath, indexPath, delayMs: 200 }))).finally(
      () => {
        isBuilding = false;
      },
    );
    const seen = new Set<string>();
    const read = async (): Promise<void> => {
      while (isBuilding) {
        const { generation, fault } = await findIndex(path);
        expect(fault).toBeNull();
        if (generation === null) throw new Error("there is no index");
        const index = new FolderIndex(generation);
        seen.add(index.revision);
        for (const { text } of index.sources) expect(text).toMatch(/^The file/);
        expect((await index.searchFullText(["boat"], 9)).length).toBe(index.sources.length);
        await index.close();
      }
    };
    await Promise.all([read(), read(), read()]);
    expect((await building).map(({ errors }) => errors)).toEqual(["", ""]);
    const after = await open();
    expect(after.files).toHaveLength(4);
    expect([...seen].filter((one) => one !== before.revision && one !== after.revision)).toEqual([]);
  });
});

describe.skipIf(!isLinux)(`an index folder that cannot be${isLinux ? "" : " (skipped: no /proc)"}`, () => {
  it("is refused with a reason", async () => {
    await expect(open("/proc/footnote")).rejects.toMatchObject({
      name: "UserError",
      hint: expect.any(String),
    });
    await expect(open(join(folder, "x".repeat(300)))).rejects.toMatchObject({ name: "UserError" });
  });

  it("is refused when a file is in the way", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(open(join(folder, "file", "index"))).rejects.toMatchObject({ name: "UserError" });
    expect((await stat(join(folder, "file"))).isFile()).toBe(true);
  });
});

async function open(where = indexPath) {
  const embedder = new HashEmbedder();
  const { index } = await openIndex({ corpusPath, indexPath: where, embedder });
  const description = {
    revision: index.revision,
    files: index.sources.map(({ file }) => file),
    texts: index.sources.map(({ text }) => text),
    found: await index.searchFullText(["boat", "line"], 5),
    nearest: await index.searchVectors(await embedder.embedQuery("boats"), 5),
  };
  await index.close();
  return description;
}

async function writeText(file: string, text: string): Promise<void> {
  await writeFile(join(corpusPath, file), text);
}
