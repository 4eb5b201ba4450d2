/** `/quote`: is this what the sources say? */
import type { ChatInputCommandInteraction } from "discord.js";
import { screenIdOf } from "../../render/discord/custom-id.ts";
import { answerInteraction, conversationOf } from "../answer-interaction.ts";
import type { Bot } from "../bot.ts";
import type { InteractionReply } from "../interaction-reply.ts";

export async function quote(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
  reply: InteractionReply,
): Promise<void> {
  const claimed = interaction.options.getString("text", true);
  await answerInteraction(bot, interaction, reply, { isPrivate: false }, async (words) =>
    /[\p{L}\p{N}]/u.test(claimed)
      ? bot.screens.make({
          id: screenIdOf(interaction.id),
          kind: "check",
          inputs: [claimed],
          source: null,
          owner: interaction.user.id,
          channel: conversationOf(interaction, false),
        })
      : words.noText,
  );
}
