/** Everything that exists, and how to find it by id or name. Holds no rules: who may do what is asked elsewhere. */
import type { Channel, Command, Guild, Message, User } from "./model.ts";
import { channelPermissions, holds, type PermissionName } from "./permissions.ts";
import { createSnowflakeSource, type SnowflakeSource } from "./snowflake.ts";

export interface World {
  readonly applicationId: string;
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  /** Messages by channel, oldest first. */
  readonly logs: Map<string, Message[]>;
  readonly commands: Map<string, Command>;
  readonly ids: SnowflakeSource;
}

export function createWorld(applicationId: string, bot: User, ids = createSnowflakeSource()): World {
  return {
    applicationId,
    bot,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    logs: new Map(),
    commands: new Map(),
    ids,
  };
}

/** The guild a channel is in; null for direct messages. */
export function guildOf(world: World, channel: Channel): Guild | null {
  return channel.guildId === null ? null : (world.guilds.get(channel.guildId) ?? null);
}

/** The channel whose overwrites count for this one. */
export function homeOf(world: World, channel: Channel): Channel {
  return (channel.parentId === null ? undefined : world.channels.get(channel.parentId)) ?? channel;
}

export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  return channelPermissions(guildOf(world, channel), homeOf(world, channel), userId);
}

export function mayDo(world: World, channel: Channel, userId: string, name: PermissionName): boolean {
  return holds(permissionsIn(world, channel, userId), name);
}

/** A direct-message channel between the bot and a person, opened when there is none yet. */
export function directChannel(world: World, userId: string): Channel {
  for (const channel of world.channels.values()) if (channel.recipientId === userId) return channel;
  const channel: Channel = {
    id: world.ids.next(),
    type: 1,
    name: "",
    guildId: null,
    parentId: null,
    overwrites: [],
    recipientId: userId,
    thread: null,
    position: 0,
    lastMessageId: null,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Messages of a channel, oldest first, deleted ones left out. */
export function messagesIn(world: World, channelId: string): readonly Message[] {
  return (world.logs.get(channelId) ?? []).filter((one) => !one.deleted);
}

export function addMessage(world: World, message: Message): void {
  world.messages.set(message.id, message);
  const log = world.logs.get(message.channelId);
  if (log === undefined) world.logs.set(message.channelId, [message]);
  else log.push(message);
}

/** A user by id or name. */
export function findUser(world: World, nameOrId: string): User | null {
  const byId = world.users.get(nameOrId);
  if (byId !== undefined) return byId;
  return [...world.users.values()].find((user) => user.username === nameOrId) ?? null;
}

/** A guild's channel or thread by id or name. */
export function findChannel(world: World, nameOrId: string): Channel | null {
  const byId = world.channels.get(nameOrId);
  if (byId !== undefined) return byId;
  return [...world.channels.values()].find((one) => one.name === nameOrId) ?? null;
}
