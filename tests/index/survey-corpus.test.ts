import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listCorpusFiles } from "../../src/corpus/list-corpus-files.ts";
import { surveyCorpus } from "../../src/index/survey-corpus.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-survey-"));
  await writeFile(join(folder, "one.md"), "One.\n");
  await writeFile(join(folder, "two.md"), "Two.\n");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a survey", () => {
  it("names a file that vanished after it was listed", async () => {
    const listing = await listCorpusFiles(folder);
    await rm(join(folder, "one.md"));
    const { sources, skipped } = await surveyCorpus(listing, null);
    expect(sources.map(({ file }) => file)).toEqual(["two.md"]);
    expect(skipped).toEqual([{ file: "one.md", reason: "it is no longer there" }]);
  });

  it("trusts no stamp of a file that changed just now, since it may change again within the same tick", async () => {
    const { notes } = await surveyCorpus(await listCorpusFiles(folder), null);
    expect(notes.map(({ stamp }) => stamp)).toEqual(["", ""]);
  });

  it("tells how many files it has looked at", async () => {
    const told: string[] = [];
    await utimes(join(folder, "one.md"), 1, 1);
    await surveyCorpus(await listCorpusFiles(folder), null, (done, total) => told.push(`${done}/${total}`));
    expect(told).toEqual(["1/2", "2/2"]);
  });
});
