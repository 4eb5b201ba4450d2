/** An answer that refuses, with Discord's own status, code and nested field errors. */
import type { JsonObject } from "./json.ts";

export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: JsonObject | null;
  /** The bot broke a rule it could have known, rather than met a circumstance. */
  readonly isBreach: boolean;

  constructor(
    status: number,
    code: number,
    message: string,
    more: { readonly errors?: JsonObject; readonly breach?: boolean } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? null;
    this.isBreach = more.breach ?? false;
  }

  toJson(): JsonObject {
    return { message: this.message, code: this.code, errors: this.errors ?? undefined };
  }
}

const circumstances = {
  unauthorized: [401, 0, "401: Unauthorized"],
  notFound: [404, 0, "404: Not Found"],
  unknownChannel: [404, 10003, "Unknown Channel"],
  unknownGuild: [404, 10004, "Unknown Guild"],
  unknownMember: [404, 10007, "Unknown Member"],
  unknownMessage: [404, 10008, "Unknown Message"],
  unknownUser: [404, 10013, "Unknown User"],
  unknownWebhook: [404, 10015, "Unknown Webhook"],
  unknownCommand: [404, 10063, "Unknown application command"],
  tooManyCreates: [400, 30034, "Max number of daily application command creates has been reached (200)"],
  alreadyAcknowledged: [400, 40060, "Interaction has already been acknowledged."],
  tooManyFollowUps: [400, 40094, "This interaction has hit the maximum number of follow up messages"],
  missingAccess: [403, 50001, "Missing Access"],
  notOwnMessage: [403, 50005, "Cannot edit a message authored by another user"],
  noDirectMessages: [403, 50007, "Cannot send messages to this user"],
  missingPermissions: [403, 50013, "Missing Permissions"],
  wrongChannelType: [400, 50024, "Cannot execute action on this channel type"],
  invalidWebhookToken: [401, 50027, "Invalid Webhook Token"],
  archivedThread: [400, 50083, "Thread is archived"],
  needsHistory: [400, 160002, "Cannot reply without permission to read message history"],
  threadExists: [400, 160004, "A thread has already been created for this message"],
  threadLocked: [400, 160005, "Thread is locked"],
  tooManyThreads: [400, 160006, "Maximum number of active threads reached"],
} as const satisfies Record<string, readonly [number, number, string]>;

const breaches = {
  unknownInteraction: [404, 10062, "Unknown interaction"],
  tooLarge: [413, 40005, "Request entity too large"],
  badUserAgent: [403, 40333, "internal network error"],
  emptyMessage: [400, 50006, "Cannot send an empty message"],
  wrongApplication: [403, 20012, "You are not authorized to perform this action on this application"],
  badJson: [400, 50109, "The request body contains invalid JSON."],
} as const satisfies Record<string, readonly [number, number, string]>;

/** A refusal by its name: something about the world that a good bot may meet. */
export function refusal(name: keyof typeof circumstances): ApiError {
  const [status, code, message] = circumstances[name];
  return new ApiError(status, code, message);
}

/** A refusal by its name: something a good bot never brings about. */
export function breach(name: keyof typeof breaches): ApiError {
  const [status, code, message] = breaches[name];
  return new ApiError(status, code, message, { breach: true });
}
