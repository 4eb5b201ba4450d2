/** `/reindex`: takes in what has changed in the files. Asks for the permission itself, because servers can lift it. */
import { type ChatInputCommandInteraction, PermissionFlagsBits } from "discord.js";
import { UserError } from "../../errors.ts";
import { plainMessage } from "../../render/discord/components.ts";
import { wordsFor } from "../../render/discord/words.ts";
import { answerInteraction } from "../answer-interaction.ts";
import type { Bot } from "../bot.ts";
import type { InteractionReply } from "../interaction-reply.ts";
import { faultFields } from "../log.ts";

/** One at a time for each bot. */
const underWay = new WeakSet<Bot>();

export async function reindex(
  bot: Bot,
  interaction: ChatInputCommandInteraction,
  reply: InteractionReply,
): Promise<void> {
  const words = wordsFor(interaction.locale);
  if (!(interaction.inGuild() && interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild))) {
    await reply.answerPrivately(plainMessage(words.needsManageServer));
    return;
  }
  if (underWay.has(bot)) {
    await reply.answerPrivately(plainMessage(words.reindexing));
    return;
  }
  underWay.add(bot);
  try {
    await answerInteraction(bot, interaction, reply, { isPrivate: true, cost: "free" }, async () => {
      try {
        const { added, changed, removed, unchanged } = await bot.answering.refresh();
        bot.screens.forget();
        await bot.sources.refresh();
        bot.log.info("reindexed", { added, changed, removed, unchanged });
        return words.reindexed(added, changed, removed, unchanged);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        bot.log.warn("not reindexed", faultFields(error));
        return words.notReindexed;
      }
    });
  } finally {
    underWay.delete(bot);
  }
}
