/** The bot from start to end: opens the sources, answers until it is told to stop, and finishes what it began. */
import type { BotConfig, Config } from "../config.ts";
import { Secrets } from "../text/secrets.ts";
import { type Answering, AnsweringError } from "./answering.ts";
import { startAnswering } from "./answering-service.ts";
import { assembleBot } from "./assemble-bot.ts";
import { awaitAccount, lookAtAccount } from "./await-account.ts";
import { type Pace, REAL_PACE } from "./back-off.ts";
import { createLog, faultFields, type Log, shortMessage } from "./log.ts";
import { serveDiscord } from "./serve-discord.ts";
import type { KeptRecords } from "./shared-screen-store.ts";

export interface BotOptions {
  readonly config: Config;
  readonly settings: BotConfig;
  /** Aborted when the bot is to stop. */
  readonly signal: AbortSignal;
  /** Look for changed files all the time. */
  readonly watch: boolean;
  /** Takes a line of the log. */
  readonly write: (line: string) => void;
  readonly logAsJson: boolean;
  /** Where answers come from; by default a thread that opens the configured sources. */
  readonly answering?: Answering;
  /** Time and chance; by default the real ones. */
  readonly pace?: Pace;
}

/** Runs until the signal, and then finishes. Rejects with a UserError for what somebody has to mend. */
export async function runBot(options: BotOptions): Promise<void> {
  const { config, settings, signal, write, logAsJson, pace = REAL_PACE } = options;
  const log = createLog(write, logAsJson, new Secrets([settings.token, ...(config.services.secrets ?? [])]));
  // The library throws in its own event handlers when Discord sends something odd: that must not end the bot.
  const onStray = (error: unknown) => log.warn("stray error", faultFields(error));
  process.on("unhandledRejection", onStray);
  let answering: Answering | null = null;
  let shared: (KeptRecords & { close(): Promise<void> }) | null = null;
  try {
    // Before the index is built, which may take long: what is wrong with the settings should be said at once.
    const isKnown = await lookAtAccount(settings, log, signal);
    if (signal.aborted) return;
    // Loaded here alone: the rest of the app is at work in a thread of its own.
    shared = await (await import("../app.ts")).openSharedRecords(config);
    let onChange = (): void => undefined;
    answering = options.answering ?? (await openSources(options, log, () => onChange()));
    const { bot, settled } = assembleBot(config, settings, answering, log, shared);
    onChange = () => {
      bot.screens.forget();
      bot.sources.refresh().catch((error: unknown) => log.warn("sources unknown", faultFields(error)));
    };
    await bot.sources.refresh();
    if (!isKnown) await awaitAccount(settings, log, pace, signal);
    await serveDiscord(bot, settings, signal, pace);
    await settled();
    log.info("stopped");
  } catch (error) {
    if (!signal.aborted || !isOfStopping(error)) throw error;
  } finally {
    await answering?.close();
    await shared?.close();
    process.off("unhandledRejection", onStray);
  }
}

/** Told to stop while the sources were being opened, or while Discord was away. */
function isOfStopping(error: unknown): boolean {
  return error instanceof AnsweringError || (error instanceof Error && error.name === "AbortError");
}

function openSources(
  { config, watch, signal }: BotOptions,
  log: Log,
  onChange: () => void,
): Promise<Answering> {
  log.info("opening the sources");
  return startAnswering(
    { config, watch },
    {
      signal,
      onRefreshed: ({ added, changed, removed, unchanged }) => {
        log.info("refreshed", { added, changed, removed, unchanged });
        onChange();
      },
      onStale: (fault) => log.warn("not refreshed", { message: shortMessage(fault.message) }),
      onRestart: (cause) => log.warn("answering thread restarted", faultFields(cause)),
    },
  );
}
