/** Faults of the REST side, met by the real client: what it retries, what it gives up, what it does twice. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { commands, type PingPongBot, startPingPong } from "./ping-pong-bot.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

describe("the client", () => {
  let standIn: StandIn;
  let bot: PingPongBot;

  beforeAll(async () => {
    standIn = await startStandIn({ patienceMs: 2_500 });
    bot = await startPingPong(standIn);
    await standIn.untilReady(commands.length);
  });
  afterEach(async () => {
    await standIn.faults.clear();
    await standIn.clear();
    bot.errors.length = 0;
  });
  afterAll(async () => {
    await bot.close();
    await standIn.close();
  });

  const ask = () => standIn.person.slash("ping", { text: "a" });
  const statuses = async (route: string) => (await standIn.seen.requests(route)).map((one) => one.status);

  it("waits out a rate limit", async () => {
    await standIn.faults.next("original.edit", { kind: "rate limit", retryAfter: 0.2 });
    const record = await ask();
    expect(record.message?.text).toBe("pong a");
    expect(record.finalMs).toBeGreaterThan(150);
    expect(await statuses("original.edit")).toEqual([429, 200]);
  });

  it("tries again without a pause when a rate limit names no time in its header", async () => {
    await standIn.faults.next("original.edit", { kind: "rate limit", retryAfter: 0.2, header: false }, 3);
    expect((await ask()).failure).toBeNull();
    expect(await statuses("original.edit")).toEqual([429, 429, 429, 200]);
  });

  it("tries a server's error again", async () => {
    await standIn.faults.next("original.edit", { kind: "status", status: 502 }, 2);
    expect((await ask()).failure).toBeNull();
    expect(await statuses("original.edit")).toEqual([502, 502, 200]);
  });

  it("does not know that a deferral was accepted whose answer was reset", async () => {
    await standIn.faults.next("interaction.callback", { kind: "lost", how: "rst" });
    expect((await ask()).failure).toBe("The application is still thinking.");
    expect(await standIn.seen.refusals()).toMatchObject([{ code: 40060 }]);
    expect(bot.errors).toHaveLength(1);
  });

  it("does not try again after a clean close", async () => {
    await standIn.faults.next("original.edit", { kind: "lost", how: "fin" });
    // The work was done: the person sees the answer, the bot an error.
    expect((await ask()).failure).toBeNull();
    await standIn.untilIdle();
    expect(await statuses("original.edit")).toEqual([0]);
    expect(bot.errors).toHaveLength(1);
  });

  it("sends one message for one nonce though the answer was lost", async () => {
    await standIn.faults.next("message.create", { kind: "lost", how: "rst" });
    const asked = await standIn.person.say("a", { mention: true });
    await standIn.untilIdle();
    expect(await statuses("message.create")).toEqual([0, 200]);
    expect(await standIn.seen.messages(asked.threadId ?? "", true)).toHaveLength(1);
  });

  it("reports an error that is made up", async () => {
    await standIn.faults.next("thread.start", { kind: "status", status: 403, code: 50013 });
    await standIn.person.say("a", { mention: true, expectSilence: true });
    expect(bot.errors).toMatchObject([{ code: 50013 }]);
  });

  it("bears answers and work that come late", async () => {
    await standIn.faults.next("interaction.callback", { kind: "late", ms: 60 });
    await standIn.faults.next("original.edit", { kind: "slow", ms: 60 });
    const record = await ask();
    expect(record.ackMs).toBeGreaterThan(50);
    expect(record.failure).toBeNull();
    expect(await standIn.faults.pending()).toBe(0);
  });

  it("is heard again after an outage", async () => {
    await standIn.faults.outage(true);
    await standIn.faults.outage(false);
    const before = await standIn.seen.identifies();
    expect(await standIn.gateway.untilConnected(1)).toBe(true);
    expect((await ask()).failure).toBeNull();
    expect(await standIn.seen.identifies()).toBe(before);
  });

  it("leaves a hanging request to its own patience", async () => {
    await standIn.faults.next("original.edit", { kind: "hang" });
    expect(await ask()).toMatchObject({
      acknowledgement: "deferred reply",
      failure: "The application is still thinking.",
    });
  });
});

describe("a bucket", () => {
  it("makes the client queue, and answers 429 to who does not heed it", async () => {
    const standIn = await startStandIn({ bucket: { limit: 2, windowMs: 300 } });
    const send = () =>
      fetch(`${standIn.url}/v10/users/@me`, {
        headers: { authorization: `Bot ${standIn.token}`, "user-agent": "DiscordBot (a, 1)" },
      });
    const answers = [await send(), await send(), await send()];
    expect(answers.map((one) => one.status)).toEqual([200, 200, 429]);
    expect(answers[1]?.headers.get("x-ratelimit-remaining")).toBe("0");
    expect(Number(answers[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
    await standIn.close();
  });
});
