/** The connection: it comes back by itself, sessions are resumed, and no question is answered twice. */
import { afterEach, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/discord/command-definitions.ts";
import { UserError } from "../../src/errors.ts";
import type { StandInSettings } from "../discord-stand-in/settings.ts";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { COMMAND_COUNT, expectClean, type RunningBot, startBot } from "./running-bot.ts";

const running: { standIn: StandIn; bots: RunningBot[] }[] = [];
afterEach(async () => {
  for (const { standIn, bots } of running.splice(0)) {
    for (const bot of bots) await bot.stop().catch(() => undefined);
    await standIn.close();
  }
});

async function start(count = 1, settings: Partial<StandInSettings> = {}, environment = {}) {
  const standIn = await startStandIn({ patienceMs: 7000, ...settings });
  const bots = Array.from({ length: count }, () => startBot(standIn, { environment }));
  running.push({ standIn, bots });
  const [bot] = bots;
  if (bot === undefined) throw new Error("no bot");
  return { standIn, bot, bots };
}

async function expectAnswer(standIn: StandIn): Promise<void> {
  const record = await standIn.person.slash("ask", { question: "What is it?" });
  expect(record).toMatchObject({ failure: null, acknowledgement: "deferred reply" });
}

describe("a connection", () => {
  /** How it breaks, and how many IDENTIFY and reconnections there are afterwards in all. */
  const breaks: readonly (readonly [string, (standIn: StandIn) => Promise<void>, number, number])[] = [
    ["is asked to reconnect", (one) => one.gateway.askToReconnect(), 1, 1],
    ["is cut", (one) => one.gateway.cut(), 1, 1],
    ["is closed with 4000", (one) => one.gateway.close(4000), 1, 1],
    ["has an invalid session that can be resumed", (one) => one.gateway.invalidate(true), 1, 0],
    ["has an invalid session that is lost", (one) => one.gateway.invalidate(false), 2, 1],
  ];
  it.each(breaks)("that %s comes back", async (_name, breakIt, identifies, reconnects) => {
    const { standIn, bot } = await start();
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    await standIn.untilIdle();
    await breakIt(standIn);
    expect(await standIn.gateway.untilIdentified(identifies)).toBe(true);
    await expect
      .poll(() => bot.log.filter(({ event }) => event === "reconnecting").length, { timeout: 7000 })
      .toBe(reconnects);
    expect(await standIn.gateway.untilConnected(1)).toBe(true);
    await expectAnswer(standIn);
    expect(await standIn.seen.identifies()).toBe(identifies);
    await expectClean(standIn);
  });

  it("that only looks alive is given up and made anew", async () => {
    const { standIn } = await start(1, { heartbeatMs: 300 });
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    await standIn.untilIdle();
    await standIn.gateway.turnToZombies();
    await standIn.gateway.untilConnected(0);
    expect(await standIn.gateway.untilConnected(1)).toBe(true);
    await expectAnswer(standIn);
  });
});

describe("an event told twice", () => {
  it("is answered once", async () => {
    const { standIn, bot } = await start();
    await standIn.untilReady(COMMAND_COUNT);
    await expectAnswer(standIn);
    await standIn.gateway.repeat("INTERACTION_CREATE");
    const said = await standIn.person.say("What is it?", { mention: true });
    await standIn.gateway.repeat("MESSAGE_CREATE");
    await standIn.untilIdle();
    expect(said.answers).toHaveLength(1);
    expect(await standIn.seen.botMessages()).toHaveLength(2);
    expect(bot.answering.asked).toHaveLength(2);
    await expectClean(standIn);
  });
});

describe("two instances on one token", () => {
  it("give one answer to each question", async () => {
    const { standIn } = await start(2);
    expect(await standIn.gateway.untilConnected(2)).toBe(true);
    await standIn.untilReady(COMMAND_COUNT);
    await standIn.untilIdle();
    await expectAnswer(standIn);
    const mention = await standIn.person.say("What is it?", { mention: true });
    const direct = await standIn.person.say("What is it?", { dm: true });
    await standIn.untilIdle();
    expect([mention.answers.length, direct.answers.length]).toEqual([1, 1]);
    expect(await standIn.seen.botMessages()).toHaveLength(3);
    await expectClean(standIn);
  });
});

describe("logging in", () => {
  it("is tried again while Discord is down", async () => {
    const standIn = await startStandIn();
    await standIn.faults.outage(true);
    const bot = startBot(standIn);
    running.push({ standIn, bots: [bot] });
    await expect
      .poll(() => bot.log.some(({ event }) => event === "no connection"), { timeout: 5000 })
      .toBe(true);
    await standIn.faults.outage(false);
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    await expectAnswer(standIn);
  });

  it("ends with a clear word when the token is bad, without saying it", async () => {
    const token = "a.wrong.token";
    const { bot } = await start(1, {}, { DISCORD_TOKEN: token });
    const fault: unknown = await bot.ended.catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UserError);
    expect(fault).toMatchObject({ message: "Discord does not accept DISCORD_TOKEN." });
    expect(JSON.stringify(bot.log)).not.toContain(token);
  });

  it.each([
    [4004, "Discord does not accept DISCORD_TOKEN."],
    [4011, "Discord wants this bot to run in shards."],
    [4014, "Discord refuses the intents of this bot."],
  ])("ends with a clear word when the gateway closes with %i", async (code, message) => {
    const standIn = await startStandIn();
    await standIn.gateway.rejectIdentify(code, 5);
    const bot = startBot(standIn);
    running.push({ standIn, bots: [bot] });
    await expect(bot.ended).rejects.toMatchObject({ name: "UserError", message });
  });

  it("ends with a clear word when the gateway closes for good later", async () => {
    const { standIn, bot } = await start();
    await standIn.untilReady(COMMAND_COUNT);
    await standIn.gateway.rejectIdentify(4014, 5);
    await standIn.gateway.close(4014);
    await expect(bot.ended).rejects.toMatchObject({ message: "Discord refuses the intents of this bot." });
  });

  it("can be stopped while it waits", async () => {
    const standIn = await startStandIn();
    await standIn.faults.outage(true);
    const bot = startBot(standIn);
    running.push({ standIn, bots: [] });
    await expect
      .poll(() => bot.log.some(({ event }) => event === "no connection"), { timeout: 5000 })
      .toBe(true);
    await bot.stop();
    expect(bot.answering.isClosed).toBe(true);
  });
});

