/** Buttons: they turn pages, outlive the process, and do no harm in anybody's hands. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
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

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

async function both(setting: Parameters<typeof startBoth>[0] = {}) {
  const started = await startBoth(setting);
  running.push(started);
  return started;
}

async function asked(standIn: StandIn, user = "reader"): Promise<string> {
  const record = await standIn.person.slash("ask", { question: "What is it?" }, { user });
  return record.message?.id ?? "";
}

describe("pages", () => {
  it("are turned at once, for the one who asked", async () => {
    const { standIn } = await both();
    const id = await asked(standIn);
    const next = await standIn.person.click("Next", id);
    expect(next).toMatchObject({ acknowledgement: "update", failure: null });
    expect((await standIn.seen.message(id)).text).toContain("> The second \\*quote\\*\\.");
    await standIn.person.click("Previous", id);
    expect((await standIn.seen.message(id)).text).toContain("> The first quote\\.");
    await expectClean(standIn);
  });

  it("are shown to somebody else as a copy of their own", async () => {
    const { standIn } = await both();
    const id = await asked(standIn);
    const before = await standIn.seen.message(id);
    const copy = await standIn.person.click("Next", id, { user: "other" });
    expect(copy.isEphemeral).toBe(true);
    expect(copy.message?.text).toContain("> The second \\*quote\\*\\.");
    expect(await standIn.seen.message(id)).toEqual(before);
    const further = await standIn.person.click("Next", copy.message?.id ?? "", { user: "other" });
    expect(further.acknowledgement).toBe("update");
    expect((await standIn.seen.message(copy.message?.id ?? "")).text).toContain("> The third quote\\.");
    await expectClean(standIn);
  });

  it("of an answer in a thread belong to whoever asked", async () => {
    const { standIn } = await both();
    const { answer } = await standIn.person.say("What is it?", { mention: true });
    const id = answer?.id ?? "";
    expect((await standIn.person.click("Next", id, { user: "other" })).isEphemeral).toBe(true);
    expect((await standIn.person.click("Next", id)).acknowledgement).toBe("update");
    await expectClean(standIn);
  });
});

describe("after a restart", () => {
  async function restarted(change: (answering: ScriptedAnswering) => void = () => undefined) {
    const standIn = await startStandIn();
    const folder = temporaryFolder();
    const first = startBot(standIn, { folder });
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    const id = await asked(standIn);
    const said = await standIn.person.say("What is it?", { mention: true });
    await first.stop();
    const answering = new ScriptedAnswering();
    change(answering);
    const second: RunningBot = startBot(standIn, { folder, answering });
    expect(await standIn.gateway.untilIdentified(2)).toBe(true);
    expect(await standIn.untilReady()).toBe(true);
    await standIn.untilIdle();
    running.push({
      close: async () => {
        await second.stop();
        await standIn.close();
      },
    });
    return {
      standIn,
      id,
      threadAnswer: said.answer?.id ?? "",
      thread: said.threadId ?? "",
      answering,
      folder,
    };
  }

  it("buttons turn pages as before", async () => {
    const { standIn, id, threadAnswer } = await restarted();
    const next = await standIn.person.click("Next", id);
    expect(next.acknowledgement).toBe("deferred update");
    expect((await standIn.seen.message(id)).text).toContain("> The second \\*quote\\*\\.");
    await standIn.person.click("Next", threadAnswer);
    expect((await standIn.seen.message(threadAnswer)).text).toContain("> The second \\*quote\\*\\.");
    await expectClean(standIn);
  });

  it("a follow-up in a thread still leans on the answer before it", async () => {
    const { standIn, thread } = await restarted();
    const record = await standIn.person.say("And then?", { mention: true, channel: thread });
    expect(record.answer?.text).toContain("Understood as: And then? \\(then\\)");
  });

  it("buttons say so when the sources have changed", async () => {
    const { standIn, id } = await restarted((answering) => {
      answering.quotes = ["Something new."];
    });
    const next = await standIn.person.click("Next", id);
    expect(next.followUps.map(({ content }) => content)).toEqual([
      "The sources have changed since this answer. Please ask again.",
    ]);
    expect((await standIn.seen.message(id)).text).toContain("> The first quote\\.");
    await expectClean(standIn);
  });

  it("keeps neither answers nor names", async () => {
    const { folder } = await restarted();
    const kept = readFileSync(join(folder, "discord", "screens.jsonl"), "utf8");
    expect(kept).toContain('"inputs":["What is it?"]');
    expect(kept).not.toMatch(/first quote|reader/);
  });
});

describe("a press that leads nowhere", () => {
  it("on an outdated button gets one sentence", async () => {
    const standIn = await startStandIn();
    const first = startBot(standIn);
    await standIn.untilReady(COMMAND_COUNT);
    const id = await asked(standIn);
    await first.stop();
    const second = startBot(standIn, { folder: temporaryFolder() });
    await standIn.gateway.untilIdentified(2);
    await standIn.untilReady();
    await standIn.untilIdle();
    for (const label of ["Next", "Context"]) {
      const record = await standIn.person.click(label, id);
      const said = record.followUps[0]?.content ?? record.message?.content;
      expect(said).toBe("This answer has expired. Please ask again.");
    }
    await second.stop();
    await standIn.close();
  });

  it("that no button of the bot's says gets one sentence, and changes nothing", async () => {
    const { standIn } = await both();
    const id = await asked(standIn);
    const before = await standIn.seen.message(id);
    const [, , screen = ""] = before.buttons[0]?.customId?.split(":") ?? [];
    const forged = ["x", "v1", "v1:pg", "v0:pg:a:1", "v1:constructor:a", "v1:pg:../..:1", "😀".repeat(25)];
    for (const made of [...forged, `v1:pg:${screen}:1e9`, `v1:ctx:${screen}:99`, `v1:tx:${screen}:0`]) {
      for (const user of ["reader", "other"]) {
        const record = await standIn.person.forge(made, id, { user });
        expect(record).toMatchObject({ isEphemeral: true, failure: null });
        expect(record.message?.content).toBe("This answer has expired. Please ask again.");
      }
    }
    expect(await standIn.seen.message(id)).toEqual(before);
    await expectClean(standIn);
  });

  it("beyond the last page or before the first shows the page that is nearest", async () => {
    const { standIn } = await both();
    const id = await asked(standIn);
    const [, , screen = ""] = (await standIn.seen.message(id)).buttons[0]?.customId?.split(":") ?? [];
    await standIn.person.forge(`v1:pg:${screen}:99999`, id);
    expect((await standIn.seen.message(id)).text).toContain("> The third quote\\.");
    await standIn.person.forge(`v1:pg:${screen}:-1`, id);
    expect((await standIn.seen.message(id)).text).toContain("> The first quote\\.");
    await expectClean(standIn);
  });

  it("while nothing can be looked up gets one sentence", async () => {
    const { standIn, bot } = await both();
    const id = await asked(standIn);
    bot.answering.fault = new Error("the disk is gone");
    const record = await standIn.person.click("Context", id);
    expect(record.message?.content).toMatch(/^That did not work/);
    expect(bot.log).toContainEqual(expect.objectContaining({ event: "failed", what: "button" }));
    await expectClean(standIn);
  });
});

describe("the other buttons", () => {
  it("show the context to whoever presses, and leave the card alone", async () => {
    const { standIn } = await both();
    const id = await asked(standIn);
    const before = await standIn.seen.message(id);
    const record = await standIn.person.click("Context", id, { user: "other" });
    expect(record).toMatchObject({ acknowledgement: "deferred reply", isEphemeral: true });
    expect(record.message?.text).toContain("> The line with the **quote** in it\\.");
    expect(await standIn.seen.message(id)).toEqual(before);
  });

  it("hand out a long quote as a file, whole", async () => {
    const { standIn, bot } = await both();
    const long = "It says ```a good deal``` more. ".repeat(200).trim();
    bot.answering.quotes = [long];
    const id = await asked(standIn);
    const record = await standIn.person.click("As a file", id);
    expect(record.message?.files).toMatchObject([{ name: "brief-1.1.txt", text: long }]);
    await expectClean(standIn);
  });

  it("keep a question that was not answered well, without a name, once a person", async () => {
    const file = join(temporaryFolder(), "feedback.jsonl");
    const { standIn } = await both({ environment: { FOOTNOTE_FEEDBACK: file } });
    const id = await asked(standIn);
    expect((await standIn.person.click("Useful", id)).message?.content).toBe(
      "Thank you, that is good to know.",
    );
    await standIn.person.click("Not useful", id);
    await standIn.person.click("Not useful", id);
    await standIn.person.slash("ask", { question: "Is there nothing?" });
    await standIn.untilIdle();
    const lines = readFileSync(file, "utf8").trim().split("\n");
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toMatchObject([
      {
        question: "What is it?",
        why: "not useful",
        answerable: true,
        answers: [],
        spans: [],
        source: "brief.md",
      },
      { question: "Is there nothing?", why: "refused", answerable: false, missingTerms: ["Peru"] },
    ]);
    expect(lines.join()).not.toMatch(/reader|9000000000000000\d\d/);
  });
});
