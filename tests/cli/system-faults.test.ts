import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, type Outcome, PROGRAM, runFootnote } from "../doubles/run-footnote.ts";
import { expectExplained, expectHarmless } from "../hostile/expectations.ts";

const folder = makeFolder({
  "corpus/lamp.md": "The keeper of the lantern is Ines Abara.\n",
  "corpus/more/oil.txt": "The oil of the lantern comes from Corvane.\n",
});
afterAll(() => folder.remove());

const QUESTION = "Who is the keeper of the lantern?";
const ASK = ["ask", QUESTION];
const COMMANDS = [ASK, ["sources"], ["find", "The keeper"], ["cite", "lamp:1.1"], ["index"], ["chat"]];

/** Runs a line of the shell in which `$FOOTNOTE` is the command line. */
function shell(line: string, cwd = folder.path): Promise<Outcome> {
  const child = spawn("sh", ["-c", line], {
    cwd,
    env: { PATH: process.env.PATH, FOOTNOTE: `${process.execPath} ${PROGRAM}`, FOOTNOTE_EMBEDDER: "none" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((done) => child.on("close", (code) => done({ code, out, err })));
}

const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(" ");

describe.skipIf(process.platform === "win32")("where few files may be open", () => {
  // From where Node can start at all to where all is well.
  it.each([20, 24, 32, 40, 50])("%i: each command answers, or says so with 2", async (most) => {
    for (const words of COMMANDS.slice(0, 3)) {
      const outcome = await shell(`ulimit -n ${most}; exec $FOOTNOTE ${quoted(words)}`);
      expectHarmless(outcome);
      if (outcome.code === 0) expect(outcome.out).toMatch(/keeper|lamp/);
      else
        expect([outcome.code, outcome.err]).toEqual([
          2,
          expect.stringMatching(/Too many files.*\nhint: .*\n$/),
        ]);
    }
  });
});

describe.skipIf(process.platform === "win32")("in a working folder that is gone", () => {
  const gone = join(folder.path, "gone");
  const places = `--corpus '${folder.path}/corpus' --index '${folder.path}/.footnote'`;
  const there = (line: string) => {
    mkdirSync(gone);
    return shell(`rmdir '${gone}'; ${line}`, gone).finally(() => existsSync(gone) && rmdirSync(gone));
  };

  it.each(COMMANDS)("%s says so", async (...words) => {
    const outcome = await there(`exec $FOOTNOTE ${quoted(words)}`);
    expectExplained(outcome);
    expect(outcome.err).toContain("working folder");
  });

  it("a thread that cannot start there says so, too", async () => {
    const outcome = await there(`exec env -u FOOTNOTE_EMBEDDER $FOOTNOTE ${quoted(ASK)} ${places}`);
    expectExplained(outcome);
    expect(outcome.err).toContain("working folder");
  });

  it("all works that needs none", async () => {
    const outcome = await there(`exec $FOOTNOTE ${quoted(ASK)} ${places}`);
    expectHarmless(outcome);
    expect(outcome.code).toBe(0);
  });
});

describe.skipIf(process.platform === "win32")("an index folder that cannot be", () => {
  symlinkSync("loop", join(folder.path, "loop"));
  symlinkSync("/nowhere/at/all", join(folder.path, "dangling"));

  it.each([
    "loop",
    "loop/x",
    "dangling",
    "corpus/lamp.md",
    "corpus/lamp.md/x",
    "/dev/null",
    "x".repeat(300),
    "x/".repeat(3_000),
  ])("%s is refused by every command", async (path) => {
    for (const words of [ASK, ["index"]]) {
      const outcome = await runFootnote([...words, "--index", path], { cwd: folder.path });
      expectExplained(outcome);
      expect(outcome.err).toContain("cannot be used:");
    }
  });
});

describe.skipIf(process.platform === "win32")("a reader that goes away", () => {
  const many = `yes '${QUESTION}' | head -n 300 | $FOOTNOTE ask --batch -`;

  it.each([
    ["head -n 1", many],
    ["true", many],
    ["head -c 1", `$FOOTNOTE ${quoted(ASK)}`],
    ["true", "$FOOTNOTE --help"],
  ])("(%s) is no fault of %s", async (reader, command) => {
    const { err } = await shell(`${command} | ${reader}`);
    expect(err).toBe("");
  });

  it("takes nothing of the exit code where it only read the remarks", async () => {
    expect((await shell(`$FOOTNOTE ${quoted(ASK)} 2>&-`)).code).toBe(0);
    expect((await shell(`$FOOTNOTE ask 'Who ate the cheese of Mars?' 2>&-`)).code).toBe(1);
    expect((await shell("$FOOTNOTE sources --corpus nowhere 2>&-")).code).toBe(2);
  });

  it.skipIf(!existsSync("/dev/full"))("is told of where it has no room", async () => {
    const outcome = await shell(`$FOOTNOTE ${quoted(ASK)} >/dev/full`);
    expectExplained(outcome);
    expect(outcome.err).toContain("Standard output");
  });

  it("is told of where files may not grow", async () => {
    const outcome = await shell(`ulimit -f 1; exec $FOOTNOTE ${quoted(ASK)} --index other`);
    expectExplained(outcome);
  });
});

describe("a part of the program that is missing", () => {
  it("is told of with 2", async () => {
    const copy = makeFolder();
    cpSync("dist", join(copy.path, "dist"), { recursive: true });
    const [part = ""] = readdirSync(join(copy.path, "dist")).filter((name) => name.startsWith("start-"));
    renameSync(join(copy.path, "dist", part), join(copy.path, "dist", "elsewhere"));
    const outcome = await shell(`${process.execPath} '${copy.path}/dist/footnote.js' sources`);
    copy.remove();
    expectExplained(outcome);
  });
});
