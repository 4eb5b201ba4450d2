/** Takes away what the bot has said about a message that is deleted: the answer, and the name of its thread. */
import { type REST, Routes } from "discord.js";
import type { Bot } from "./bot.ts";
import { asFields } from "./fields.ts";
import { faultFields } from "./log.ts";
import type { ScreenRecord } from "./screen-record.ts";
import { insist } from "./send-patiently.ts";

/** Messages looked at for an answer that this process did not give; it is the one after its question, or nearly. */
const MOST_LOOKED_AT = 100;

/** Takes away everything that is known to be there because of the message. */
export async function takeBack(bot: Bot, messageId: string): Promise<void> {
  const undoings = bot.traces.take(messageId);
  if (undoings.length === 0) return;
  const turn = bot.work.begin();
  try {
    await Promise.all(undoings.map((undo) => undo()));
    bot.log.info("taken back", { messages: undoings.length });
  } catch (error) {
    bot.log.warn("not taken back", faultFields(error));
  } finally {
    turn.end();
  }
}

/** The bot's own message goes. */
export function deleteMessage(rest: REST, channelId: string, messageId: string): Promise<boolean> {
  return insist(() => rest.delete(Routes.channelMessage(channelId, messageId)));
}

/** A thread of the bot's loses the name that its question gave it. Other people may go on in it. */
export async function nameThread(rest: REST, threadId: string, name: string): Promise<void> {
  const route = Routes.channel(threadId);
  const rename = async (body: object) => insist(() => rest.patch(route, { body }));
  const thread = asFields(await rest.get(route).catch(() => null));
  if (thread.name === undefined || thread.name === name) return;
  // An archived thread takes no name.
  const isArchived = asFields(thread.thread_metadata).archived === true;
  await rename({ name, ...(isArchived && { archived: false }) });
  if (isArchived) await rename({ archived: true });
}

/**
 * Takes away the answer that a record is about, given before this process began: the message after the question whose
 * buttons name the record. Only the bot's own have such buttons.
 */
export async function takeBackOlder(
  rest: REST,
  { id, kind, about, channel }: ScreenRecord,
  threadName: string,
): Promise<void> {
  if (about === undefined || channel === null || kind !== "ask") return;
  const query = new URLSearchParams({ after: about.message, limit: String(MOST_LOOKED_AT) });
  const messages: unknown = await rest.get(Routes.channelMessages(channel), { query }).catch(() => []);
  const answers = (Array.isArray(messages) ? messages : []).filter((message) =>
    JSON.stringify(message?.components ?? []).includes(`:${id}"`),
  );
  for (const { id: answer } of answers) await deleteMessage(rest, channel, answer);
  // A thread that begins at a message has the message's id. Somebody else may have opened it.
  if (channel !== about.message) return;
  const { owner_id: owner } = asFields(await rest.get(Routes.channel(channel)).catch(() => null));
  if (owner !== undefined && answers.some(({ author }) => author?.id === owner))
    await nameThread(rest, channel, threadName);
}
