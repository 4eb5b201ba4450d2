/** What the bot looks at before anything else: each mistake has its own sentence and a hint, and the token is kept. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { readBotConfig } from "../../src/config.ts";
import { examineAccount } from "../../src/discord/account.ts";
import { UserError } from "../../src/errors.ts";
import { furniture } from "../discord-stand-in/furnished-world.ts";
import type { StandInSettings } from "../discord-stand-in/settings.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { startBot } from "./running-bot.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.marked.token-token_token-token_token-t";

async function stand(settings: Partial<StandInSettings> = {}) {
  const standIn = await startStandIn({ token: TOKEN, ...settings });
  ends.push(() => standIn.close());
  return standIn;
}

/** A server that is not Discord. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
}

async function examine(environment: Readonly<Record<string, string>>) {
  return examineAccount(readBotConfig({ DISCORD_TOKEN: TOKEN, ...environment }));
}

async function faultOf(environment: Readonly<Record<string, string>>): Promise<UserError> {
  const error: unknown = await examine(environment).catch((fault: unknown) => fault);
  if (!(error instanceof UserError)) throw new Error(`No UserError: ${JSON.stringify(error)}`);
  expect(error.hint).not.toBe("");
  const token = environment.DISCORD_TOKEN ?? TOKEN;
  for (const said of [error.message, error.hint, error.stack ?? ""]) expect(said).not.toContain(token);
  return error;
}

describe("a token that is none", () => {
  const nowhere = { FOOTNOTE_DISCORD_API: "http://127.0.0.1:1/api" };
  it.each([
    ["of an application's id", "1234567890123456789", /holds an id/],
    ["of a client secret", "aB3_dE6-gH9jK2mN5pQ8sT1vW4yZ7bC0", /client secret/],
    ["of a public key", "0123456789abcdef".repeat(4), /public key/],
    ["in double quotes", `"${TOKEN}"`, /quotation marks/],
    ["in single quotes", `'${TOKEN}'`, /quotation marks/],
    ["in curly quotes", `“${TOKEN}”`, /quotation marks/],
    ["with one quote", `${TOKEN}'`, /quotation marks/],
    ["of a webhook", `https://discord.com/api/webhooks/1234567890123456789/${"x".repeat(68)}`, /webhook/],
    ["of an invitation", "https://discord.com/oauth2/authorize?client_id=1", /web address/],
    ["of a person", `mfa.${"x".repeat(80)}`, /person's account/],
    ["in one part", "abc", /three parts/],
    ["in four parts", "a.b.c.d", /three parts/],
    ["with an empty part", "a..c", /three parts/],
    ["with foreign letters", "a.b.ç", /characters that no token has/],
    ["with hidden letters", "a.b.c\u200b", /characters that no token has/],
    ["of a template", "<your.token.here>", /characters that no token has/],
  ])("%s is told apart without asking anybody", async (_name, token, sentence) => {
    expect((await faultOf({ ...nowhere, DISCORD_TOKEN: token })).message).toMatch(sentence);
  });

  it.each(["a b.c.d", "a.b\n.c", "Bearer a.b.c", "a.b.c d"])("%j is refused", (token) => {
    expect(() => readBotConfig({ DISCORD_TOKEN: token })).toThrow("DISCORD_TOKEN is no bot token.");
  });

  it("but is one around which something stands that nobody sees, or the word Bot", async () => {
    const standIn = await stand();
    for (const token of [` ${TOKEN}\n`, `Bot ${TOKEN}`, `${TOKEN}\r\n`])
      expect(await examine({ DISCORD_TOKEN: token, FOOTNOTE_DISCORD_API: standIn.url })).toMatchObject({
        name: "footnote",
      });
  });

  it("that Discord does not know is told", async () => {
    const standIn = await stand();
    const fault = await faultOf({ DISCORD_TOKEN: "a.wrong.token", FOOTNOTE_DISCORD_API: standIn.url });
    expect(fault.message).toBe("Discord does not accept DISCORD_TOKEN.");
  });
});

describe("a server", () => {
  it("that the bot is not in is named, with a way in", async () => {
    const standIn = await stand();
    for (const id of [furniture.foreignGuild, "123456789012345678"]) {
      const fault = await faultOf({ FOOTNOTE_DISCORD_API: standIn.url, DISCORD_GUILD_ID: id });
      expect(fault.message).toBe(`The bot is not in the server that DISCORD_GUILD_ID names (${id}).`);
      expect(fault.hint).toContain(`client_id=${furniture.application}&scope=bot+applications.commands`);
      expect(fault.hint).toContain(`guild_id=${id}`);
    }
  });

  it("that it is in is fine, with what it lacks in which channels", async () => {
    const standIn = await stand();
    const { servers, remarks } = await examine({
      FOOTNOTE_DISCORD_API: standIn.url,
      DISCORD_GUILD_ID: standIn.guildId,
    });
    expect(servers).toBe(1);
    // The furniture allows everybody what the bot's role denies itself in some channels: its role counts last.
    expect(remarks.map(({ message }) => message).sort()).toEqual([
      "In Reading room, the bot lacks Create Public Threads in #threadless.",
      "In Reading room, the bot lacks Send Messages, Send Messages in Threads in #silent.",
      "In Reading room, the bot lacks View Channels in #hidden.",
    ]);
    expect(await standIn.seen.violations()).toEqual([]);
  });

  it("that is nowhere yet gets the link that invites the bot", async () => {
    const standIn = await stand({ isUninvited: true });
    const { remarks } = await examine({ FOOTNOTE_DISCORD_API: standIn.url });
    expect(remarks).toEqual([
      {
        message: "The bot is in no server yet.",
        hint: `Invite it: https://discord.com/oauth2/authorize?client_id=${furniture.application}&scope=bot+applications.commands&permissions=309237763072`,
      },
    ]);
  });

  it("with an id that is none is refused", () => {
    for (const id of ["mine", "12", "1e18", "９00000000000000100", "<#900000000000000110>"])
      expect(() => readBotConfig({ DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: id })).toThrow("is no server id");
  });
});

describe("Discord is away", () => {
  it.each([
    ["refuses the connection", "http://127.0.0.1:1/api", /^127\.0\.0\.1:1 refuses the connection/],
    ["has no name", "http://no-such-host.invalid/api", /^no-such-host\.invalid cannot be found/],
    ["speaks no TLS", "", /^127\.0\.0\.1:\d+ (?:does not prove|.* broke off)|^The connection to 127/],
  ])("when it %s", async (what, address, sentence) => {
    const plain = await serve((_, response) => response.end());
    const api = address === "" ? plain.replace("http:", "https:") : address;
    const fault = await faultOf({ FOOTNOTE_DISCORD_API: api });
    expect(fault.message, what).toMatch(sentence);
  });

  it.each([
    [500, "text/html", "<h1>500</h1>", /answers with an error \(status 500\)/],
    [503, "application/json", "{}", /answers with an error \(status 503\)/],
    [403, "text/html", "<h1>Access denied</h1>", /refuses to answer \(status 403\)/],
    [400, "application/json", "[]", /refuses to answer \(status 400\)/],
    [200, "text/html", "<h1>Welcome to this hotel</h1>", /is not Discord/],
    [200, "application/json", "{broken", /is not Discord/],
    [200, "application/json", "null", /is not Discord/],
    [200, "application/json", '{"url":"ws://x"}', /is not Discord/],
    [204, "text/plain", "", /is not Discord/],
  ])("when %i %s comes back: %s", async (status, type, body, sentence) => {
    const api = await serve((_, response) => {
      response.writeHead(status, { "content-type": type }).end(status === 204 ? undefined : body);
    });
    expect((await faultOf({ FOOTNOTE_DISCORD_API: api })).message).toMatch(sentence);
  });

  it("when it is too busy", async () => {
    const standIn = await stand();
    await standIn.faults.next("*", { kind: "rate limit", retryAfter: 7 }, 9);
    expect((await faultOf({ FOOTNOTE_DISCORD_API: standIn.url })).message).toMatch(/wait for [78] seconds/);
  });

  it("when the connection breaks off", async () => {
    const standIn = await stand();
    await standIn.faults.next("*", { kind: "reset" }, 9);
    expect((await faultOf({ FOOTNOTE_DISCORD_API: standIn.url })).message).toMatch(/broke off/);
  });

  it("but an address without Discord is a mistake", async () => {
    for (const body of ["<h1>404</h1>", '{"message":"404: Not Found","code":0}']) {
      const api = await serve((_, response) => {
        response.writeHead(404, { "content-type": body.startsWith("{") ? "application/json" : "text/html" });
        response.end(body);
      });
      expect((await faultOf({ FOOTNOTE_DISCORD_API: api })).message).toMatch(/^There is no Discord at 127/);
    }
  });
});

describe("an address of Discord's that is none", () => {
  it.each(["x", "localhost:4000", "127.0.0.1:4000/api", "ftp://127.0.0.1/api", "http://", "//x/api"])(
    "%s is refused",
    (api) => {
      expect(() => readBotConfig({ DISCORD_TOKEN: TOKEN, FOOTNOTE_DISCORD_API: api })).toThrow(
        "FOOTNOTE_DISCORD_API is no web address.",
      );
    },
  );

  it.each([
    ["http://me:secret@127.0.0.1/api", "name or password"],
    ["http://127.0.0.1/api?x=1", "base"],
    ["http://127.0.0.1/api#x", "base"],
    ["http://127.0.0.1/a pi", "base"],
  ])("%s is refused, without repeating it", (api, what) => {
    const read = () => readBotConfig({ DISCORD_TOKEN: TOKEN, FOOTNOTE_DISCORD_API: api });
    expect(read).toThrow(what);
    expect(read).not.toThrow("secret");
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])("with %i is not followed, and both hosts are named", async (status) => {
    const asked: string[] = [];
    const other = await serve((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      response.end("{}");
    });
    const standIn = await stand();
    for (const route of ["gateway.bot", "application.me", "user.guilds"]) {
      await standIn.faults.next(route, { kind: "redirect", status, location: `${other}/v10/gateway/bot` });
      const fault = await faultOf({ FOOTNOTE_DISCORD_API: standIn.url });
      expect(fault.message).toBe(
        `${new URL(standIn.url).host} sends requests on to ${new URL(other).host}. Footnote does not follow, because they carry the bot's token.`,
      );
    }
    expect(asked).toEqual([]);
  });

  it("later on ends the request, and not the bot", async () => {
    const standIn = await stand();
    const bot = startBot(standIn);
    ends.unshift(() => bot.stop());
    await standIn.untilReady(7);
    await standIn.untilIdle();
    const redirect = { kind: "redirect", status: 307, location: "http://127.0.0.1:1/" } as const;
    await standIn.faults.next("original.edit", redirect, 9);
    await standIn.person.post("What is it?", { dm: true });
    await standIn.faults.next("message.create", redirect, 1);
    await standIn.untilIdle();
    await standIn.faults.clear();
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    expect(record.failure).toBeNull();
    expect(JSON.stringify(bot.log)).not.toContain(TOKEN);
  });
});

describe("a bot", () => {
  it("ends before its sources are opened when its settings are wrong", async () => {
    const standIn = await stand();
    const environment = { DISCORD_GUILD_ID: furniture.foreignGuild };
    const bot = startBot(standIn, { environment });
    await expect(bot.ended).rejects.toBeInstanceOf(UserError);
    expect(await standIn.seen.identifies()).toBe(0);
    expect(bot.log.map(({ event }) => event)).toEqual([]);
  });

  it("says what it found, once, and goes on", async () => {
    const standIn = await stand();
    const bot = startBot(standIn);
    ends.unshift(() => bot.stop());
    expect(await standIn.untilReady(7)).toBe(true);
    const said = bot.log.filter(({ event }) => event === "account");
    expect(said[0]).toMatchObject({ name: "footnote", servers: 1 });
    expect(said).toHaveLength(4);
  });

  it("waits where Discord is away, says why, and goes on when it is back", async () => {
    const standIn = await stand();
    await standIn.faults.next("gateway.bot", { kind: "status", status: 503 }, 2);
    const pauses: number[] = [];
    const pace = {
      now: Date.now,
      random: () => 0.5,
      sleep: async (ms: number) => void pauses.push(ms),
    };
    const bot = startBot(standIn, { pace });
    ends.unshift(() => bot.stop());
    expect(await standIn.untilReady(7)).toBe(true);
    const said = bot.log.filter(({ event }) => event === "no connection");
    expect(said.map(({ message }) => message)).toEqual(
      Array(2).fill(`${new URL(standIn.url).host} answers with an error (status 503).`),
    );
    expect(pauses[0]).toBe(1000);
  });
});
