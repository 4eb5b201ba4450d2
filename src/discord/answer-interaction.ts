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
import type { ScreenRecord } from "./screen-record.ts";
import type { Screen } from "./screens.ts";
import type { Rendered } from "./send-patiently.ts";
import { faultMessage, renderScreen, tooOftenMessage } from "./show-screen.ts";
import { takeBack } from "./take-back.ts";

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
  /** The message whose text is looked at: when it is deleted, nothing of it is shown (any more). */
  readonly about?: ScreenRecord["about"] | undefined;
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
  const { about } = options;
  const followed = about && bot.followed.follow(about.message, about.channel, null);
  const deleted = { payload: plainMessage(words.messageDeleted) };
  try {
    if ((await bot.first.sending(reply.defer(options.isPrivate))) !== "yes") return;
    await bot.first.sent();
    const started = performance.now();
    const made = await makeRendered(bot, interaction, options, words, () => make(words));
    if (!turn.claim()) return;
    const isShown = await reply.edit(followed?.isGone ? deleted : made.rendered);
    if (reply.messageId !== null && made.screen !== null) await noteCard(bot, reply.messageId, made.screen);
    if (about !== undefined) bot.traces.note(about.message, interaction.id, () => reply.edit(deleted));
    bot.log.info("answered", {
      what: nameOf(interaction),
      ms: Math.round(performance.now() - started),
      isShown,
    });
  } finally {
    followed?.end();
    if (about !== undefined && followed?.isGone) {
      await bot.screens.remove({ screens: [], messages: [about.message], channels: [] });
      await takeBack(bot, about.message);
    }
    turn.end();
  }
}

/** The card can be gone before it is known which message it is. */
async function noteCard(bot: Bot, card: string, screen: string): Promise<void> {
  bot.traces.noteCard(card, screen);
  if (bot.followed.isDeleted(card))
    await bot.screens.remove({ screens: [screen], messages: [], channels: [] });
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
): Promise<{ readonly rendered: Rendered; readonly screen: string | null }> {
  try {
    const line = interaction.channelId ?? interaction.user.id;
    const made = await (options.cost === "free" ? make() : bot.queue.run(line, make));
    if (typeof made === "string") return { rendered: { payload: plainMessage(made) }, screen: null };
    bot.recent.add(interaction.user.id, made.citations);
    if (made.answer?.status === "abstained") void bot.feedback.add("refused", made.id, made.answer);
    return { rendered: renderScreen(made, words), screen: made.id };
  } catch (error) {
    if (!(error instanceof UserError)) bot.log.warn("failed", faultFields(error));
    return { rendered: { payload: faultMessage(error, words, options.unknown?.(words)) }, screen: null };
  }
}

function nameOf(interaction: Asking): string {
  return interaction.isCommand() ? interaction.commandName : "follow-up";
}

/** Where a conversation goes on; null for a private one. */
export function conversationOf(interaction: Asking, isPrivate: boolean): string | null {
  return isPrivate ? null : interaction.channelId;
}

/** The message that a menu was opened on. */
export function aboutTarget({ targetMessage }: MessageContextMenuCommandInteraction): {
  readonly message: string;
  readonly channel: string;
} {
  return { message: targetMessage.id, channel: targetMessage.channelId };
}
