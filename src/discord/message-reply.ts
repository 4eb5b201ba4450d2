/**
 * Answers one message, so that exactly one answer stands: its nonce is the id of the question, and Discord keeps the
 * first of several messages with one nonce. So a lost answer can be sent again, by this process or by another one.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type REST, Routes } from "discord.js";
import { cardOf, type MessagePayload } from "../render/discord/components.ts";
import { CODES, discordCode, isGone } from "./discord-faults.ts";
import { type Rendered, sendPatiently } from "./send-patiently.ts";

export interface PostPlace {
  readonly channelId: string;
  /** Shown as a reply to this message; null where replies are not possible. */
  readonly replyTo: string | null;
}

export interface MessageReply {
  /** Whether something was posted: if it is not there any more, somebody took it away. */
  readonly isPosted: boolean;
  /** The answer, in the place of what was shown before it. False where the place does not take it. */
  show(rendered: Rendered): Promise<boolean>;
  /** Shows something that will be replaced: tried once. False when it was taken away. */
  preview(payload: MessagePayload): Promise<boolean>;
}

/** The reply to the message `questionId`: posted once, edited from then on. */
export function createMessageReply(
  rest: REST,
  place: PostPlace,
  questionId: string,
  onRefusedCard: (error: unknown) => void,
): MessageReply {
  let { replyTo } = place;
  let posted: string | null = null;
  const send = async (body: MessagePayload): Promise<void> => {
    if (posted !== null) {
      await rest.patch(Routes.channelMessage(place.channelId, posted), { body });
      return;
    }
    const message: unknown = await rest.post(Routes.channelMessages(place.channelId), {
      body: {
        ...body,
        nonce: questionId,
        enforce_nonce: true,
        ...(replyTo !== null && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      },
    });
    posted = idOf(message);
  };
  const isHopeless = (error: unknown) => isGone(error) || isForbidden(error);
  return {
    get isPosted() {
      return posted !== null;
    },
    show({ payload, plain, file }) {
      // Only previews, which are cards, are edited.
      const rendered = posted === null ? { payload, plain } : { payload: cardOf(payload) };
      return sendPatiently(
        { ...rendered, ...(file && { file }) },
        {
          onRefusedCard,
          send,
          isHopeless,
          isMended: (error) => {
            if (replyTo === null || discordCode(error) !== CODES.needsHistory) return false;
            replyTo = null;
            return true;
          },
        },
      );
    },
    async preview(payload) {
      try {
        await send(payload);
        return true;
      } catch (error) {
        return posted === null || !isHopeless(error);
      }
    },
  };
}

function idOf(message: unknown): string | null {
  const isMessage = typeof message === "object" && message !== null && "id" in message;
  return isMessage && typeof message.id === "string" ? message.id : null;
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
