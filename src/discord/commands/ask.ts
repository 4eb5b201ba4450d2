/** `/ask`: one question. In a thread or a direct message it may lean on the answer before it. */
import type { ChatInputCommandInteraction, ModalSubmitInteraction } from "discord.js";
import { plainMessage } from "../../render/discord/components.ts";
import { screenIdOf } from "../../render/discord/custom-id.ts";
import { wordsFor } from "../../render/discord/words.ts";
import { answerInteraction, conversationOf } from "../answer-interaction.ts";
import type { Bot } from "../bot.ts";
import type { InteractionReply } from "../interaction-reply.ts";
import { makeAnswer, type QuestionWish } from "../make-answer.ts";
import { LONGEST_QUESTION, readQuestion } from "../read-question.ts";
import type { Conversation } from "../screens.ts";

export async function ask(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
  reply: InteractionReply,
): Promise<void> {
  const isPrivate = interaction.options.getBoolean("private") ?? false;
  const named = interaction.options.getString("source");
  const { channel } = interaction;
  const isConversation = channel !== null && (channel.isThread() || channel.isDMBased());
  const before = async () =>
    isConversation && !isPrivate ? bot.screens.conversationIn(interaction.channelId) : {};
  await askQuestion(bot, interaction, reply, {
    text: interaction.options.getString("question", true),
    named,
    isPrivate,
    before,
  });
}

export interface Asked {
  readonly text: string;
  /** The source as it was typed; null for all. */
  readonly named: string | null;
  readonly isPrivate: boolean;
  readonly before: () => Promise<Conversation>;
}

/** Answers a question, or says in a sentence what is wrong with it. */
export async function askQuestion(
  bot: Bot,
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  reply: InteractionReply,
  { text, named, isPrivate, before }: Asked,
): Promise<void> {
  const words = wordsFor(interaction.locale);
  const read = readQuestion(text);
  if ("fault" in read) {
    const sentence = read.fault === "tooLong" ? words.tooLong(LONGEST_QUESTION) : words.emptyQuestion;
    await reply.answerPrivately(plainMessage(sentence));
    return;
  }
  const source = named === null || named.trim() === "" ? null : bot.sources.find(named);
  if (named !== null && named.trim() !== "" && source === null) {
    await reply.answerPrivately(plainMessage(words.unknownSource));
    return;
  }
  const wish: QuestionWish = {
    id: screenIdOf(interaction.id),
    kind: "ask",
    inputs: [read.question],
    source: source?.id ?? null,
    owner: interaction.user.id,
    channel: conversationOf(interaction, isPrivate),
  };
  await answerInteraction(bot, interaction, reply, { isPrivate, cost: "question" }, async () =>
    makeAnswer(bot, wish, await before(), { words, preview: reply.preview }),
  );
}
