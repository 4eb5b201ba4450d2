/** What was deleted is not republished: a question that is taken back leaves nothing, whenever that happens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { SayOptions } from "../discord-stand-in/person/say.ts";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { ScriptedAnswering } from "../doubles/scripted-answering.ts";
import {
  COMMAND_COUNT,
  expectClean,
  type RunningBot,
  startBot,
  startBoth,
  temporaryFolder,
} from "./running-bot.ts";
import { SHOWN_STATEMENT, WritingAnswering } from "./writing-answering.ts";

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const QUESTION = "Who owns the zebra?";
const SECRET = /zebra/i;

interface Started {
  readonly standIn: StandIn;
  readonly bot: RunningBot;
  readonly folder: string;
}

async function start(answering = new ScriptedAnswering(), flags = {}): Promise<Started> {
  const folder = temporaryFolder();
  const environment = { FOOTNOTE_QUESTIONS_PER_MINUTE: "1000" };
  const { standIn, bot, close } = await startBoth({ folder, answering, flags, environment });
  ends.push(close);
  return { standIn, bot, folder };
}

/** Holds answers back until the returned function is called. */
function holdBack(bot: RunningBot): () => void {
  let open: () => void = () => undefined;
  bot.answering.gate = new Promise((resolve) => {
    open = resolve;
  });
  return () => open();
}

/** Nothing that the bot has left anywhere says a word of the question, on disk neither. */
async function expectNothingLeft({ standIn, folder }: Started, ...threads: string[]): Promise<void> {
  await standIn.untilIdle();
  const said = (await standIn.seen.botMessages()).map(({ text, content }) => `${content}\n${text}`);
  const names = await Promise.all(threads.map((id) => standIn.world.channelName(id)));
  expect([...said, ...names].filter((text) => SECRET.test(text ?? ""))).toEqual([]);
  await expect.poll(() => kept(folder)).not.toMatch(SECRET);
}

function kept(folder: string): string {
  try {
    return readFileSync(join(folder, "discord", "screens.jsonl"), "utf8");
  } catch {
    return "";
  }
}

type Place = readonly [name: string, options: SayOptions];
const places: readonly Place[] = [
  ["a channel, where it gets a thread", { mention: true }],
  ["a channel without threads", { mention: true, channel: "threadless" }],
  ["a direct message", { dm: true }],
];

const ways: readonly (readonly [
  string,
  (standIn: StandIn, id: string, place: SayOptions) => Promise<void>,
])[] = [
  ["by who wrote it", (standIn, id, place) => standIn.person.deleteMessage(id, place)],
  ["among many", (standIn, id) => standIn.world.removeMessages([id])],
];

