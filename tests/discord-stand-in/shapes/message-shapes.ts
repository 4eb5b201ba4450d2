/** Messages, as Discord writes them; with or without what only the MESSAGE_CONTENT intent shows. */
import type { JsonObject } from "../json.ts";
import type { Attachment, Message } from "../model.ts";
import type { World } from "../world.ts";
import { componentShapes } from "./component-shapes.ts";
import { channelShape } from "./guild-shapes.ts";
import { userShape } from "./user-shapes.ts";

export interface MessageView {
  readonly world: World;
  /** Base of the server's addresses, for attachments. */
  readonly origin: string;
}

/** The whole message. `depth` 1 adds the message replied to. */
export function messageShape(view: MessageView, message: Message, depth = 1): JsonObject {
  const { world } = view;
  const author = world.users.get(message.authorId);
  const thread = message.threadId === null ? undefined : world.channels.get(message.threadId);
  const shape: JsonObject = {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    content: message.content,
    embeds: message.embeds,
    components: componentShapes(message.components, (name) => {
      const file = message.attachments.find((one) => one.filename === name);
      if (file === undefined) return null;
      return { id: file.id, url: attachmentUrl(view, message, file), size: file.bytes.byteLength };
    }),
    attachments: message.attachments.map((one) => attachmentShape(view, message, one)),
    author:
      author === undefined
        ? {
            id: message.authorId,
            username: "webhook",
            discriminator: "0000",
            avatar: null,
            bot: true,
            public_flags: 0,
            flags: 0,
            global_name: null,
            primary_guild: null,
          }
        : userShape(author),
    mentions: message.mentionIds.flatMap((id) => {
      const user = world.users.get(id);
      return user === undefined ? [] : [userShape(user)];
    }),
    mention_roles: message.mentionRoleIds,
    mention_everyone: message.mentionsEveryone,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    flags: message.flags,
    pinned: false,
    tts: false,
    nonce: message.nonce ?? undefined,
    webhook_id: message.webhookId ?? undefined,
    application_id: message.interaction === null ? undefined : world.applicationId,
    interaction_metadata: message.interaction ?? undefined,
    thread: thread === undefined ? undefined : channelShape(world, thread),
  };
  return { ...shape, ...replyShape(view, message, depth) };
}

function replyShape(view: MessageView, message: Message, depth: number): JsonObject {
  if (message.replyTo === null) return {};
  const target = view.world.messages.get(message.replyTo);
  const channel = view.world.channels.get(message.channelId);
  const reference: JsonObject = {
    type: 0,
    channel_id: message.channelId,
    message_id: message.replyTo,
    guild_id: channel?.guildId ?? undefined,
  };
  if (depth === 0) return { message_reference: reference };
  const gone = target === undefined || target.deleted;
  return { message_reference: reference, referenced_message: gone ? null : messageShape(view, target, 0) };
}

function attachmentUrl({ origin }: MessageView, message: Message, attachment: Attachment): string {
  const name = encodeURIComponent(attachment.filename);
  return `${origin}/attachments/${message.channelId}/${attachment.id}/${name}`;
}

export function attachmentShape(view: MessageView, message: Message, attachment: Attachment): JsonObject {
  const url = attachmentUrl(view, message, attachment);
  return {
    id: attachment.id,
    filename: attachment.filename,
    description: attachment.description ?? undefined,
    content_type: attachment.contentType,
    size: attachment.bytes.byteLength,
    url,
    proxy_url: url,
    ephemeral: message.onlyFor === null ? undefined : true,
  };
}

/** The message as an app without the MESSAGE_CONTENT intent gets it: text, embeds, files and buttons of others are gone. */
export function withoutContent(world: World, message: Message, shape: JsonObject): JsonObject {
  const referenced = message.replyTo === null ? undefined : world.messages.get(message.replyTo);
  const reply = shape.referenced_message;
  const hidesReply =
    referenced !== undefined && typeof reply === "object" && reply !== null && !isReadable(world, referenced);
  const emptied = { content: "", embeds: [], components: [], attachments: [] };
  return {
    ...shape,
    ...(isReadable(world, message) ? {} : emptied),
    ...(hidesReply ? { referenced_message: { ...reply, ...emptied } } : {}),
  };
}

/** Text reaches the bot when it wrote it, in direct messages, and when it is mentioned (a pinging reply mentions). */
function isReadable(world: World, message: Message): boolean {
  if (message.authorId === world.bot.id) return true;
  if (world.channels.get(message.channelId)?.recipientId != null) return true;
  return message.mentionIds.includes(world.bot.id);
}
