/** Mentions and direct messages: spoken to, the bot answers once; otherwise it is silent. */
import type { Client, Message } from "discord.js";
import { UserError } from "../errors.ts";
import { plainMessage } from "../render/discord/components.ts";
import { screenIdOf } from "../render/discord/custom-id.ts";
import { type Words, wordsFor } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import { faultFields } from "./log.ts";
import { makeAnswer } from "./make-answer.ts";
import { createMessageReply, type MessageReply, type PostPlace, typeUntil } from "./message-reply.ts";
import { LONGEST_QUESTION, readQuestion } from "./read-question.ts";
import type { Conversation } from "./screens.ts";
import type { Rendered } from "./send-patiently.ts";
import { faultMessage, renderScreen, tooOftenMessage } from "./show-screen.ts";
import { openThread, placeBeside } from "./threads.ts";

export async function answerMessage(bot: Bot, client: Client, message: Message): Promise<void> {
  if (!isSpokenTo(client, message) || !bot.seen.isNew(message.id)) return;
  const beside = placeBeside(message, client);
  if (beside === null) {
    bot.log.warn("silent", { why: "no permission to write", channel: message.channelId });
    return;
  }
  const words = wordsFor(message.guild?.preferredLocale);
  const replyIn = (place: PostPlace): MessageReply =>
    createMessageReply(bot.rest, place, message.id, (error) =>
      bot.log.warn("card refused", faultFields(error)),
    );
  let reply = replyIn(beside);
  const turn = bot.work.begin(() => reply.show({ payload: plainMessage(words.stopping) }));
  try {
    const read = readQuestion(message.content);
    if ("fault" in read) {
      const sentence = read.fault === "tooLong" ? words.tooLong(LONGEST_QUESTION) : words.emptyQuestion;
      await reply.show({ payload: plainMessage(sentence) });
      return;
    }
    const again = bot.limits.questions.take(message.author.id);
    if (again !== null) {
      await reply.show({ payload: tooOftenMessage(words, again) });
      bot.log.info("refused", { why: "too often" });
      return;
    }
    const started = performance.now();
    const place = (await openThread(bot.rest, message, read.question)) ?? beside;
    reply = replyIn(place);
    const made = makeRendered(bot, message, read.question, place, words, reply);
    void typeUntil(bot.rest, place.channelId, made);
    const rendered = await made;
    if (!turn.claim()) return;
    const isShown =
      (await reply.show(rendered)) ||
      (place !== beside && !reply.isPosted && (await replyIn(beside).show(rendered)));
    bot.log.info("answered", {
      what: message.inGuild() ? "mention" : "direct message",
      ms: Math.round(performance.now() - started),
      isShown,
    });
  } finally {
    turn.end();
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

async function makeRendered(
  bot: Bot,
  message: Message,
  question: string,
  place: PostPlace,
  words: Words,
  reply: MessageReply,
): Promise<Rendered> {
  try {
    const made = await bot.queue.run(message.channelId, async () =>
      makeAnswer(
        bot,
        {
          id: screenIdOf(message.id),
          kind: "ask",
          inputs: [question],
          source: null,
          owner: message.author.id,
          channel: place.channelId,
        },
        await saidBefore(bot, message),
        words,
        reply.preview,
      ),
    );
    if (typeof made === "string") return { payload: plainMessage(made) };
    bot.recent.add(message.author.id, made.citations);
    if (made.answer?.status === "abstained") void bot.feedback.add("refused", made.id, made.answer);
    return renderScreen(made, words);
  } catch (error) {
    if (!(error instanceof UserError)) bot.log.warn("failed", faultFields(error));
    return { payload: faultMessage(error, words) };
  }
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
