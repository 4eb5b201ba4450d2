/** What an answer of Discord's means, above all one that refuses. */
import { DiscordAPIError } from "discord.js";
import { UserError } from "../errors.ts";

/** Codes of Discord's that this bot knows what to do about. */
export const CODES = {
  unknownChannel: 10003,
  unknownGuild: 10004,
  unknownMessage: 10008,
  unknownWebhook: 10015,
  unknownInteraction: 10062,
  alreadyAcknowledged: 40060,
  missingAccess: 50001,
  missingPermissions: 50013,
  invalidWebhookToken: 50027,
  invalidForm: 50035,
  archivedThread: 50083,
  needsHistory: 160002,
  threadExists: 160004,
  tooManyThreads: 160006,
} as const;

/** Discord's code of the error, or null where the error did not come from Discord. */
export function discordCode(error: unknown): number | null {
  return error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : null;
}

/** Whether the request may succeed when it is made again: the network or the server failed, not the request. */
export function isPassing(error: unknown): boolean {
  if (error instanceof UserError) return false;
  if (error instanceof DiscordAPIError) return error.status >= 500;
  if (error instanceof Error && "status" in error && typeof error.status === "number")
    return error.status >= 500;
  return true;
}

/** Whether the place for an answer is gone: nothing can be done about it. */
export function isGone(error: unknown): boolean {
  const code = discordCode(error);
  return (
    code === CODES.unknownMessage ||
    code === CODES.unknownWebhook ||
    code === CODES.unknownInteraction ||
    code === CODES.invalidWebhookToken ||
    code === CODES.unknownChannel
  );
}
