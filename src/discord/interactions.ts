/** Every interaction comes in here and goes to the file that answers it. */
import type { Interaction } from "discord.js";
import { plainMessage } from "../render/discord/components.ts";
import { wordsFor } from "../render/discord/words.ts";
import { offerChoices } from "./autocomplete.ts";
import type { Bot } from "./bot.ts";
import { pressButton } from "./buttons.ts";
import { ask } from "./commands/ask.ts";
import { checkQuotes } from "./commands/check-quotes.ts";
import { cite } from "./commands/cite.ts";
import { findSources } from "./commands/find-sources.ts";
import { quote } from "./commands/quote.ts";
import { reindex } from "./commands/reindex.ts";
import { sources } from "./commands/sources.ts";
import { submitFollowUp } from "./follow-up.ts";
import { createInteractionReply, type InteractionReply } from "./interaction-reply.ts";
import { faultFields } from "./log.ts";

const SLASH = { ask, quote, cite, sources, reindex } as const;

export async function answerEvent(bot: Bot, interaction: Interaction): Promise<void> {
  if (!bot.seen.isNew(interaction.id)) return;
  const reply = createInteractionReply(bot.interactionRest, interaction, (error) =>
    bot.log.warn("card refused", faultFields(error)),
  );
  try {
    await dispatch(bot, interaction, reply);
  } catch (error) {
    bot.log.warn("failed", { what: "interaction", ...faultFields(error) });
    if (!interaction.isAutocomplete())
      await reply.apologise(plainMessage(wordsFor(interaction.locale).failed)).catch(() => undefined);
  }
}

async function dispatch(bot: Bot, interaction: Interaction, reply: InteractionReply): Promise<void> {
  if (interaction.isAutocomplete()) return offerChoices(bot, interaction, reply);
  if (interaction.isButton()) return pressButton(bot, interaction, reply);
  if (interaction.isModalSubmit()) return submitFollowUp(bot, interaction, reply);
  if (interaction.isMessageContextMenuCommand()) {
    const isCheck = interaction.commandName === "Check quotes";
    return isCheck ? checkQuotes(bot, interaction, reply) : findSources(bot, interaction, reply);
  }
  if (interaction.isChatInputCommand() && isSlash(interaction.commandName))
    return SLASH[interaction.commandName](bot, interaction, reply);
  if (interaction.isRepliable())
    await reply.answerPrivately(plainMessage(wordsFor(interaction.locale).expired));
}

function isSlash(name: string): name is keyof typeof SLASH {
  return Object.hasOwn(SLASH, name);
}
