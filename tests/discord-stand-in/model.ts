/** The things of the stand-in's world. Ids are snowflakes; times are milliseconds since 1970; permissions are bit sets. */
import type { JsonObject } from "./json.ts";

export interface User {
  readonly id: string;
  readonly username: string;
  readonly bot: boolean;
  /** Added the app to the own account, so that it works in guilds the bot is not in. */
  readonly hasInstalledApp: boolean;
  /** Takes direct messages from the bot. */
  acceptsDirectMessages: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly hasBot: boolean;
  /** The first role is @everyone and has the guild's id. */
  readonly roles: readonly Role[];
  /** Role ids (without @everyone) of each member, by user id. */
  readonly members: Map<string, readonly string[]>;
}

export interface Overwrite {
  readonly id: string;
  readonly kind: "role" | "member";
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface ThreadState {
  readonly ownerId: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  messageCount: number;
  readonly memberIds: Set<string>;
}

/** 0: text, 1: direct messages, 11: public thread, 12: private thread. */
export type ChannelType = 0 | 1 | 11 | 12;

export interface Channel {
  readonly id: string;
  readonly type: ChannelType;
  name: string;
  readonly guildId: string | null;
  readonly parentId: string | null;
  readonly overwrites: Overwrite[];
  /** The person on the other side of a DM. */
  readonly recipientId: string | null;
  readonly thread: ThreadState | null;
  readonly position: number;
  lastMessageId: string | null;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description: string | null;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  /** 0: default, 19: reply, 20: slash answer, 23: menu answer; others are system messages. */
  readonly type: number;
  readonly createdAt: number;
  readonly nonce: string | number | null;
  readonly replyTo: string | null;
  readonly webhookId: string | null;
  /** Metadata of the interaction that made it. */
  readonly interaction: JsonObject | null;
  /** The only reader of an ephemeral message. */
  readonly onlyFor: string | null;
  content: string;
  embeds: readonly JsonObject[];
  components: readonly JsonObject[];
  attachments: readonly Attachment[];
  flags: number;
  editedAt: number | null;
  mentionIds: readonly string[];
  mentionRoleIds: readonly string[];
  mentionsEveryone: boolean;
  threadId: string | null;
  deleted: boolean;
}

export interface Command {
  readonly id: string;
  readonly version: string;
  readonly guildId: string | null;
  /** 1: slash, 2: user menu, 3: message menu. */
  readonly type: number;
  readonly name: string;
  /** As Discord stores it: defaults filled in, without id and version. */
  readonly definition: JsonObject;
}

export const messageFlags = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;
