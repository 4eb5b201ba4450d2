import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeVectors } from "../../../src/index/complete-vectors.ts";
import { FolderIndex } from "../../../src/index/folder-index.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { findIndex } from "../../../src/index/store/find-index.ts";
import { corpusFolder } from "../../../src/index/store/index-folder.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { seededNumbers } from "../../doubles/seeded-vectors.ts";
import { type BuilderArguments, bundleBuilder, type StartBuilder } from "./start-builder.ts";

/** Kills in all. FOOTNOTE_KILLS asks for more. */
const KILLS = Number(process.env.FOOTNOTE_KILLS ?? 20);
const FILES = 30;
const TASKS = ["open", "watch", "complete", "open"] as const;

let folder: string;
let corpusPath: string;
let indexPath: string;
let pristine: string;
let start: StartBuilder;
const next = seededNumbers(5);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-anywhere-"));
  corpusPath = join(folder, "corpus");
  indexPath = join(folder, "index");
  pristine = join(folder, "pristine");
  start = await bundleBuilder(folder);
  await mkdir(corpusPath);
  for (let file = 0; file < FILES; file++)
    await writeFile(join(corpusPath, `${file}.md`), sentences(`${file}`));
  await writeFile(join(corpusPath, "watched.md"), "The watched file waits.\n");
  await (await open()).close();
  await cp(indexPath, pristine, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a process that is killed at any moment", () => {
  // First an index from nothing, then changes taken in, vectors completed, one file of many changed.
  it.each([0, 1, 2, 3])(
    "loses nothing and leaves nothing wrong (%i)",
    async (kind) => {
      const task = TASKS[kind] ?? "open";
      const changes = await countChanges(kind, task);
      let kills = 0;
      for (let kill = 0; kill < KILLS / TASKS.length; kill++) {
        await prepare(kind);
        const killBefore = 1 + Math.floor(next() * changes);
        const killed = await start({ corpusPath, indexPath, killBefore, task });
        // A run may make a change or two less than the one that was counted, and so end before it is killed.
        expect([killBefore, killed.errors, [null, 0].includes(killed.exitCode)]).toEqual([
          killBefore,
          "",
          true,
        ]);
        if (killed.exitCode === null) kills += 1;
        await readWhatIsThere();
        await expireLock();
        await checkHealed();
      }
      expect(kills).toBeGreaterThan(0);
    },
    120_000 + KILLS * 5_000,
  );
});

async function countChanges(kind: number, task: BuilderArguments["task"]): Promise<number> {
  await prepare(kind);
  const { printed, errors } = await start({ corpusPath, indexPath, ...(task && { task }) });
  expect(errors).toBe("");
  return printed?.changes ?? 0;
}

async function prepare(kind: number): Promise<void> {
  await rm(indexPath, { recursive: true, force: true });
  if (kind === 1 || kind === 3) await cp(pristine, indexPath, { recursive: true });
  await writeFile(join(corpusPath, "7.md"), sentences(kind === 3 ? `changed ${next()}` : "7"));
}

function open() {
  return openIndex({ corpusPath, indexPath, embedder: new HashEmbedder(), leastPassages: 1 }).then(
    ({ index }) => index,
  );
}

/** What a reader finds is whole, whichever index it is. */
async function readWhatIsThere(): Promise<void> {
  const { generation, fault } = await findIndex(await corpusFolder(indexPath, corpusPath));
  expect(fault).toBeNull();
  if (generation === null) return;
  const index = new FolderIndex(generation);
  for (const source of index.sources)
    for (const { key, passage } of await index.passagesOf(source.id)) {
      expect(source.text.slice(passage.range.start, passage.range.end)).toMatch(/^The/);
      expect(await index.sentenceVectors(key)).toHaveLength(index.hasVectors ? passage.sentences.length : 0);
    }
  await index.close();
}

/** The next one to open the index has all of the corpus, and leaves no rubbish. */
async function checkHealed(): Promise<void> {
  await completeVectors({ corpusPath, indexPath, embedder: new HashEmbedder() });
  const index = await open();
  const files = (await readdir(corpusPath)).sort();
  expect(index.sources.map(({ file }) => file).sort()).toEqual(files);
  for (const { file, text } of index.sources)
    expect(text).toBe(await readFile(join(corpusPath, file), "utf8"));
  expect(index.hasVectors).toBe(true);
  const [best] = await index.searchVectors(await new HashEmbedder().embedQuery("The file 3 has line 3."), 1);
  expect((await index.passage(best?.key ?? -1)).source.id).toBe("3");
  expect((await index.searchFullText(["watch"], 1)).length).toBe(1);
  await index.close();
}

/** What waiting some seconds would do. */
async function expireLock(): Promise<void> {
  const lock = join(await corpusFolder(indexPath, corpusPath), "build.lock");
  await utimes(lock, 1, 1).catch(() => undefined);
}

function sentences(name: string): string {
  return Array.from({ length: 6 }, (_, line) => `The file ${name} has line ${line}.\n\n`).join("");
}
