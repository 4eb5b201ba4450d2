/** The package as somebody has it who installed it: no clone beside it, and a working folder that is empty. */
import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { Finding } from "../../src/doctor/finding.ts";
import { makeFolder } from "../doubles/run-footnote.ts";
import { installPackage } from "./packed-package.ts";

const installed = installPackage();
afterAll(installed.remove);

const QUESTION = "How many staff did Azerbaijan evacuate from Tehran?";
const NOBODY = "http://127.0.0.1:1";
const folders: { remove(): void }[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function emptyFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = makeFolder(files);
  folders.push(folder);
  return folder.path;
}

interface Run {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** What it says when it is to be told to stop. */
  readonly until?: string;
}

function run(
  words: readonly string[],
  { cwd = emptyFolder(), env = {}, until }: Run = {},
): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [installed.program, ...words],
      { cwd, env: { PATH: process.env.PATH, HOME: cwd, FOOTNOTE_EMBEDDER: "none", ...env } },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    );
    let said = "";
    child.stderr?.on("data", (text: string) => {
      said += text;
      if (until !== undefined && said.includes(until)) child.kill("SIGTERM");
    });
  });
}

describe("without a corpus", () => {
  it("reads the texts that ship, says so once, and keeps the index in the working folder", async () => {
    const before = stampsOf(installed.path);
    const cwd = emptyFolder();
    const { code, out, err } = await run(["ask", QUESTION], { cwd });
    expect(code).toBe(0);
    expect(out).toContain("evacuated 53 members");
    expect(err.trim().split("\n")).toEqual([expect.stringContaining(join(installed.path, "corpus"))]);
    expect(readdirSync(cwd)).toEqual([".footnote"]);
    expect(stampsOf(installed.path)).toEqual(before);
  });

  it("says nothing of it under --quiet", async () => {
    expect((await run(["sources", "--quiet"])).err).toBe("");
  });

  it("prints only JSON to standard output", async () => {
    const { out } = await run(["sources", "--json"]);
    expect(JSON.parse(out)).toHaveLength(2);
  });
});

describe("a corpus of one's own", () => {
  const text = { "corpus/park.md": "The park opened in April 2019.\n" };

  it.each([
    ["in the working folder", [], {}],
    ["named", ["--corpus", "corpus"], {}],
    ["named in the environment", [], { FOOTNOTE_CORPUS: "corpus" }],
  ])("%s comes first", async (_, words, env) => {
    const { out, err } = await run(["sources", ...words], { cwd: emptyFolder(text), env });
    expect(out).toContain("park");
    expect(out).not.toContain("baku");
    expect(err).toBe("");
  });

  it.each([
    ["named and missing", ["--corpus", "nowhere"], {}],
    ["there and no folder of texts", [], { corpus: "What is this?" }],
  ])("%s is a fault", async (_, words, files) => {
    const { code, err } = await run(["sources", ...words], { cwd: emptyFolder(files) });
    expect(code).toBe(2);
    expect(err).not.toContain("ship");
  });
});

describe("whatever is loaded only when used is there", () => {
  it.each([
    ["ollama:any", { OLLAMA_HOST: NOBODY }],
    ["openai:any", { OPENAI_BASE_URL: NOBODY }],
    ["anthropic:any", { ANTHROPIC_BASE_URL: NOBODY, ANTHROPIC_API_KEY: "none" }],
  ])("the client of %s, and the prompts", async (model, env) => {
    const { code, out, err } = await run(["ask", "--json", "--model", model, QUESTION], {
      env: { ...env, FOOTNOTE_MODEL_SECONDS: "5" },
    });
    expect(err).toContain("ship");
    expect(code).toBe(0);
    expect(JSON.parse(out).note).toContain("cannot be reached");
  });

  it("the sentence encoder and the vector addon", async () => {
    const { out } = await run(["doctor", "--json"], { env: { FOOTNOTE_EMBEDDER: "default" } });
    const found = new Map(JSON.parse(out).map(({ about, message }: Finding) => [about, message]));
    expect(found.get("embedder")).toContain("use-lite");
    expect(found.get("vector addon")).toMatch(/is there|not built|not installed/);
  });

  it("the driver of PostgreSQL; and the texts that ship do not go into a database", async () => {
    const { code, err } = await run(["sources", "--index", "postgres://nobody@127.0.0.1:1/none"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .*(?:database|PostgreSQL|127\.0\.0\.1)/m);
    expect(err).not.toMatch(/ship|Something went wrong/);
  });

  it("the client of Discord", async () => {
    const bot = await run(["bot"], {
      env: { DISCORD_TOKEN: "a.b.c", FOOTNOTE_DISCORD_API: NOBODY },
      until: '"event":"no connection"',
    });
    expect(bot.err).toContain("ECONNREFUSED");
    expect(bot.code).toBe(0);
  });
});

/** When each file of a folder was changed last. */
function stampsOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => `${file} ${statSync(join(folder, String(file))).mtimeMs}`)
    .sort();
}
