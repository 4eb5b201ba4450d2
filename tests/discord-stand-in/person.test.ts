/** The person refuses what a real client would not let anybody do, and says why. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands, type PingPongBot, startPingPong } from "./ping-pong-bot.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

describe("a person", () => {
  let standIn: StandIn;
  let bot: PingPongBot;

  beforeAll(async () => {
    standIn = await startStandIn();
    bot = await startPingPong(standIn);
    await standIn.untilReady(commands.length);
  });
  afterAll(async () => {
    await bot.close();
    await standIn.close();
  });

  const card = async (place = {}) =>
    (await standIn.person.slash("ping", { text: "a", ...place })).message?.id ?? "";

  it("uses only commands that are offered", async () => {
    await expect(standIn.person.slash("nothing")).rejects.toThrow(/no such command/);
    await expect(standIn.person.slash("guarded")).rejects.toThrow(/not offered/);
    await expect(
      standIn.person.slash("ping", { text: "a" }, { user: "other", foreign: true }),
    ).rejects.toThrow(/cannot see/);
    await expect(
      standIn.person.slash("ping", { text: "a" }, { user: "stranger", foreign: true }),
    ).rejects.toThrow(/not offered/);
  });

  it("fills options as they are meant", async () => {
    const ask = (values: Record<string, string | number | boolean>) => standIn.person.slash("ping", values);
    await expect(ask({})).rejects.toThrow(/required/);
    await expect(ask({ text: "a".repeat(101) })).rejects.toThrow(/too long/);
    await expect(ask({ text: 5 })).rejects.toThrow(/no text/);
    await expect(ask({ text: "a", other: "b" })).rejects.toThrow(/no option/);
    await expect(ask({ text: "a", private: "yes" })).rejects.toThrow(/neither true nor false/);
    await expect(standIn.person.autocomplete("ping", "text", "a")).rejects.toThrow(/offers nothing/);
  });

  it("presses only what is there, enabled and visible", async () => {
    const id = await card();
    await expect(standIn.person.click("Nowhere", id)).rejects.toThrow(/no button/);
    await expect(standIn.person.click("Next", "123456789012345678")).rejects.toThrow(/not there/);
    const own = await card({ private: true });
    await expect(standIn.person.click("Next", own, { user: "other" })).rejects.toThrow(/ephemeral/);
  });

  it("fills in modals as they are meant", async () => {
    const open = async () => (await standIn.person.click("Ask", await card())).id;
    await expect(standIn.person.submitModal(await open(), {})).rejects.toThrow(/required/);
    await expect(standIn.person.submitModal(await open(), { Text: "a".repeat(21) })).rejects.toThrow(
      /too long/,
    );
    await expect(standIn.person.submitModal(await open(), { Text: "a", More: "b" })).rejects.toThrow(
      /no field/,
    );
    await expect(standIn.person.submitModal(await open(), { Text: "a" }, { user: "other" })).rejects.toThrow(
      /somebody else/,
    );
  });

  it("writes only what can be sent, where it may be sent", async () => {
    await expect(standIn.person.post(" ")).rejects.toThrow(/empty/);
    await expect(standIn.person.post("a".repeat(2001))).rejects.toThrow(/2000/);
    await expect(standIn.person.post("a", { user: "stranger" })).rejects.toThrow(/cannot see/);
    const id = await standIn.person.post("a");
    await expect(standIn.person.deleteMessage(id, { user: "other" })).rejects.toThrow(/Somebody else/);
  });

  it("notifies the bot by a reply to its message, and not by a reply to the answer of a command", async () => {
    const { answer } = await standIn.person.say("a", { mention: true });
    const place = { channel: answer?.channelId ?? "" };
    const pinging = await standIn.person.say("more", { ...place, replyTo: answer?.id ?? "" });
    expect(pinging.answer?.content).toBe("pong more");
    const silent = { replyTo: answer?.id ?? "", ping: false, expectSilence: true };
    expect((await standIn.person.say("more", { ...place, ...silent })).answer).toBeNull();
    const toCommand = { replyTo: await card(), expectSilence: true };
    expect((await standIn.person.say("more", toCommand)).answer).toBeNull();
  });
});
