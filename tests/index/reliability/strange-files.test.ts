import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../../../src/index/open-index.ts";
import { corpusFolder, vectorsPath } from "../../../src/index/store/index-folder.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";

let folder: string;
let corpusPath: string;
let indexPath: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-strange-"));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  for (const path of [corpusPath, join(folder, "other")]) await mkdir(path);
  await writeFile(join(corpusPath, "north.md"), "The river freezes in winter.\n");
  await open();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function open(where = indexPath): Promise<string[]> {
  const { index } = await openIndex({ corpusPath, indexPath: where, embedder: new HashEmbedder() });
  const texts = index.sources.map(({ text }) => text);
  await index.close();
  return texts;
}

const inCorpus = async (name: string) => join(await corpusFolder(indexPath, corpusPath), name);

/** Everything that may stand where a file or a folder of ours should be. */
const STRANGE: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
  "a file": (path) => writeFile(path, "something"),
  "an empty file": (path) => writeFile(path, ""),
  "an empty folder": (path) => mkdir(path),
  "a pipe": async (path) => execFileSync("mkfifo", [path]),
  "a link to nothing": (path) => symlink(join(folder, "nowhere", "at all"), path),
  "a link to itself": (path) => symlink(path, path),
  "a link to a folder": (path) => symlink(join(folder, "other"), path),
  "a link to a file": (path) => symlink(join(corpusPath, "north.md"), path),
};
const ALL = Object.keys(STRANGE);

async function put(what: string, path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
  await STRANGE[what]?.(path);
}

/** The index is made anew where it was, or a sentence says what is in the way; nothing of the corpus is touched. */
async function expectMendedOrTold(): Promise<void> {
  const texts = await open().catch((error: unknown) => error);
  if (texts instanceof Error)
    expect(texts).toMatchObject({ name: "UserError", message: expect.stringContaining("cannot be used:") });
  else expect(texts).toEqual(["The river freezes in winter.\n"]);
  expect(await readdir(corpusPath)).toEqual(["north.md"]);
}

describe.skipIf(process.platform === "win32")("in the place of", () => {
  it.each(ALL)("the manifest, %s is replaced", async (what) => {
    await put(what, await inCorpus("manifest.json"));
    expect(await open()).toEqual(["The river freezes in winter.\n"]);
    expect(await readdir(corpusPath)).toEqual(["north.md"]);
  });

  it("the manifest, a folder with something in it stays, and is told of", async () => {
    await put("an empty folder", await inCorpus("manifest.json"));
    await writeFile(await inCorpus("manifest.json/mine"), "");
    await expect(open()).rejects.toMatchObject({ name: "UserError", hint: expect.any(String) });
    expect(await readdir(await inCorpus("manifest.json"))).toEqual(["mine"]);
  });

  it.each(ALL.filter((what) => what !== "an empty folder"))(
    "the lock, %s is waited for by nobody",
    async (what) => {
      await rm(await inCorpus("manifest.json"));
      await put(what, await inCorpus("build.lock"));
      expect(await open()).toEqual(["The river freezes in winter.\n"]);
      expect(await readdir(corpusPath)).toEqual(["north.md"]);
    },
  );

  it("the lock, an old folder with a file in it is removed", async () => {
    await rm(await inCorpus("manifest.json"));
    await put("an empty folder", await inCorpus("build.lock"));
    await writeFile(await inCorpus("build.lock/left"), "");
    for (const seconds of [1, 4_102_444_800]) {
      await mkdir(await inCorpus("build.lock"), { recursive: true });
      await utimes(await inCorpus("build.lock"), seconds, seconds);
      await rm(await inCorpus("manifest.json"), { force: true });
      expect(await open()).toEqual(["The river freezes in winter.\n"]);
    }
  });

  it.each(ALL)("each file of the index, %s does no harm", async (what) => {
    for (const name of ["sources.bin", "full-text.bin", "terms.bin", "vectors.bin"]) {
      const corpus = await inCorpus("");
      const [made = ""] = (await readdir(corpus)).filter((entry) => entry.startsWith("g-"));
      await put(what, join(corpus, made, name));
      expect(await open()).toEqual(["The river freezes in winter.\n"]);
    }
  });

  it.each(ALL)(
    "the folder of the corpus, the index folder and the vectors, %s is mended or told of",
    async (what) => {
      const embedder = new HashEmbedder();
      for (const path of [
        vectorsPath(indexPath, embedder.id, embedder.dimensions),
        join(indexPath, "vectors"),
        await inCorpus(""),
        indexPath,
      ]) {
        await rm(await inCorpus("manifest.json"), { force: true }).catch(() => undefined);
        await put(what, path);
        await expectMendedOrTold();
        await rm(indexPath, { recursive: true, force: true });
        await open();
      }
    },
  );

  it("the corpus, each is told of", async () => {
    for (const what of ALL.filter((one) => one !== "a link to a folder" && one !== "a link to a file")) {
      await put(what, corpusPath);
      await expect(open()).rejects.toMatchObject({ name: "UserError", hint: expect.any(String) });
    }
  });
});
