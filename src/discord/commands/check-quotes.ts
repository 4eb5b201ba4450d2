/** The message menu "Check quotes": every quotation in the message, checked. Only for the person who asks. */
import type { MessageContextMenuCommandInteraction } from "discord.js";
import { screenIdOf } from "../../render/discord/custom-id.ts";
import { aboutTarget, answerInteraction } from "../answer-interaction.ts";
import type { Bot } from "../bot.ts";
import type { InteractionReply } from "../interaction-reply.ts";
import { readableText } from "../readable-text.ts";

/** More than these in one message are left unchecked. */
const MOST_QUOTATIONS = 20;

export async function checkQuotes(
  bot: Bot,
  interaction: MessageContextMenuCommandInteraction,
  reply: InteractionReply,
): Promise<void> {
  const text = readableText(interaction.targetMessage);
  const about = aboutTarget(interaction);
  await answerInteraction(bot, interaction, reply, { isPrivate: true, about }, async (words) => {
    const quotations = await bot.answering.quotationsIn(text);
    if (quotations.length === 0) return words.noQuotations;
    return bot.screens.make({
      id: screenIdOf(interaction.id),
      kind: "check",
      inputs: quotations.slice(0, MOST_QUOTATIONS),
      source: null,
      owner: interaction.user.id,
      channel: null,
      about,
    });
  });
}
