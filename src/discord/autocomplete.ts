/** What is offered while somebody types: sources, and citations they were shown. Answers at once, from memory. */
import type { AutocompleteInteraction } from "discord.js";
import { LIMITS } from "../render/discord/components.ts";
import { fitVisibleLine } from "../render/visible.ts";
import type { Bot } from "./bot.ts";
import type { InteractionReply } from "./interaction-reply.ts";

interface Choice {
  readonly name: string;
  readonly value: string;
}

export async function offerChoices(
  bot: Bot,
  interaction: AutocompleteInteraction,
  reply: InteractionReply,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const choices =
    name === "id" ? citationChoices(bot, interaction.user.id, value) : sourceChoices(bot, value);
  await reply.offer(
    choices.filter((choice) => choice.value.length <= LIMITS.choiceName).slice(0, LIMITS.choices),
  );
}

function sourceChoices(bot: Bot, typed: string): Choice[] {
  return bot.sources.offer(typed).map(({ id, title }) => choice(id, title === id ? id : `${title} (${id})`));
}

/** Citations shown to this person, then the first sentence of each source. */
function citationChoices(bot: Bot, userId: string, typed: string): Choice[] {
  const key = typed.trim().toLowerCase();
  const shown = bot.recent.of(userId).map(({ id, quote }) => choice(id, `${id} ${quote}`));
  const starts = bot.sources.offer(typed.split(":")[0] ?? "").map(({ id, title }) => {
    const first = `${id}:1.1`;
    return choice(first, `${first} ${title}`);
  });
  const matching = [...shown, ...starts].filter(({ value }) => value.toLowerCase().includes(key));
  const typedItself = /^[^\s:]+:\d+\.\d+(?:-\d+)?$/.test(key) ? [choice(typed.trim(), typed.trim())] : [];
  return [...new Map([...typedItself, ...matching].map((one) => [one.value, one])).values()];
}

function choice(value: string, name: string): Choice {
  return { value, name: fitVisibleLine(name, LIMITS.choiceName) };
}
