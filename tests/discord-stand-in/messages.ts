/** Messages come, change and go here: stored in the world, told to the gateway, and looked at for whom they notify. */
import type { Context } from "./context.ts";
import { intents } from "./gateway/intents.ts";
import type { JsonObject } from "./json.ts";
import type { Draft } from "./limits/message-limits.ts";
import { type Channel, type Message, messageFlags } from "./model.ts";
import { holdsAllBack, isSomebody, notifyingTexts, whoIsNotified } from "./pings.ts";
import { messageShape, withoutContent } from "./shapes/message-shapes.ts";
import { memberShape } from "./shapes/user-shapes.ts";
import { addMessage, guildOf, mayDo } from "./world.ts";

export interface NewMessage {
  readonly channel: Channel;
  readonly authorId: string;
  readonly draft: Draft;
  /** The route that made it; for the record of who was notified. */
  readonly route: string;
  readonly type?: number;
  readonly nonce?: string | number | null;
  readonly replyTo?: string | null;
  readonly webhookId?: string | null;
  readonly interaction?: JsonObject | null;
  readonly onlyFor?: string | null;
  /** Whom a person's message mentions; for the bot's own it follows from the draft. */
  readonly mentionIds?: readonly string[];
  readonly mentionsEveryone?: boolean;
  /** A thread that starts from a message has that message's id; other ids are made. */
  readonly id?: string;
}

export function createMessage(context: Context, fresh: NewMessage): Message {
  const { world } = context;
  const { draft, channel } = fresh;
  const message: Message = {
    id: fresh.id ?? world.ids.next(),
    channelId: channel.id,
    authorId: fresh.authorId,
    type: fresh.type ?? (fresh.replyTo == null ? 0 : 19),
    createdAt: Date.now(),
    nonce: fresh.nonce ?? null,
    replyTo: fresh.replyTo ?? null,
    webhookId: fresh.webhookId ?? null,
    interaction: fresh.interaction ?? null,
    onlyFor: fresh.onlyFor ?? null,
    content: draft.content,
    embeds: draft.embeds,
    components: draft.components,
    attachments: draft.attachments,
    flags: draft.flags,
    editedAt: null,
    mentionIds: fresh.mentionIds ?? [],
    mentionRoleIds: [],
    mentionsEveryone: fresh.mentionsEveryone ?? false,
    threadId: null,
    deleted: false,
  };
  addMessage(world, message);
  channel.lastMessageId = message.id;
  if (channel.thread !== null) channel.thread.messageCount += 1;
  noteGuard(context, message, draft, fresh.route);
  notify(context, message, draft, fresh.route);
  tellAbout(context, message, "MESSAGE_CREATE");
  return message;
}

/** Replaces what a draft decides. The first edit of a deferral notifies, later ones do not. */
export function editMessage(context: Context, message: Message, draft: Draft, route: string): void {
  const wasLoading = (message.flags & messageFlags.loading) !== 0;
  message.content = draft.content;
  message.embeds = draft.embeds;
  message.components = draft.components;
  message.attachments = draft.attachments;
  message.flags = draft.flags;
  message.editedAt = Date.now();
  noteGuard(context, message, draft, route);
  if (wasLoading) notify(context, message, draft, route);
  tellAbout(context, message, "MESSAGE_UPDATE");
}

export function deleteMessage(context: Context, message: Message): void {
  const channel = context.world.channels.get(message.channelId);
  message.deleted = true;
  context.bell.ring();
  if (channel === undefined || !isTold(context, message, channel)) return;
  context.gateway.spread({
    event: "MESSAGE_DELETE",
    data: { id: message.id, channel_id: channel.id, guild_id: channel.guildId ?? undefined },
    intent: channel.guildId === null ? intents.directMessages : intents.guildMessages,
    guildId: channel.guildId,
  });
}

/** Takes away several messages of one channel at once, as moderators do. */
export function deleteMessages(context: Context, messages: readonly Message[]): void {
  const channel = context.world.channels.get(messages[0]?.channelId ?? "");
  for (const message of messages) message.deleted = true;
  context.bell.ring();
  if (channel === undefined) return;
  context.gateway.spread({
    event: "MESSAGE_DELETE_BULK",
    data: {
      ids: messages.map(({ id }) => id),
      channel_id: channel.id,
      guild_id: channel.guildId ?? undefined,
    },
    intent: channel.guildId === null ? intents.directMessages : intents.guildMessages,
    guildId: channel.guildId,
  });
}

/** Keeps a record of the bot's messages that leave it to Discord whom to notify. */
function noteGuard({ world, ledger }: Context, message: Message, draft: Draft, route: string): void {
  const isLoading = (draft.flags & messageFlags.loading) !== 0;
  if (message.authorId !== world.bot.id || isLoading || holdsAllBack(draft.allowedMentions)) return;
  ledger.unguarded.push({ route, messageId: message.id });
}

/** Reads whom a message of the bot notifies, and keeps a record of it. */
function notify(context: Context, message: Message, draft: Draft, route: string): void {
  const { world, ledger } = context;
  if (message.authorId !== world.bot.id || (message.flags & messageFlags.loading) !== 0) return;
  const target = message.replyTo === null ? undefined : world.messages.get(message.replyTo);
  const texts = notifyingTexts(message.content, message.components);
  const repliedTo = message.webhookId === null ? (target?.authorId ?? null) : null;
  const notified = whoIsNotified(world, texts, draft.allowedMentions, repliedTo);
  message.mentionIds = notified.users;
  message.mentionRoleIds = notified.roles;
  message.mentionsEveryone = notified.everyone;
  if (!isSomebody(notified)) return;
  ledger.pings.push({ ...notified, messageId: message.id, route, text: texts.join("\n").slice(0, 500) });
}

/** Tells the gateway of a message, once with and once without what MESSAGE_CONTENT shows. */
export function tellAbout(
  context: Context,
  message: Message,
  event: "MESSAGE_CREATE" | "MESSAGE_UPDATE",
): void {
  const { world, gateway, oracle } = context;
  const channel = world.channels.get(message.channelId);
  context.bell.ring();
  if (channel === undefined || !isTold(context, message, channel)) return;
  const guild = guildOf(world, channel);
  const shape = messageShape({ world, origin: context.origin() }, message);
  oracle.note(event, "MessageResponse", shape);
  const around: JsonObject =
    guild === null
      ? { channel_type: 1 }
      : { guild_id: guild.id, channel_type: channel.type, ...memberOf(context, message, channel) };
  gateway.spread({
    event,
    data: { ...shape, ...around },
    plain: { ...withoutContent(world, message, shape), ...around },
    intent: guild === null ? intents.directMessages : intents.guildMessages,
    guildId: channel.guildId,
  });
}

function memberOf(context: Context, message: Message, channel: Channel): JsonObject {
  const guild = guildOf(context.world, channel);
  if (guild === null || !guild.members.has(message.authorId) || message.webhookId !== null) return {};
  return { member: memberShape(guild, message.authorId) };
}

/** Ephemeral messages, foreign guilds and channels the bot cannot see are not told. */
function isTold(context: Context, message: Message, channel: Channel): boolean {
  return message.onlyFor === null && mayDo(context.world, channel, context.world.bot.id, "ViewChannel");
}
