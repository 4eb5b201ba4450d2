/** Answers that a model is still writing: seen as they grow, stopped by who asked, one message in the end. */
import { afterEach, describe, expect, it } from "vitest";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { expectClean, startBoth } from "./running-bot.ts";
import { WritingAnswering } from "./writing-answering.ts";

const MODEL = { model: "ollama:scripted" };
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function start(): Promise<{ readonly standIn: StandIn; readonly answering: WritingAnswering }> {
  const answering = new WritingAnswering();
  const { standIn, close } = await startBoth({ answering, flags: MODEL });
  ends.push(close);
  return { standIn, answering };
}

async function shown(standIn: StandIn, part: string) {
  await expect
    .poll(async () => (await standIn.seen.botMessages()).map(({ text }) => text).join("\n"), {
      timeout: 10_000,
    })
    .toContain(part);
  return (await standIn.seen.botMessages()).find(({ text }) => text.includes(part));
}

describe("an answer that is being written", () => {
  it("is seen as it grows, and ends as one card with its quotes under each statement", async () => {
    const { standIn, answering } = await start();
    const asked = standIn.person.slash("ask", { question: "When did it open?" });
    const early = await shown(standIn, "The opening was in spring\\.");
    expect(early?.text).toContain("> It opened in April\\.");
    expect(early?.text).not.toContain("About forty came");
    expect(early?.buttons.map(({ label }) => label)).toEqual(["Stop"]);
    answering.letGo();
    const final = await shown(standIn, "About forty came\\.");
    await asked;
    expect(final?.id).toBe(early?.id);
    await expect
      .poll(async () => (await standIn.seen.message(final?.id ?? "")).buttons.map(({ label }) => label))
      .toContain("Ask a follow-up");
    expect(await standIn.seen.botMessages()).toHaveLength(1);
    await expectClean(standIn);
  });

  it("is one message also where somebody is mentioned, and in its thread", async () => {
    const { standIn, answering } = await start();
    const said = standIn.person.say("When did it open?", { mention: true });
    const early = await shown(standIn, "The opening was in spring\\.");
    answering.letGo();
    const final = await shown(standIn, "About forty came\\.");
    await said;
    expect(final?.id).toBe(early?.id);
    expect(await standIn.seen.botMessages()).toHaveLength(1);
    await expectClean(standIn);
  });

  it("is stopped by who asked, and by nobody else", async () => {
    const { standIn, answering } = await start();
    const asked = standIn.person.slash("ask", { question: "When did it open?" });
    const early = await shown(standIn, "The opening was in spring\\.");
    const other = await standIn.person.click("Stop", early?.id ?? "", { user: "other" });
    expect(other.message?.content).toBe("Only who asked may stop this answer.");
    expect(answering.wasGivenUp).toBe(false);
    await standIn.person.click("Stop", early?.id ?? "");
    await shown(standIn, "Stopped at your wish.");
    await asked;
    expect(answering.wasGivenUp).toBe(true);
    expect((await standIn.seen.botMessages()).filter(({ isEphemeral }) => !isEphemeral)).toHaveLength(1);
    await expectClean(standIn);
  });

  it("is given up when its message is taken away, and nothing is posted in its place", async () => {
    const { standIn, answering } = await start();
    const said = standIn.person.say("When did it open?", { dm: true });
    const early = await shown(standIn, "The opening was in spring\\.");
    await standIn.person.deleteMessage(early?.id ?? "", { dm: true });
    answering.letGo();
    await said.catch(() => undefined);
    await standIn.untilIdle();
    expect(await standIn.seen.botMessages()).toEqual([]);
  });

  it("has buttons that work later, without asking the model again", async () => {
    const { standIn, answering } = await start();
    answering.letGo();
    const { message } = await standIn.person.slash("ask", { question: "When did it open?" });
    await shown(standIn, "About forty came\\.");
    await standIn.untilIdle();
    const asked = answering.asked.length;
    const context = await standIn.person.click("Context [1]", message?.id ?? "");
    expect(context.failure).toBeNull();
    expect(answering.asked).toHaveLength(asked);
  });

  it("is told what was said before, so that a follow-up can be understood", async () => {
    const { standIn, answering } = await start();
    answering.letGo();
    await standIn.person.say("When did it open?", { dm: true });
    await shown(standIn, "About forty came\\.");
    await standIn.untilIdle();
    await standIn.person.say("And who came?", { dm: true });
    await standIn.untilIdle();
    expect(answering.asked.at(-1)).toMatchObject({
      question: "And who came?",
      history: [{ question: "When did it open?", answer: "The opening was in spring.\nAbout forty came." }],
    });
  });
});
