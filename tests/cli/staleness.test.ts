import { renameSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolder } from "../doubles/run-footnote.ts";
import { type Talk, talkToFootnote } from "../doubles/talk-to-footnote.ts";

const QUESTION = "Who is the keeper of the mill?";

let folder: ReturnType<typeof makeFolder>;
let talk: Talk | null;

beforeEach(() => {
  folder = makeFolder({ "corpus/mill.md": "The keeper of the mill is Ada Brook.\n" });
  talk = null;
});

afterEach(async () => {
  await talk?.end("SIGKILL");
  folder.remove();
});

const put = (file: string, text: string) => writeFileSync(join(folder.path, "corpus", file), text);
const move = (from: string, to: string) => renameSync(join(folder.path, from), join(folder.path, to));
const occurrences = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** So many lines. */
const lines = (count: number) => new RegExp(`^(?:.*\n){${count}}`);

function start(...words: string[]): Talk {
  talk = talkToFootnote(words, folder.path);
  return talk;
}

describe("footnote chat", () => {
  it("answers each question from the files as they are then", async () => {
    const chat = start("chat", "--json");
    chat.write(QUESTION);
    await chat.printed(/mill is Ada/);
    put("mill.md", "The keeper of the mill is Tom Reed.\n");
    chat.write(QUESTION);
    await chat.printed(/mill is Tom/);
    put("forge.md", "The forge has nine anvils.\n");
    chat.write("How many anvils has the forge?");
    await chat.printed(/nine anvils/);
    unlinkSync(join(folder.path, "corpus", "forge.md"));
    chat.write("How many anvils has the forge?");
    await chat.printed(/"status":"abstained"/);
    expect(await chat.end()).toBe(0);
  });

  it("looks again for each command, too", async () => {
    const chat = start("chat");
    chat.write("/cite mill:1.1");
    await chat.printed(/mill is Ada/);
    put("mill.md", "The keeper of the mill is Tom Reed.\n");
    chat.write("/cite mill:1.1");
    await chat.printed(/mill is Tom/);
    put("forge.md", "The forge has nine anvils.\n");
    chat.write("/sources");
    await chat.printed(/forge\.md/);
    chat.write("/find The forge has nine anvils.");
    await chat.printed(/Yes \(exact\)/);
    expect(await chat.end()).toBe(0);
  });

  it("goes on from what it knows while the files are away, and says so once each way", async () => {
    const chat = start("chat", "--json");
    chat.write(QUESTION);
    await chat.printed(lines(1));
    move("corpus", "away");
    chat.write(QUESTION);
    chat.write(QUESTION);
    expect(occurrences(await chat.printed(lines(3)), /"text":"The keeper of the mill is Ada/g)).toBe(3);
    move("away", "corpus");
    put("mill.md", "The keeper of the mill is Tom Reed.\n");
    chat.write(QUESTION);
    await chat.printed(/mill is Tom/);
    const said = await chat.remarked(/can be read again/);
    expect(occurrences(said, /error: /g)).toBe(1);
    expect(occurrences(said, /as they were/g)).toBe(1);
    expect(occurrences(said, /can be read again/g)).toBe(1);
    expect(await chat.end()).toBe(0);
  });

  it("outlives the loss of its index", async () => {
    const chat = start("chat", "--json");
    chat.write(QUESTION);
    await chat.printed(/mill is Ada/);
    rmSync(join(folder.path, ".footnote"), { recursive: true });
    chat.write(QUESTION);
    expect(occurrences(await chat.printed(lines(2)), /"text":"The keeper of the mill is Ada/g)).toBe(2);
    put("mill.md", "The keeper of the mill is Tom Reed.\n");
    chat.write(QUESTION);
    await chat.printed(/mill is Tom/);
    expect(await chat.end()).toBe(0);
  });
});

describe.each([
  ["ask", QUESTION],
  ["find", '{"quote":"The keeper of the mill is Tom Reed."}'],
])("footnote %s --batch", (command, line) => {
  it("sees a change between its lines", async () => {
    const batch = start(command, "--batch", "-", "--json");
    batch.write(line);
    await batch.printed(/\n/);
    put("mill.md", "The keeper of the mill is Tom Reed.\n");
    // It may not look before each line: looking is to cost little beside answering.
    for (let count = 2; ; count++) {
      batch.write(line);
      const all = await batch.printed(lines(count));
      if (/"quote":"The keeper of the mill is Tom/.test(all)) break;
    }
    expect([0, 1]).toContain(await batch.end());
  });
});

describe("footnote index --watch", () => {
  it("outlives a share that goes and comes back, in every way, and says so once each way", async () => {
    const watch = start("index", "--watch");
    await watch.remarked(/Watching/);
    const corpus = join(folder.path, "corpus");
    const ways: (() => void)[] = [
      () => undefined,
      () => makeFolderAt(corpus),
      () => writeFileSync(corpus, ""),
    ];
    for (const [place, makeInstead] of ways.entries()) {
      move("corpus", "away");
      makeInstead();
      await watch.remarked(new RegExp(`(error: [\\s\\S]*){${place + 1}}`));
      rmSync(corpus, { recursive: true, force: true });
      move("away", "corpus");
      await watch.remarked(new RegExp(`(up to date again[\\s\\S]*){${place + 1}}`));
      put("new.md", `Outage ${place} is over.\n`);
      await watch.printed(
        new RegExp(place === 0 ? "new .*new\\.md" : `(changed .*new\\.md[\\s\\S]*){${place}}`),
      );
    }
    const said = await watch.remarked(/Watching/);
    expect(occurrences(said, /up to date again/g)).toBe(ways.length);
    expect(await watch.end("SIGINT")).toBe(0);
  });
});

function makeFolderAt(path: string): void {
  const made = makeFolder();
  renameSync(made.path, path);
}
