/** Messages that Discord refuses, each with the fields that are wrong; and short makers of their parts. */
import { furniture } from "./furnished-world.ts";
import type { JsonObject } from "./json.ts";

export const v2 = 1 << 15;
export const a = (n: number): string => "a".repeat(n);
export const text = (content: string): JsonObject => ({ type: 10, content });
export const button = (id: string, more: JsonObject = {}): JsonObject => ({
  type: 2,
  style: 2,
  custom_id: id,
  label: "b",
  ...more,
});
export const row = (...components: JsonObject[]): JsonObject => ({ type: 1, components });
export const cards = (...components: JsonObject[]): JsonObject => ({ flags: v2, components });
const select = (more: JsonObject): JsonObject =>
  row({ type: 3, custom_id: "s", options: [{ label: "a", value: "a" }], ...more });
export const many = (n: number): readonly JsonObject[] =>
  Array.from({ length: n }, (_, i) => button(String(i)));

/** Name, body, and the fields that are wrong with their codes. */
export const refusedMessages: readonly (readonly [string, JsonObject, Readonly<Record<string, string>>])[] = [
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
