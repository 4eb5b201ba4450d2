/**
 * The built command line with no more rights than it needs: Node itself refuses every other file. So whatever a
 * question, a citation id or a source's name says, nothing else can be read, and nothing but the index be written.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { COMMAND_COUNT } from "../discord/running-bot.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { makeFolder } from "../doubles/run-footnote.ts";

const corpus = makeFolder({
  "park.md": "# The park\n\nThe park opened in April 2019. Forty people came to the opening.\n",
  "notes/shop.txt": "The shop sells bread. It is closed on Mondays.\n",
});
const index = makeFolder();
afterAll(() => {
  corpus.remove();
  index.remove();
});

const has = (flag: string) => process.allowedNodeEnvironmentFlags.has(flag);

/** What the flags that every Node knows are called by this one, and what it asks for besides. */
const ofThisNode = (flags: readonly string[]) => [
  ...flags.map((flag) =>
    flag === "--permission" && !has("--permission") ? "--experimental-permission" : flag,
  ),
  ...(has("--allow-net") ? ["--allow-net"] : []),
];

const RIGHTS = [
  ...ofThisNode(["--permission"]),
  "--no-warnings",
  "--allow-worker",
  "--allow-addons",
  `--allow-fs-read=${process.cwd()}/dist/*`,
  `--allow-fs-read=${process.cwd()}/node_modules/*`,
  `--allow-fs-read=${process.cwd()}/package.json`,
  `--allow-fs-read=${process.cwd()}/prompts/*`,
  `--allow-fs-read=${corpus.path}/*`,
  `--allow-fs-read=${index.path}/*`,
  `--allow-fs-write=${index.path}/*`,
];

interface Run {
  readonly input?: string;
  readonly folder?: string;
  readonly embedder?: string;
}

function run(
  words: readonly string[],
  { input = "", folder = corpus.path, embedder = "none" }: Run = {},
): Promise<{ code: number; out: string; err: string }> {
  const places = ["--corpus", folder, "--index", index.path];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...RIGHTS, "dist/footnote.js", ...words, ...places],
      { env: { PATH: process.env.PATH, FOOTNOTE_DEBUG: "1", FOOTNOTE_EMBEDDER: embedder } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
    child.stdin?.end(input);
  });
}

const OUTSIDE = [
  "../../../../etc/passwd",
  "/etc/passwd",
  "..%2f..%2fetc%2fpasswd",
  "notes/../../x",
  "file:///etc/passwd",
];

describe("with the rights to its corpus and its index alone", () => {
  it("the program does all its work", async () => {
    const answer = await run(["ask", "When did the park open?", "--json"], { embedder: "default" });
    expect(answer.err).toBe("");
    expect(JSON.parse(answer.out)).toMatchObject({ status: "answered" });
    expect((await run(["sources", "--json"])).code).toBe(0);
    expect((await run(["find", "Forty people came to the opening."])).code).toBe(0);
    expect((await run(["index", "--force"])).code).toBe(0);
    expect((await run(["doctor", "--sources"])).code).toBe(0);
    expect((await run(["cite", "park:2.1"])).code).toBe(0);
  });

  it.each(OUTSIDE)("%s as a citation, a source, a quote or a question is only a word", async (outside) => {
    const tries = await Promise.all([
      run(["cite", `${outside}:1.1`]),
      run(["cite", outside]),
      run(["ask", "When did the park open?", "--source", outside]),
      run(["find", outside, "--source", outside]),
      run(["ask", outside]),
      run(["chat"], { input: `/cite ${outside}\n/cite ${outside}:1.1\n/find ${outside}\n` }),
    ]);
    for (const { out, err } of tries) {
      expect(out + err).not.toContain("ERR_ACCESS_DENIED");
      expect(out + err).not.toContain("root:");
    }
    expect(tries.slice(0, 3).map(({ code }) => code)).toEqual([2, 2, 2]);
  });

  it("the bot starts and answers by the very command of SECURITY.md", async () => {
    const standIn = await startStandIn();
    const [, command = ""] = /```\nnode ([\s\S]*?)```/.exec(readFileSync("SECURITY.md", "utf8")) ?? [];
    const words = command
      .replaceAll("/srv/footnote/", `${process.cwd()}/`)
      .replaceAll("/srv/texts", corpus.path)
      .replaceAll("/var/footnote", index.path)
      .split(/[\s\\]+/)
      .filter((word) => word !== "");
    const start = words.indexOf("dist/footnote.js");
    expect(start).toBeGreaterThan(0);
    const bot = spawn(process.execPath, [...ofThisNode(words.slice(0, start)), ...words.slice(start)], {
      env: { PATH: process.env.PATH, DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let log = "";
    bot.stderr.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
    try {
      const ended = once(bot, "exit");
      await Promise.race([standIn.untilReady(COMMAND_COUNT), ended]);
      const record = await standIn.person.slash("ask", { question: "When did the park open?" });
      expect(record.message?.text).toContain("April");
      bot.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
      expect(log).not.toContain("ERR_ACCESS_DENIED");
    } finally {
      bot.kill("SIGKILL");
      await standIn.close();
    }
  });

  it("what is not allowed is refused by Node, so the test can fail", async () => {
    const other = makeFolder({ "a.md": "Nobody may read this.\n" });
    const { code, out } = await run(["ask", "What?"], { folder: other.path });
    other.remove();
    expect(code).toBe(2);
    expect(out).not.toContain("Nobody");
  });
});
