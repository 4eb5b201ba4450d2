/** "Useful" and "not useful": thanked for each time, counted once. */
import type { ButtonInteraction } from "discord.js";
import { plainMessage } from "../render/discord/components.ts";
import type { CustomId } from "../render/discord/custom-id.ts";
import type { Words } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import type { InteractionReply } from "./interaction-reply.ts";

/** One opinion a person and answer. */
const given = new WeakMap<Bot, Set<string>>();
const MOST_GIVEN = 10_000;

export async function takeFeedback(
  bot: Bot,
  interaction: ButtonInteraction,
  reply: InteractionReply,
  id: CustomId,
  words: Words,
): Promise<void> {
  const isUseful = id.action === "up";
  await reply.answerPrivately(plainMessage(isUseful ? words.thanks : words.noted));
  const seen = given.get(bot) ?? new Set();
  given.set(bot, seen);
  const key = `${id.action} ${id.screen} ${interaction.user.id}`;
  if (seen.has(key)) return;
  if (seen.size < MOST_GIVEN) seen.add(key);
  bot.log.info("feedback", { useful: isUseful });
  if (isUseful) return;
  const screen = await bot.screens.find(id.screen);
  if (typeof screen !== "string" && screen.answer !== null)
    await bot.feedback.add("not useful", screen.id, screen.answer);
}
