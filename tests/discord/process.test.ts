/** The real program, `footnote bot`, in a process of its own: how it starts, goes on and ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { runFootnote } from "../doubles/run-footnote.ts";
import { COMMAND_COUNT, expectClean, temporaryFolder } from "./running-bot.ts";

interface Running {
  readonly child: ChildProcess;
  readonly corpus: string;
  stderr(): string;
  readonly exit: Promise<number | null>;
}

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function stand(): Promise<StandIn> {
  const standIn = await startStandIn();
  open.push(() => standIn.close());
  return standIn;
}

function run(
  environment: Record<string, string>,
  words: readonly string[] = [],
  folder = temporaryFolder(),
): Running {
  const corpus = join(folder, "corpus");
  mkdirSync(corpus, { recursive: true });
  writeFileSync(join(corpus, "lighthouse.md"), "# The lighthouse\n\nThe lighthouse was built in 1871.\n");
  const child = spawn(
    process.execPath,
    ["dist/footnote.js", "bot", "--corpus", corpus, "--index", join(folder, "index"), ...words],
    {
      env: { PATH: process.env.PATH, FOOTNOTE_EMBEDDER: "none", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  open.push(async () => {
    child.kill("SIGKILL");
    await exit;
  });
  return { child, corpus, stderr: () => said, exit };
}

async function runAgainst(standIn: StandIn, words: readonly string[] = []): Promise<Running> {
  const bot = run({ DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url }, words);
  expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
  return bot;
}

const question = { question: "When was the lighthouse built?" };

describe("footnote bot", () => {
  it("answers from the files, finishes what is under way on SIGTERM, and ends with 0", async () => {
    const standIn = await stand();
    const bot = await runAgainst(standIn);
    await standIn.faults.next("original.edit", { kind: "late", ms: 700 }, 3);
    const asked = [1, 2, 3].map(() => standIn.person.slash("ask", question));
    await expect.poll(async () => (await standIn.seen.requests("original.edit")).length).toBeGreaterThan(0);
    bot.child.kill("SIGTERM");
    for (const record of await Promise.all(asked)) {
      expect(record.failure).toBeNull();
      expect(record.message?.text).toMatch(/^> The lighthouse was built in [*]*1871[*]*\\\.$/m);
    }
    expect(await bot.exit).toBe(0);
    expect(bot.stderr()).not.toContain("lighthouse");
    await expectClean(standIn);
  });

  it("ends in order when Ctrl-C comes twice, as npx sends it", async () => {
    const standIn = await stand();
    const bot = await runAgainst(standIn);
    bot.child.kill("SIGINT");
    bot.child.kill("SIGINT");
    expect(await bot.exit).toBe(0);
  });

  it("takes in changed files with --watch, and goes on when they disappear", async () => {
    const standIn = await stand();
    const bot = await runAgainst(standIn, ["--watch"]);
    writeFileSync(join(bot.corpus, "harbour.md"), "# The harbour\n\nThe harbour was dredged in 1902.\n");
    await expect.poll(() => bot.stderr(), { timeout: 15_000 }).toContain('"event":"refreshed"');
    const fresh = await standIn.person.slash("ask", { question: "When was the harbour dredged?" });
    expect(fresh.message?.text).toMatch(/^> The harbour was dredged in [*]*1902[*]*\\\.$/m);
    rmSync(bot.corpus, { recursive: true });
    await expect.poll(() => bot.stderr(), { timeout: 15_000 }).toContain('"event":"not refreshed"');
    const record = await standIn.person.slash("ask", question);
    expect(record.message?.text).toMatch(/^> The lighthouse was built in [*]*1871[*]*\\\.$/m);
    const reindex = await standIn.person.slash("reindex", {}, { user: "keeper" });
    expect(reindex.message?.content).toMatch(/^The sources cannot be read right now/);
    await expectClean(standIn);
  });
});

describe("footnote bot ends with 2, a hint and no stack", () => {
  async function expectRefusal(bot: Running, message: string): Promise<void> {
    expect(await bot.exit).toBe(2);
    const [error, hint] = bot
      .stderr()
      .split("\n")
      .filter((line) => !line.startsWith("{"));
    expect(error).toBe(`error: ${message}`);
    expect(hint).toMatch(/^hint: \S/);
    expect(bot.stderr()).not.toMatch(/^\s+at /m);
  }

  it("without a token", () => expectRefusal(run({}), "DISCORD_TOKEN is not set."));

  it("with a bad token, which it does not repeat", async () => {
    const standIn = await stand();
    const bot = run({ DISCORD_TOKEN: "a.wrong.token", FOOTNOTE_DISCORD_API: standIn.url });
    await expectRefusal(bot, "Discord does not accept DISCORD_TOKEN.");
    expect(bot.stderr()).not.toContain("a.wrong.token");
  });

  it.each([
    ["an application's id", "1234567890123456789"],
    ["a client secret", "aB3_dE6-gH9jK2mN5pQ8sT1vW4yZ7bC0"],
    ["a quoted token", '"a.b.c"'],
    ["the address of a webhook", "https://discord.com/api/webhooks/1234567890123456789/abc"],
    ["a word", "abc"],
  ])("with %s for a token, before the index is built", async (_name, token) => {
    const folder = temporaryFolder();
    const bot = run({ DISCORD_TOKEN: token }, [], folder);
    expect(await bot.exit).toBe(2);
    expect(bot.stderr()).toMatch(/^error: DISCORD_TOKEN .*\nhint: \S/m);
    expect(bot.stderr()).not.toContain(token);
    expect(existsSync(join(folder, "index"))).toBe(false);
  });

  it("in a server that it is not in, with the link that invites it", async () => {
    const standIn = await stand();
    const bot = run({
      DISCORD_TOKEN: standIn.token,
      FOOTNOTE_DISCORD_API: standIn.url,
      DISCORD_GUILD_ID: "900000000000000200",
    });
    await expectRefusal(
      bot,
      "The bot is not in the server that DISCORD_GUILD_ID names (900000000000000200).",
    );
    expect(bot.stderr()).toContain("https://discord.com/oauth2/authorize?client_id=900000000000000001&");
  });

  it("when Discord's address sends it on", async () => {
    const standIn = await stand();
    const away = { kind: "redirect", status: 308, location: "https://elsewhere.invalid/" } as const;
    await standIn.faults.next("*", away, 9);
    const bot = run({ DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url });
    await expectRefusal(
      bot,
      `${new URL(standIn.url).host} sends requests on to elsewhere.invalid. Footnote does not follow, because they carry the bot's token.`,
    );
  });

  it("when the intents are refused", async () => {
    const standIn = await stand();
    await standIn.gateway.rejectIdentify(4014, 3);
    const bot = run({ DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url });
    await expectRefusal(bot, "Discord refuses the intents of this bot.");
  });

  it("when there is no corpus", async () => {
    const standIn = await stand();
    const bot = run({ DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url }, [
      "--corpus",
      "no-such-folder",
    ]);
    expect(await bot.exit).toBe(2);
    expect(bot.stderr()).toMatch(/^error: .*no-such-folder/m);
  });

  it("when it is to answer from a source that is not there", async () => {
    const bot = run({ DISCORD_TOKEN: "a.b.c" }, ["--source", "no-such-source"]);
    await expectRefusal(bot, "There is no source “no-such-source”.");
  });
});

describe("footnote bot, told to stop while it opens its sources,", () => {
  it("ends with 0", async () => {
    const standIn = await stand();
    const bot = run({ DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url });
    await expect.poll(() => bot.stderr(), { timeout: 10_000 }).toContain("opening the sources");
    bot.child.kill("SIGTERM");
    expect(await bot.exit).toBe(0);
    expect(bot.stderr()).not.toContain("error:");
  });
});

describe("footnote doctor", () => {
  async function examine(environment: Record<string, string>) {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "corpus"));
    writeFileSync(join(folder, "corpus", "a.md"), "A lighthouse stands here.\n");
    const outcome = await runFootnote(["doctor", "--json", "--corpus", join(folder, "corpus")], {
      cwd: folder,
      env: { FOOTNOTE_EMBEDDER: "none", ...environment },
    });
    const findings: unknown = JSON.parse(outcome.out);
    const all = Array.isArray(findings) ? findings : [];
    return { ...outcome, discord: all.filter(({ about }) => about === "Discord") };
  }

  it("asks Discord about the bot", async () => {
    const standIn = await stand();
    const { discord, code } = await examine({
      DISCORD_TOKEN: standIn.token,
      FOOTNOTE_DISCORD_API: standIn.url,
    });
    expect(code).toBe(0);
    expect(discord[0]).toMatchObject({
      state: "well",
      message: "Discord knows the token of footnote, in 1 server, 1000 log-ins left today",
    });
    expect(discord.slice(1).map(({ state }) => state)).toEqual(["remark", "remark", "remark"]);
  });

  it.each([
    ["a word for a token", { DISCORD_TOKEN: "abc" }, /three parts/],
    ["a wrong token", { DISCORD_TOKEN: "a.wrong.token" }, /does not accept/],
    ["a server that it is not in", { DISCORD_GUILD_ID: "900000000000000200" }, /is not in the server/],
    ["Discord away", { FOOTNOTE_DISCORD_API: "http://127.0.0.1:1/api" }, /refuses the connection/],
  ])("finds %s at fault", async (_name, environment: Record<string, string>, message) => {
    const standIn = await stand();
    const { discord, code, out, err } = await examine({
      DISCORD_TOKEN: standIn.token,
      FOOTNOTE_DISCORD_API: standIn.url,
      ...environment,
    });
    expect(code).toBe(1);
    expect(discord).toEqual([
      { about: "Discord", state: "fault", message: expect.stringMatching(message), hint: expect.any(String) },
    ]);
    expect(out + err).not.toContain(environment.DISCORD_TOKEN ?? standIn.token);
  });
});
