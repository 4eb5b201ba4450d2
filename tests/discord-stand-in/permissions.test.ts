/** Who may do what where: channels, threads, history, direct messages; and what cannot be reached at all. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furniture } from "./furnished-world.ts";
import type { Json } from "./json.ts";
import { rest } from "./raw-client.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

describe("the stand-in", () => {
  let standIn: StandIn;
  const post = (channel: string, body: Json = { content: "a" }) =>
    rest(standIn, "POST", `/channels/${channel}/messages`, body);
  const thread = (channel: string, message: string, body: Json = { name: "a" }) =>
    rest(standIn, "POST", `/channels/${channel}/messages/${message}/threads`, body);

  beforeAll(async () => {
    standIn = await startStandIn({ maxActiveThreads: 2 });
  });
  afterAll(() => standIn.close());

  it("refuses a wrong token, a strange user agent and a strange path", async () => {
    expect(await rest(standIn, "GET", "/users/@me", undefined, { authorization: "Bot no" })).toMatchObject({
      status: 401,
    });
    expect(await rest(standIn, "GET", "/users/@me", undefined, { "user-agent": "curl" })).toMatchObject({
      status: 403,
    });
    expect(await rest(standIn, "GET", "/nowhere")).toMatchObject({ status: 404 });
    const what = (await standIn.seen.violations()).map((one) => one.where);
    expect(what).toEqual(["user.me", "unknown"]);
    await standIn.clear();
  });

  it("keeps the bot out of channels it does not see or may not write in", async () => {
    expect(await post(furniture.hidden)).toMatchObject({ status: 403, code: 50001 });
    expect(await post(furniture.silent)).toMatchObject({ status: 403, code: 50013 });
    expect(await post(furniture.foreign)).toMatchObject({ status: 403, code: 50001 });
    expect(await post("999999999999999999")).toMatchObject({ status: 404, code: 10003 });
    expect(await standIn.seen.violations()).toEqual([]);
  });

  it("heeds what a test denies and allows", async () => {
    await standIn.world.deny("general", "EmbedLinks");
    expect(await post(furniture.general, { embeds: [{ title: "a" }] })).toMatchObject({ code: 50013 });
    await standIn.world.allow("general", "EmbedLinks");
    expect(await post(furniture.general, { embeds: [{ title: "a" }] })).toMatchObject({ status: 200 });
  });

  it("refuses a reply to a message that is gone, unless the bot does not mind", async () => {
    const id = await standIn.person.post("a");
    await standIn.person.deleteMessage(id);
    const reply = (mind: boolean) => ({
      content: "a",
      message_reference: { message_id: id, fail_if_not_exists: mind },
    });
    expect(await post(furniture.questions, reply(true))).toMatchObject({ status: 400, code: 50035 });
    expect(await post(furniture.questions, reply(false))).toMatchObject({ status: 200 });
    expect(await thread(furniture.questions, id)).toMatchObject({ status: 404, code: 10008 });
  });

  it("starts one thread a message, with the message's id, up to a number of threads", async () => {
    const [one, two, three] = [
      await standIn.person.post("a"),
      await standIn.person.post("b"),
      await standIn.person.post("c"),
    ];
    expect(await thread(furniture.questions, one, { name: "" })).toMatchObject({ status: 400, code: 50035 });
    expect(await thread(furniture.questions, one, { name: "a", auto_archive_duration: 61 })).toMatchObject({
      code: 50035,
    });
    expect(await thread(furniture.questions, one)).toMatchObject({
      status: 201,
      json: { id: one, type: 11 },
    });
    expect(await thread(furniture.questions, one)).toMatchObject({ status: 400, code: 160004 });
    expect(await thread(furniture.questions, two)).toMatchObject({ status: 201 });
    expect(await thread(furniture.questions, three)).toMatchObject({ status: 400, code: 160006 });
    await standIn.world.archiveThread(one, true);
    expect(await post(one)).toMatchObject({ status: 400, code: 50083 });
    await standIn.world.archiveThread(two, false);
    expect(await post(two)).toMatchObject({ status: 200 });
  });

  it("starts no thread where that is denied, nor in direct messages", async () => {
    const id = await standIn.person.post("a", { channel: "threadless" });
    expect(await thread(furniture.threadless, id)).toMatchObject({ status: 403, code: 50013 });
    const { json } = await rest(standIn, "POST", "/users/@me/channels", {
      recipient_id: "900000000000000011",
    });
    const channel = String(Object(json).id);
    const direct = await standIn.person.post("a", { dm: true });
    expect(await thread(channel, direct)).toMatchObject({ status: 400, code: 50024 });
    await standIn.world.acceptDirectMessages("reader", false);
    expect(await post(channel)).toMatchObject({ status: 403, code: 50007 });
  });

  it("lets the bot edit and delete only what it wrote", async () => {
    const id = await standIn.person.post("a");
    const path = `/channels/${furniture.questions}/messages/${id}`;
    expect(await rest(standIn, "PATCH", path, { content: "b" })).toMatchObject({ status: 403, code: 50005 });
    expect(await rest(standIn, "DELETE", path)).toMatchObject({ status: 403, code: 50013 });
  });

  it("shows others' text only where the bot is spoken to", async () => {
    const silent = await standIn.person.post("secret words");
    const spoken = await standIn.person.post("open words", { mention: true });
    const read = async (id: string) =>
      (await rest(standIn, "GET", `/channels/${furniture.questions}/messages/${id}`)).json;
    expect(await read(silent)).toMatchObject({ content: "" });
    expect(await read(spoken)).toMatchObject({ content: `<@${furniture.bot}> open words` });
    const list = await rest(standIn, "GET", `/channels/${furniture.questions}/messages?limit=2`);
    expect(list.json).toMatchObject([{ id: spoken }, { id: silent, content: "" }]);
  });
});
