/**
 * Sends an answer until it has arrived: what passes is waited out, and a card that Discord refuses is replaced by its
 * plain twin. Whether sending twice does harm is for the caller to know.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { AttachedFile, MessagePayload } from "../render/discord/components.ts";
import { CODES, discordCode, isPassing } from "./discord-faults.ts";

/** A message in the form that is wanted and, made only if that is refused, in a plainer one. */
export interface Rendered {
  readonly payload: MessagePayload;
  readonly plain?: (() => MessagePayload) | undefined;
  readonly file?: AttachedFile | undefined;
}

export interface Sending {
  readonly send: (body: MessagePayload) => Promise<unknown>;
  /** Whether the place takes nothing any more. */
  readonly isHopeless: (error: unknown) => boolean;
  /** True where `send` will now do otherwise, so that it is worth trying at once. */
  readonly isMended?: (error: unknown) => boolean;
  readonly onRefusedCard: (error: unknown) => void;
}

/** Pauses before each further attempt, milliseconds. */
const PAUSES = [100, 500, 2000, 5000, 10_000, 20_000];

/** False where the place does not take it. Rejects with what is neither passing nor hopeless. */
export async function sendPatiently({ payload, plain }: Rendered, sending: Sending): Promise<boolean> {
  let [body, fallback] = [payload, plain];
  for (let attempt = 0; ; attempt += 1) {
    try {
      await sending.send(body);
      return true;
    } catch (error) {
      if (sending.isHopeless(error)) return false;
      if (sending.isMended?.(error)) continue;
      const pause = PAUSES[attempt];
      if (discordCode(error) === CODES.invalidForm && fallback !== undefined) {
        sending.onRefusedCard(error);
        body = fallback();
        fallback = undefined;
      } else if (!isPassing(error) || pause === undefined) throw error;
      else await sleep(pause);
    }
  }
}

/** Does what may be done twice, until it is done: what passes is waited out. False where it cannot be done (any more). */
export async function insist(work: () => Promise<unknown>): Promise<boolean> {
  for (const pause of [...PAUSES, null]) {
    try {
      await work();
      return true;
    } catch (error) {
      if (!isPassing(error) || pause === null) return false;
      await sleep(pause);
    }
  }
  return false;
}
