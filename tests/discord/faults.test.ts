/** Discord's bad days, one by one: after each of them exactly one answer stands. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "../discord-stand-in/faults.ts";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { expectClean, type RunningBot, startBoth } from "./running-bot.ts";

let standIn: StandIn;
let bot: RunningBot;
let close: () => Promise<void>;

beforeAll(async () => {
  const environment = { FOOTNOTE_QUESTIONS_PER_MINUTE: "1000" };
  ({ standIn, bot, close } = await startBoth({ environment }, { patienceMs: 5000 }));
  await standIn.untilIdle();
});
afterAll(() => close());

let before = 0;
beforeEach(async () => {
  await standIn.clear();
  await standIn.faults.clear();
  bot.answering.asked.length = 0;
  before = (await standIn.seen.botMessages()).length;
});
/** How many messages the bot has sent in this test. */
const sent = async () => (await standIn.seen.botMessages()).length - before;

const answered = "> The first quote\\.";

/** Every fault here is met once, by one request, and the library or the bot gets over it. */
const passing: readonly (readonly [string, Fault])[] = [
  ["429 with Retry-After", { kind: "rate limit", retryAfter: 0.3 }],
  ["429 for everything", { kind: "rate limit", retryAfter: 0.3, global: true }],
  ["429 without Retry-After", { kind: "rate limit", retryAfter: 0.3, header: false }],
  ["a 502", { kind: "status", status: 502 }],
  ["a connection reset before the work", { kind: "reset" }],
  ["an answer lost to a reset", { kind: "lost", how: "rst" }],
  ["an answer lost to a close", { kind: "lost", how: "fin" }],
  ["an answer that comes late", { kind: "slow", ms: 400 }],
];

describe("a slash command", () => {
  it.each(passing)("survives %s on the deferral", async (_name, fault) => {
    await standIn.faults.next("interaction.callback", fault);
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    expect(record).toMatchObject({ acknowledgement: "deferred reply", failure: null });
    expect(record.message?.text).toContain(answered);
    expect(bot.answering.asked).toHaveLength(1);
    await expectClean(standIn);
  });

  it.each(passing)("survives %s on the answer", async (_name, fault) => {
    await standIn.faults.next("original.edit", fault);
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    await standIn.untilIdle();
    const now = await standIn.seen.record(record.id);
    expect(now.message?.text).toContain(answered);
    expect(await sent()).toBe(1);
    expect(bot.answering.asked).toHaveLength(1);
    await expectClean(standIn);
  });

  it("survives a deferral that hangs", async () => {
    await standIn.faults.next("interaction.callback", { kind: "hang" });
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    expect(record).toMatchObject({ acknowledgement: "deferred reply", failure: null });
    expect(record.message?.text).toContain(answered);
  });

  it("survives an outage of some seconds on the answer", async () => {
    await standIn.faults.next("original.edit", { kind: "status", status: 503 }, 3);
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    expect(record.message?.text).toContain(answered);
    expect((await standIn.seen.requests("original.edit")).length).toBe(4);
  });

  it("falls back to plain content when the card is refused, and still turns its pages", async () => {
    await standIn.faults.next("original.edit", { kind: "status", status: 400, code: 50035 });
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    expect(record.message?.usesComponentsV2).toBe(false);
    expect(record.message?.content).toContain(answered);
    await standIn.person.click("Next", record.message?.id ?? "");
    const turned = await standIn.seen.message(record.message?.id ?? "");
    expect(turned.content).toContain("> The second \\*quote\\*\\.");
    expect(bot.log.some(({ event }) => event === "card refused")).toBe(true);
    await expectClean(standIn);
  });

  it("is let go when its message was deleted meanwhile", async () => {
    await standIn.faults.next("original.edit", { kind: "status", status: 404, code: 10008 });
    const record = await standIn.person.slash("ask", { question: "What is it?", private: true });
    expect(record.acknowledgement).toBe("deferred reply");
    expect((await standIn.seen.requests("original.edit")).length).toBe(1);
    expect((await standIn.person.slash("ask", { question: "What is it?" })).failure).toBeNull();
  });
});

describe("a 429 that does not say when to come back", () => {
  it("is not answered by a hot loop", async () => {
    const mute: Fault = { kind: "rate limit", retryAfter: 0.1, header: false };
    await standIn.faults.next("original.edit", mute, 2);
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    expect(record.message?.text).toContain(answered);
    const requests = await standIn.seen.requests("original.edit");
    expect(requests).toHaveLength(3);
    expect((requests[2]?.at ?? 0) - (requests[0]?.at ?? 0)).toBeGreaterThan(2500);
  });
});

describe("a message", () => {
  it.each(passing)("survives %s on the answer", async (_name, fault) => {
    await standIn.faults.next("message.create", fault);
    const record = await standIn.person.say("What is it?", { dm: true });
    await standIn.untilIdle();
    expect(record.answer?.text).toContain(answered);
    expect(await sent()).toBe(1);
    expect(bot.answering.asked).toHaveLength(1);
    await expectClean(standIn);
  });

  it.each(passing)("survives %s on its thread", async (_name, fault) => {
    await standIn.faults.next("thread.start", fault);
    const record = await standIn.person.say("What is it?", { mention: true });
    await standIn.untilIdle();
    expect(record.answer?.text).toContain(answered);
    expect(record.answer?.channelId).toBe(record.threadId);
    expect(await sent()).toBe(1);
    await expectClean(standIn);
  });

  it("falls back to plain content when the card is refused", async () => {
    await standIn.faults.next("message.create", { kind: "status", status: 400, code: 50035 });
    const record = await standIn.person.say("What is it?", { dm: true });
    expect(record.answers).toHaveLength(1);
    expect(record.answer?.content).toContain(answered);
  });

  it("whose thread cannot be opened is answered beside it", async () => {
    await standIn.faults.next("thread.start", { kind: "status", status: 404, code: 10008 });
    const record = await standIn.person.say("What is it?", { mention: true });
    expect(record.answers).toMatchObject([{ channelId: record.channelId }]);
    await expectClean(standIn);
  });
});
