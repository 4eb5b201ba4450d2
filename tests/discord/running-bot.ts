/** The bot with the real discord.js, in this process, against a stand-in on the loopback. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { type Flags, readBotConfig, readConfig } from "../../src/config.ts";
import type { Pace } from "../../src/discord/back-off.ts";
import { runBot } from "../../src/discord/main.ts";
import { findOpenApi } from "../discord-stand-in/open-api.ts";
import type { StandInSettings } from "../discord-stand-in/settings.ts";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { ScriptedAnswering } from "../doubles/scripted-answering.ts";

/** How many commands the bot registers. */
export const COMMAND_COUNT = 7;

/** Discord gives a bot three seconds; how fast it is, is for benchmarks, and a busy machine must not fail a test. */
const UNHURRIED_MS = 60_000;

export interface RunningBot {
  readonly answering: ScriptedAnswering;
  readonly log: Record<string, unknown>[];
  /** Resolves when the bot has ended; rejects with what ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface BotSetting {
  readonly folder?: string;
  readonly answering?: ScriptedAnswering;
  readonly environment?: Readonly<Record<string, string>>;
  readonly flags?: Flags;
  readonly pace?: Pace;
}

/** A bot that logs in to the stand-in; nothing is waited for. */
export function startBot(standIn: StandIn, setting: BotSetting = {}): RunningBot {
  const answering = setting.answering ?? new ScriptedAnswering();
  const stop = new AbortController();
  const log: Record<string, unknown>[] = [];
  const environment = {
    DISCORD_TOKEN: standIn.token,
    FOOTNOTE_DISCORD_API: standIn.url,
    ...setting.environment,
  };
  const folder = setting.folder ?? temporaryFolder();
  const ended = runBot({
    config: readConfig({ index: folder, ...setting.flags }, {}),
    settings: readBotConfig(environment),
    signal: stop.signal,
    watch: false,
    write: (line) => void log.push(JSON.parse(line)),
    logAsJson: true,
    answering,
    ...(setting.pace && { pace: setting.pace }),
  });
  ended.catch(() => undefined);
  return {
    answering,
    log,
    ended,
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

/** A stand-in, with the oracle where it is at hand, and a bot that is ready. */
export async function startBoth(
  setting: BotSetting = {},
  standInSettings: Partial<StandInSettings> = {},
): Promise<{ readonly standIn: StandIn; readonly bot: RunningBot; close(): Promise<void> }> {
  const standIn = await startStandIn({ openapi: findOpenApi(), ackMs: UNHURRIED_MS, ...standInSettings });
  const bot = startBot(standIn, setting);
  expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
  return {
    standIn,
    bot,
    async close() {
      await bot.stop().catch(() => undefined);
      await standIn.close();
    },
  };
}

/** Nothing was done that Discord forbids, nobody was notified, and every request and answer was in order. */
export async function expectClean(standIn: StandIn): Promise<void> {
  expect(await standIn.seen.violations()).toEqual([]);
  expect(await standIn.seen.pings()).toEqual([]);
  expect(await standIn.seen.unguarded()).toEqual([]);
  expect(await standIn.seen.schemaFindings()).toEqual([]);
}

const folders: string[] = [];

/** A folder that is gone when the tests have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "footnote-bot-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
