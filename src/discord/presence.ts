/**
 * Whether messages are still there. While the bot is connected it hears of every deletion; of those before, and of
 * those between two sessions, only Discord can tell.
 */
import { type REST, Routes } from "discord.js";
import { CODES, discordCode } from "./discord-faults.ts";
import type { ScreenRecord } from "./screen-record.ts";

export interface Presence {
  /** A new session has begun: from now on deletions are heard of, and some may have been missed. */
  sessionBegan(): void;
  /** False where the message that the record is about is known to be deleted. */
  isStillThere(record: ScreenRecord): Promise<boolean>;
}

export function createPresence(rest: REST, now: () => number = Date.now): Presence {
  let hearsSince = Number.POSITIVE_INFINITY;
  const confirmed = new Set<string>();
  return {
    sessionBegan() {
      hearsSince = now();
      confirmed.clear();
    },
    async isStillThere({ id, at, about }) {
      if (about === undefined || at >= hearsSince || confirmed.has(id)) return true;
      const isThere = await isMessageThere(rest, about.channel, about.message);
      if (isThere) confirmed.add(id);
      return isThere;
    },
  };
}

/** False where Discord says that it is not; true also where it does not say. */
export async function isMessageThere(rest: REST, channelId: string, messageId: string): Promise<boolean> {
  try {
    await rest.get(Routes.channelMessage(channelId, messageId));
    return true;
  } catch (error) {
    const code = discordCode(error);
    return code !== CODES.unknownMessage && code !== CODES.unknownChannel;
  }
}
