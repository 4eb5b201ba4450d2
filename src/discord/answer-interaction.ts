/** The way of every command that needs work: rate limit, deferral, a turn in the queue, one answer or one sentence. */
import type {
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from "discord.js";
import { UserError } from "../errors.ts";
import { plainMessage } from "../render/discord/components.ts";
import { type Words, wordsFor } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import type { InteractionReply } from "./interaction-reply.ts";
import { faultFields } from "./log.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Screen } from "./screens.ts";
import type { Rendered } from "./send-patiently.ts";
import { faultMessage, renderScreen, tooOftenMessage } from "./show-screen.ts";

/** A command, or the modal of a follow-up: what is answered with a message of its own. */
export type Asking =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ModalSubmitInteraction;

export interface AnswerOptions {
  readonly isPrivate: boolean;
  /** The sentence for a mistake of the person's, where it cannot be named in their language. */
  readonly unknown?: (words: Words) => string;
  /** What it counts as; free: neither counts nor waits for others. A look-up by default. */
  readonly cost?: "question" | "free";
}

/** Makes the answer and shows it. All that can go wrong becomes one sentence. */
export async function answerInteraction(
  bot: Bot,
  interaction: Asking,
  reply: InteractionReply,
  options: AnswerOptions,
  make: (words: Words) => Promise<Screen | string>,
): Promise<void> {
  const words = wordsFor(interaction.locale);
  const limit = options.cost === "question" ? bot.limits.questions : bot.limits.lookups;
  if (options.cost !== "free" && (await refuseTooOften(bot, limit, interaction.user.id, reply, words)))
    return;
  const turn = bot.work.begin(() => reply.edit({ payload: plainMessage(words.stopping) }));
  try {
    if ((await bot.first.sending(reply.defer(options.isPrivate))) !== "yes") return;
    await bot.first.sent();
    const started = performance.now();
    const rendered = await makeRendered(bot, interaction, options, words, () => make(words));
    if (!turn.claim()) return;
    const isShown = await reply.edit(rendered);
    bot.log.info("answered", {
      what: nameOf(interaction),
      ms: Math.round(performance.now() - started),
      isShown,
    });
  } finally {
    turn.end();
  }
}

/** True when this person has to wait, and has been told so. */
export async function refuseTooOften(
  bot: Bot,
  limit: RateLimit,
  userId: string,
  reply: InteractionReply,
  words: Words,
): Promise<boolean> {
  const again = limit.take(userId);
  if (again === null) return false;
  await reply.answerPrivately(tooOftenMessage(words, again));
  bot.log.info("refused", { why: "too often" });
  return true;
}

async function makeRendered(
  bot: Bot,
  interaction: Asking,
  options: AnswerOptions,
  words: Words,
  make: () => Promise<Screen | string>,
): Promise<Rendered> {
  try {
    const line = interaction.channelId ?? interaction.user.id;
    const made = await (options.cost === "free" ? make() : bot.queue.run(line, make));
    if (typeof made === "string") return { payload: plainMessage(made) };
    bot.recent.add(interaction.user.id, made.citations);
    if (made.answer?.status === "abstained") void bot.feedback.add("refused", made.id, made.answer);
    return renderScreen(made, words);
  } catch (error) {
    if (!(error instanceof UserError)) bot.log.warn("failed", faultFields(error));
    return { payload: faultMessage(error, words, options.unknown?.(words)) };
  }
}

function nameOf(interaction: Asking): string {
  return interaction.isCommand() ? interaction.commandName : "follow-up";
}

/** Where a conversation goes on; null for a private one. */
export function conversationOf(interaction: Asking, isPrivate: boolean): string | null {
  return isPrivate ? null : interaction.channelId;
}
