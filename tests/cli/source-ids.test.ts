import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const folder = makeFolder({
  "corpus/b/README.md": "The harbour has nine cranes.",
  "corpus/c/README.md": "The airport has two runways.",
  "corpus/notes.md": "The mill has one wheel.",
});
afterAll(() => folder.remove());

const run = (words: readonly string[]) => runFootnote(words, { cwd: folder.path });

function put(file: string, text: string): void {
  mkdirSync(dirname(join(folder.path, "corpus", file)), { recursive: true });
  writeFileSync(join(folder.path, "corpus", file), text);
}

async function ids(): Promise<Record<string, string>> {
  const sources: { id: string; file: string }[] = JSON.parse((await run(["sources", "--json"])).out);
  return Object.fromEntries(sources.map(({ id, file }) => [file, id]));
}

describe("ids of sources", () => {
  it("stay with their files when one of the same name comes, in the same index", async () => {
    expect(await ids()).toEqual({
      "b/README.md": "b-readme",
      "c/README.md": "c-readme",
      "notes.md": "notes",
    });
    const answer = JSON.parse((await run(["ask", "--json", "How many runways has the airport?"])).out);
    expect(answer.citations[0].id).toBe("c-readme:1.1");
    put("a/README.md", "The station has five platforms.");
    put("b/notes.md", "The barn has no door.");
    expect((await run(["cite", "c-readme:1.1"])).out).toContain("The airport has two runways.");
    expect((await run(["cite", "NOTES:1.1"])).out).toContain("The mill has one wheel.");
    rmSync(join(folder.path, "corpus", "b"), { recursive: true });
    expect((await run(["cite", "c-readme:1.1"])).out).toContain("The airport has two runways.");
    const gone = await run(["cite", "b-readme:1.1"]);
    expect([gone.code, gone.out]).toEqual([2, ""]);
  });

  it("lead to neither of two files that are told apart by their extensions alone, until they are named", async () => {
    put("notes.txt", "The forge has two anvils.");
    const both = await run(["cite", "notes:1.1"]);
    expect([both.code, both.out]).toEqual([2, ""]);
    expect(both.err).toMatch(/^error: .+\nhint: Did you mean notes-md or notes-txt\?\n$/);
    expect((await run(["cite", "notes-md:1.1"])).out).toContain("one wheel");
    expect((await run(["cite", "notes-txt:1.1"])).out).toContain("two anvils");
    expect((await run(["ask", "--source", "notes.txt", "How many anvils has the forge?"])).code).toBe(0);
  });

  it("also answer to the longer name when the other file has gone again", async () => {
    renameSync(join(folder.path, "corpus", "notes.txt"), join(folder.path, "corpus", "forge.txt"));
    expect((await run(["cite", "notes-md:1.1"])).out).toContain("one wheel");
    const gone = await run(["cite", "notes-txt:1.1"]);
    expect([gone.code, gone.out]).toEqual([2, ""]);
    expect(gone.err).toMatch(/hint: Did you mean .+\?/);
  });

  it("are offered where only the last name was typed", async () => {
    expect((await run(["cite", "readme:1.1"])).err).toContain("Did you mean a-readme?");
  });
});
