/** Threads and channels: start one from a message or without, read, rename, archive, leave, delete. */
import { refusal } from "../api-error.ts";
import type { Context } from "../context.ts";
import { intents } from "../gateway/intents.ts";
import type { JsonObject } from "../json.ts";
import { checkChoice, checkFlag, checkText } from "../limits/checks.ts";
import { FieldErrors } from "../limits/field-errors.ts";
import { type Channel, type ChannelType, messageFlags, type ThreadState } from "../model.ts";
import { channelShape } from "../shapes/guild-shapes.ts";
import { mayDo } from "../world.ts";
import {
  type Call,
  channelFor,
  jsonOf,
  messageFor,
  type Reply,
  type Route,
  requirePermission,
} from "./route.ts";

const channel = "/channels/{channel_id}";

export const threadRoutes: readonly Route[] = [
  { name: "channel.get", method: "GET", template: channel, access: "bot", handle: read },
  { name: "channel.edit", method: "PATCH", template: channel, access: "bot", handle: edit },
  { name: "channel.delete", method: "DELETE", template: channel, access: "bot", handle: remove },
  {
    name: "thread.start",
    method: "POST",
    template: `${channel}/messages/{message_id}/threads`,
    access: "bot",
    handle: startFromMessage,
  },
  {
    name: "thread.create",
    method: "POST",
    template: `${channel}/threads`,
    access: "bot",
    handle: startAlone,
  },
  {
    name: "thread.join",
    method: "PUT",
    template: `${channel}/thread-members/@me`,
    access: "bot",
    handle: join,
  },
  {
    name: "thread.leave",
    method: "DELETE",
    template: `${channel}/thread-members/@me`,
    access: "bot",
    handle: leave,
  },
];

const archiveMinutes = [60, 1440, 4320, 10_080];

function read(call: Call): Reply {
  return { status: 200, json: channelShape(call.context.world, channelFor(call)) };
}

function checkThread(
  body: JsonObject,
  nameRequired: boolean,
): { name: string | null; minutes: number | null } {
  const errors = new FieldErrors();
  const name = checkText(errors, ["name"], body.name, { min: 1, max: 100, required: nameRequired });
  checkChoice(errors, ["auto_archive_duration"], body.auto_archive_duration, archiveMinutes);
  checkFlag(errors, ["archived"], body.archived);
  checkFlag(errors, ["locked"], body.locked);
  errors.raise();
  const minutes = typeof body.auto_archive_duration === "number" ? body.auto_archive_duration : null;
  return { name, minutes };
}

function startFromMessage(call: Call): Reply {
  const parent = channelFor(call);
  const { name, minutes } = checkThread(jsonOf(call), true);
  if (parent.type !== 0) throw refusal("wrongChannelType");
  const message = messageFor(call, parent);
  requirePermission(call, parent, "CreatePublicThreads");
  if (message.threadId !== null) throw refusal("threadExists");
  const thread = startThread(call.context, parent, { id: message.id, type: 11, name: name ?? "", minutes });
  message.threadId = thread.id;
  message.flags |= messageFlags.hasThread;
  return { status: 201, json: channelShape(call.context.world, thread) };
}

function startAlone(call: Call): Reply {
  const parent = channelFor(call);
  const { name, minutes } = checkThread(jsonOf(call), true);
  if (parent.type !== 0) throw refusal("wrongChannelType");
  const type = jsonOf(call).type === 11 ? 11 : 12;
  requirePermission(call, parent, type === 11 ? "CreatePublicThreads" : "CreatePrivateThreads");
  const id = call.context.world.ids.next();
  const thread = startThread(call.context, parent, { id, type, name: name ?? "", minutes });
  return { status: 201, json: channelShape(call.context.world, thread) };
}

interface NewThread {
  readonly id: string;
  readonly type: ChannelType;
  readonly name: string;
  readonly minutes: number | null;
}

