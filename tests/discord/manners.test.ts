/** Good manners: silence unless asked, one sentence for what cannot be answered, and nobody is ever notified. */

import { REST, Routes } from "discord.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { AnsweringError } from "../../src/discord/answering.ts";
import { COMMANDS } from "../../src/discord/command-definitions.ts";
import { UserError } from "../../src/errors.ts";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { expectClean, type RunningBot, startBoth } from "./running-bot.ts";

let standIn: StandIn;
let bot: RunningBot;
let close: () => Promise<void>;

beforeAll(async () => {
  const environment = { FOOTNOTE_QUESTIONS_PER_MINUTE: "1000" };
  ({ standIn, bot, close } = await startBoth({ environment }));
});
afterAll(() => close());
afterEach(async () => {
  bot.answering.fault = null;
  await expectClean(standIn);
});

const noQuestion = "I found no question in that. Ask me in words, and I look it up in the sources.";

describe("the bot is silent", () => {
  const cases: readonly (readonly [string, Parameters<StandIn["person"]["say"]>])[] = [
    ["on a message that is not for it", ["What is it?", {}]],
    ["on a robot's mention", ["What is it?", { mention: true, user: "robot" }]],
    ["on a webhook's mention", ["What is it?", { mention: true, as: "webhook" }]],
    ["on a notice of Discord's own", ["", { as: "system" }]],
    ["on @everyone", ["@everyone What is it?", { everyone: true }]],
    ["on a reply to somebody else", ["What is it?", { replyTo: "somebody" }]],
    ["where it may not write", ["What is it?", { mention: true, channel: "silent" }]],
  ];
  it.each(cases)("%s", async (_name, [text, options = {}]) => {
    const replyTo = options.replyTo === undefined ? {} : { replyTo: await standIn.person.post("I say.") };
    const record = await standIn.person.say(text, { ...options, ...replyTo, expectSilence: true });
    expect(record.answers).toEqual([]);
  });
});

describe("a question that is none gets one sentence", () => {
  const emoji = "<:wave:900000000000000123>";
  it.each([
    ["an empty mention", "", noQuestion],
    ["only emoji", `🙂 ${emoji} 🏳️‍🌈`, noQuestion],
    ["only mentions", "<@900000000000000012> <@&900000000000000101> <#900000000000000110>", noQuestion],
    ["only a call to everyone", "@everyone <@900000000000000012> @here!", noQuestion],
    ["only signs", "??? … !!!", noQuestion],
    [
      "a question far too long",
      "why ".repeat(450),
      "That is too long for me: please ask in at most 1000 characters.",
    ],
  ])("%s", async (_name, text, sentence) => {
    const record = await standIn.person.say(text, { mention: true });
    expect(record.answers.map(({ content }) => content)).toEqual([sentence]);
    expect(record.threadId).toBeNull();
  });

  it("also as a command", async () => {
    const record = await standIn.person.slash("ask", { question: "🙂🙂" });
    expect(record).toMatchObject({
      acknowledgement: "reply",
      isEphemeral: true,
      message: { content: noQuestion },
    });
    const quote = await standIn.person.slash("quote", { text: "…" });
    expect(quote.message?.content).toBe("I found no words in that message.");
  });

  it("a mention of others is taken out of the question", async () => {
    await standIn.person.say("What does <@900000000000000012> think of it?", { dm: true });
    expect(bot.answering.asked.at(-1)?.question).toBe("What does think of it?");
  });
});

describe("what fails gets one sentence", () => {
  it("an unknown citation", async () => {
    const record = await standIn.person.slash("cite", { id: "no*such:1.1" });
    expect(record.message?.content).toMatch(/^I know no such citation\. Pick one from the list/);
    const russian = await standIn.person.slash("cite", { id: "no:1.1" }, { locale: "ru" });
    expect(russian.message?.content).toMatch(/^Такой ссылки я не знаю/);
  });

  it.each([
    ["a defect", new Error("secret details"), /^That did not work, and it is not your fault/],
    ["a thread that is gone", new AnsweringError("gone"), /^That did not work/],
    ["an answer that takes too long", new AnsweringError("slow"), /^That took me too long/],
    [
      "a corpus that is gone",
      new UserError("The folder corpus is gone.", "Put it back."),
      /^The folder corpus is gone/,
    ],
  ])("%s", async (_name, fault, sentence) => {
    bot.answering.fault = fault;
    const slash = await standIn.person.slash("ask", { question: "What is it?" });
    expect(slash.message?.content).toMatch(sentence);
    const direct = await standIn.person.say("What is it?", { dm: true });
    expect(direct.answers.map(({ content }) => content.match(sentence)?.length)).toEqual([1]);
    expect(JSON.stringify(bot.log)).not.toMatch(/What is it/);
  });

  it("a corpus that cannot be read at /reindex, and the bot goes on", async () => {
    bot.answering.fault = new UserError("The folder corpus is gone.", "Put it back.");
    const record = await standIn.person.slash("reindex", {}, { user: "keeper" });
    expect(record.message?.content).toMatch(/^The sources cannot be read right now/);
    bot.answering.fault = null;
    expect((await standIn.person.slash("ask", { question: "What is it?" })).failure).toBeNull();
  });
});

