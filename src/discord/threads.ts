/** Where the answer to a message goes: a thread of its own where that is allowed, else the channel itself. */
import { type Client, type Message, PermissionFlagsBits, type REST, Routes } from "discord.js";
import { LIMITS } from "../render/discord/components.ts";
import { fitVisibleLine } from "../render/visible.ts";
import { CODES, discordCode, isPassing } from "./discord-faults.ts";
import type { PostPlace } from "./message-reply.ts";

/** Minutes until a silent thread folds itself away: a day. */
const ARCHIVE_AFTER_MINUTES = 1440;
/** A thread is worth trying for again, but an answer beside the question is good too. */
const ATTEMPTS = 2;

/** The place for an answer in the channel of the message; null where the bot may not write. */
export function placeBeside(message: Message, client: Client): PostPlace | null {
  const { channel } = message;
  if (channel.isDMBased()) return { channelId: channel.id, replyTo: message.id };
  const me = message.guild?.members.me ?? null;
  const allowed = me === null ? null : channel.permissionsFor(me);
  if (allowed === null || client.user === null) return null;
  const writing = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  if (!allowed.has(PermissionFlagsBits.ViewChannel) || !allowed.has(writing)) return null;
  const canReply = allowed.has(PermissionFlagsBits.ReadMessageHistory);
  return { channelId: channel.id, replyTo: canReply ? message.id : null };
}

export interface OpenedThread {
  readonly place: PostPlace;
  /** Whether the bot opened it, and named it after the question. */
  readonly isOwn: boolean;
}

/** A thread that starts from the message, named after the question; null where none can be had. */
export async function openThread(
  rest: REST,
  message: Message,
  question: string,
): Promise<OpenedThread | null> {
  const { channel } = message;
  if (channel.isDMBased() || channel.isThread() || !mayOpenThread(message)) return null;
  // A thread has the id of the message it starts from.
  const place = { channelId: message.id, replyTo: null };
  if (message.hasThread) return { place, isOwn: false };
  const body = { name: threadName(question), auto_archive_duration: ARCHIVE_AFTER_MINUTES };
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rest.post(Routes.threads(channel.id, message.id), { body });
      return { place, isOwn: true };
    } catch (error) {
      // Another process, or an attempt whose answer was lost, has opened it.
      if (discordCode(error) === CODES.threadExists) return { place, isOwn: true };
      if (!isPassing(error) || attempt >= ATTEMPTS) return null;
    }
  }
}

/** The question as far as a thread's name can hold it. */
export function threadName(question: string): string {
  return fitVisibleLine(question, LIMITS.threadName) || "?";
}

function mayOpenThread(message: Message): boolean {
  const me = message.guild?.members.me ?? null;
  if (me === null || message.channel.isDMBased()) return false;
  return message.channel
    .permissionsFor(me)
    .has([
      PermissionFlagsBits.ViewChannel,
      PermissionFlagsBits.CreatePublicThreads,
      PermissionFlagsBits.SendMessagesInThreads,
    ]);
}
