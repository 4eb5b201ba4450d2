/** Mentions and direct messages: spoken to, the bot answers once; otherwise it is silent. */
import type { Client, Message } from "discord.js";
import { wordsFor } from "../render/discord/words.ts";
import { answerFollowed } from "./answer-message.ts";
import type { Bot } from "./bot.ts";
import type { Conversation } from "./screens.ts";
import { placeBeside } from "./threads.ts";

export async function answerMessage(bot: Bot, client: Client, message: Message): Promise<void> {
  if (!isSpokenTo(client, message) || !bot.seen.isNew(message.id)) return;
  const beside = placeBeside(message, client);
  if (beside === null) {
    bot.log.warn("silent", { why: "no permission to write", channel: message.channelId });
    return;
  }
  const words = wordsFor(message.guild?.preferredLocale);
  const followed = bot.followed.follow(message.id, message.channelId, message.content);
  try {
    await answerFollowed(bot, { message, followed, beside, words, before: () => saidBefore(bot, message) });
  } finally {
    followed.end();
  }
}

/**
 * In a direct message always; elsewhere when the bot itself is mentioned, or its message is replied to with a ping.
 * Robots and notices are never answered, nor a message without a word: its text may only be hidden from the bot.
 */
function isSpokenTo(client: Client, message: Message): boolean {
  const { author, webhookId, system, channel, mentions, content } = message;
  if (author.bot || webhookId !== null || system || client.user === null) return false;
  if (content === "") return false;
  return channel.isDMBased() || mentions.users.has(client.user.id);
}

/** The answer that is replied to, or what was said in this thread or direct message. */
async function saidBefore(bot: Bot, message: Message): Promise<Conversation> {
  const { channel, reference } = message;
  const repliedTo =
    reference?.messageId === undefined ? undefined : channel.messages.cache.get(reference.messageId);
  const screen = repliedTo === undefined ? null : screenShownBy(repliedTo);
  const after = screen === null ? {} : await bot.screens.conversationAfter(screen);
  if (after.previous !== undefined) return after;
  const isConversation = channel.isThread() || channel.isDMBased();
  return isConversation ? bot.screens.conversationIn(channel.id) : {};
}

/** The screen of an answer, which its buttons name. */
function screenShownBy(message: Message): string | null {
  const components = JSON.stringify(message.components.map((component) => component.toJSON()));
  return /"v1:fu:([0-9a-z]{1,20})"/.exec(components)?.[1] ?? null;
}
