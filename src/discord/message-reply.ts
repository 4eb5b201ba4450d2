/**
 * Answers one message, so that exactly one answer stands: its nonce is the id of the question, and Discord keeps the
 * first of several messages with one nonce. So a lost answer can be sent again, by this process or by another one.
 * Nothing is sent once the question is deleted.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { DiscordAPIError, type REST, Routes } from "discord.js";
import { cardOf, type MessagePayload } from "../render/discord/components.ts";
import { CODES, discordCode, isGone } from "./discord-faults.ts";
import { asFields, textOf } from "./fields.ts";
import { type Rendered, sendPatiently } from "./send-patiently.ts";

export interface PostPlace {
  readonly channelId: string;
  /** Shown as a reply to this message; null where replies are not possible. */
  readonly replyTo: string | null;
}

export interface MessageReply {
  /** Whether something was posted: if it is not there any more, somebody took it away. */
  readonly isPosted: boolean;
  /** The answer, in the place of what was shown before it. False where the place does not take it, or the signal came. */
  show(rendered: Rendered, signal: AbortSignal): Promise<boolean>;
  /** Shows something that will be replaced: tried once. False when it was taken away, or the signal came. */
  preview(payload: MessagePayload, signal: AbortSignal): Promise<boolean>;
}

export interface ReplyEvents {
  readonly onRefusedCard: (error: unknown) => void;
  /** It stands there now, with this id. */
  readonly onPosted: (id: string) => void;
  /** Discord knows the question no more. */
  readonly onQuestionGone: () => void;
}

/** The reply to the message `questionId`: posted once, edited from then on. */
export function createMessageReply(
  rest: REST,
  place: PostPlace,
  questionId: string,
  events: ReplyEvents,
): MessageReply {
  let { replyTo } = place;
  let posted: string | null = null;
  /** What may stand there already, although no answer to its request came back. */
  let attempted: MessagePayload | null = null;

  const post = async (body: MessagePayload, signal: AbortSignal): Promise<void> => {
    attempted ??= body;
    // Discord itself refuses a reply to a message that is deleted: its event may be on the way only.
    const reference = replyTo !== null && { message_reference: { message_id: replyTo } };
    try {
      const message: unknown = await rest.post(Routes.channelMessages(place.channelId), {
        body: { ...body, nonce: questionId, enforce_nonce: true, ...reference },
        signal,
      });
      posted = textOf(message, "id");
      if (posted !== null) events.onPosted(posted);
    } catch (error) {
      if (discordCode(error) === CODES.invalidForm) attempted = null;
      if (isQuestionGone(error)) events.onQuestionGone();
      throw error;
    }
  };
  const send = async (body: MessagePayload, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    if (posted === null) {
      await post(body, signal);
      if (attempted === body || posted === null) return;
    }
    await rest.patch(Routes.channelMessage(place.channelId, posted), { body, signal });
  };
  const isHopeless = (error: unknown, signal: AbortSignal) =>
    signal.aborted || isGone(error) || isForbidden(error) || isQuestionGone(error);
  return {
    get isPosted() {
      return posted !== null;
    },
    show({ payload, plain, file }, signal) {
      // Only previews, which are cards, are edited.
      const rendered = attempted === null ? { payload, plain } : { payload: cardOf(payload) };
      return sendPatiently(
        { ...rendered, ...(file && { file }) },
        {
          onRefusedCard: events.onRefusedCard,
          send: (body) => send(body, signal),
          isHopeless: (error) => isHopeless(error, signal),
          isMended: (error) => {
            if (replyTo === null || discordCode(error) !== CODES.needsHistory) return false;
            replyTo = null;
            return true;
          },
        },
      );
    },
    async preview(payload, signal) {
      try {
        await send(payload, signal);
        return true;
      } catch (error) {
        return !signal.aborted && (posted === null || !isHopeless(error, signal));
      }
    },
  };
}

/** Whether the message replied to is deleted. */
function isQuestionGone(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError) || error.code !== CODES.invalidForm) return false;
  return "message_reference" in asFields(asFields(error.rawError).errors);
}

/** Whether the bot may not write there (any more). */
function isForbidden(error: unknown): boolean {
  const code = discordCode(error);
  return code === CODES.missingAccess || code === CODES.missingPermissions || code === CODES.archivedThread;
}

/** Says "typing" until `done` settles. Nobody misses it when it fails. */
export async function typeUntil(rest: REST, channelId: string, done: Promise<unknown>): Promise<void> {
  let isDone = false;
  const stop = done.then(
    () => undefined,
    () => undefined,
  );
  void stop.then(() => {
    isDone = true;
  });
  while (!isDone) {
    await rest.post(Routes.channelTyping(channelId)).catch(() => undefined);
    // Shown for ten seconds.
    await Promise.race([stop, sleep(8000, undefined, { ref: false })]);
  }
}
