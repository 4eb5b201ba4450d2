/**
 * Requests to Discord with the manners that the library lacks: it repeats a 5xx without a pause, and a 429 that does
 * not say when to come back in a loop without end. Here both wait. Nor is a redirect ever followed, or taken for an
 * answer: requests carry the token. Everything else is left to the library.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { DefaultRestOptions, REST, type RESTOptions } from "discord.js";
import { UserError } from "../errors.ts";

type MakeRequest = RESTOptions["makeRequest"];

/** Longest wait that a 429 without Retry-After costs, seconds; it begins with one and doubles. */
const LONGEST_WAIT = 32;
const PAUSE_AFTER_5XX_MS = 400;

/** Options that every REST instance of the bot is made with. `api` null is Discord's own. */
export function restOptions(api: string | null): Partial<RESTOptions> {
  return {
    version: "10",
    ...(api !== null && { api }),
    makeRequest: carefulRequest(DefaultRestOptions.makeRequest),
    // Told at the first of them: ten thousand in ten minutes ban the address.
    invalidRequestWarningInterval: 50,
  };
}

/**
 * For interactions: without the library's limit of 50 requests a second, from which Discord exempts them, and without
 * repeats, because whether one is harmless depends on what was asked.
 */
export function createInteractionRest(api: string | null): REST {
  return new REST({ ...restOptions(api), retries: 0, globalRequestsPerSecond: 1_000_000, timeout: 10_000 });
}

function carefulRequest(request: MakeRequest): MakeRequest {
  let unexplained = 0;
  return async (url, init) => {
    const response = await request(url, init);
    if (response.status >= 300 && response.status < 400)
      throw redirected(url, response.headers.get("Location"));
    if (response.status === 429 && response.headers.get("Retry-After") === null) {
      const seconds = Math.min(LONGEST_WAIT, 2 ** unexplained);
      unexplained += 1;
      response.headers.set("Retry-After", String(seconds));
    } else if (response.status < 400) unexplained = 0;
    if (response.status >= 500) await sleep(PAUSE_AFTER_5XX_MS);
    return response;
  };
}

/** Says from where to where, without the paths: they hold the tokens of interactions. */
function redirected(from: string, location: string | null): UserError {
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from).host : "elsewhere";
  return new UserError(
    `${new URL(from).host} sends requests on to ${to}. Footnote does not follow, because they carry the bot's token.`,
    "Set FOOTNOTE_DISCORD_API to the base that answers by itself, or leave it unset for Discord.",
  );
}