function startThread(context: Context, parent: Channel, fresh: NewThread): Channel {
  const { world, settings, gateway } = context;
  const active = [...world.channels.values()].filter(
    (one) => one.guildId === parent.guildId && one.thread?.archived === false,
  );
  if (active.length >= settings.maxActiveThreads) throw refusal("tooManyThreads");
  const thread: Channel = {
    id: fresh.id,
    type: fresh.type,
    name: fresh.name,
    guildId: parent.guildId,
    parentId: parent.id,
    overwrites: [],
    recipientId: null,
    thread: {
      ownerId: world.bot.id,
      archived: false,
      locked: false,
      autoArchiveMinutes: fresh.minutes ?? 4320,
      messageCount: 0,
      memberIds: new Set([world.bot.id]),
    },
    position: 0,
    lastMessageId: null,
  };
  world.channels.set(thread.id, thread);
  const data = { ...channelShape(world, thread), newly_created: true };
  gateway.spread({ event: "THREAD_CREATE", data, intent: intents.guilds, guildId: parent.guildId });
  return thread;
}

/** A message in an archived thread opens it again, unless it is locked. */
export function reopenThread(context: Context, one: Channel): void {
  const state = one.thread;
  if (state === null || !state.archived) return;
  const mayUnlock = mayDo(context.world, one, context.world.bot.id, "ManageThreads");
  if (state.locked && !mayUnlock) throw refusal("archivedThread");
  state.archived = false;
  tellUpdate(context, one);
}

export function tellUpdate(context: Context, one: Channel): void {
  const data = channelShape(context.world, one);
  const event = one.thread === null ? "CHANNEL_UPDATE" : "THREAD_UPDATE";
  context.gateway.spread({ event, data, intent: intents.guilds, guildId: one.guildId });
}

function threadFor(call: Call): { one: Channel; state: ThreadState } {
  const one = channelFor(call);
  if (one.thread === null) throw refusal("wrongChannelType");
  return { one, state: one.thread };
}

function edit(call: Call): Reply {
  const { one, state } = threadFor(call);
  const body = jsonOf(call);
  const { name, minutes } = checkThread(body, false);
  if (state.ownerId !== call.context.world.bot.id || state.locked || typeof body.locked === "boolean") {
    requirePermission(call, one, "ManageThreads");
  }
  if (state.archived && body.archived !== false) throw refusal("archivedThread");
  one.name = name ?? one.name;
  state.autoArchiveMinutes = minutes ?? state.autoArchiveMinutes;
  if (typeof body.archived === "boolean") state.archived = body.archived;
  if (typeof body.locked === "boolean") state.locked = body.locked;
  tellUpdate(call.context, one);
  return { status: 200, json: channelShape(call.context.world, one) };
}

function remove(call: Call): Reply {
  const one = channelFor(call);
  if (one.guildId !== null)
    requirePermission(call, one, one.thread === null ? "ManageChannels" : "ManageThreads");
  const shape = channelShape(call.context.world, one);
  removeChannel(call.context, one);
  return { status: 200, json: shape };
}

/** The channel and all messages in it are gone. */
export function removeChannel(context: Context, one: Channel): void {
  const { world, gateway } = context;
  // Threads go with their channel, without a word.
  const inside = [...world.channels.values()].filter((channel) => channel.parentId === one.id);
  for (const channel of [one, ...inside]) {
    world.channels.delete(channel.id);
    for (const message of world.logs.get(channel.id) ?? []) message.deleted = true;
  }
  const data: JsonObject = { id: one.id, guild_id: one.guildId, parent_id: one.parentId, type: one.type };
  const event = one.thread === null ? "CHANNEL_DELETE" : "THREAD_DELETE";
  gateway.spread({ event, data, intent: intents.guilds, guildId: one.guildId });
}

function join(call: Call): Reply {
  const { state } = threadFor(call);
  if (state.archived) throw refusal("archivedThread");
  state.memberIds.add(call.context.world.bot.id);
  return { status: 204 };
}

function leave(call: Call): Reply {
  threadFor(call).state.memberIds.delete(call.context.world.bot.id);
  return { status: 204 };
}
