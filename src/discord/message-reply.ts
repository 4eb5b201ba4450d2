/**
 * Answers one message, so that exactly one answer stands: its nonce is the id of the question, and Discord keeps the
 * first of several messages with one nonce. So a lost answer can be sent again, by this process or by another one.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type REST, Routes } from "discord.js";
import type { MessagePayload } from "../render/discord/components.ts";
import { CODES, discordCode, isGone, isPassing } from "./discord-faults.ts";
import type { Rendered } from "./interaction-reply.ts";

export interface PostPlace {
  readonly channelId: string;
  /** Shown as a reply to this message; null where replies are not possible. */
  readonly replyTo: string | null;
}

const POST_PAUSES = [100, 500, 2000, 5000, 10_000, 20_000];

/** Posts the answer to the message `questionId`. False where the place does not take it. */
export async function postAnswer(
  rest: REST,
  place: PostPlace,
  questionId: string,
  { payload, plain }: Rendered,
  onRefusedCard: (error: unknown) => void,
): Promise<boolean> {
  let replyTo = place.replyTo;
  let body: MessagePayload = payload;
  let fallback = plain;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await rest.post(Routes.channelMessages(place.channelId), {
        body: {
          ...body,
          nonce: questionId,
          enforce_nonce: true,
          ...(replyTo !== null && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
        },
      });
      return true;
    } catch (error) {
      const code = discordCode(error);
      const pause = POST_PAUSES[attempt];
      if (isGone(error) || isForbidden(error)) return false;
      if (code === CODES.needsHistory && replyTo !== null) replyTo = null;
      else if (code === CODES.invalidForm && fallback !== undefined) {
        onRefusedCard(error);
        body = fallback();
        fallback = undefined;
      } else if (!isPassing(error) || pause === undefined) throw error;
      else await sleep(pause);
    }
  }
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
