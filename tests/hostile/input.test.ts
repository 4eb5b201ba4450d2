/** Questions, quotes, ids, JSON and paths of every wrong kind: each is answered or refused in words, and nothing hangs. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, PROGRAM, runFootnote } from "../doubles/run-footnote.ts";
import { expectExplained, expectHarmless, firstQuote, linesOf } from "./expectations.ts";

const QUESTION = "Who is the keeper of the lantern?";
const folder = makeFolder({
  "corpus/a.md": "The keeper of the lantern is Ines Abara. The tower was built in 1931.\n",
});
afterAll(folder.remove);
const run = (words: string[], input = "") => runFootnote(words, { cwd: folder.path, input });
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

const LONG = 100_000;
const HOSTILE_TEXTS: readonly string[] = [
  "lantern keeper ".repeat(LONG / 15),
  "x".repeat(LONG),
  "?".repeat(LONG),
  "1,".repeat(LONG / 2),
  "'a' and ".repeat(LONG / 8),
  "漢字".repeat(LONG / 4),
  "![a](b".repeat(LONG / 6),
  "((( ? . … ".repeat(LONG / 10),
  `compare ${"\t".repeat(160)}a${"\t".repeat(160)}vs${"\t".repeat(160)}`,
  "\u202e\u200b".repeat(1_000),
  "the of and is a was",
  "😀🦊🎉",
  "(a+)+$ .*[^x]{1,1000} \\b(?=keeper)",
  "Robert'); DROP TABLE passages;-- ' OR 1=1",
  "../../etc/passwd",
  "\ud83d",
];
/** Lines and whether they hold something that can be asked. */
const HOSTILE_LINES: readonly string[] = [
  ...HOSTILE_TEXTS.map((text) => JSON.stringify({ id: "text", question: text, quote: text })),
  '{"id":"\\udfff\\u0000","question":"a \\ud800 b","quote":"a \\ud800 b"}',
  `{"id":${nested(500)},"question":"${QUESTION}","quote":"x"}`,
  '{"id":3,"question":"x","quote":"x","__proto__":{"a":1},"constructor":2}',
  nested(50_000),
  '"a string"',
  "null",
  "{bad json",
  "Who is \u001b[31mthe\u0000 keeper?",
];
const EMPTY_LINES = [
  '{"id":1,"question":42,"quote":{}}',
  '{"id":1}',
  `{"id":1,"question":${nested(20_000)}}`,
  `{"${"a".repeat(1_000_000)}":1}`,
];

describe("lines from a program", () => {
  it("are each asked, or refused in words, and the next one is answered", async () => {
    const input = [...HOSTILE_LINES, ...EMPTY_LINES, QUESTION].join("\n");
    const outcome = await run(["ask", "--batch", "-"], input);
    const answers = linesOf(outcome);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toBe("");
    expect(answers).toHaveLength(HOSTILE_LINES.length + EMPTY_LINES.length + 1);
    for (const answer of answers.slice(0, HOSTILE_LINES.length))
      expect(["answered", "abstained"]).toContain(answer.status);
    for (const answer of answers.slice(HOSTILE_LINES.length, -1)) expect(answer.error?.hint).toBeTruthy();
    expect(firstQuote(answers.at(-1), join(folder.path, "corpus")).quote).toContain("Ines Abara");
  });

  it("are each checked as a quote, or refused in words", async () => {
    const { code, out, err } = await run(
      ["find", "--batch", "-"],
      [...HOSTILE_LINES, ...EMPTY_LINES].join("\n"),
    );
    const verdicts = linesOf({ code, out, err });
    expect([code, err]).toEqual([2, ""]);
    expect(verdicts).toHaveLength(HOSTILE_LINES.length + EMPTY_LINES.length);
    for (const { verdict } of verdicts.slice(0, HOSTILE_LINES.length))
      expect(["absent", "altered", "stitched"]).toContain(verdict);
    for (const { error } of verdicts.slice(HOSTILE_LINES.length)) expect(error?.hint).toBeTruthy();
  });

  it.skipIf(!existsSync("/dev/zero"))("without an end are refused before the memory is full", async () => {
    expectExplained(await run(["ask", "--batch", "/dev/zero"]));
    expectExplained(await run(["verify", "/dev/zero"]));
  });

  it.each(["ask --batch -", "find --batch -", "find --text -", "verify -"])(
    "that never come can be given up: footnote %s ends at the first Ctrl-C",
    async (command) => {
      const child = spawn(process.execPath, [PROGRAM, ...command.split(" ")], {
        cwd: folder.path,
        env: { PATH: process.env.PATH, FOOTNOTE_EMBEDDER: "none" },
        stdio: ["pipe", "pipe", "pipe"],
      });
      const ended = once(child, "close");
      // More than a pipe holds: once it is gone, the program reads and waits for the rest.
      await new Promise((gone) => child.stdin.write("x".repeat(4_000_000), gone));
      child.kill("SIGINT");
      expect(await ended).toEqual([130, null]);
    },
  );
});

