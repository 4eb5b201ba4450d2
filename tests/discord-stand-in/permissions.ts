/** Who may do what where: roles first, then the channel's overwrites, as Discord combines them. */
import type { Channel, Guild } from "./model.ts";

export const permissionBits = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  SendMessagesInThreads: 1n << 38n,
} as const;

export type PermissionName = keyof typeof permissionBits;

const everything = (1n << 53n) - 1n;

/** What both sides of a direct message may do. */
const directMessages = bitsOf([
  "ViewChannel",
  "SendMessages",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
  "UseApplicationCommands",
]);

export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | permissionBits[name], 0n);
}

/** Permissions of a member in the whole guild; 0 for somebody who is no member. */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const own = guild.members.get(userId);
  if (own === undefined) return 0n;
  if (guild.ownerId === userId) return everything;
  const bits = guild.roles
    .filter((role) => role.id === guild.id || own.includes(role.id))
    .reduce((sum, role) => sum | role.permissions, 0n);
  return (bits & permissionBits.Administrator) === 0n ? bits : everything;
}

/** Permissions in a channel. `home` is the channel whose overwrites count: a thread's parent, else the channel itself. */
export function channelPermissions(guild: Guild | null, home: Channel, userId: string): bigint {
  if (guild === null) return directMessages;
  const base = guildPermissions(guild, userId);
  if (base === everything || base === 0n) return base;
  const own = guild.members.get(userId) ?? [];
  const of = (kind: "role" | "member", ids: readonly string[]) =>
    home.overwrites.filter((one) => one.kind === kind && ids.includes(one.id));
  let bits = base;
  for (const group of [of("role", [guild.id]), of("role", own), of("member", [userId])]) {
    for (const one of group) bits &= ~one.deny;
    for (const one of group) bits |= one.allow;
  }
  return (bits & permissionBits.ViewChannel) !== 0n ? bits : 0n;
}

export function holds(bits: bigint, name: PermissionName): boolean {
  return (bits & permissionBits[name]) !== 0n;
}

/** The permission that sending in this kind of channel asks for. */
export function sendingPermission(channel: Channel): PermissionName {
  return channel.thread === null ? "SendMessages" : "SendMessagesInThreads";
}
