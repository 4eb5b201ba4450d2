/** Buttons. They outlive the process; somebody else's press never changes the owner's message. */
import { type ButtonInteraction, MessageFlags } from "discord.js";
import { UserError } from "../errors.ts";
import { type MessagePayload, plainMessage } from "../render/discord/components.ts";
import { type CustomId, parseCustomId, screenIdOf } from "../render/discord/custom-id.ts";
import { CARD_SPACE, PLAIN_SPACE } from "../render/discord/pages.ts";
import { type Words, wordsFor } from "../render/discord/words.ts";
import { refuseTooOften } from "./answer-interaction.ts";
import type { Bot } from "./bot.ts";
import { placeToday } from "./cite-today.ts";
import { openFollowUp } from "./follow-up.ts";
import type { InteractionReply } from "./interaction-reply.ts";
import { faultFields } from "./log.ts";
import type { Screen } from "./screens.ts";
import type { Rendered } from "./send-patiently.ts";
import { faultMessage, renderIn, renderScreen } from "./show-screen.ts";
import { takeFeedback } from "./take-feedback.ts";

export async function pressButton(
  bot: Bot,
  interaction: ButtonInteraction,
  reply: InteractionReply,
): Promise<void> {
  const words = wordsFor(interaction.locale);
  const id = parseCustomId(interaction.customId);
  if (id === null) {
    await reply.answerPrivately(plainMessage(words.expired));
    return;
  }
  switch (id.action) {
    case "pg":
      return turnPage(bot, interaction, reply, id, words);
    case "ctx":
      return answerWith(bot, interaction, reply, words, id, (screen) =>
        showPlace(bot, interaction, screen, id, words),
      );
    case "tx":
      return answerWith(bot, interaction, reply, words, id, async (screen) => showFile(screen, id, words));
    case "up":
    case "dn":
      return takeFeedback(bot, interaction, reply, id, words);
    case "st":
      return stopWriting(bot, interaction, reply, id, words);
    default:
      await openFollowUp(reply, id, words);
  }
}

/** The message itself changes when the work has ended; somebody else's press, or a late one, changes nothing. */
async function stopWriting(
  bot: Bot,
  interaction: ButtonInteraction,
  reply: InteractionReply,
  id: CustomId,
  words: Words,
): Promise<void> {
  const outcome = bot.live?.stop(id.screen, interaction.user.id) ?? "over";
  if (outcome === "stopped") await reply.deferUpdate();
  else await reply.answerPrivately(plainMessage(outcome === "other" ? words.notYours : words.expired));
}

async function turnPage(
  bot: Bot,
  interaction: ButtonInteraction,
  reply: InteractionReply,
  id: CustomId,
  words: Words,
): Promise<void> {
  // A card cannot become a plain message again, nor the other way round.
  const isCard = interaction.message.flags.has(MessageFlags.IsComponentsV2);
  const space = isCard ? CARD_SPACE : PLAIN_SPACE;
  const isOwner = (await ownerOf(bot, interaction, id)) === interaction.user.id;
  const known = bot.screens.atHand(id.screen);
  if (known !== null) {
    const payload = renderIn(known, words, space, id.number);
    await (isOwner ? reply.update(payload) : reply.answerPrivately(payload));
    return;
  }
  if (!isOwner)
    return answerWith(bot, interaction, reply, words, id, async (screen) => ({
      payload: renderIn(screen, words, space, id.number),
    }));
  if ((await reply.deferUpdate()) !== "yes") return;
  const found = await findScreen(bot, id, words);
  if ("sorry" in found) await reply.addPrivately(found.sorry);
  else await reply.edit({ payload: renderIn(found.screen, words, space, id.number) });
}

/** Whose message it is: who made it appear, or, where it answers a message, who asked. */
async function ownerOf(bot: Bot, interaction: ButtonInteraction, id: CustomId): Promise<string | null> {
  return interaction.message.interactionMetadata?.user.id ?? (await bot.screens.ownerOf(id.screen));
}

/** Answers a press with a message for this person alone. */
async function answerWith(
  bot: Bot,
  interaction: ButtonInteraction,
  reply: InteractionReply,
  words: Words,
  id: CustomId,
  make: (screen: Screen) => Promise<Rendered>,
): Promise<void> {
  if (await refuseTooOften(bot, bot.limits.lookups, interaction.user.id, reply, words)) return;
  const turn = bot.work.begin(() => reply.edit({ payload: plainMessage(words.stopping) }));
  try {
    if ((await reply.defer(true)) !== "yes") return;
    const found = await findScreen(bot, id, words);
    const rendered =
      "sorry" in found
        ? { payload: found.sorry }
        : await make(found.screen).catch((error: unknown) => ({ payload: sorryFor(bot, error, words) }));
    if (turn.claim()) await reply.edit(rendered);
  } finally {
    turn.end();
  }
}

async function findScreen(
  bot: Bot,
  id: CustomId,
  words: Words,
): Promise<{ readonly screen: Screen } | { readonly sorry: MessagePayload }> {
  try {
    const screen = await bot.screens.find(id.screen);
    return typeof screen === "string" ? { sorry: plainMessage(words[screen]) } : { screen };
  } catch (error) {
    return { sorry: sorryFor(bot, error, words) };
  }
}

/** What was there when the button was made, and a person could mend now, has changed since. */
function sorryFor(bot: Bot, error: unknown, words: Words): MessagePayload {
  if (!(error instanceof UserError)) bot.log.warn("failed", { what: "button", ...faultFields(error) });
  return faultMessage(error, words, words.changed);
}

async function showPlace(
  bot: Bot,
  interaction: ButtonInteraction,
  screen: Screen,
  id: CustomId,
  words: Words,
): Promise<Rendered> {
  const citation = screen.citations.find(({ n }) => n === id.number);
  if (citation === undefined) return { payload: plainMessage(words.expired) };
  // The card may be older than the sources: under the same id another sentence may stand by now.
  const today = await placeToday(bot.answering, citation);
  if (today === null) return { payload: plainMessage(words.changed) };
  const place = await bot.screens.make({
    id: screenIdOf(interaction.id),
    kind: "cite",
    inputs: [today.id],
    source: null,
    owner: interaction.user.id,
    channel: null,
  });
  return renderScreen(place, words);
}

function showFile(screen: Screen, id: CustomId, words: Words): Rendered {
  const citation = screen.citations.find(({ n }) => n === id.number);
  if (citation === undefined) return { payload: plainMessage(words.expired) };
  const name = `${citation.id.replace(/[^\w.-]+/g, "-").slice(0, 80)}.txt`;
  return { payload: plainMessage(words.file), file: { name, text: citation.quote } };
}
