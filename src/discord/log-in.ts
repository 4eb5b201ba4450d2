/** Logs in, patiently: what passes is tried again after a pause, what somebody has to mend ends the bot with a hint. */
import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from "discord.js";
import { UserError } from "../errors.ts";
import { backOffSeconds, type Pace } from "./back-off.ts";

export interface LogInOptions {
  /** Makes a client that has not logged in: a client that failed cannot be used again. */
  readonly create: () => Client;
  readonly token: string;
  readonly signal: AbortSignal;
  readonly onRetry: (error: unknown, seconds: number) => void;
  readonly pace: Pace;
}

/** A client that is ready. Rejects with a UserError for what somebody has to mend, and with the signal's reason. */
export async function logIn({ create, token, signal, onRetry, pace }: LogInOptions): Promise<Client<true>> {
  for (let attempt = 0; ; attempt += 1) {
    const client = create();
    try {
      return await untilReady(client, token, signal);
    } catch (error) {
      await client.destroy().catch(() => undefined);
      if (error instanceof UserError || signal.aborted) throw error;
      const seconds = backOffSeconds(attempt, pace.random);
      onRetry(error, seconds);
      await pace.sleep(seconds * 1000, signal);
    }
  }
}

function untilReady(client: Client, token: string, signal: AbortSignal): Promise<Client<true>> {
  const settled = new AbortController();
  const ready = new Promise<Client<true>>((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true, signal: settled.signal });
    if (signal.aborted) stop();
    client.once(Events.ClientReady, resolve);
    client.once(Events.ShardDisconnect, ({ code }) =>
      reject(closedFault(code) ?? new Error(`closed: ${code}`)),
    );
    client.login(token).catch((error: unknown) => reject(loginFault(error) ?? error));
  });
  // Attempts may be many, and the signal outlives them all.
  return ready.finally(() => settled.abort());
}

/** What somebody has to mend about a refused log-in; null for what may pass. */
function loginFault(error: unknown): UserError | null {
  const isToken =
    (error instanceof DiscordAPIError && error.status === 401) ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid);
  return isToken ? badToken() : null;
}

/** What somebody has to mend about a connection that Discord closed for good; null for what may pass. */
export function closedFault(code: number): UserError | null {
  switch (code) {
    case 4004:
      return badToken();
    case 4010:
    case 4011:
      return new UserError(
        "Discord wants this bot to run in shards.",
        "It is in more servers than one connection may serve (2,500): set FOOTNOTE_SHARDS=auto.",
      );
    case 4012:
      return new UserError(
        "Discord no longer speaks this version of its gateway.",
        "Install a newer Footnote.",
      );
    case 4013:
      return new UserError(
        "Discord does not know the intents that this bot asks for.",
        "Install a newer Footnote.",
      );
    case 4014:
      return new UserError(
        "Discord refuses the intents of this bot.",
        "Footnote needs no privileged intent: check in the developer portal that the bot is in good standing.",
      );
    default:
      return null;
  }
}

/** The token was taken back, or never was one. */
export function badToken(): UserError {
  return new UserError(
    "Discord does not accept DISCORD_TOKEN.",
    "Reset the token in the developer portal (Bot, Reset Token) and set DISCORD_TOKEN to the new one.",
  );
}
