/** Buttons and the modal. They outlive the process; somebody else's press never changes the owner's message. */
import { type ButtonInteraction, MessageFlags, type ModalSubmitInteraction } from "discord.js";
import { type MessagePayload, plainMessage } from "../render/discord/components.ts";
import { type CustomId, formatCustomId, parseCustomId, screenIdOf } from "../render/discord/custom-id.ts";
import { CARD_SPACE, PLAIN_SPACE, type Space } from "../render/discord/pages.ts";
import { type Words, wordsFor } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import { askQuestion } from "./commands/ask.ts";
import type { InteractionReply } from "./interaction-reply.ts";
import { LONGEST_QUESTION } from "./read-question.ts";
import type { Screen } from "./screens.ts";
import type { Rendered } from "./send-patiently.ts";
import { faultMessage, renderIn, renderScreen } from "./show-screen.ts";

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
      return answerWith(bot, reply, words, id, (screen) => showPlace(bot, interaction, screen, id, words));
    case "tx":
      return answerWith(bot, reply, words, id, async (screen) => showFile(screen, id, words));
    case "up":
    case "dn":
      return takeFeedback(bot, interaction, reply, id, words);
    default:
      await openFollowUp(reply, id, words);
  }
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
    previous: async () => {
      const screen = id === null ? "expired" : await bot.screens.find(id.screen);
      return typeof screen === "string" ? undefined : (screen.answer ?? undefined);
    },
  });
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
    return answerWith(bot, reply, words, id, async (screen) => ({
      payload: renderIn(screen, words, space, id.number),
    }));
  if ((await reply.deferUpdate()) !== "yes") return;
  const screen = await findScreen(bot, id, words);
  if ("screen" in screen) await turnDeferred(reply, screen.screen, words, space, id.number);
  else await reply.addPrivately(screen.sorry);
}

async function turnDeferred(
  reply: InteractionReply,
  screen: Screen,
  words: Words,
  space: Space,
  page: number,
): Promise<void> {
  await reply.edit({ payload: renderIn(screen, words, space, page) });
}

/** Whose message it is: who made it appear, or, where it answers a message, who asked. */
async function ownerOf(bot: Bot, interaction: ButtonInteraction, id: CustomId): Promise<string | null> {
  return interaction.message.interactionMetadata?.user.id ?? (await bot.screens.ownerOf(id.screen));
}

/** Answers a press with a message for this person alone. */
async function answerWith(
  bot: Bot,
  reply: InteractionReply,
  words: Words,
  id: CustomId,
  make: (screen: Screen) => Promise<Rendered>,
): Promise<void> {
  const turn = bot.work.begin(() => reply.edit({ payload: plainMessage(words.stopping) }));
  try {
    if ((await reply.defer(true)) !== "yes") return;
    const found = await findScreen(bot, id, words);
    const rendered =
      "sorry" in found
        ? { payload: found.sorry }
        : await make(found.screen).catch((error: unknown) => ({
            payload: faultMessage(error, words, words.changed),
          }));
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
    return { sorry: faultMessage(error, words, words.changed) };
  }
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
  const place = await bot.screens.make({
    id: screenIdOf(interaction.id),
    kind: "cite",
    inputs: [citation.id],
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

/** One opinion a person and answer; it is thanked for each time. */
const given = new WeakMap<Bot, Set<string>>();
const MOST_GIVEN = 10_000;

async function takeFeedback(
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

async function openFollowUp(reply: InteractionReply, id: CustomId, words: Words): Promise<void> {
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
