/** The oracle finds what does not fit Discord's document, so that its silence means something. */
import { describe, expect, it } from "vitest";
import { furniture } from "./furnished-world.ts";
import { objectOf } from "./json.ts";
import { findOpenApi } from "./open-api.ts";
import { createOracle } from "./oracle.ts";
import { rest } from "./raw-client.ts";
import { startStandIn } from "./start-stand-in.ts";

const openapi = findOpenApi();
const skipped = openapi === null ? " (skipped: Discord's OpenAPI document is not at hand)" : "";

describe.skipIf(openapi === null)(`the oracle${skipped}`, () => {
  const oracle = createOracle(openapi);
  const template = "/channels/{channel_id}/messages";

  it("finds a wrong request, a wrong answer and an operation that does not exist", () => {
    oracle.noteExchange({ method: "POST", template, side: "request", text: '{"content":"a"}' });
    oracle.noteExchange({ method: "POST", template, side: "request", text: '{"content":5}' });
    oracle.noteExchange({ method: "POST", template, side: 200, text: "{}" });
    oracle.noteExchange({ method: "POST", template, side: 403, text: '{"message":"no"}' });
    oracle.noteExchange({ method: "PUT", template, side: "request", text: "{}" });
    oracle.note("MESSAGE_CREATE", "MessageResponse", { id: "1" });
    const found = new Set(oracle.findings().map((one) => one.what));
    expect([...found].sort()).toEqual([
      "MESSAGE_CREATE",
      "POST /channels/{channel_id}/messages 200",
      "POST /channels/{channel_id}/messages 403",
      "POST /channels/{channel_id}/messages request",
      "PUT /channels/{channel_id}/messages request",
    ]);
  });

  it("bears permissions that are sent as a numeric string", () => {
    const fresh = createOracle(openapi);
    const command = { name: "a", type: 1, description: "a", default_member_permissions: "32" };
    const at = "/applications/{application_id}/commands";
    fresh.noteExchange({ method: "PUT", template: at, side: "request", text: JSON.stringify([command]) });
    expect(fresh.findings()).toEqual([]);
    expect(fresh.judged()).toBe(1);
  });
});

describe.skipIf(openapi === null)(`every answer of the stand-in${skipped}`, () => {
  it("fits Discord's document", async () => {
    const standIn = await startStandIn({ openapi });
    const direct = await rest(standIn, "POST", "/users/@me/channels", { recipient_id: furniture.reader });
    const asked = await standIn.person.post("a");
    const many = `/channels/${furniture.questions}/messages`;
    const thread = `/channels/${asked}`;
    const reads = [
      ...[
        "/gateway",
        "/gateway/bot",
        "/users/@me",
        `/users/${furniture.reader}`,
        "/applications/@me",
        "/oauth2/applications/@me",
      ],
      ...["", "/channels", "/roles", "/threads/active", `/members/${furniture.reader}`].map(
        (end) => `/guilds/${standIn.guildId}${end}`,
      ),
      ...[furniture.questions, String(objectOf(direct.json).id), asked].map((id) => `/channels/${id}`),
      ...[many, `${many}/${asked}`, "/channels/999999999999999999"],
    ];
    const kinds = [
      {
        type: 9,
        components: [{ type: 10, content: "a" }],
        accessory: { type: 11, media: { url: "https://example.com/a.png" } },
      },
      { type: 12, items: [{ media: { url: "https://example.com/a.png" } }] },
      {
        type: 17,
        components: [
          { type: 14 },
          { type: 1, components: [{ type: 2, style: 5, label: "a", url: "https://example.com" }] },
        ],
      },
      { type: 1, components: [{ type: 3, custom_id: "s", options: [{ label: "a", value: "a" }] }] },
    ];
    const embed = {
      title: "a",
      description: "b",
      color: 5,
      fields: [{ name: "a", value: "b" }],
      footer: { text: "a" },
    };
    await rest(standIn, "POST", many, {
      content: "a",
      embeds: [embed],
      message_reference: { message_id: asked },
    });
    await rest(standIn, "POST", many, { flags: 1 << 15, components: kinds });
    await rest(standIn, "POST", many, { content: "a".repeat(2001) });
    await rest(standIn, "POST", `${many}/${asked}/threads`, { name: "a" });
    await rest(standIn, "PATCH", thread, { name: "b", auto_archive_duration: 60 });
    await rest(standIn, "PUT", `${thread}/thread-members/@me`);
    await rest(standIn, "POST", `${thread}/typing`);
    for (const path of reads) await rest(standIn, "GET", path);
    await rest(standIn, "DELETE", `${thread}/thread-members/@me`);
    const statuses = (await standIn.seen.requests()).map((one) => one.status);
    expect(statuses.filter((status) => status !== null && status >= 400)).toEqual([400, 404]);
    expect(await standIn.seen.schemaFindings()).toEqual([]);
    await standIn.close();
  });
});

describe("an oracle without its document", () => {
  it("says that it is absent and judges nothing", () => {
    const absent = createOracle("/nowhere/openapi.json");
    absent.note("MESSAGE_CREATE", "MessageResponse", {});
    expect(absent).toMatchObject({ isPresent: false });
    expect(absent.findings()).toEqual([]);
    expect(absent.judged()).toBe(0);
  });
});
