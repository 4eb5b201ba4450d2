/** `/sources`: what there is to ask. Only for the person who wants to know. */
import type { ChatInputCommandInteraction } from "discord.js";
import { screenIdOf } from "../../render/discord/custom-id.ts";
import { answerInteraction } from "../answer-interaction.ts";
import type { Bot } from "../bot.ts";
import type { InteractionReply } from "../interaction-reply.ts";

export async function sources(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
  reply: InteractionReply,
): Promise<void> {
  await answerInteraction(bot, interaction, reply, { isPrivate: true }, () =>
    bot.screens.make({
      id: screenIdOf(interaction.id),
      kind: "sources",
      inputs: [],
      source: null,
      owner: interaction.user.id,
      channel: null,
    }),
  );
}
