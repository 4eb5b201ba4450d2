/** The clocks and rules of interactions, asked with bare requests: late, twice, of the wrong type, over the limits. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Json, JsonObject } from "./json.ts";
import { openGateway, openInteraction, type RawGateway, rest } from "./raw-client.ts";
import type { StandInSettings } from "./settings.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

const command = {
  name: "ask",
  type: 1,
  description: "a",
  integration_types: [0, 1],
  contexts: [0, 1, 2],
  options: [{ name: "word", type: 3, description: "a", autocomplete: true }],
};

const field = (more: JsonObject = {}): JsonObject => ({
  type: 18,
  label: "a",
  component: { type: 4, custom_id: "q", style: 2, ...more },
});
const modal = (more: JsonObject): JsonObject => ({
  custom_id: "m",
  title: "a",
  components: [field()],
  ...more,
});

const badModals: readonly (readonly [string, JsonObject, string])[] = [
  ["a title of 46", modal({ title: "a".repeat(46) }), "data.title"],
  ["no custom id", modal({ custom_id: undefined }), "data.custom_id"],
  [
    "6 fields",
    modal({ components: [1, 2, 3, 4, 5, 6].map((n) => field({ custom_id: String(n) })) }),
    "data.components",
  ],
  [
    "a label of 46",
    modal({ components: [{ ...field(), label: "a".repeat(46) }] }),
    "data.components.0.label",
  ],
  [
    "a button",
    modal({ components: [{ type: 18, label: "a", component: { type: 2 } }] }),
    "data.components.0.component.type",
  ],
  [
    "a field of 4,001",
    modal({ components: [field({ max_length: 4001 })] }),
    "data.components.0.component.max_length",
  ],
];

interface Opened {
  readonly standIn: StandIn;
  readonly gateway: RawGateway;
}

async function open(settings: Partial<StandInSettings>): Promise<Opened> {
  const standIn = await startStandIn(settings);
  const gateway = await openGateway(standIn, 1);
  await gateway.next("READY");
  await rest(standIn, "PUT", "/applications/900000000000000001/commands", [command]);
  return { standIn, gateway };
}

async function ask({ standIn, gateway }: Opened, place = {}) {
  const record = standIn.person.slash("ask", {}, place);
  return { ...(await openInteraction(gateway, record)), record };
}

async function close({ standIn, gateway }: Opened): Promise<void> {
  gateway.close();
  await standIn.close();
}

describe("an interaction", () => {
  let standIn: StandIn;
  let gateway: RawGateway;

  beforeAll(async () => {
    ({ standIn, gateway } = await open({}));
  });
  beforeEach(() => standIn.clear());
  afterAll(() => close({ standIn, gateway }));

  const start = (place = {}) => ask({ standIn, gateway }, place);
  const post = (path: string, body: Json) => rest(standIn, "POST", path, body);

  it("is dead when nobody responds in time", async () => {
    const quick = await open({ ackMs: 80 });
    const { callback, record } = await ask(quick);
    expect(await record).toMatchObject({
      acknowledgement: "none",
      failure: "The application did not respond.",
    });
    expect(await rest(quick.standIn, "POST", callback, { type: 5 })).toMatchObject({
      status: 404,
      code: 10062,
    });
    expect(await quick.standIn.seen.violations()).toHaveLength(1);
    await close(quick);
  });

  it("is acknowledged once", async () => {
    const { callback } = await start();
    expect(await post(callback, { type: 5 })).toMatchObject({ status: 204 });
    expect(await post(callback, { type: 5 })).toMatchObject({ status: 400, code: 40060 });
    expect(await standIn.seen.violations()).toEqual([]);
  });

  it("cannot be answered further before it is acknowledged", async () => {
    const { original, followUps } = await start();
    expect(await rest(standIn, "PATCH", original, { content: "a" })).toMatchObject({
      status: 404,
      code: 10015,
    });
    expect(await post(followUps, { content: "a" })).toMatchObject({ status: 404, code: 10015 });
  });

  it("cannot be answered further when its token is old", async () => {
    const quick = await open({ tokenMs: 100, patienceMs: 200 });
    const { callback, original, record } = await ask(quick);
    await rest(quick.standIn, "POST", callback, { type: 5 });
    expect(await record).toMatchObject({ failure: "The application is still thinking." });
    const edited = await rest(quick.standIn, "PATCH", original, { content: "a" });
    expect(edited).toMatchObject({ status: 401, code: 50027 });
    await close(quick);
  });

  it("fills a deferral by the first edit or follow-up, and keeps it as private as it was", async () => {
    const begun = await start();
    await post(begun.callback, { type: 5, data: { flags: 64 } });
    await post(begun.followUps, { content: "a", flags: 0 });
    expect(await begun.record).toMatchObject({
      isEphemeral: true,
      message: { content: "a", isEphemeral: true },
      followUps: [],
    });
    expect(await rest(standIn, "PATCH", begun.original, { content: "b" })).toMatchObject({ status: 200 });
    expect(await post(begun.followUps, { content: "c" })).toMatchObject({ status: 200 });
    const { id } = await begun.record;
    expect(await standIn.seen.record(id)).toMatchObject({
      edits: 1,
      message: { content: "b" },
      followUps: [{ content: "c" }],
    });
  });

  it("takes no flag but the ephemeral one on a deferral", async () => {
    const { callback } = await start();
    const answer = await post(callback, { type: 5, data: { flags: 1 << 15 } });
    expect(answer).toMatchObject({
      status: 400,
      code: 50035,
      fields: { "data.flags": "MESSAGE_FLAGS_INVALID" },
    });
  });

  it("takes only responses that fit its type", async () => {
    const { callback } = await start();
    for (const type of [1, 6, 7, 8, 10])
      expect(await post(callback, { type })).toMatchObject({ code: 50035 });
    expect(await post(callback, { type: 4, data: { content: "a".repeat(2001) } })).toMatchObject({
      code: 50035,
      fields: { "data.content": "BASE_TYPE_MAX_LENGTH" },
    });
    expect(await post(`${callback}?with_response=true`, { type: 4, data: { content: "a" } })).toMatchObject({
      status: 200,
      json: { resource: { type: 4, message: { content: "a" } } },
    });
  });

  it.each(badModals)("opens no modal with %s", async (_name, data, path) => {
    const { callback } = await start();
    const answer = await post(callback, { type: 9, data });
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(Object.keys(answer.fields)).toContain(path);
  });

  it("offers at most 25 choices of 100 characters", async () => {
    const begin = async () => openInteraction(gateway, standIn.person.autocomplete("ask", "word", "a"));
    const choices = (n: number, length: number) =>
      Array.from({ length: n }, (_, i) => ({ name: "a".repeat(length), value: String(i) }));
    const { callback } = await begin();
    expect(await post(callback, { type: 4, data: { content: "a" } })).toMatchObject({ code: 50035 });
    expect(await post(callback, { type: 8, data: { choices: choices(26, 1) } })).toMatchObject({
      code: 50035,
    });
    expect(await post(callback, { type: 8, data: { choices: choices(1, 101) } })).toMatchObject({
      code: 50035,
    });
    expect(await post(callback, { type: 8, data: { choices: choices(25, 100) } })).toMatchObject({
      status: 204,
    });
  });

  it("takes five follow-ups where only the user installed the app", async () => {
    const { callback, followUps } = await start({ foreign: true });
    await post(callback, { type: 4, data: { content: "a" } });
    for (let n = 0; n < 5; n += 1)
      expect(await post(followUps, { content: "a" })).toMatchObject({ status: 200 });
    expect(await post(followUps, { content: "a" })).toMatchObject({ status: 400, code: 40094 });
  });

  it("leaves an ephemeral answer out of the channel's messages", async () => {
    const { callback, record } = await start();
    await post(callback, { type: 4, data: { content: "a", flags: 64 } });
    const { message } = await record;
    const path = `/channels/${message?.channelId}/messages/${message?.id}`;
    expect(await rest(standIn, "GET", path)).toMatchObject({ status: 404, code: 10008 });
  });
});
