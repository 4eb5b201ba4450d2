/**
 * Hears of messages, threads and channels that are deleted, and of messages that are edited. Discord's own events are
 * read, because the library passes on only what it happens to remember.
 */
import { type Client, GatewayDispatchEvents } from "discord.js";
import { screenIdOf } from "../render/discord/custom-id.ts";
import { wordsFor } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import { asFields, type Fields } from "./fields.ts";
import { faultFields } from "./log.ts";
import { isMessageThere } from "./presence.ts";
import { deleteMessage, takeBack, takeBackOlder } from "./take-back.ts";

const ID = /^\d{1,20}$/;

/** Listens until the client is destroyed: also while the bot is stopping, for what is still under way. */
export function heedChanges(bot: Bot, client: Client): void {
  const heed = (event: GatewayDispatchEvents, act: (data: Fields) => Promise<void> | void): void => {
    const heeded = async (data: unknown): Promise<void> => act(asFields(data));
    client.ws.on(event, (data: unknown) => {
      heeded(data).catch((error: unknown) =>
        bot.log.warn("failed", { what: event.toLowerCase(), ...faultFields(error) }),
      );
    });
  };
  heed(GatewayDispatchEvents.Ready, () => heedNewSession(bot));
  heed(GatewayDispatchEvents.MessageDelete, ({ id, guild_id }) =>
    forgetMessages(bot, client, [id], guild_id),
  );
  heed(GatewayDispatchEvents.MessageDeleteBulk, ({ ids, guild_id }) =>
    forgetMessages(bot, client, Array.isArray(ids) ? ids : [], guild_id),
  );
  heed(GatewayDispatchEvents.ThreadDelete, ({ id }) => forgetChannels(bot, [id]));
  heed(GatewayDispatchEvents.ChannelDelete, ({ id }) => forgetChannels(bot, [id, ...threadsIn(client, id)]));
  heed(GatewayDispatchEvents.GuildDelete, ({ id, unavailable }) =>
    unavailable === true ? undefined : forgetChannels(bot, channelsOf(client, id)),
  );
  heed(GatewayDispatchEvents.MessageUpdate, (data) => heedEdit(bot, client, data));
  heed(GatewayDispatchEvents.MessageCreate, (data) => noteOwn(bot, client, data));
}

/** What was deleted before it began was not heard of. */
async function heedNewSession(bot: Bot): Promise<void> {
  bot.presence.sessionBegan();
  bot.screens.forget();
  for (const { id, channelId } of bot.followed.all())
    if (!(await isMessageThere(bot.rest, channelId, id))) bot.followed.deleted([id]);
}

async function forgetMessages(
  bot: Bot,
  client: Client,
  given: readonly unknown[],
  guildId: unknown,
): Promise<void> {
  const messages = given.filter(isId);
  bot.followed.deleted(messages);
  const cards = messages.flatMap((id) => bot.traces.screenOn(id) ?? []);
  const screens = [...messages.map(screenIdOf), ...cards];
  const taken = Promise.all(messages.map((id) => takeBack(bot, id)));
  const records = await bot.screens.remove({ screens, messages, channels: [] });
  await taken;
  const guild = isId(guildId) ? client.guilds.cache.get(guildId) : undefined;
  const name = wordsFor(guild?.preferredLocale).deletedQuestion;
  // Of answers that this process gave, the traces are gone by now, and so are they.
  for (const record of records)
    if (record.about !== undefined && messages.includes(record.about.message))
      await takeBackOlder(bot.rest, record, name);
}

async function forgetChannels(bot: Bot, given: readonly unknown[]): Promise<void> {
  const channels = given.filter(isId);
  bot.followed.channelsDeleted(channels);
  await bot.screens.remove({ screens: [], messages: [], channels });
}

/** The new text of a question; none where it does not speak to the bot any more. */
function heedEdit(bot: Bot, client: Client, data: Fields): void {
  const { id, content, guild_id: guildId, mentions } = data;
  if (!isId(id) || typeof content !== "string") return;
  const isMentioned = Array.isArray(mentions) && mentions.some((one) => asFields(one).id === client.user?.id);
  bot.followed.edited(id, guildId === undefined || isMentioned ? content : null);
}

/**
 * The bot's own answer to a message, which its nonce names: known here even where the reply to the request was lost, or
 * another process gave it.
 */
async function noteOwn(bot: Bot, client: Client, data: Fields): Promise<void> {
  const { id, channel_id: channelId, nonce, author } = data;
  if (asFields(author).id !== client.user?.id || !isId(id) || !isId(channelId) || !isId(nonce)) return;
  bot.traces.note(nonce, id, () => deleteMessage(bot.rest, channelId, id));
  bot.traces.noteCard(id, screenIdOf(nonce));
  if (bot.followed.isDeleted(nonce)) await takeBack(bot, nonce);
}

function threadsIn(client: Client, channelId: unknown): string[] {
  return [...client.channels.cache.values()].flatMap((channel) =>
    channel.isThread() && channel.parentId === channelId ? [channel.id] : [],
  );
}

function channelsOf(client: Client, guildId: unknown): string[] {
  return [...client.channels.cache.values()].flatMap((channel) =>
    !channel.isDMBased() && channel.guildId === guildId ? [channel.id] : [],
  );
}

function isId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}