describe.each(places)("a question in %s", (_place, options) => {
  describe.each(ways)("that is deleted %s", (_way, remove) => {
    it("while it is answered", async () => {
      const started = await start();
      const { standIn, bot } = started;
      const open = holdBack(bot);
      const id = await standIn.person.post(QUESTION, options);
      await expect.poll(() => bot.answering.asked.length).toBe(1);
      await remove(standIn, id, options);
      await standIn.gateway.roundTrip();
      open();
      await expectNothingLeft(started, id);
      expect(await standIn.seen.botMessages()).toEqual([]);
      await expectClean(standIn);
    });

    it("after the answer", async () => {
      const started = await start();
      const { standIn } = started;
      const { messageId, answers } = await standIn.person.say(QUESTION, options);
      expect(answers).toHaveLength(1);
      expect(kept(started.folder)).toMatch(SECRET);
      await remove(standIn, messageId, options);
      await expectNothingLeft(started, messageId);
      expect(await standIn.seen.botMessages()).toEqual([]);
      await expectClean(standIn);
    });
  });

  it("that is deleted while it waits in line costs no answer", async () => {
    const started = await start();
    const { standIn, bot } = started;
    const open = holdBack(bot);
    for (const n of [1, 2, 3, 4]) await standIn.person.post(`Other question ${n}?`, options);
    await expect.poll(() => bot.answering.asked.length).toBe(4);
    const id = await standIn.person.post(QUESTION, options);
    await standIn.gateway.roundTrip();
    await standIn.person.deleteMessage(id, options);
    await standIn.gateway.roundTrip();
    open();
    await expectNothingLeft(started, id);
    expect(await standIn.seen.botMessages()).toHaveLength(4);
    expect(bot.answering.asked.map(({ question }) => question)).not.toContain(QUESTION);
    await expectClean(standIn);
  });

  it.each([
    ["the answer is on its way", { kind: "slow", ms: 400 }],
    ["the reply to the answer is lost", { kind: "lost", how: "rst" }],
    ["the answer is refused for now", { kind: "status", status: 503 }],
    ["the answer has to wait", { kind: "rate limit", retryAfter: 0.4 }],
  ] as const)("that is deleted when %s", async (_moment, fault) => {
    const started = await start();
    const { standIn } = started;
    await standIn.faults.next("message.create", fault, fault.kind === "status" ? 4 : 1);
    const id = await standIn.person.post(QUESTION, options);
    await expect.poll(async () => (await standIn.seen.requests("message.create")).length).toBeGreaterThan(0);
    await standIn.person.deleteMessage(id, options);
    await expectNothingLeft(started, id);
    expect(await standIn.seen.botMessages()).toEqual([]);
  });

  it("that is deleted while a model writes", async () => {
    const answering = new WritingAnswering();
    const started = await start(answering, { model: "ollama:scripted" });
    const { standIn } = started;
    const id = await standIn.person.post(QUESTION, options);
    const texts = async () => (await standIn.seen.botMessages()).map(({ text }) => text).join("\n");
    await expect.poll(texts, { timeout: 10_000 }).toContain(SHOWN_STATEMENT);
    expect(await texts()).toMatch(SECRET);
    await standIn.person.deleteMessage(id, options);
    await expect.poll(() => answering.wasGivenUp).toBe(true);
    answering.letGo();
    await expectNothingLeft(started, id);
    expect(await standIn.seen.botMessages()).toEqual([]);
    await expectClean(standIn);
  });
});

