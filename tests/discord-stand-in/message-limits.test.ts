/** Messages beyond Discord's limits are refused with its own codes, and each breach is on record. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furniture } from "../doubles/discord/furnished-world.ts";
import type { Json, JsonObject } from "../doubles/discord/json.ts";
import type { StandIn } from "../doubles/discord/stand-in.ts";
import { startStandIn } from "../doubles/discord/start-stand-in.ts";
import { rest } from "./raw-client.ts";

const v2 = 1 << 15;
const a = (n: number): string => "a".repeat(n);
const text = (content: string): JsonObject => ({ type: 10, content });
const button = (id: string, more: JsonObject = {}): JsonObject => ({
  type: 2,
  style: 2,
  custom_id: id,
  label: "b",
  ...more,
});
const row = (...components: JsonObject[]): JsonObject => ({ type: 1, components });
const cards = (...components: JsonObject[]): JsonObject => ({ flags: v2, components });
const select = (more: JsonObject): JsonObject =>
  row({ type: 3, custom_id: "s", options: [{ label: "a", value: "a" }], ...more });
const many = (n: number): readonly JsonObject[] => Array.from({ length: n }, (_, i) => button(String(i)));

/** Name, body, and the fields that are wrong with their codes. */
const refused: readonly (readonly [string, JsonObject, Readonly<Record<string, string>>])[] = [
  ["content of 2,001", { content: a(2001) }, { content: "BASE_TYPE_MAX_LENGTH" }],
  ["content that is no text", { content: 5 }, { content: "STRING_TYPE_CONVERT" }],
  ["an ephemeral message in a channel", { content: "a", flags: 64 }, { flags: "MESSAGE_FLAGS_INVALID" }],
  ["a nonce of 26", { content: "a", nonce: a(26) }, { nonce: "BASE_TYPE_MAX_LENGTH" }],
  ["an embed title of 257", { embeds: [{ title: a(257) }] }, { "embeds.0.title": "BASE_TYPE_MAX_LENGTH" }],
  [
    "an embed text of 4,097",
    { embeds: [{ description: a(4097) }] },
    { "embeds.0.description": "BASE_TYPE_MAX_LENGTH" },
  ],
  [
    "embeds of 6,001 in all",
    { embeds: [{ description: a(4000) }, { description: a(2001) }] },
    { embeds: "MAX_EMBED_SIZE_EXCEEDED" },
  ],
  [
    "26 embed fields",
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: "a", value: "a" })) }] },
    { "embeds.0.fields": "BASE_TYPE_MAX_LENGTH" },
  ],
  [
    "11 embeds",
    { embeds: Array.from({ length: 11 }, () => ({ title: "a" })) },
    { embeds: "BASE_TYPE_MAX_LENGTH" },
  ],
  [
    "content beside V2",
    { content: "a", ...cards(text("a")) },
    { content: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" },
  ],
  [
    "embeds beside V2",
    { embeds: [{ title: "a" }], ...cards(text("a")) },
    { embeds: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" },
  ],
  ["V2 without its flag", { components: [text("a")] }, { "components.0.type": "UNION_TYPE_CHOICES" }],
  [
    "a text of 4,001",
    cards(text(a(4001))),
    {
      components: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      "components.0.content": "BASE_TYPE_BAD_LENGTH",
    },
  ],
  [
    "texts of 4,001 in all",
    cards(text(a(4000)), text("b")),
    { components: "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED" },
  ],
  ["an empty text", cards(text("")), { "components.0.content": "BASE_TYPE_BAD_LENGTH" }],
  [
    "41 components, nested ones counted",
    cards(
      { type: 17, components: Array.from({ length: 20 }, () => text("a")) },
      ...Array.from({ length: 20 }, () => text("a")),
    ),
    { components: "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED" },
  ],
  [
    "6 buttons in a row",
    { content: "a", components: [row(...many(6))] },
    { "components.0.components": "BASE_TYPE_BAD_LENGTH" },
  ],
  [
    "6 rows",
    { content: "a", components: many(6).map((one) => row(one)) },
    { components: "BASE_TYPE_MAX_LENGTH" },
  ],
  [
    "a select beside a button",
    { content: "a", components: [row({ type: 5, custom_id: "s" }, button("b"))] },
    { "components.0.components": "COMPONENT_LAYOUT_WIDTH_EXCEEDED" },
  ],
  [
    "the same custom id twice",
    { content: "a", components: [row(button("x"), button("x"))] },
    { "components.0.components.1.custom_id": "COMPONENT_CUSTOM_ID_DUPLICATED" },
  ],
  [
    "a custom id of 101",
    { content: "a", components: [row(button(a(101)))] },
    { "components.0.components.0.custom_id": "BASE_TYPE_BAD_LENGTH" },
  ],
  [
    "an empty custom id",
    { content: "a", components: [row(button(""))] },
    { "components.0.components.0.custom_id": "BASE_TYPE_BAD_LENGTH" },
  ],
  [
    "a label of 81",
    { content: "a", components: [row(button("x", { label: a(81) }))] },
    { "components.0.components.0.label": "BASE_TYPE_MAX_LENGTH" },
  ],
  [
    "26 options",
    {
      content: "a",
      components: [select({ options: many(26).map((_, n) => ({ label: "a", value: String(n) })) })],
    },
    { "components.0.components.0.options": "BASE_TYPE_BAD_LENGTH" },
  ],
  [
    "an option described in 101",
    { content: "a", components: [select({ options: [{ label: "a", value: "a", description: a(101) }] })] },
    { "components.0.components.0.options.0.description": "BASE_TYPE_MAX_LENGTH" },
  ],
  [
    "a section without an accessory",
    cards({ type: 9, components: [text("a")] }),
    { "components.0.accessory": "BASE_TYPE_REQUIRED" },
  ],
  [
    "a section of 4 texts",
    cards({ type: 9, components: [1, 2, 3, 4].map(() => text("a")), accessory: button("x") }),
    { "components.0.components": "BASE_TYPE_BAD_LENGTH" },
  ],
  [
    "a container in a container",
    cards({ type: 17, components: [{ type: 17, components: [text("a")] }] }),
    { "components.0.components.0.type": "UNION_TYPE_CHOICES" },
  ],
  [
    "a file that was not sent",
    cards({ type: 13, file: { url: "attachment://a.txt" } }),
    { "components.0.file.url": "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND" },
  ],
  [
    "users allowed twice over",
    { content: "a", allowed_mentions: { parse: ["users"], users: [furniture.bot] } },
    { allowed_mentions: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" },
  ],
];

describe("a message", () => {
  let standIn: StandIn;
  const path = `/channels/${furniture.questions}/messages`;
  const send = (body: Json) => rest(standIn, "POST", path, body);

  beforeAll(async () => {
    standIn = await startStandIn({ requestsPerSecond: 1000 });
  });
  afterAll(() => standIn.close());

  it.each(refused)("is refused with %s", async (_name, body, fields) => {
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
