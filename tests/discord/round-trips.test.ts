/** Every way of talking to the bot: acknowledged first, one answer, quotes as they stand in the sources. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findOpenApi } from "../discord-stand-in/open-api.ts";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { expectClean, type RunningBot, startBoth } from "./running-bot.ts";

let standIn: StandIn;
let bot: RunningBot;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ standIn, bot, close } = await startBoth({ environment: { FOOTNOTE_QUESTIONS_PER_MINUTE: "1000" } }));
});
afterAll(() => close());
afterEach(() => expectClean(standIn));

describe.skipIf(findOpenApi() === null)(
  "the oracle (skipped where Discord's OpenAPI document is absent)",
  () => {
    it("judges what is sent and what is answered", async () => {
      await standIn.person.slash("ask", { question: "What is it?" });
      await standIn.seen.schemaFindings();
      expect(await standIn.seen.schemaSamples()).toBeGreaterThan(5);
    });
  },
);

describe("/ask", () => {
  it("is deferred, and its card holds question, answer, quote and place", async () => {
    const record = await standIn.person.slash("ask", { question: "What *is* it?" });
    expect(record).toMatchObject({
      acknowledgement: "deferred reply",
      failure: null,
      isEphemeral: false,
      edits: 0,
    });
    expect(record.message?.usesComponentsV2).toBe(true);
    expect(record.message?.texts).toEqual([
      "-# What \\*is\\* it?",
      "The first quote\\. \\[1\\]\nThe second \\*quote\\*\\. \\[2\\]\nThe third quote\\. \\[3\\]",
      "> The first quote\\.",
      "-# \\[1\\] A brief · 2026\\-03\\-05\n-# brief\\.md · line 12 · brief\\:1\\.1",
      "-# Confidence: high · 1 of 3",
    ]);
  });

  it("answers in private where that is wished", async () => {
    const record = await standIn.person.slash("ask", { question: "What is it?", private: true });
    expect(record).toMatchObject({ isEphemeral: true, message: { isEphemeral: true } });
  });

  it("asks only the source that is named, by id or title", async () => {
    await standIn.person.slash("ask", { question: "What is it?", source: "another *ONE*" });
    expect(bot.answering.asked.at(-1)?.sourceIds).toEqual(["second"]);
    const record = await standIn.person.slash("ask", { question: "What is it?", source: "no such" });
    expect(record.message?.content).toBe("I know no such source. /sources lists them.");
  });

  it("offers sources while one types", async () => {
    const record = await standIn.person.autocomplete("ask", "source", "ano", {}, { question: "x" });
    expect(record.choices).toEqual([{ name: "Another *one* (second)", value: "second" }]);
  });

  it("says when the sources do not say, in another colour", async () => {
    const answered = await standIn.person.slash("ask", { question: "What is it?" });
    const refused = await standIn.person.slash("ask", { question: "Is there nothing?" });
    expect(refused.message?.text).toContain("**The sources do not say.**");
    expect(refused.message?.text).toContain("-# Closest passages, not an answer:\n> Something near\\.");
    const colour = (record: typeof answered) => record.message?.components[0]?.accent_color;
    expect(colour(refused)).not.toBe(colour(answered));
  });

  it("works where only the user installed it", async () => {
    const record = await standIn.person.slash("ask", { question: "What is it?" }, { foreign: true });
    expect(record).toMatchObject({ failure: null, acknowledgement: "deferred reply" });
    const messageId = record.message?.id ?? "";
    const next = await standIn.person.click("Next", messageId, { foreign: true });
    expect(next.message?.text).toContain("> The second \\*quote\\*\\.");
  });

  it("knows its translated name and answers in the person's language", async () => {
    const record = await standIn.person.slash("sor", { question: "Bu nedir?" }, { locale: "tr" });
    expect(record.message?.text).toContain("Güven: yüksek · 1 / 3");
    expect(record.message?.text).toContain("> The first quote\\.");
  });

  it("leans on the answer before it in a direct message", async () => {
    await standIn.person.slash("ask", { question: "What is it?" }, { dm: true, user: "other" });
    const record = await standIn.person.slash("ask", { question: "And then?" }, { dm: true, user: "other" });
    expect(record.message?.text).toContain("-# Understood as: And then? \\(then\\)");
  });
});

describe("the other commands", () => {
  it("/quote checks a quotation", async () => {
    const exact = await standIn.person.slash("quote", { text: "The second *quote*." });
    expect(exact.message?.text).toContain("Exact: it stands in the source character for character.");
    expect(exact.message?.text).toContain("> The second \\*quote\\*\\.");
    const absent = await standIn.person.slash("quote", { text: "Nobody said that." });
    expect(absent.message?.text).toContain("Absent: nothing in the sources comes close.");
  });

  it("/cite shows the quote in its place, and offers what was shown before", async () => {
    await standIn.person.slash("ask", { question: "What is it?" }, { user: "keeper" });
    const offered = await standIn.person.autocomplete("cite", "id", "brief:2", { user: "keeper" });
    expect(offered.choices[0]?.value).toBe("brief:2.1");
    const record = await standIn.person.slash("cite", { id: "brief:2.1" }, { user: "keeper" });
    expect(record.message?.text).toContain("> The line with the **quote** in it\\.");
  });

  it("/sources lists them, for this person alone", async () => {
    const record = await standIn.person.slash("sources");
    expect(record.isEphemeral).toBe(true);
    expect(record.message?.text).toContain("**Another \\*one\\***");
  });

  it("/reindex refreshes for those who manage the server, and for nobody else", async () => {
    const before = bot.answering.refreshes;
    const record = await standIn.person.slash("reindex", {}, { user: "keeper" });
    expect(record.message?.content).toBe(
      "The index is up to date: 1 new, 2 changed, 3 removed, 4 unchanged.",
    );
    expect(await standIn.person.commands({ user: "reader" })).not.toContain("reindex");
    expect(bot.answering.refreshes).toBe(before + 1);
  });

  it("“Check quotes” judges every quotation of a message", async () => {
    const said = await standIn.person.post("He said “The first quote.” and “Something else.”");
    const record = await standIn.person.menu("Check quotes", said);
    expect(record.isEphemeral).toBe(true);
    expect(record.message?.text).toContain("**1 of 2 quotations are faithful.**");
    const silent = await standIn.person.menu("Check quotes", await standIn.person.post("No quotation here."));
    expect(silent.message?.content).toMatch(/^I found no quotation in that message/);
  });

  it("“Find sources” shows what speaks to a message", async () => {
    const said = await standIn.person.post("I wonder what it is.");
    const record = await standIn.person.menu("Find sources", said);
    expect(record.message?.text).toContain("Passages that speak to this message:");
    expect(record.message?.text).toContain("> The first quote\\.");
  });
});

describe("mentions and direct messages", () => {
  it("a mention is answered in a thread named after the question", async () => {
    const record = await standIn.person.say("What is it?", { mention: true });
    expect(record.threadId).toBe(record.messageId);
    expect(record.answers).toHaveLength(1);
    expect(record.answer).toMatchObject({ channelId: record.threadId, usesComponentsV2: true });
    expect(record.answer?.text).toContain("> The first quote\\.");
    expect(record.typingMs).not.toBeNull();
  });

  it("a mention in that thread is a follow-up", async () => {
    const first = await standIn.person.say("What is it?", { mention: true });
    const thread = first.threadId ?? "";
    const second = await standIn.person.say("And then?", { mention: true, channel: thread });
    expect(second.threadId).toBeNull();
    expect(second.answers).toHaveLength(1);
    expect(second.answer?.text).toContain("-# Understood as: And then? \\(then\\)");
  });

  it("a reply with a ping to an answer is a follow-up to that answer", async () => {
    const first = await standIn.person.say("What is it?", { mention: true, channel: "threadless" });
    expect(first).toMatchObject({ threadId: null, answers: [{ replyTo: first.messageId }] });
    const reply = await standIn.person.say("And why?", {
      replyTo: first.answer?.id ?? "",
      channel: "threadless",
    });
    expect(reply.answer?.text).toContain("Understood as: And why? \\(then\\)");
  });

  it("a direct message is answered there, and the next one leans on it", async () => {
    const first = await standIn.person.say("What is it?", { dm: true, user: "keeper" });
    expect(first.answers).toHaveLength(1);
    const second = await standIn.person.say("And then?", { dm: true, user: "keeper" });
    expect(second.answer?.text).toContain("Understood as");
  });

  it("the follow-up button asks on, and keeps a private answer private", async () => {
    const first = await standIn.person.slash("ask", { question: "What is it?", private: true });
    const pressed = await standIn.person.click("Ask a follow-up", first.message?.id ?? "");
    expect(pressed.acknowledgement).toBe("modal");
    const record = await standIn.person.submitModal(pressed.id, { Question: "And then?" });
    expect(record).toMatchObject({ acknowledgement: "deferred reply", isEphemeral: true });
    expect(record.message?.text).toContain("Understood as: And then? \\(then\\)");
  });
});