describe("a question", () => {
  it("in a thread leaves nothing either, and the thread keeps its name", async () => {
    const started = await start();
    const { standIn } = started;
    const first = await standIn.person.say("What is it?", { mention: true });
    const thread = first.threadId ?? "";
    const second = await standIn.person.say(QUESTION, { mention: true, channel: thread });
    await standIn.person.deleteMessage(second.messageId);
    await expectNothingLeft(started, thread);
    expect(await standIn.world.channelName(thread)).toBe("What is it?");
    expect(await standIn.seen.botMessages()).toHaveLength(1);
  });

  it.each(["general", "thread"])("whose %s is deleted while it is answered is dropped", async (what) => {
    const started = await start();
    const { standIn, bot } = started;
    const open = holdBack(bot);
    const id = await standIn.person.post(QUESTION, { mention: true, channel: "general" });
    await expect.poll(() => bot.answering.asked.length).toBe(1);
    await standIn.world.removeChannel(what === "thread" ? id : "general");
    await standIn.gateway.roundTrip();
    open();
    await expectNothingLeft(started);
    expect(await standIn.seen.botMessages()).toEqual([]);
    await expectClean(standIn);
  });

  it("deleted before it was taken in is not answered", async () => {
    const started = await start();
    const { standIn, bot } = started;
    await standIn.gateway.cut();
    const id = await standIn.person.post(QUESTION, { mention: true });
    await standIn.person.deleteMessage(id);
    expect(await standIn.gateway.untilConnected(1)).toBe(true);
    await expectNothingLeft(started, id);
    expect(bot.log.some(({ event }) => event === "answered")).toBe(false);
  });

  it("deleted unheard, between two sessions, is not answered in a thread", async () => {
    const started = await start();
    const { standIn, bot } = started;
    const open = holdBack(bot);
    const id = await standIn.person.post(QUESTION, { mention: true });
    await expect.poll(() => bot.answering.asked.length).toBe(1);
    await standIn.gateway.forgetSessions();
    await standIn.gateway.cut();
    await standIn.person.deleteMessage(id);
    expect(await standIn.gateway.untilIdentified(2)).toBe(true);
    await standIn.untilIdle();
    open();
    await expect.poll(() => bot.log.some(({ event }) => event === "dropped")).toBe(true);
    await expectNothingLeft(started, id);
    expect(await standIn.seen.botMessages()).toEqual([]);
  });

  it("deleted after a restart still takes its answer with it", async () => {
    for (const options of [{ mention: true }, { dm: true }]) {
      const standIn = await startStandIn();
      const folder = temporaryFolder();
      const first = startBot(standIn, { folder });
      ends.push(() => standIn.close());
      await standIn.untilReady(COMMAND_COUNT);
      const { messageId } = await standIn.person.say(QUESTION, options);
      await first.stop();
      const bot = startBot(standIn, { folder });
      ends.push(() => bot.stop());
      await standIn.gateway.untilIdentified(2);
      await standIn.untilIdle();
      await standIn.person.deleteMessage(messageId, options);
      await expectNothingLeft({ standIn, bot, folder }, messageId);
      expect(await standIn.seen.botMessages()).toEqual([]);
    }
  });

  it("deleted while the bot was away lends no word to a follow-up, and then goes, too", async () => {
    const standIn = await startStandIn();
    const folder = temporaryFolder();
    const first = startBot(standIn, { folder });
    ends.push(() => standIn.close());
    await standIn.untilReady(COMMAND_COUNT);
    const { messageId, threadId } = await standIn.person.say(QUESTION, { mention: true });
    await first.stop();
    await standIn.person.deleteMessage(messageId);
    const bot = startBot(standIn, { folder });
    ends.push(() => bot.stop());
    await standIn.gateway.untilIdentified(2);
    await standIn.untilIdle();
    const further = await standIn.person.say("And then?", { mention: true, channel: threadId ?? "" });
    expect(further.answer?.text).not.toMatch(/zebra|Understood/);
    await expectNothingLeft({ standIn, bot, folder }, threadId ?? "");
  });

  it("deleted while the bot was away has buttons that say so", async () => {
    const standIn = await startStandIn();
    const folder = temporaryFolder();
    const first = startBot(standIn, { folder });
    ends.push(() => standIn.close());
    await standIn.untilReady(COMMAND_COUNT);
    const { messageId, answer } = await standIn.person.say(QUESTION, { dm: true });
    await first.stop();
    await standIn.person.deleteMessage(messageId, { dm: true });
    const bot = startBot(standIn, { folder });
    ends.push(() => bot.stop());
    await standIn.gateway.untilIdentified(2);
    await standIn.untilIdle();
    const pressed = await standIn.person.click("Next", answer?.id ?? "", { dm: true });
    expect(pressed.followUps.map(({ content }) => content)).toEqual([
      "This answer has expired. Please ask again.",
    ]);
    await expectNothingLeft({ standIn, bot, folder });
  });

  it("leaves no word of it to a follow-up that is under way", async () => {
    const started = await start();
    const { standIn, bot } = started;
    const first = await standIn.person.say(QUESTION, { mention: true });
    const open = holdBack(bot);
    const thread = first.threadId ?? "";
    await standIn.person.post("And then?", { mention: true, channel: thread });
    await expect.poll(() => bot.answering.asked.length).toBe(2);
    expect(bot.answering.asked[1]?.previous?.question).toBe(QUESTION);
    await standIn.person.deleteMessage(first.messageId);
    await standIn.gateway.roundTrip();
    open();
    await expectNothingLeft(started, thread);
    expect(await standIn.seen.botMessages()).toHaveLength(1);
    expect(bot.answering.asked.at(-1)?.previous).toBeUndefined();
  });
});

describe("the bot's own card, deleted by others,", () => {
  it("lends no word to what is asked next", async () => {
    const started = await start();
    const { standIn, bot } = started;
    const said = await standIn.person.slash("ask", { question: QUESTION }, { dm: true });
    await standIn.world.removeMessages([said.message?.id ?? ""]);
    await expectNothingLeft(started);
    await standIn.person.say("And then?", { dm: true });
    expect(bot.answering.asked.at(-1)?.previous).toBeUndefined();
    await expectNothingLeft(started);
  });
});

