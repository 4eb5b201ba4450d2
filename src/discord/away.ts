/** Why Discord cannot be asked just now, in a sentence that names the host. It may pass: whoever asks can try again. */
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { isTlsCode, UserError } from "../errors.ts";
import { badToken } from "./log-in.ts";

const HINT =
  "Check this machine's connection (firewall, proxy, name server) and FOOTNOTE_DISCORD_API, where it is set. The bot waits and tries again.";

export class AwayError extends UserError {
  /** Discord asked to wait for this long; null where it did not say. */
  readonly seconds: number | null;

  constructor(message: string, seconds: number | null = null) {
    super(message, HINT);
    this.seconds = seconds;
  }
}

/** A UserError for what somebody has to mend, an AwayError for what may pass; of a refusal that is neither, null. */
export function faultOfAnswer(error: unknown, host: string): UserError | null {
  if (error instanceof UserError) return error;
  if (error instanceof RateLimitError) {
    const seconds = Math.max(1, Math.ceil(error.retryAfter / 1000));
    return new AwayError(`${host} asks to wait for ${seconds} seconds (status 429).`, seconds);
  }
  if (error instanceof HTTPError)
    return new AwayError(`${host} answers with an error (status ${error.status}).`);
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return badToken();
    return null;
  }
  return unreached(error, host);
}

/** Codes of Node, of its sockets and of the HTTP client below discord.js. */
function unreached(error: unknown, host: string): AwayError {
  const code = codeOf(error);
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EAI_FAIL" || code === "EAI_NODATA")
    return new AwayError(`${host} cannot be found: no name server knows it (${code}).`);
  if (code === "ECONNREFUSED") return new AwayError(`${host} refuses the connection (ECONNREFUSED).`);
  if (code === "ENETUNREACH" || code === "EHOSTUNREACH")
    return new AwayError(`There is no way to ${host} from here (${code}).`);
  if (isTlsCode(code))
    return new AwayError(
      `${host} does not prove that it is what it says: the connection is not secure (${code}).`,
    );
  if (/TIMEOUT|TIMEDOUT/.test(code) || (error instanceof Error && error.name === "AbortError"))
    return new AwayError(`${host} does not answer in time.`);
  if (error instanceof SyntaxError || (error instanceof TypeError && code === ""))
    return new AwayError(`What answers at ${host} is not Discord.`);
  return new AwayError(`The connection to ${host} broke off${code === "" ? "" : ` (${code})`}.`);
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== "") ?? "";
  return codeOf(error.cause);
}
