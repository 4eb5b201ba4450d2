import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listCorpusFiles } from "../../src/corpus/list-corpus-files.ts";
import { parseAliases } from "../../src/corpus/parse-aliases.ts";
import { readAliases } from "../../src/corpus/read-aliases.ts";

describe("parseAliases", () => {
  it("reads a list of lists of names", () => {
    const { groups, notes } = parseAliases("- [Araz, Aras]\n- - IRGC\n  - Revolutionary Guards\n");
    expect(groups).toEqual([
      ["Araz", "Aras"],
      ["IRGC", "Revolutionary Guards"],
    ]);
    expect(notes).toEqual([]);
  });

  it("has a revision that changes with the names only", () => {
    const { revision } = parseAliases("- [a, b]");
    expect(parseAliases("-   [a,   b] # twins").revision).toBe(revision);
    expect(parseAliases("- [a, c]").revision).not.toBe(revision);
    expect(parseAliases("").revision).toBe("");
  });

  it.each([
    ["no YAML", "- [a, b"],
    ["no list", "a: b"],
    ["anchors that swell", "- &a [x, y]\n- [*a, *a]"],
    ["lists nested beyond the stack", `- ${"[".repeat(400_000)}`],
    ["items nested beyond the stack", `${"- ".repeat(400_000)}a`],
    ["tens of thousands of keys", Array.from({ length: 40_000 }, (_, key) => `k${key}: 1`).join("\n")],
    ["far too much", `- [${"a, ".repeat(400_000)}b]`],
  ])("notes and ignores %s", (_, text) => {
    const { groups, notes } = parseAliases(text);
    expect(groups).toEqual([]);
    expect(notes).toHaveLength(1);
  });

  it("leaves out groups that name one thing once", () => {
    const { groups, notes } = parseAliases("- [a, b]\n- [c]\n- d\n- [[e], {f: g}]\n");
    expect(groups).toEqual([["a", "b"]]);
    expect(notes).toEqual(["3 of 4 groups in aliases.yml are not used."]);
  });
});

describe("readAliases", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "footnote-aliases-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("finds none where there is no file, and none for a corpus of one file", async () => {
    expect((await readAliases(folder)).groups).toEqual([]);
    await writeFile(join(folder, "a.txt"), "A.");
    expect((await readAliases(join(folder, "a.txt"))).notes).toEqual([]);
  });

  it("reads the file, which is neither a source nor skipped", async () => {
    await writeFile(join(folder, "aliases.yml"), "- [a, b]");
    expect((await readAliases(folder)).groups).toEqual([["a", "b"]]);
    expect(await listCorpusFiles(folder)).toEqual({ files: [], skipped: [] });
  });
});