describe("the commands", () => {
  it("are written when they differ, and only then", async () => {
    const standIn = await startStandIn();
    for (const expected of [1, 1]) {
      const bot = startBot(standIn);
      await expect
        .poll(() => bot.log.some(({ event }) => String(event).startsWith("commands")), { timeout: 10_000 })
        .toBe(true);
      expect((await standIn.seen.requests("commands.put")).length).toBe(expected);
      await bot.stop();
    }
    const bot = startBot(standIn, { environment: { DISCORD_GUILD_ID: standIn.guildId } });
    await expect
      .poll(() => bot.log.some(({ event }) => event === "commands registered"), { timeout: 10_000 })
      .toBe(true);
    expect((await standIn.seen.requests("guild commands.put")).length).toBe(1);
    await bot.stop();
    await expectClean(standIn);
    await standIn.close();
  });

  it("are as many as Discord is told of", () => {
    expect(COMMANDS).toHaveLength(COMMAND_COUNT);
  });
});

describe("stopping", () => {
  it("finishes what is under way and takes nothing new", async () => {
    const { standIn, bot } = await start();
    await standIn.untilReady(COMMAND_COUNT);
    bot.answering.delayMs = 400;
    const slash = standIn.person.slash("ask", { question: "What is it?" });
    await expect.poll(() => bot.answering.asked.length).toBe(1);
    await bot.stop();
    const record = await slash;
    expect(record.failure).toBeNull();
    expect(record.message?.text).toContain("> The first quote\\.");
    expect(bot.answering.isClosed).toBe(true);
    expect(await standIn.gateway.untilConnected(0)).toBe(true);
    await expectClean(standIn);
  });
});
