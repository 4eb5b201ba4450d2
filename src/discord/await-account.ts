/** The first thing a bot does: it looks whether it can work, and waits where Discord is away. */
import type { BotConfig } from "../config.ts";
import { type Account, examineAccount } from "./account.ts";
import { AwayError } from "./away.ts";
import { backOffSeconds, type Pace } from "./back-off.ts";
import type { Log } from "./log.ts";

/** Looks once, and tells what it saw. False while Discord is away. Rejects with a UserError for what must be mended. */
export async function lookAtAccount(settings: BotConfig, log: Log, signal: AbortSignal): Promise<boolean> {
  try {
    tell(await examineAccount(settings, signal), log);
    return true;
  } catch (error) {
    if (!(error instanceof AwayError)) throw error;
    if (!signal.aborted) log.warn("no connection", { message: error.message });
    return false;
  }
}

/** Looks until Discord is there, longer apart each time. Rejects also with the signal's reason. */
export async function awaitAccount(
  settings: BotConfig,
  log: Log,
  pace: Pace,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      tell(await examineAccount(settings, signal), log);
      return;
    } catch (error) {
      if (!(error instanceof AwayError)) throw error;
      signal.throwIfAborted();
      const seconds = Math.max(error.seconds ?? 0, backOffSeconds(attempt, pace.random));
      log.warn("no connection", { message: error.message, again_in_seconds: Math.round(seconds) });
      await pace.sleep(1000 * seconds, signal);
    }
  }
}

function tell({ name, servers, remarks }: Account, log: Log): void {
  log.info("account", { name, servers });
  for (const { message, hint } of remarks) log.warn("account", { message, hint });
}