describe("an answer to verify", () => {
  const citation = { id: "a:1.1", quote: "x", start: 0, end: 1, source: { id: "a" } };
  it.each([
    ["null", "null"],
    ["a number", "42"],
    ["no JSON", "{"],
    ["nothing", ""],
    ["lists in lists", nested(200_000)],
    ["no citations", '{"citations":{"length":1e9}}'],
    ["wrong types", '{"citations":[null,1,"x",{},[]]}'],
    ["offsets that are none", JSON.stringify([{ ...citation, start: -5, end: 1e300 }])],
  ])("of %s is refused in words", async (_, input) => expectExplained(await run(["verify", "-"], input)));

  it("with a quote of a megabyte is checked like any other", async () => {
    const quote = "The keeper of the lantern ".repeat(40_000);
    const outcome = await run(["verify", "-"], JSON.stringify([{ ...citation, quote, end: quote.length }]));
    expectHarmless(outcome);
    expect(outcome.code).toBe(1);
  });
});

const NO_IDS = [
  "",
  ":",
  "a",
  "a:1",
  "a:0.0",
  "a:1.2-1",
  "a:1.999999999",
  "a:99999999999.1",
  "a:1.1.1",
  "a:1e3.1",
];
const STRANGE_IDS = [
  "__proto__:1.1",
  "\u001b[31ma:1.1",
  "../a:1.1",
  "a:1.1;rm",
  "a\u202e:1.1",
  "a".repeat(LONG),
];

describe("a citation id", () => {
  it("of any wrong form is refused by the command, with what it should be", async () => {
    for (const id of ["a:1.2-1", "\u001b[31ma:1.1", "a".repeat(LONG)])
      expectExplained(await run(["cite", "--", id]));
  });

  it("of any wrong form is refused in a conversation, which goes on", async () => {
    const ids = [...NO_IDS, ...STRANGE_IDS];
    const lines = [...ids.map((id) => `/cite ${id}`), "/cite [A:1.1]", ""];
    const outcome = await run(["chat"], lines.join("\n"));
    expectHarmless(outcome);
    expect(outcome.err.match(/^error: /gm)).toHaveLength(ids.length);
    expect(outcome.out).toContain("⟦The keeper of the lantern is Ines Abara.⟧");
  });
});

describe("an option that cannot be meant", () => {
  it.each(["1e9", "-1", "0", "0x3", ""])("--top %s is refused", async (top) =>
    expectExplained(await run(["ask", `--top=${top}`, QUESTION])),
  );
});

describe.skipIf(process.platform === "win32")("a corpus that is no folder of files", () => {
  execFileSync("mkfifo", [join(folder.path, "pipe"), join(folder.path, "pipe.md")]);
  symlinkSync("one", join(folder.path, "two"));
  symlinkSync("two", join(folder.path, "one"));

  it.each(["/dev/null", "/dev/zero", "pipe", "pipe.md", "one", "nowhere", "corpus/a.md/", ""])(
    "%s is refused at once",
    async (path) => expectExplained(await run(["ask", QUESTION, "--corpus", path])),
  );

  it("but a single file is one", async () => {
    const outcome = await run(["ask", QUESTION, "--corpus", "corpus/a.md"]);
    expectHarmless(outcome);
    expect(outcome.code).toBe(0);
  });

  it.each(["pipe", "/dev/zero", "/etc/passwd", "one"])("reads no names from a link to %s", async (target) => {
    const other = makeFolder({ "a.md": "The keeper of the lantern is Ines Abara.\n" });
    symlinkSync(target.startsWith("/") ? target : join(folder.path, target), join(other.path, "aliases.yml"));
    const outcome = await run(["ask", QUESTION, "--corpus", other.path]);
    other.remove();
    expectHarmless(outcome);
    expect(outcome.code).toBe(0);
    expect(outcome.err).toMatch(/^aliases\.yml is not used: .+\n$/);
  });

  it("waits for no pipe in the place of its names", async () => {
    const other = makeFolder({ "a.md": "The keeper of the lantern is Ines Abara.\n" });
    execFileSync("mkfifo", [join(other.path, "aliases.yml")]);
    const outcome = await run(["ask", QUESTION, "--corpus", other.path]);
    other.remove();
    expect([outcome.code, outcome.err]).toEqual([0, "aliases.yml is not used: not a regular file.\n"]);
  });
});
