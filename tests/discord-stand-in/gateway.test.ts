/** The gateway, by the real client where it can show it and by a bare one where it never would. */

import { createInflate } from "node:zlib";
import { GatewayIntentBits } from "discord.js";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { commands, type PingPongBot, startPingPong } from "./ping-pong-bot.ts";
import { openGateway } from "./raw-client.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

describe("the client", () => {
  let standIn: StandIn;
  let bot: PingPongBot;

  beforeAll(async () => {
    standIn = await startStandIn({ heartbeatMs: 400 });
    bot = await startPingPong(standIn);
    await standIn.untilReady(commands.length);
  });
  afterEach(async () => {
    expect(await standIn.seen.identifies()).toBe(1);
  });
  afterAll(async () => {
    await bot.close();
    await standIn.close();
  });

  const breaks: readonly (readonly [string, () => Promise<void>])[] = [
    ["its socket was cut", () => standIn.gateway.cut()],
    ["it was asked to reconnect", () => standIn.gateway.askToReconnect()],
    ["its session was called invalid but resumable", () => standIn.gateway.invalidate(true)],
    ["the connection was closed with 4000", () => standIn.gateway.close(4000)],
    ["nobody acknowledges its heartbeats", () => standIn.gateway.turnToZombies()],
  ];

  it.each(breaks)("resumes and hears what it missed when %s", async (_name, breakIt) => {
    await breakIt();
    const asked = await standIn.person.say("meanwhile", { mention: true });
    expect(asked.answer?.content).toBe("pong meanwhile");
    expect(await standIn.gateway.untilConnected(1)).toBe(true);
  });

  it("takes a repeated message once, and a repeated interaction twice", async () => {
    const asked = await standIn.person.say("once", { mention: true });
    await standIn.gateway.repeat("MESSAGE_CREATE");
    await standIn.person.slash("ping", { text: "a", plain: true });
    await standIn.gateway.repeat("INTERACTION_CREATE");
    await standIn.untilIdle();
    expect(await standIn.seen.messages(asked.threadId ?? "", true)).toHaveLength(1);
    expect(await standIn.seen.refusals()).toMatchObject([{ code: 40060 }]);
  });

  it("answers a round trip only when it has taken in all events", async () => {
    expect(await standIn.gateway.roundTrip()).toBe(true);
  });
});

describe("a login", () => {
  const { Guilds, MessageContent } = GatewayIntentBits;

  it.each([
    ["a wrong token", { token: "wrong" }, /token/i],
    ["a privileged intent", { intents: [Guilds, MessageContent] }, /disallowed intents/i],
  ])("fails with %s", async (_name, options, message) => {
    const standIn = await startStandIn();
    await expect(startPingPong(standIn, options)).rejects.toThrow(message);
    await standIn.close();
  });
});

describe("a bare connection", () => {
  let standIn: StandIn;
  const properties = { os: "a", browser: "a", device: "a" };

  beforeAll(async () => {
    standIn = await startStandIn({ shards: 2 });
  });
  afterEach(() => standIn.clear());
  afterAll(() => standIn.close());

  const identify = async (data: object, op = 2): Promise<number> => {
    const gateway = await openGateway(standIn, null);
    gateway.send(op, { token: standIn.token, intents: 1, properties, shard: [0, 2], ...data });
    return gateway.closed;
  };

  it.each([
    [4001, "an unknown opcode", {}, 77],
    [4002, "no properties", { properties: null }, 2],
    [4002, "more than 4,096 bytes", { properties: { os: "a".repeat(5000) } }, 2],
    [4003, "anything before IDENTIFY", {}, 8],
    [4004, "a wrong token", { token: "a" }, 2],
    [4010, "a shard that is none", { shard: [2, 2] }, 2],
    [4011, "too few shards", { shard: [0, 1] }, 2],
    [4013, "intents that do not exist", { intents: 2 ** 30 }, 2],
    [4014, "privileged intents", { intents: 1 << 15 }, 2],
  ])("is closed with %i for %s", async (code, _what, data, op) => {
    expect(await identify(data, op)).toBe(code);
    expect(await standIn.seen.violations()).toMatchObject([{ where: "gateway", details: { code } }]);
  });

  it("is closed with 4012 for another version", async () => {
    const gateway = await openGateway(standIn, null, "?v=9&encoding=json");
    expect(await gateway.closed).toBe(4012);
  });

  it("is closed with 4008 for more than 120 sends a minute", async () => {
    const gateway = await openGateway(standIn, null);
    for (let n = 0; n < 121; n += 1) gateway.send(1, null);
    expect(await gateway.closed).toBe(4008);
  });

  it("is told of guilds after READY lists them as unavailable, each in its shard", async () => {
    const gateway = await openGateway(standIn, null);
    gateway.send(2, { token: `Bot ${standIn.token}`, intents: 1, properties, shard: [0, 2] });
    const { guilds } = await gateway.next("READY");
    const shard = Number((BigInt(standIn.guildId) >> 22n) % 2n);
    expect(guilds).toEqual(shard === 0 ? [{ id: standIn.guildId, unavailable: true }] : []);
    gateway.close();
  });

  it("resumes with what it missed, until its session is forgotten", async () => {
    const first = await openGateway(standIn, null);
    first.send(2, { token: standIn.token, intents: 1, properties, shard: [0, 2] });
    const { session_id: session } = await first.next("READY");
    await standIn.gateway.cut();
    const second = await openGateway(standIn, null);
    second.send(6, { token: standIn.token, session_id: session ?? null, seq: 0 });
    await second.next("RESUMED");
    expect(second.payloads.map((one) => one.t ?? null)).toEqual([null, "READY", "RESUMED"]);
    await standIn.gateway.forgetSessions();
    second.send(6, { token: standIn.token, session_id: session ?? null, seq: 1 });
    await second.nextOp(9);
    second.close();
  });

  it("gets one deflate stream when it asks for compression", async () => {
    const socket = new WebSocket(
      `${standIn.url.replace(/^http/, "ws").replace(/api$/, "gateway")}?v=10&encoding=json&compress=zlib-stream`,
    );
    const inflate = createInflate();
    const first = new Promise<string>((resolve) =>
      inflate.once("data", (chunk: Buffer) => resolve(chunk.toString())),
    );
    socket.on("message", (data, isBinary) => {
      if (isBinary && Buffer.isBuffer(data)) inflate.write(data);
    });
    expect(JSON.parse(await first)).toMatchObject({ op: 10 });
    socket.close();
  });
});
