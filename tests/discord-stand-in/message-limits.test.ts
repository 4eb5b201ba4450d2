/** Messages beyond Discord's limits are refused with its own codes, and each breach is on record. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furniture } from "./furnished-world.ts";
import type { Json, JsonObject } from "./json.ts";
import { rest } from "./raw-client.ts";
import { a, button, cards, many, refusedMessages, row, text, v2 } from "./refused-messages.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

describe("a message", () => {
  let standIn: StandIn;
  const path = `/channels/${furniture.questions}/messages`;
  const send = (body: Json) => rest(standIn, "POST", path, body);

  beforeAll(async () => {
    standIn = await startStandIn({ requestsPerSecond: 1000 });
  });
  afterAll(() => standIn.close());

  it.each(refusedMessages)("is refused with %s", async (_name, body, fields) => {
    await standIn.clear();
    expect(await send(body)).toMatchObject({ status: 400, code: 50035, fields });
    expect(await standIn.seen.violations()).toMatchObject([
      { where: "message.create", details: { code: 50035 } },
    ]);
  });

  it("is refused when it is empty or blank", async () => {
    expect(await send({ content: "" })).toMatchObject({ status: 400, code: 50006 });
    expect(await send({ content: " \n" })).toMatchObject({ status: 400, code: 50006 });
  });

  it("is taken at the very limits", async () => {
    await standIn.clear();
    const bodies: readonly JsonObject[] = [
      { content: a(2000), nonce: a(25) },
      { embeds: [{ title: a(256), description: a(4096), footer: { text: a(1648) } }] },
      cards(text(a(3999)), text("b")),
      cards({ type: 17, components: Array.from({ length: 39 }, () => text("a")) }),
      {
        content: "a",
        components: many(25)
          .map((_, n) => n)
          .filter((n) => n % 5 === 0)
          .map((n) => row(...many(25).slice(n, n + 5))),
      },
      { content: "a", components: [row(button(a(100), { label: a(80) }))] },
    ];
    for (const body of bodies) expect(await send(body)).toMatchObject({ status: 200 });
    expect(await standIn.seen.violations()).toEqual([]);
  });

  it("comes once for one nonce that is enforced", async () => {
    const body = { content: "a", nonce: "77", enforce_nonce: true };
    const [first, second] = [await send(body), await send({ ...body, content: "b" })];
    expect(second.json).toMatchObject({ id: Object(first.json).id, content: "a" });
  });

  it("cannot lose Components V2, nor gain content beside it", async () => {
    const made = await send(cards(text("a")));
    const edit = (body: Json) => rest(standIn, "PATCH", `${path}/${Object(made.json).id}`, body);
    expect((await edit({ flags: 0 })).fields).toEqual({ flags: "MESSAGE_COMPONENTS_V2_CANNOT_BE_REMOVED" });
    expect((await edit({ content: "a" })).code).toBe(50035);
    expect(await edit({ components: [text("b")] })).toMatchObject({ status: 200, json: { flags: v2 } });
  });

  it("can gain Components V2 when its content is taken away in the same edit", async () => {
    const made = await send({ content: "a" });
    const edit = (body: Json) => rest(standIn, "PATCH", `${path}/${Object(made.json).id}`, body);
    expect((await edit(cards(text("b")))).fields).toEqual({
      content: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    });
    expect(await edit({ content: null, ...cards(text("b")) })).toMatchObject({
      status: 200,
      json: { content: "" },
    });
  });

  it("carries files in a multipart form, up to the limit of a file", async () => {
    const post = async (size: number) => {
      const form = new FormData();
      const body = cards({ type: 13, file: { url: "attachment://quote.txt" } });
      form.append(
        "payload_json",
        JSON.stringify({ ...body, attachments: [{ id: "0", filename: "quote.txt" }] }),
      );
      form.append("files[0]", new Blob([a(size)]), "quote.txt");
      const headers = { authorization: `Bot ${standIn.token}`, "user-agent": "DiscordBot (a, 1)" };
      return fetch(`${standIn.url}/v10${path}`, { method: "POST", headers, body: form });
    };
    const answer = await post(5);
    expect(answer.status).toBe(200);
    const seen = (await standIn.seen.messages("questions", true)).at(-1);
    expect(seen?.files).toEqual([{ name: "quote.txt", size: 5, text: "aaaaa" }]);
    expect((await post(10 * 1024 * 1024 + 1)).status).toBe(413);
  });

  it("notifies whom its text names, in content and in text displays, unless they are held back", async () => {
    await standIn.clear();
    const words = `@everyone <@${furniture.bot}> <@&${furniture.readersRole}> <@123456789012345678>`;
    const everybody = { everyone: true, users: [furniture.bot], roles: [furniture.readersRole] };
    await send({ content: words });
    await send(cards({ type: 17, components: [text(words)] }));
    expect(await standIn.seen.pings()).toMatchObject([everybody, everybody]);
    expect(await standIn.seen.unguarded()).toHaveLength(2);
    await standIn.clear();
    await send({ content: words, allowed_mentions: { parse: [] } });
    expect(await standIn.seen.pings()).toEqual([]);
    expect(await standIn.seen.unguarded()).toEqual([]);
  });
});
