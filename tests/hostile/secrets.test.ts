/** Keys, tokens and passwords stand in no output of any command, also when servers repeat them and when debugging. */
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isRewriting, says, sentencesIn } from "../doubles/models/scripted-reply.ts";
import { MODEL_PROTOCOLS, startModelServer } from "../doubles/models/start-model-server.ts";
import { makeFolder, type Outcome, runFootnote } from "../doubles/run-footnote.ts";

const KEY = "sk-marked0key1marked2key3";
const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.marked0token.marked1token2marked3token";
const PASSWORD = "marked0password1";
const folder = makeFolder({
  "corpus/a.md": "The keeper of the lantern is Ines Abara. The tower was built in 1931.\n",
});

/** Refuses everything, and repeats what it was sent. */
const echo = createServer((request, response) => {
  const said = JSON.stringify(request.headers);
  response.writeHead(401, {
    "content-type": "application/json",
    "x-echo": request.headers.authorization ?? "",
  });
  response.end(JSON.stringify({ error: { message: `Incorrect key: ${said}` }, message: said, code: 0 }));
});
let base = "";
beforeAll(async () => {
  await once(echo.listen(0, "127.0.0.1"), "listening");
  base = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`;
});
afterAll(() => {
  echo.close();
  folder.remove();
});

const run = (words: string[], env: Readonly<Record<string, string>>): Promise<Outcome> =>
  runFootnote(words, { cwd: folder.path, env: { FOOTNOTE_DEBUG: "1", ...env } });

function expectKept({ out, err }: Outcome): void {
  const all = out + err;
  for (const secret of [KEY, TOKEN, PASSWORD]) expect(all).not.toContain(secret);
  // Nor in another dress.
  for (const secret of [KEY, TOKEN, PASSWORD])
    expect(all).not.toContain(Buffer.from(secret).toString("base64").replace(/=+$/, ""));
}

const keys = () => ({
  OPENAI_API_KEY: KEY,
  ANTHROPIC_API_KEY: KEY,
  OPENAI_BASE_URL: `${base}/v1`,
  ANTHROPIC_BASE_URL: base,
  OLLAMA_HOST: base,
});
const QUESTION = "Who is the keeper of the lantern?";

describe("secrets", () => {
  it.each(["openai:test", "anthropic:test"])(
    "of %s are repeated by its server, and not by us",
    async (model) => {
      const outcome = await run(["ask", QUESTION, "--verbose"], { ...keys(), FOOTNOTE_MODEL: model });
      expect(outcome.code).toBe(0);
      expectKept(outcome);
      expectKept(await run(["doctor"], { ...keys(), FOOTNOTE_MODEL: model }));
    },
  );

  it.each(MODEL_PROTOCOLS)("are said by a model of %s, and not by us", async (protocol) => {
    const secrets = {
      OPENAI_API_KEY: KEY,
      ANTHROPIC_API_KEY: KEY,
      DISCORD_TOKEN: TOKEN,
      PGPASSWORD: PASSWORD,
    };
    const model = await startModelServer(protocol, (asked) => {
      const { label } = sentencesIn(asked)[0] ?? { label: 1 };
      const said = "The keeper of the lantern is Ines Abara";
      const written = Object.values(secrets).flatMap((secret) => [
        secret,
        secret.toUpperCase(),
        [...secret].join(" "),
        Buffer.from(secret).toString("base64"),
        `${secret.slice(0, 8)}[S${label}]${secret.slice(8)}`,
      ]);
      const lines = written.flatMap((secret) => [
        `${said} ${secret} [S${label}].`,
        `${secret} [S${label}]`,
        `[S${label}] ${secret} and more`,
        secret,
      ]);
      const halves = Object.values(secrets).flatMap((secret) => [secret.slice(0, 11), secret.slice(11)]);
      return isRewriting(asked)
        ? says(`Who is the keeper of the lantern ${KEY}?`)
        : says([...lines, ...halves, `${said} [S${label}].`].join("\n"));
    });
    try {
      const env = { ...model.environment, ...secrets, FOOTNOTE_MODEL: model.model };
      const outcomes = [
        await run(["ask", QUESTION, "--json"], env),
        await run(["ask", QUESTION, "--verbose"], env),
        await runFootnote(["chat", "--json"], {
          cwd: folder.path,
          env,
          input: `${QUESTION}\nAnd who is that?\n`,
        }),
      ];
      for (const outcome of outcomes) {
        expectKept(outcome);
        expect(outcome.out.toLowerCase()).not.toMatch(/key1marked|m a r k e d|marked2|ord1/);
      }
      const { mode, statements, dropped } = JSON.parse(outcomes[0]?.out ?? "");
      expect(mode).toBe("generative");
      expect(statements).toMatchObject([{ text: "The keeper of the lantern is Ines Abara." }]);
      expect(dropped).toContainEqual(expect.objectContaining({ reason: "The line holds a key." }));
    } finally {
      await model.close();
    }
  });

  it.each([
    ["OPENAI_API_KEY", "a line break", `${KEY}\nx-injected: yes`],
    ["OPENAI_API_KEY", "a letter that no key has", `“${KEY}”`],
    ["ANTHROPIC_API_KEY", "a return", `${KEY}\r\nx-injected: yes`],
    ["ANTHROPIC_API_KEY", "a space", `${KEY} ${KEY}`],
  ])("in %s with %s are refused in a sentence", async (variable, _, value) => {
    const provider = variable.slice(0, variable.indexOf("_")).toLowerCase();
    const env = { ...keys(), [variable]: value, FOOTNOTE_MODEL: `${provider}:test` };
    const outcomes = [await run(["ask", QUESTION], env), await run(["doctor"], env)];
    for (const outcome of outcomes) {
      expectKept(outcome);
      expect(outcome.out + outcome.err).toContain(`${variable} is no key`);
      expect(outcome.out + outcome.err).not.toMatch(/went wrong inside|injected/);
    }
  });

  it("of a service of vectors are not repeated, and not in the index", async () => {
    const env = { ...keys(), FOOTNOTE_EMBEDDER: "openai:test" };
    expectKept(await run(["index"], env));
    expectKept(await run(["doctor"], env));
    expectKept(await run(["ask", QUESTION, "--json"], { ...keys(), FOOTNOTE_EMBEDDER: "none" }));
    const kept = join(folder.path, ".footnote");
    for (const file of readdirSync(kept, { recursive: true, withFileTypes: true }))
      if (file.isFile())
        expect(readFileSync(join(file.parentPath, file.name)).includes("marked0")).toBe(false);
  });

  it.each(["OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "OLLAMA_HOST"])(
    "in the address of %s are not repeated",
    async (variable) => {
      const provider = variable.slice(0, variable.indexOf("_")).toLowerCase();
      for (const address of [base.replace("//", `//u:${PASSWORD}@`), `http://u:${PASSWORD}@127.0.0.1:x/`]) {
        const env = { ...keys(), FOOTNOTE_MODEL: `${provider}:test`, [variable]: address };
        expectKept(await run(["ask", QUESTION, "--json", "--verbose"], env));
        expectKept(await run(["doctor"], env));
      }
    },
  );

  it.each(["OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "OLLAMA_HOST"])(
    "in the path and the query of %s are not repeated",
    async (variable) => {
      const provider = variable.slice(0, variable.indexOf("_")).toLowerCase();
      for (const address of [
        `${base}/${PASSWORD}/v1`,
        `http://127.0.0.1:1/${PASSWORD}`,
        `${base}/v1?key=${PASSWORD}`,
      ]) {
        const env = { ...keys(), FOOTNOTE_MODEL: `${provider}:test`, [variable]: address };
        expectKept(await run(["ask", QUESTION, "--json", "--verbose"], env));
        expectKept(await run(["doctor"], env));
      }
    },
  );

  it.each([
    `postgres://u:${PASSWORD}@127.0.0.1:1/d`,
    `postgres://u:${PASSWORD}@127.0.0.1:port/d`,
    `postgres://u:${PASSWORD}%@127.0.0.1:x/d`,
    `postgres:/u:${PASSWORD}@127.0.0.1/d`,
  ])("in the address of a database are not repeated: %s", async (address) => {
    const outcomes = [["ask", QUESTION], ["doctor"]].map((words) => run(words, { FOOTNOTE_INDEX: address }));
    for (const outcome of await Promise.all(outcomes)) expectKept(outcome);
  });

  it("of the bot are repeated by Discord, and not by us", async () => {
    const env = { DISCORD_TOKEN: TOKEN, FOOTNOTE_DISCORD_API: `${base}/api` };
    const outcome = await run(["bot"], env);
    expect(outcome.code).toBe(2);
    expectKept(outcome);
    expectKept(await run(["doctor"], env));
    expectKept(await run(["bot"], { ...env, DISCORD_TOKEN: `${TOKEN} ${TOKEN}` }));
    expectKept(await run(["bot"], { ...env, FOOTNOTE_DISCORD_API: `u:${PASSWORD}@x` }));
    expectKept(await run(["bot"], { ...env, DISCORD_GUILD_ID: TOKEN }));
  });
});
