/** The bot's parts on their own: limits, lines, memory, words of the log. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBotConfig } from "../../src/config.ts";
import { COMMANDS } from "../../src/discord/command-definitions.ts";
import { createFirstResponses } from "../../src/discord/first-responses.ts";
import { createLog, faultFields } from "../../src/discord/log.ts";
import { createRateLimit } from "../../src/discord/rate-limit.ts";
import { readQuestion } from "../../src/discord/read-question.ts";
import { isSame } from "../../src/discord/register-commands.ts";
import { createSeenIds } from "../../src/discord/seen-ids.ts";
import { createWorkInHand } from "../../src/discord/work-in-hand.ts";
import { createWorkQueue, QueueFullError } from "../../src/discord/work-queue.ts";
import { fitVisibleLine } from "../../src/render/visible.ts";
import { Secrets } from "../../src/text/secrets.ts";

describe("the rate limit", () => {
  it("lets through what it allows a minute at once, then one at a time", () => {
    let now = 0;
    const limit = createRateLimit(6, () => now);
    expect(Array.from({ length: 8 }, () => limit.take("a"))).toEqual([
      ...[null, null, null, null, null, null],
      ...[10_000, 10_000],
    ]);
    expect(limit.take("b")).toBeNull();
    now = 9_999;
    expect(limit.take("a")).toBe(10_000);
    now = 10_000;
    expect(limit.take("a")).toBeNull();
    now = 1_000_000;
    expect(Array.from({ length: 7 }, () => limit.take("a")).filter((again) => again === null)).toHaveLength(
      6,
    );
  });
});

describe("the queue", () => {
  it("serves the channels in turn, some at a time, and refuses beyond its limits", async () => {
    const queue = createWorkQueue({ atOnce: 1, waitingInLine: 3, waitingInAll: 4 });
    const served: string[] = [];
    const ask = (line: string, name: string) =>
      queue.run(line, async () => {
        served.push(name);
        await new Promise((resolve) => setImmediate(resolve));
      });
    const asked = ["a1", "a2", "a3", "a4"].map((name) => ask("a", name));
    await expect(ask("a", "a5")).rejects.toBeInstanceOf(QueueFullError);
    asked.push(ask("b", "b1"));
    await expect(ask("c", "c1")).rejects.toBeInstanceOf(QueueFullError);
    await Promise.all(asked);
    expect(served).toEqual(["a1", "a2", "b1", "a3", "a4"]);
  });

  it("goes on after a failure", async () => {
    const queue = createWorkQueue({ atOnce: 1, waitingInLine: 9, waitingInAll: 9 });
    await expect(queue.run("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(queue.run("a", async () => "yes")).resolves.toBe("yes");
  });
});

describe("work in hand", () => {
  it("is waited for", async () => {
    const work = createWorkInHand();
    const turn = work.begin();
    setTimeout(() => turn.end(), 20);
    expect(await work.drain(5000)).toBe(0);
    expect(await work.drain(0)).toBe(0);
  });

  it("is abandoned with a word when time runs out, and then cannot be claimed", async () => {
    const work = createWorkInHand();
    let words = 0;
    const turn = work.begin(async () => {
      words += 1;
    });
    const claimed = work.begin(async () => {
      words += 10;
    });
    expect(claimed.claim()).toBe(true);
    expect(await work.drain(10)).toBe(2);
    expect(words).toBe(1);
    expect(turn.claim()).toBe(false);
  });
});

describe("seen ids", () => {
  it("are new once, until they are forgotten", () => {
    const seen = createSeenIds(2);
    expect(["a", "a", "b", "c", "c", "a"].map((id) => seen.isNew(id))).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe("reading a question", () => {
  it("never takes what says nothing, is too long, or still holds a mention", () => {
    const piece = fc.constantFrom(
      "<@123456789012345678>",
      "<@!1>",
      "<:a:1>",
      "</ask:1>",
      "<t:1:R>",
      " ",
      "?",
      "why",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const read = readQuestion(pieces.join(""));
        const says = pieces.some((one) => one === "why" || one === "é");
        expect("question" in read).toBe(says);
        if ("question" in read) expect(read.question).toMatch(/^[\s?whyé]+$/);
      }),
      { seed: 41 },
    );
  });
});

describe("the log", () => {
  it("is a JSON object a line, without secrets and addresses", () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      true,
      new Secrets(["se.cret"]),
      () => new Date(0),
    );
    const error = Object.assign(new Error("at https://x/webhooks/1/token?a=b: se.cret"), {
      status: 404,
      code: 7,
    });
    log.warn("failed", faultFields(error));
    expect(lines).toEqual([
      '{"time":"1970-01-01T00:00:00.000Z","level":"warn","event":"failed","fault":"Error","code":7,"status":404,"message":"at [address] (key)"}',
    ]);
  });
});

describe("the commands", () => {
  it("are the same when Discord fills in what is left out, and differ when anything of ours does", () => {
    const stored = COMMANDS.map((command, at) => ({
      id: `${at}`,
      version: "1",
      nsfw: false,
      default_member_permissions: null,
      dm_permission: true,
      ...command,
      options: command.options?.map((option) => ({ required: false, ...option })),
    })).reverse();
    expect(isSame(stored, COMMANDS, false)).toBe(true);
    const changed = JSON.parse(JSON.stringify(stored));
    changed[0].name_localizations.tr = "x";
    expect(isSame(changed, COMMANDS, false)).toBe(false);
    expect(isSame(stored.slice(1), COMMANDS, false)).toBe(false);
  });
});

describe("the bot's settings", () => {
  const token = "a.b.c";
  it("are read from the environment", () => {
    expect(
      readBotConfig({ DISCORD_TOKEN: ` Bot ${token} `, FOOTNOTE_DISCORD_API: "http://127.0.0.1:4/api/v10/" }),
    ).toEqual({
      token,
      guildId: null,
      api: "http://127.0.0.1:4/api",
      feedbackFile: null,
      questionsPerMinute: 10,
      shards: null,
    });
  });

  it.each([
    ["no token", {}, "DISCORD_TOKEN is not set."],
    ["a token of two words", { DISCORD_TOKEN: "a b" }, "DISCORD_TOKEN is no bot token."],
    [
      "a server that is none",
      { DISCORD_TOKEN: token, DISCORD_GUILD_ID: "mine" },
      "DISCORD_GUILD_ID is no server id.",
    ],
    [
      "an address that is none",
      { DISCORD_TOKEN: token, FOOTNOTE_DISCORD_API: "x" },
      "FOOTNOTE_DISCORD_API is no web address.",
    ],
    [
      "too few questions",
      { DISCORD_TOKEN: token, FOOTNOTE_QUESTIONS_PER_MINUTE: "0" },
      "FOOTNOTE_QUESTIONS_PER_MINUTE takes a whole number from 5 to 9999.",
    ],
  ])("are refused with %s", (_name, environment, message) => {
    expect(() => readBotConfig(environment)).toThrow(message);
  });
});

describe("a name of a thread or a choice", () => {
  it("is one visible line of at most so many units, and never ends within a character", () => {
    const texts = ["a", "😀".repeat(90), "a😀".repeat(60), "x\u202ey\rz\u0007", "e\u0301".repeat(90)];
    for (const text of texts) {
      const name = fitVisibleLine(text, 100);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/[\r\n\u0007\u202e]|\p{Surrogate}/u);
    }
    expect(fitVisibleLine("😀".repeat(90), 100)).toBe(`${"😀".repeat(49)}…`);
  });
});

describe("first responses", () => {
  it("go before work, which waits for all of them but not for long", async () => {
    const first = createFirstResponses();
    await first.sent();
    let settle: () => void = () => undefined;
    const order: string[] = [];
    const sending = first.sending(
      new Promise<void>((resolve) => {
        settle = resolve;
      }),
    );
    const work = first.sent().then(() => order.push("work"));
    order.push("response");
    settle();
    await Promise.all([sending, work]);
    expect(order).toEqual(["response", "work"]);
    void first.sending(new Promise(() => undefined));
    await first.sent();
  });
});
