/** The shape of a route, and what all routes need: parameters, the channel of a call, the view of a message. */
import { refusal } from "../api-error.ts";
import type { Context } from "../context.ts";
import { intents } from "../gateway/intents.ts";
import type { Json, JsonObject } from "../json.ts";
import { objectOf } from "../json.ts";
import type { Channel, Message } from "../model.ts";
import type { PermissionName } from "../permissions.ts";
import { messageShape, withoutContent } from "../shapes/message-shapes.ts";
import type { Body } from "../uploads.ts";
import { mayDo } from "../world.ts";

export interface Call {
  readonly context: Context;
  /** Name of the route that was matched. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
}

export interface Reply {
  readonly status: number;
  /** Undefined answers without a body. */
  readonly json?: Json;
}

export interface Route {
  /** What faults and records call it, e.g. "message.create". */
  readonly name: string;
  readonly method: string;
  /** Path with `{parameters}`, as in Discord's own document. */
  readonly template: string;
  /** "token": the address carries an interaction's token and no bot token is needed. */
  readonly access: "bot" | "token";
  handle(call: Call): Reply;
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}

export function jsonOf(call: Call): JsonObject {
  return objectOf(call.body.json);
}

/** The channel of the call. Throws when there is none, the bot does not see it, or lacks a permission. */
export function channelFor(call: Call, needs: readonly PermissionName[] = []): Channel {
  const { world } = call.context;
  const channel = world.channels.get(param(call, "channel_id"));
  if (channel === undefined) throw refusal("unknownChannel");
  if (!mayDo(world, channel, world.bot.id, "ViewChannel")) throw refusal("missingAccess");
  for (const name of needs) requirePermission(call, channel, name);
  return channel;
}

export function requirePermission(call: Call, channel: Channel, name: PermissionName): void {
  const { world } = call.context;
  if (!mayDo(world, channel, world.bot.id, name)) throw refusal("missingPermissions");
}

/** A message of the channel that a bot can reach by its id: ephemeral ones it cannot. */
export function messageFor(call: Call, channel: Channel): Message {
  const message = call.context.world.messages.get(param(call, "message_id"));
  const isThere = message !== undefined && !message.deleted && message.onlyFor === null;
  if (!isThere || message.channelId !== channel.id) throw refusal("unknownMessage");
  return message;
}

/** A message as an answer shows it: without others' text where the intent for it is missing. */
export function messageReply(call: Call, message: Message): JsonObject {
  const { context } = call;
  const shape = messageShape({ world: context.world, origin: context.origin() }, message);
  const reads = (context.settings.allowedPrivilegedIntents & intents.messageContent) !== 0;
  return reads ? shape : withoutContent(context.world, message, shape);
}
