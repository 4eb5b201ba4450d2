/** What a person writes: messages in channels, threads and direct messages, and the bot's answers to them. */
import type { Context } from "../context.ts";
import { createMessage, deleteMessage, editMessage } from "../messages.ts";
import type { Channel, Message, User } from "../model.ts";
import { sendingPermission } from "../permissions.ts";
import { reopenThread } from "../routes/thread-routes.ts";
import { mayDo } from "../world.ts";
import { visibleMessage } from "./interact.ts";
import { findSpot, type Place } from "./place.ts";
import { PersonRefusal } from "./refusal.ts";
import { type SeenMessage, seeMessage } from "./seen-message.ts";
import { untilIdle } from "./waiting.ts";

export interface SayOptions extends Place {
  /** Puts a mention of the bot before the text. */
  readonly mention?: boolean;
  /** Id of the message this replies to. */
  readonly replyTo?: string;
  /** A reply notifies the author it replies to, unless this is false. */
  readonly ping?: boolean;
  /** Posted by a webhook, or a notice of Discord's own, in place of a person. */
  readonly as?: "webhook" | "system";
  /** A text with @everyone notifies everyone. */
  readonly everyone?: boolean;
  /** Waits for silence to be sure of it, in place of waiting for an answer. */
  readonly expectSilence?: boolean;
}

export interface SayRecord {
  readonly messageId: string;
  readonly channelId: string;
  /** First message of the bot in answer; null when there was none. */
  readonly answer: SeenMessage | null;
  readonly answers: readonly SeenMessage[];
  /** Thread that started from the message. */
  readonly threadId: string | null;
  /** From the message to the bot's first typing sign, milliseconds. */
  readonly typingMs: number | null;
  readonly answerMs: number | null;
}

/** Most characters a client sends. */
const maxTyped = 2000;

export async function say(context: Context, text: string, options: SayOptions = {}): Promise<SayRecord> {
  const { bell, settings } = context;
  const startedAt = performance.now();
  const message = post(context, text, options);
  if (options.expectSilence === true) await untilIdle(context);
  else await bell.until(() => answersTo(context, message).length > 0, settings.patienceMs);
  const answerMs = performance.now() - startedAt;
  return {
    ...sayRecord(context, message, startedAt),
    answerMs: answersTo(context, message).length > 0 ? answerMs : null,
  };
}

/** What has come of a message so far. */
export function sayRecord(context: Context, message: Message, startedAt: number): SayRecord {
  const answers = answersTo(context, message).map(seeMessage);
  const places = [message.channelId, message.id];
  const typed = context.ledger.typings.find((one) => one.at >= startedAt && places.includes(one.channelId));
  return {
    messageId: message.id,
    channelId: message.channelId,
    answer: answers[0] ?? null,
    answers,
    threadId: message.threadId,
    typingMs: typed === undefined ? null : typed.at - startedAt,
    answerMs: null,
  };
}

/** Writes a message and does not wait. Throws where a client would not send it. */
export function post(context: Context, text: string, options: SayOptions = {}): Message {
  const { world } = context;
  const { user, channel } = findSpot(context, options);
  const content = (options.mention === true ? `<@${world.bot.id}> ${text}` : text).trim();
  if (content === "" && options.as !== "system") throw new PersonRefusal("An empty message cannot be sent.");
  if (content.length > maxTyped) throw new PersonRefusal(`A message has at most ${maxTyped} characters.`);
  if (options.as === undefined) requireSpeech(context, channel, user);
  const target = options.replyTo === undefined ? null : visibleMessage(context, options.replyTo, options);
  if (target !== null && target.channelId !== channel.id)
    throw new PersonRefusal("A reply stays in its channel.");
  reopenThread(context, channel);
  const mentionIds = mentionsIn(content);
  if (target !== null && options.ping !== false && notifiesAuthor(target)) mentionIds.push(target.authorId);
  const flags = 0;
  const draft = { content, embeds: [], components: [], attachments: [], flags, allowedMentions: undefined };
  return createMessage(context, {
    channel,
    // A webhook's message has the webhook's own id as its author.
    authorId: options.as === "webhook" ? world.ids.next() : user.id,
    draft,
    route: "person",
    ...(options.as === "system" ? { type: 7 } : {}),
    webhookId: options.as === "webhook" ? world.ids.next() : null,
    replyTo: target?.id ?? null,
    mentionIds: [...new Set(mentionIds)],
    mentionsEveryone: options.everyone === true && /@(?:everyone|here)/.test(content),
  });
}

function mentionsIn(content: string): string[] {
  return [...content.matchAll(/<@!?(\d+)>/g)].flatMap((match) => match[1] ?? []);
}

/** The answer to a slash command has no author to notify: a reply to it mentions nobody. */
function notifiesAuthor(target: Message): boolean {
  return target.webhookId === null && target.interaction === null;
}

function requireSpeech({ world }: Context, channel: Channel, user: User): void {
  if (mayDo(world, channel, user.id, sendingPermission(channel))) return;
  throw new PersonRefusal(`${user.username} may not write in ${channel.name}.`);
}

/** Changes the text of a person's own message. */
export function rewrite(context: Context, messageId: string, text: string, place: Place = {}): void {
  const message = ownMessage(context, messageId, place);
  const { embeds, components, attachments, flags } = message;
  const repliedTo = message.replyTo === null ? undefined : context.world.messages.get(message.replyTo);
  const stays = repliedTo !== undefined && message.mentionIds.includes(repliedTo.authorId);
  message.mentionIds = [...new Set([...mentionsIn(text), ...(stays ? [repliedTo.authorId] : [])])];
  editMessage(
    context,
    message,
    { content: text, embeds, components, attachments, flags, allowedMentions: undefined },
    "person",
  );
}

/** Takes back a person's own message. */
export function takeBack(context: Context, messageId: string, place: Place = {}): void {
  deleteMessage(context, ownMessage(context, messageId, place));
}

function ownMessage(context: Context, messageId: string, place: Place): Message {
  const message = context.world.messages.get(messageId);
  if (message === undefined || message.deleted)
    throw new PersonRefusal("That message is not there (any more).");
  const user = findSpot(context, {
    ...place,
    user: place.user ?? message.authorId,
    channel: message.channelId,
  }).user;
  if (message.authorId !== user.id) throw new PersonRefusal("Somebody else wrote that message.");
  return message;
}

/**
 * The bot's messages in answer to one: replies to it, messages whose nonce is its id, messages in its thread, and in a
 * DM or thread those that come after it and are no answer to another message.
 */
function answersTo({ world }: Context, asked: Message): readonly Message[] {
  const channel = world.channels.get(asked.channelId);
  const isTalk = channel !== undefined && (channel.recipientId !== null || channel.thread !== null);
  const isAnswer = (one: Message): boolean => {
    if (one.replyTo === asked.id || String(one.nonce) === asked.id) return true;
    const isForAnother =
      one.replyTo !== null || (one.nonce !== null && world.messages.has(String(one.nonce)));
    return isTalk && !isForAnother;
  };
  const isOwn = (one: Message): boolean =>
    one.authorId === world.bot.id && !one.deleted && one.interaction === null;
  const log = world.logs.get(asked.channelId) ?? [];
  const later = log.slice(log.lastIndexOf(asked) + 1).filter((one) => isOwn(one) && isAnswer(one));
  return [...later, ...(world.logs.get(asked.id) ?? []).filter(isOwn)];
}
