/** Messages in channels: list, read, send, edit, delete; and the typing sign. */
import { ApiError, refusal } from "../api-error.ts";
import { isObject, type JsonObject } from "../json.ts";
import { FieldErrors } from "../limits/field-errors.ts";
import { composeMessage, type Draft } from "../limits/message-limits.ts";
import { createMessage, deleteMessage, editMessage } from "../messages.ts";
import { type Channel, type Message, messageFlags } from "../model.ts";
import { sendingPermission } from "../permissions.ts";
import { mayDo, messagesIn } from "../world.ts";
import {
  type Call,
  channelFor,
  jsonOf,
  messageFor,
  messageReply,
  type Reply,
  type Route,
  requirePermission,
} from "./route.ts";
import { reopenThread } from "./thread-routes.ts";

const many = "/channels/{channel_id}/messages";
const one = `${many}/{message_id}`;

export const messageRoutes: readonly Route[] = [
  { name: "messages.list", method: "GET", template: many, access: "bot", handle: list },
  { name: "message.create", method: "POST", template: many, access: "bot", handle: create },
  { name: "message.get", method: "GET", template: one, access: "bot", handle: read },
  { name: "message.edit", method: "PATCH", template: one, access: "bot", handle: edit },
  { name: "message.delete", method: "DELETE", template: one, access: "bot", handle: remove },
  {
    name: "typing",
    method: "POST",
    template: "/channels/{channel_id}/typing",
    access: "bot",
    handle: typing,
  },
];

/** How long a nonce is remembered. */
const nonceMs = 300_000;

function list(call: Call): Reply {
  const channel = channelFor(call);
  const { world } = call.context;
  // Without the right to read history Discord answers with an empty list.
  if (!mayDo(world, channel, world.bot.id, "ReadMessageHistory")) return { status: 200, json: [] };
  const limit = Math.min(100, Math.max(1, Number(call.query.get("limit") ?? 50)));
  const before = call.query.get("before");
  const after = call.query.get("after");
  const inside = messagesIn(world, channel.id)
    .filter((message) => message.onlyFor === null)
    .filter((message) => before === null || BigInt(message.id) < BigInt(before))
    .filter((message) => after === null || BigInt(message.id) > BigInt(after))
    .slice(-limit)
    .reverse();
  return { status: 200, json: inside.map((message) => messageReply(call, message)) };
}

function read(call: Call): Reply {
  const channel = channelFor(call, ["ReadMessageHistory"]);
  return { status: 200, json: messageReply(call, messageFor(call, channel)) };
}

function create(call: Call): Reply {
  const channel = channelFor(call);
  const { world } = call.context;
  requirePermission(call, channel, sendingPermission(channel));
  if (channel.recipientId !== null && world.users.get(channel.recipientId)?.acceptsDirectMessages === false) {
    throw refusal("noDirectMessages");
  }
  const body = jsonOf(call);
  const earlier = body.enforce_nonce === true ? sameNonce(call, body.nonce) : null;
  if (earlier !== null) return { status: 200, json: messageReply(call, earlier) };
  const settable =
    messageFlags.suppressEmbeds | messageFlags.suppressNotifications | messageFlags.componentsV2;
  const draft = composeMessage({
    body,
    uploads: call.body.uploads,
    was: null,
    settable,
    nextId: () => world.ids.next(),
  });
  requireParts(call, channel, draft);
  const replyTo = replyTarget(call, channel, body);
  reopenThread(call.context, channel);
  const nonce = typeof body.nonce === "string" || typeof body.nonce === "number" ? body.nonce : null;
  const message = createMessage(call.context, {
    channel,
    authorId: world.bot.id,
    draft,
    route: call.route,
    nonce,
    replyTo,
  });
  return { status: 200, json: messageReply(call, message) };
}

function requireParts(call: Call, channel: Channel, draft: Draft): void {
  if (draft.embeds.length > 0) requirePermission(call, channel, "EmbedLinks");
  if (draft.attachments.length > 0) requirePermission(call, channel, "AttachFiles");
}

function sameNonce(call: Call, nonce: unknown): Message | null {
  const { world } = call.context;
  if (typeof nonce !== "string" && typeof nonce !== "number") return null;
  for (const message of world.messages.values()) {
    const isFresh = Date.now() - message.createdAt < nonceMs;
    if (isFresh && message.authorId === world.bot.id && String(message.nonce) === String(nonce))
      return message;
  }
  return null;
}

/** The message replied to; null for no reply, and for a lost one where the bot said that it does not mind. */
function replyTarget(call: Call, channel: Channel, body: JsonObject): string | null {
  const reference = body.message_reference;
  if (!isObject(reference)) return null;
  const { world } = call.context;
  if (!mayDo(world, channel, world.bot.id, "ReadMessageHistory")) throw refusal("needsHistory");
  const target = world.messages.get(String(reference.message_id));
  const isThere = target !== undefined && !target.deleted && target.channelId === channel.id;
  if (isThere && target.onlyFor === null) return target.id;
  if (reference.fail_if_not_exists === false) return null;
  const errors = new FieldErrors();
  errors.add(["message_reference"], "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
  throw new ApiError(400, 50035, "Invalid Form Body", { errors: errors.toJson() });
}

function edit(call: Call): Reply {
  const channel = channelFor(call);
  const message = messageFor(call, channel);
  const { world } = call.context;
  if (message.authorId !== world.bot.id) throw refusal("notOwnMessage");
  if (channel.thread?.archived === true) throw refusal("archivedThread");
  const settable = messageFlags.suppressEmbeds | messageFlags.componentsV2;
  const nextId = () => world.ids.next();
  const draft = composeMessage({
    body: jsonOf(call),
    uploads: call.body.uploads,
    was: message,
    settable,
    nextId,
  });
  requireParts(call, channel, draft);
  editMessage(call.context, message, draft, call.route);
  return { status: 200, json: messageReply(call, message) };
}

function remove(call: Call): Reply {
  const channel = channelFor(call);
  const message = messageFor(call, channel);
  if (message.authorId !== call.context.world.bot.id) requirePermission(call, channel, "ManageMessages");
  deleteMessage(call.context, message);
  return { status: 204 };
}

function typing(call: Call): Reply {
  const channel = channelFor(call);
  requirePermission(call, channel, sendingPermission(channel));
  call.context.ledger.typings.push({ channelId: channel.id, at: performance.now() });
  return { status: 204 };
}
