import { cp, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FolderIndex } from "../../../src/index/folder-index.ts";
import { findIndex } from "../../../src/index/store/find-index.ts";
import { corpusFolder } from "../../../src/index/store/index-folder.ts";
import { bundleBuilder, type StartBuilder } from "./start-builder.ts";

/** A builder is killed before its first change to the file system, each so many-eth one after it, and the last. */
const STEP = 3;
/** Sentences that have to be embedded: more rounds of it than there are changes between two moments. */
const CHANGED = 500;

let folder: string;
let corpusPath: string;
let indexPath: string;
let start: StartBuilder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-killed-"));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  start = await bundleBuilder(folder);
  await mkdir(corpusPath);
  await writeFile(join(corpusPath, "stays.md"), sentences("stays"));
  await writeFile(join(corpusPath, "changes.md"), sentences("before"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a builder that is killed", () => {
  it("leaves the old index whole or the new one, and the next builder takes up its work", async () => {
    const before = await start({ corpusPath, indexPath });
    await writeFile(join(corpusPath, "changes.md"), sentences("after", CHANGED));
    const pristine = join(folder, "pristine");
    await cp(indexPath, pristine, { recursive: true });
    const after = await start({ corpusPath, indexPath });
    const changes = after.printed?.changes ?? 0;
    const revisions = new Set<string>();
    const embedded = new Set<number>();
    const moments = Array.from({ length: changes }, (_, place) => place + 1).filter((moment) => {
      return moment % STEP === 1 || moment === changes;
    });
    for (const killBefore of moments) {
      await rm(indexPath, { recursive: true });
      await cp(pristine, indexPath, { recursive: true });
      const killed = await start({ corpusPath, indexPath, killBefore });
      expect(killed).toMatchObject({ exitCode: null, printed: null });
      revisions.add(await readEverything());
      await expireLock();
      const next = await start({ corpusPath, indexPath });
      expect(next.errors).toBe("");
      expect(next.printed).toMatchObject({ revision: after.printed?.revision, hasVectors: true });
      embedded.add(next.printed?.report.embedded ?? -1);
      if (next.printed?.report.changed.length !== 0) expect(await countGenerations()).toBe(1);
    }
    expect(revisions).toEqual(new Set([before.printed?.revision, after.printed?.revision]));
    expect([...embedded].some((count) => count > 0 && count < CHANGED)).toBe(true);
  }, 120_000);
});

async function countGenerations(): Promise<number> {
  const names = await readdir(await corpusFolder(indexPath, corpusPath));
  return names.filter((name) => name.startsWith("g-")).length;
}

/** The revision of the index that a reader finds, who also reads all of it. */
async function readEverything(): Promise<string> {
  const { generation, fault } = await findIndex(await corpusFolder(indexPath, corpusPath));
  expect(fault).toBeNull();
  if (generation === null) throw new Error("there is no index");
  const index = new FolderIndex(generation);
  for (const source of index.sources)
    for (const { key, passage } of await index.passagesOf(source.id)) {
      expect(source.text.slice(passage.range.start, passage.range.end)).toMatch(/^The/);
      expect(await index.sentenceVectors(key)).toHaveLength(passage.sentences.length);
    }
  await index.close();
  return index.revision;
}

/** What waiting some seconds would do. */
async function expireLock(): Promise<void> {
  const lock = join(await corpusFolder(indexPath, corpusPath), "build.lock");
  await utimes(lock, 1, 1).catch(() => undefined);
}

function sentences(word: string, count = 5): string {
  return Array.from({ length: count }, (_, place) => `The ${word} number ${place} stands here.\n\n`).join("");
}
