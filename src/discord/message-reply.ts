/**
 * Answers one message, so that exactly one answer stands: its nonce is the id of the question, and Discord keeps the
 * first of several messages with one nonce. So a lost answer can be sent again, by this process or by another one.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type REST, Routes } from "discord.js";
import { CODES, discordCode, isGone } from "./discord-faults.ts";
import { type Rendered, sendPatiently } from "./send-patiently.ts";

export interface PostPlace {
  readonly channelId: string;
  /** Shown as a reply to this message; null where replies are not possible. */
  readonly replyTo: string | null;
}

/** Posts the answer to the message `questionId`. False where the place does not take it. */
export function postAnswer(
  rest: REST,
  place: PostPlace,
  questionId: string,
  rendered: Rendered,
  onRefusedCard: (error: unknown) => void,
): Promise<boolean> {
  let { replyTo } = place;
  return sendPatiently(rendered, {
    onRefusedCard,
    send: (body) =>
      rest.post(Routes.channelMessages(place.channelId), {
        body: {
          ...body,
          nonce: questionId,
          enforce_nonce: true,
          ...(replyTo !== null && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
        },
      }),
    isHopeless: (error) => isGone(error) || isForbidden(error),
    isMended: (error) => {
      if (replyTo === null || discordCode(error) !== CODES.needsHistory) return false;
      replyTo = null;
      return true;
    },
  });
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
