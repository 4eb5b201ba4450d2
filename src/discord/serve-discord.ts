/** Stays connected to Discord, hands events on, and leaves in good order. */
import { type Client, Events } from "discord.js";
import type { BotConfig } from "../config.ts";
import { UserError } from "../errors.ts";
import { backOffSeconds, type Pace } from "./back-off.ts";
import type { Bot } from "./bot.ts";
import { createClient } from "./client.ts";
import { heedChanges } from "./heed-changes.ts";
import { answerEvent } from "./interactions.ts";
import { faultFields } from "./log.ts";
import { closedFault, logIn } from "./log-in.ts";
import { answerMessage } from "./messages.ts";
import { createPatientGateway } from "./patient-gateway.ts";
import { clearOtherScopes, registerCommands } from "./register-commands.ts";

/** Time for what is under way when the bot is told to stop; a second more for last words. */
const DRAIN_MS = 8500;

/** Serves until the signal, then finishes what is under way. Rejects with a UserError for what must be mended. */
export async function serveDiscord(
  bot: Bot,
  settings: BotConfig,
  signal: AbortSignal,
  pace: Pace,
): Promise<void> {
  const onWait = (why: string, seconds: number): void => {
    if (!signal.aborted) bot.log.warn(why, { again_in_seconds: Math.round(seconds) });
  };
  const gateway = createPatientGateway(pace, onWait);
  for (let sessions = 0; !signal.aborted; sessions += 1) {
    const started = performance.now();
    const lost = new AbortController();
    const client = await logIn({
      create: () => listen(bot, createClient(settings.api, settings.shards, gateway), lost, signal),
      token: settings.token,
      signal,
      pace,
      onRetry: (error, seconds) =>
        bot.log.warn("no connection", { ...faultFields(error), again_in_seconds: Math.round(seconds) }),
    }).catch((error: unknown) => {
      if (signal.aborted && !(error instanceof UserError)) return null;
      throw error;
    });
    if (client === null) return;
    bot.log.info("ready", { guilds: client.guilds.cache.size, ms: Math.round(performance.now() - started) });
    void register(bot, settings, client);
    await aborted(AbortSignal.any([signal, lost.signal]));
    if (signal.aborted) {
      bot.log.info("stopping");
      const left = await bot.work.drain(DRAIN_MS);
      if (left > 0) bot.log.warn("unfinished", { questions: left });
    }
    await client.destroy();
    if (lost.signal.reason instanceof UserError) throw lost.signal.reason;
    if (!signal.aborted)
      await pace.sleep(1000 * backOffSeconds(sessions, pace.random), signal).catch(() => undefined);
  }
}

/** Connects the handlers. Nothing new is taken once the bot is told to stop. */
function listen(bot: Bot, client: Client, lost: AbortController, signal: AbortSignal): Client {
  const take = (what: string, work: () => Promise<void>): void => {
    if (signal.aborted) return;
    work().catch((error: unknown) => bot.log.warn("failed", { what, ...faultFields(error) }));
  };
  client.on(Events.InteractionCreate, (interaction) =>
    take("interaction", () => answerEvent(bot, interaction)),
  );
  heedChanges(bot, client);
  client.on(Events.MessageCreate, (message) => take("message", () => answerMessage(bot, client, message)));
  // Without listeners an error would end the process.
  client.on(Events.Error, (error) => bot.log.warn("client error", faultFields(error)));
  client.on(Events.ShardError, (error) => bot.log.warn("connection error", faultFields(error)));
  client.on(Events.ShardReconnecting, () => {
    if (!signal.aborted) bot.log.info("reconnecting");
  });
  client.on(Events.ShardResume, () => bot.log.info("resumed"));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (client.isReady() || client.readyTimestamp !== null)
      lost.abort(closedFault(code) ?? new Error(`Discord closed the connection (${code})`));
  });
  client.on(Events.Invalidated, () => lost.abort(new Error("the session is no longer valid")));
  return client;
}

/** A failure costs only that commands stay as they are. */
async function register(bot: Bot, { guildId }: BotConfig, client: Client<true>): Promise<void> {
  const application = client.application.id;
  try {
    const isWritten = await registerCommands(bot.rest, application, guildId);
    const servers = [...client.guilds.cache.keys()];
    const cleared = await clearOtherScopes(bot.rest, application, guildId, servers);
    if (cleared > 0) bot.log.info("doubled commands removed", { commands: cleared });
    // Said last: afterwards nothing of the commands is under way any more.
    bot.log.info(isWritten ? "commands registered" : "commands unchanged");
  } catch (error) {
    bot.log.warn("commands not registered", faultFields(error));
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