describe("nobody is notified", () => {
  it("whatever stands in questions and sources", async () => {
    const pinging = "@everyone <@900000000000000012> <@&900000000000000101> @here";
    const quotes = bot.answering.quotes;
    bot.answering.quotes = [`Attention ${pinging}`, pinging];
    const record = await standIn.person.slash("ask", { question: `Who is ${pinging}?` });
    expect(record.message?.text).toContain("> Attention \\@everyone \\<\\@900000000000000012\\>");
    await standIn.person.click("Next", record.message?.id ?? "");
    await standIn.person.say(`Who is ${pinging}?`, { mention: true });
    await standIn.person.slash("quote", { text: pinging });
    bot.answering.quotes = quotes;
    expect(await standIn.seen.pings()).toEqual([]);
  });
});

describe("where rights are missing", () => {
  it("the bot answers without a thread", async () => {
    const record = await standIn.person.say("What is it?", { mention: true, channel: "threadless" });
    expect(record.answers).toMatchObject([{ replyTo: record.messageId, channelId: record.channelId }]);
  });

  it("the bot answers without a reply", async () => {
    await standIn.world.deny("threadless", "ReadMessageHistory");
    await standIn.gateway.roundTrip();
    const record = await standIn.person.say("What is it?", { mention: true, channel: "threadless" });
    expect(record.answers).toMatchObject([{ replyTo: null }]);
    await standIn.world.allow("threadless", "ReadMessageHistory");
  });

  it("/reindex asks for Manage Server itself, because a server can let everybody see it", async () => {
    await expect(standIn.person.slash("reindex", {}, { user: "reader" })).rejects.toThrow();
    const rest = new REST({ api: standIn.url }).setToken(standIn.token);
    const open = COMMANDS.map(({ default_member_permissions: _, ...command }) => command);
    await rest.put(Routes.applicationCommands(standIn.botId), { body: open });
    const before = bot.answering.refreshes;
    const record = await standIn.person.slash("reindex", {}, { user: "reader" });
    expect(record).toMatchObject({
      isEphemeral: true,
      message: { content: "Only people who may manage this server can do that." },
    });
    expect(bot.answering.refreshes).toBe(before);
  });
});

describe("somebody who asks too much", () => {
  it("is refused at the buttons, too", async () => {
    const other = await startBoth({ environment: { FOOTNOTE_QUESTIONS_PER_MINUTE: "5" } });
    const { message } = await other.standIn.person.slash("ask", { question: "What is it?" });
    const pressed = await Promise.all(
      Array.from({ length: 40 }, () => other.standIn.person.click("Context", message?.id ?? "")),
    );
    const refused = pressed.filter((record) => record.message?.content.startsWith("That was a lot"));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ isEphemeral }) => isEphemeral)).toBe(true);
    await other.close();
  });

  it("is refused in words, alone, while others are served", async () => {
    const other = await startBoth();
    const asked = await Promise.all(
      Array.from({ length: 13 }, () => other.standIn.person.slash("ask", { question: "What is it?" })),
    );
    const refused = asked.filter(({ message }) =>
      message?.content.startsWith("That was a lot of questions."),
    );
    expect(refused).toHaveLength(3);
    for (const { isEphemeral, message } of refused) {
      expect(isEphemeral).toBe(true);
      expect(message?.content).toMatch(/<t:\d{10}:R>\.$/);
      expect(message?.text).not.toContain(">  ");
    }
    const mention = await other.standIn.person.say("What is it?", { mention: true });
    expect(mention.answers.map(({ content }) => content.slice(0, 28))).toEqual([
      "That was a lot of questions.",
    ]);
    const served = await other.standIn.person.slash("ask", { question: "What is it?" }, { user: "other" });
    expect(served.message?.text).toContain("> The first quote\\.");
    await expectClean(other.standIn);
    await other.close();
  });
});