describe.each(["Check quotes", "Find sources"])("%s", (name) => {
  const text = "He said: “The zebra is mine.”";
  const gone = "That message has been deleted, so I leave it at that.";

  it("shows nothing of a message that is deleted meanwhile", async () => {
    const started = await start();
    const { standIn, bot } = started;
    const open = holdBack(bot);
    const target = await standIn.person.post(text, { user: "other" });
    const record = standIn.person.menu(name, target);
    await expect.poll(async () => (await standIn.seen.requests("interaction.callback")).length).toBe(1);
    await standIn.person.deleteMessage(target);
    await standIn.gateway.roundTrip();
    open();
    expect((await record).message?.content).toBe(gone);
    await expectNothingLeft(started);
    await expectClean(standIn);
  });

  it("takes back what it showed of a message that is deleted later", async () => {
    const started = await start();
    const { standIn } = started;
    const target = await standIn.person.post(text, { user: "other" });
    const record = await standIn.person.menu(name, target);
    expect(kept(started.folder)).toMatch(SECRET);
    await standIn.person.deleteMessage(target);
    await expectNothingLeft(started);
    expect((await standIn.seen.record(record.id)).message?.text).toContain("deleted");
    await expectClean(standIn);
  });
});

describe("a question that is edited while it is answered", () => {
  it.each(places)("in %s gets an answer to its new text", async (_name, options) => {
    const started = await start();
    const { standIn, bot } = started;
    const mention = options.mention ? `<@${standIn.botId}> ` : "";
    const open = holdBack(bot);
    const id = await standIn.person.post(QUESTION, options);
    await expect.poll(() => bot.answering.asked.length).toBe(1);
    await standIn.person.editMessage(id, `${mention}Who owns the boat?`, options);
    await standIn.gateway.roundTrip();
    open();
    await expectNothingLeft(started, id);
    const [answer, ...others] = await standIn.seen.botMessages();
    expect(others).toEqual([]);
    expect(answer?.text).toContain("Who owns the boat?");
    await expectClean(standIn);
  });

  it("gets it in the same message when the answer is on its way", async () => {
    const started = await start();
    const { standIn } = started;
    await standIn.faults.next("message.create", { kind: "slow", ms: 400 });
    const id = await standIn.person.post(QUESTION, { dm: true });
    await expect.poll(async () => (await standIn.seen.requests("message.create")).length).toBe(1);
    await standIn.person.editMessage(id, "Who owns the boat?", { dm: true });
    await expectNothingLeft(started);
    const answers = await standIn.seen.botMessages();
    expect(answers.map(({ text }) => /boat/.test(text))).toEqual([true]);
  });

  it("gets it while a model writes", async () => {
    const answering = new WritingAnswering();
    const started = await start(answering, { model: "ollama:scripted" });
    const { standIn } = started;
    const id = await standIn.person.post(QUESTION, { dm: true });
    const texts = async () => (await standIn.seen.botMessages()).map(({ text }) => text).join("\n");
    await expect.poll(texts, { timeout: 10_000 }).toMatch(SECRET);
    await standIn.person.editMessage(id, "Who owns the boat?", { dm: true });
    await expect.poll(texts, { timeout: 10_000 }).toContain("Who owns the boat?");
    answering.letGo();
    await expectNothingLeft(started);
    expect(await standIn.seen.botMessages()).toHaveLength(1);
    await expectClean(standIn);
  });

  it("so that it is not for the bot any more is dropped", async () => {
    const started = await start();
    const { standIn, bot } = started;
    const open = holdBack(bot);
    const id = await standIn.person.post(QUESTION, { mention: true });
    await expect.poll(() => bot.answering.asked.length).toBe(1);
    await standIn.person.editMessage(id, "Never mind, the zebra is mine.");
    await standIn.gateway.roundTrip();
    open();
    await expectNothingLeft(started, id);
    expect(await standIn.seen.botMessages()).toEqual([]);
  });
});
