/** `/cite`: a quote in its place. */
import type { ChatInputCommandInteraction } from "discord.js";
import { screenIdOf } from "../../render/discord/custom-id.ts";
import type { Words } from "../../render/discord/words.ts";
import { answerInteraction, conversationOf } from "../answer-interaction.ts";
import type { Bot } from "../bot.ts";
import type { InteractionReply } from "../interaction-reply.ts";

export async function cite(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
  reply: InteractionReply,
): Promise<void> {
  const id = interaction.options.getString("id", true).trim();
  const options = {
    isPrivate: false,
    unknown: (words: Words) => words.unknownCitation,
  };
  await answerInteraction(bot, interaction, reply, options, () =>
    bot.screens.make({
      id: screenIdOf(interaction.id),
      kind: "cite",
      inputs: [id],
      source: null,
      owner: interaction.user.id,
      channel: conversationOf(interaction, false),
    }),
  );
}
