/** The real client of discord.js against the stand-in: every way of talking to a bot, with the oracle where it is at hand. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findOpenApi } from "./open-api.ts";
import { commands, type PingPongBot, startPingPong } from "./ping-pong-bot.ts";
import type { StandIn } from "./stand-in.ts";
import { startRemoteStandIn } from "./start-remote-stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

describe.each([
  ["in this process", startStandIn, findOpenApi()],
  // The oracle is the same there, and its schemas take long to compile.
  ["in its own process", startRemoteStandIn, null],
])("a bot beside a stand-in %s", (where, start, openapi) => {
  let standIn: StandIn;
  let bot: PingPongBot;

  beforeAll(async () => {
    standIn = await start({ openapi });
    bot = await startPingPong(standIn);
    expect(await standIn.untilReady(commands.length)).toBe(true);
  });
  afterAll(async () => {
    await bot.close();
    await standIn.close();
  });

  it("answers a slash command by a deferral and one edit", async () => {
    const record = await standIn.person.slash("ping", { text: "hello" });
    expect(record).toMatchObject({
      acknowledgement: "deferred reply",
      failure: null,
      edits: 0,
      isEphemeral: false,
    });
    expect(record.message?.texts).toEqual(["pong hello"]);
    expect(record.message?.usesComponentsV2).toBe(true);
    expect(record.ackMs).toBeLessThanOrEqual(record.finalMs ?? 0);
  });

  it("answers privately", async () => {
    const record = await standIn.person.slash("ping", { text: "hush", private: true });
    expect(record).toMatchObject({ isEphemeral: true, message: { isEphemeral: true } });
  });

  it("answers at once", async () => {
    const record = await standIn.person.slash("ping", { text: "now", plain: true });
    expect(record).toMatchObject({ acknowledgement: "reply", message: { content: "now" } });
  });

  it("knows a command by its translated name", async () => {
    const record = await standIn.person.slash("klopf", { text: "hallo" }, { locale: "de" });
    expect(record.message?.text).toBe("pong hallo");
  });

  it("offers words while one types", async () => {
    const record = await standIn.person.autocomplete("ping", "word", "x");
    expect(record.acknowledgement).toBe("choices");
    expect(record.choices.map((one) => one.value)).toEqual(["xa", "xb"]);
  });

  it("turns a page with a button", async () => {
    const { message } = await standIn.person.slash("ping", { text: "card" });
    const record = await standIn.person.click("Next", message?.id ?? "");
    expect(record).toMatchObject({
      acknowledgement: "update",
      message: { id: message?.id, text: "pong turned" },
    });
    await expect(standIn.person.click("Next", message?.id ?? "")).rejects.toThrow(/disabled/);
  });

  it("takes a click that shows nothing", async () => {
    const { message } = await standIn.person.slash("ping", { text: "card" });
    const record = await standIn.person.click("useful", message?.id ?? "");
    expect(record).toMatchObject({ acknowledgement: "deferred update", failure: null, finalMs: null });
  });

  it("opens a modal and takes what is typed into it", async () => {
    const { message } = await standIn.person.slash("ping", { text: "card" });
    const opened = await standIn.person.click("Ask", message?.id ?? "");
    expect(opened.acknowledgement).toBe("modal");
    const record = await standIn.person.submitModal(opened.id, { Text: "more" });
    expect(record).toMatchObject({ acknowledgement: "reply", message: { content: "pong more" } });
  });

  it("reads the target of a message menu", async () => {
    const messageId = await standIn.person.post("some words");
    const record = await standIn.person.menu("Echo", messageId, { user: "other" });
    expect(record.message?.content).toBe("read: some words");
  });

  it("answers a mention in a thread, and what is written there", async () => {
    const asked = await standIn.person.say("first", { mention: true });
    expect(asked.threadId).toBe(asked.messageId);
    expect(asked.answer).toMatchObject({ channelId: asked.messageId, content: "pong first" });
    const again = await standIn.person.say("second", { mention: true, channel: asked.messageId });
    expect(again.answer?.content).toBe("pong second");
    expect(again.typingMs).not.toBeNull();
  });

  it("answers a direct message", async () => {
    const asked = await standIn.person.say("psst", { dm: true });
    expect(asked.answer).toMatchObject({ content: "pong psst", replyTo: asked.messageId });
  });

  it("stays silent where nobody speaks to it", async () => {
    const overheard = await standIn.person.say("not for you", { expectSilence: true });
    const everyone = await standIn.person.say("@everyone up!", { everyone: true, expectSilence: true });
    const webhook = await standIn.person.say("beep", { mention: true, as: "webhook", expectSilence: true });
    const system = await standIn.person.say("joined", { mention: true, as: "system", expectSilence: true });
    const all = [overheard, everyone, webhook, system];
    expect(all.map((one) => one.answer)).toEqual([null, null, null, null]);
  });

  it("works for whoever installed it, in a guild the bot is not in", async () => {
    const record = await standIn.person.slash("ping", { text: "away" }, { foreign: true });
    expect(record.message?.text).toBe("pong away");
  });

  it("has broken no rule and notified nobody", async () => {
    expect(await standIn.seen.violations()).toEqual([]);
    expect(await standIn.seen.pings()).toEqual([]);
    expect(await standIn.seen.unguarded()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });

  it.skipIf(openapi === null)(
    `fits Discord's OpenAPI document${openapi === null ? ` (skipped: no document ${where})` : ""}`,
    async () => {
      expect(await standIn.seen.schemaFindings()).toEqual([]);
      expect(await standIn.seen.schemaSamples()).toBeGreaterThan(60);
    },
  );
});
