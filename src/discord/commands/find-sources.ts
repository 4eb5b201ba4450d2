/** The message menu "Find sources": the passages that speak to the message. Only for the person who asks. */
import type { MessageContextMenuCommandInteraction } from "discord.js";
import { screenIdOf } from "../../render/discord/custom-id.ts";
import { aboutTarget, answerInteraction } from "../answer-interaction.ts";
import type { Bot } from "../bot.ts";
import type { InteractionReply } from "../interaction-reply.ts";
import { withoutTokens } from "../read-question.ts";
import { readableText } from "../readable-text.ts";

/** As much of the message is looked up, UTF-16 code units. */
const MOST_TEXT = 2000;

export async function findSources(
  bot: Bot,
  interaction: MessageContextMenuCommandInteraction,
  reply: InteractionReply,
): Promise<void> {
  const text = withoutTokens(readableText(interaction.targetMessage)).slice(0, MOST_TEXT).trim();
  const about = aboutTarget(interaction);
  await answerInteraction(bot, interaction, reply, { isPrivate: true, about }, async (words) =>
    /[\p{L}\p{N}]/u.test(text)
      ? bot.screens.make({
          id: screenIdOf(interaction.id),
          kind: "find",
          inputs: [text],
          source: null,
          owner: interaction.user.id,
          channel: null,
          about,
        })
      : words.noText,
  );
}
