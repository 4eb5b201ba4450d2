import {
  appendFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CorpusFile } from "../../src/corpus/corpus-file.ts";
import { listCorpusFiles } from "../../src/corpus/list-corpus-files.ts";
import { readSource } from "../../src/corpus/read-source.ts";
import { makeFolder } from "./temporary-folder.ts";

/** Takes longer to read than a file system's clock takes to move on. */
const LARGE = `${"Text. ".repeat(99)}\n`.repeat(50_000);

async function listOne(folder: string): Promise<CorpusFile> {
  const { files } = await listCorpusFiles(folder);
  if (files.length !== 1 || !files[0]) throw new Error(`not one file but ${files.length}`);
  return files[0];
}

describe("a file of very many lines", () => {
  it("is passed over with a reason, however short they are", async () => {
    const file = await listOne(makeFolder({ "a.md": "a\n".repeat(500_001) }));
    expect(await readSource(file, "a")).toEqual({
      status: "skipped",
      skipped: { file: "a.md", reason: "more than 500,000 lines: divide it into several files" },
    });
  });

  it("is read up to a limit", async () => {
    const file = await listOne(makeFolder({ "a.md": `${"a\n".repeat(499_998)}b` }));
    expect((await readSource(file, "a")).status).toBe("read");
  });
});

describe("listCorpusFiles", () => {
  it("tells where a file lies and how large it is", async () => {
    const folder = makeFolder({ "sub/a.md": "Text." });
    expect(await listOne(folder)).toMatchObject({
      file: "sub/a.md",
      path: join(folder, "sub/a.md"),
      size: 5,
    });
  });

  it("gives a file the same stamp until it is written or replaced", async () => {
    const folder = makeFolder({ "a.md": "Text." });
    const path = join(folder, "a.md");
    const first = (await listOne(folder)).stamp;
    expect((await listOne(folder)).stamp).toBe(first);
    const { atime, mtime } = statSync(path);
    writeFileSync(join(folder, "other"), "Test.");
    utimesSync(join(folder, "other"), atime, mtime);
    renameSync(join(folder, "other"), path);
    const second = (await listOne(folder)).stamp;
    expect(second).not.toBe(first);
    appendFileSync(path, "!");
    expect((await listOne(folder)).stamp).not.toBe(second);
  });
});

describe("readSource", () => {
  it("reads what is there now, with the stamp it belongs to", async () => {
    const folder = makeFolder({ "a.md": "Old." });
    const listed = await listOne(folder);
    writeFileSync(join(folder, "a.md"), "New text.");
    const reading = await readSource(listed, "a");
    expect(reading).toMatchObject({ status: "read", source: { id: "a", text: "New text." }, warning: null });
    expect(reading).toMatchObject({ stamp: (await listOne(folder)).stamp });
  });

  it("skips what is no longer there, or no longer a file", async () => {
    const folder = makeFolder({ "a.md": "Text." });
    const listed = await listOne(folder);
    rmSync(join(folder, "a.md"));
    const skip = (reason: string) => ({ status: "skipped", skipped: { file: "a.md", reason } });
    expect(await readSource(listed, "a")).toEqual(skip("it is no longer there"));
    symlinkSync("/dev/zero", join(folder, "a.md"));
    expect(await readSource(listed, "a")).toEqual(skip("a symbolic link took its place"));
    expect(await readSource({ ...listed, path: "/dev/zero" }, "a")).toEqual(skip("not a regular file"));
  });

  it.each([
    ["grows", (path: string) => appendFileSync(path, "More.\n")],
    ["is written over", (path: string) => writeFileSync(path, "Same.", { flag: "r+" })],
  ])("skips a file that %s all the time", async (_, change) => {
    const folder = makeFolder({ "a.md": LARGE });
    const listed = await listOne(folder);
    let isOver = false;
    const changeAgain = () => {
      if (isOver) return;
      change(join(folder, "a.md"));
      setImmediate(changeAgain);
    };
    changeAgain();
    const reading = await readSource(listed, "a");
    isOver = true;
    expect(reading).toMatchObject({
      status: "skipped",
      skipped: { reason: expect.stringContaining("changed while") },
    });
  });
});
