/** Asking a follow-up: the button opens a modal, and the modal brings the question. */
import { MessageFlags, type ModalSubmitInteraction } from "discord.js";
import { type CustomId, formatCustomId, parseCustomId } from "../render/discord/custom-id.ts";
import type { Words } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import { askQuestion } from "./commands/ask.ts";
import type { InteractionReply } from "./interaction-reply.ts";
import { LONGEST_QUESTION } from "./read-question.ts";

export async function openFollowUp(reply: InteractionReply, id: CustomId, words: Words): Promise<void> {
  await reply.openModal({
    custom_id: formatCustomId("fum", id.screen),
    title: words.followUpTitle,
    components: [
      {
        type: 18,
        label: words.followUpField,
        component: {
          type: 4,
          custom_id: "q",
          style: 2,
          min_length: 1,
          max_length: LONGEST_QUESTION,
          required: true,
        },
      },
    ],
  });
}

/** The question of a follow-up has arrived. */
export async function submitFollowUp(
  bot: Bot,
  interaction: ModalSubmitInteraction,
  reply: InteractionReply,
): Promise<void> {
  const id = parseCustomId(interaction.customId);
  const field = interaction.fields.fields.get("q");
  const text = field !== undefined && "value" in field ? String(field.value) : "";
  const isPrivate = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  await askQuestion(bot, interaction, reply, {
    text,
    named: null,
    isPrivate,
    before: () => (id === null ? Promise.resolve({}) : bot.screens.conversationAfter(id.screen)),
  });
}
