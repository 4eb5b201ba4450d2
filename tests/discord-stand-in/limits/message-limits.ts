/**
 * What a message may be: turns a request's body into the message that would stand afterwards, or throws Discord's refusal.
 * Knows the rules of flags: ephemeral cannot change, Components V2 cannot be taken back and stands beside no old content.
 */
import { breach } from "../api-error.ts";
import { isObject, type Json, type JsonObject, objectsOf } from "../json.ts";
import { type Attachment, type Message, messageFlags } from "../model.ts";
import { numberComponents } from "../shapes/component-shapes.ts";
import type { Upload } from "../uploads.ts";
import { checkFlag, checkList, checkText, checkWhole } from "./checks.ts";
import { checkComponents } from "./component-limits.ts";
import { checkEmbeds } from "./embed-limits.ts";
import { FieldErrors } from "./field-errors.ts";
import { checkAllowedMentions } from "./mention-limits.ts";

export const maxContent = 2000;

/** The parts of a message that a request decides. */
export interface Draft {
  readonly content: string;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly allowedMentions: Json | undefined;
}

export interface Composing {
  readonly body: JsonObject;
  readonly uploads: readonly Upload[];
  /** The message that is edited; null for a new one. */
  readonly was: Message | null;
  /** Flags this request may set. */
  readonly settable: number;
  /** Where the message stands in the request: `["data"]` in a callback. */
  readonly base?: readonly string[];
  nextId(): string;
}

export function composeMessage(composing: Composing): Draft {
  const { body, was } = composing;
  const errors = new FieldErrors(composing.base);
  const flags = nextFlags(errors, composing);
  const v2 = (flags & messageFlags.componentsV2) !== 0;
  checkText(errors, ["content"], body.content, { max: maxContent });
  checkEmbeds(errors, body.embeds);
  checkAllowedMentions(errors, body.allowed_mentions);
  checkFlag(errors, ["tts"], body.tts);
  checkNonce(errors, body.nonce);
  const attachments = nextAttachments(errors, composing);
  const fileNames = new Set(attachments.map((one) => one.filename));
  checkComponents(errors, body.components, { v2, fileNames });
  const draft: Draft = {
    // Discord trims what is sent.
    content: (body.content === undefined ? (was?.content ?? "") : String(body.content ?? "")).trim(),
    embeds: body.embeds === undefined ? (was?.embeds ?? []) : objectsOf(body.embeds).map(storedEmbed),
    components:
      body.components === undefined ? (was?.components ?? []) : numberComponents(objectsOf(body.components)),
    attachments,
    flags,
    allowedMentions: body.allowed_mentions,
  };
  if (v2) checkOnlyComponents(errors, body, draft);
  errors.raise();
  if (isEmpty(draft, body)) throw breach("emptyMessage");
  return draft;
}

function nextFlags(errors: FieldErrors, { body, was, settable }: Composing): number {
  const old = was?.flags ?? 0;
  const asked = checkWhole(errors, ["flags"], body.flags, { max: 2 ** 31 - 1 });
  if (asked === null) return old & ~messageFlags.loading;
  const bad = asked & ~(settable | old);
  if (bad !== 0) errors.add(["flags"], "MESSAGE_FLAGS_INVALID", `Flags ${bad} cannot be set here.`);
  if ((old & messageFlags.componentsV2) !== 0 && (asked & messageFlags.componentsV2) === 0) {
    errors.add(
      ["flags"],
      "MESSAGE_COMPONENTS_V2_CANNOT_BE_REMOVED",
      "The flag IS_COMPONENTS_V2 cannot be removed.",
    );
  }
  return (old & ~(messageFlags.loading | settable)) | (asked & settable) | (old & messageFlags.componentsV2);
}

function checkOnlyComponents(errors: FieldErrors, body: JsonObject, draft: Draft): void {
  const legacy: Record<string, boolean> = {
    content: draft.content !== "",
    embeds: draft.embeds.length > 0,
    poll: body.poll !== undefined && body.poll !== null,
    sticker_ids: Array.isArray(body.sticker_ids) && body.sticker_ids.length > 0,
  };
  for (const [field, isUsed] of Object.entries(legacy)) {
    if (!isUsed) continue;
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    errors.add([field], "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message);
  }
}

function checkNonce(errors: FieldErrors, nonce: Json | undefined): void {
  if (typeof nonce === "number" && Number.isInteger(nonce)) return;
  checkText(errors, ["nonce"], nonce, { max: 25 });
}

/** Files kept by the `attachments` list (all, when there is none) and the new ones. */
function nextAttachments(
  errors: FieldErrors,
  { body, uploads, was, nextId }: Composing,
): readonly Attachment[] {
  const old = was?.attachments ?? [];
  const listed =
    body.attachments === undefined || body.attachments === null ? null : objectsOf(body.attachments);
  checkList(errors, ["attachments"], body.attachments, { max: 10 });
  const kept = listed === null ? old : old.filter((one) => listed.some((entry) => entry.id === one.id));
  const added = uploads.map((upload): Attachment => {
    const entry = listed?.find((one) => String(one.id) === upload.index);
    const filename = typeof entry?.filename === "string" ? entry.filename : upload.filename;
    const description = checkText(errors, ["attachments", "description"], entry?.description, { max: 1024 });
    return { id: nextId(), filename, description, contentType: upload.contentType, bytes: upload.bytes };
  });
  for (const [n, entry] of (listed ?? []).entries()) {
    const known =
      old.some((one) => one.id === entry.id) || uploads.some((one) => one.index === String(entry.id));
    if (!known) errors.add(["attachments", n, "id"], "ATTACHMENT_NOT_FOUND", "No such attachment or file.");
  }
  return [...kept, ...added];
}

function isEmpty(draft: Draft, body: JsonObject): boolean {
  const parts = [draft.embeds, draft.components, draft.attachments];
  return draft.content === "" && parts.every((part) => part.length === 0) && !isObject(body.poll);
}

function storedEmbed(embed: JsonObject): JsonObject {
  const fields = objectsOf(embed.fields).map((field) => ({ inline: false, ...field }));
  return { ...embed, type: "rich", fields: embed.fields === undefined ? undefined : fields };
}
