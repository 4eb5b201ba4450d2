/** Each command exists once, whatever DISCORD_GUILD_ID was before; what is not the bot's own is left alone. */
import { REST, Routes } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import { furniture } from "../discord-stand-in/furnished-world.ts";
import type { StandIn } from "../discord-stand-in/stand-in.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { COMMAND_COUNT, expectClean, startBot } from "./running-bot.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The first of the extra guilds. */
const OTHER = "900000000001000000";

async function stand(): Promise<StandIn> {
  const standIn = await startStandIn({ extraGuilds: 1 });
  ends.push(() => standIn.close());
  return standIn;
}

/** Starts a bot with this setting, waits until it has seen to its commands, and stops it. */
async function runOnce(standIn: StandIn, guildId: string | null): Promise<void> {
  const bot = startBot(standIn, guildId === null ? {} : { environment: { DISCORD_GUILD_ID: guildId } });
  await expect
    .poll(() => bot.log.some(({ event }) => String(event).startsWith("commands")), { timeout: 10_000 })
    .toBe(true);
  await standIn.untilIdle();
  await bot.stop();
}

async function counts(standIn: StandIn): Promise<readonly number[]> {
  const scopes = [undefined, standIn.guildId, OTHER];
  return Promise.all(scopes.map(async (scope) => (await standIn.seen.commands(scope)).length));
}

describe("the commands", () => {
  it("exist once after each change of DISCORD_GUILD_ID", async () => {
    const standIn = await stand();
    const steps: readonly (readonly [string | null, readonly number[]])[] = [
      [null, [COMMAND_COUNT, 0, 0]],
      [standIn.guildId, [0, COMMAND_COUNT, 0]],
      [OTHER, [0, 0, COMMAND_COUNT]],
      [null, [COMMAND_COUNT, 0, 0]],
    ];
    for (const [guildId, expected] of steps) {
      await runOnce(standIn, guildId);
      expect(await counts(standIn)).toEqual(expected);
    }
    await expectClean(standIn);
  });

  it("of other names stay where they are", async () => {
    const standIn = await stand();
    await runOnce(standIn, standIn.guildId);
    const rest = new REST({ api: standIn.url }).setToken(standIn.token);
    const route = Routes.applicationGuildCommands(furniture.application, standIn.guildId);
    const present = await rest.get(route);
    const foreign = { name: "weather", type: 1, description: "The weather" };
    await rest.put(route, { body: [...(Array.isArray(present) ? present : []).map(bare), foreign] });
    await runOnce(standIn, null);
    expect((await standIn.seen.commands(standIn.guildId)).map(({ name }) => name)).toEqual(["weather"]);
    expect(await counts(standIn)).toEqual([COMMAND_COUNT, 1, 0]);
  });

  it.each([
    ["cannot be read", "guild commands.get"],
    ["cannot be written", "guild commands.put"],
  ])("stay where a scope %s", async (_name, route) => {
    const standIn = await stand();
    await runOnce(standIn, standIn.guildId);
    await standIn.faults.next(route, { kind: "status", status: 403, code: 50001 }, 9);
    await runOnce(standIn, null);
    expect(await counts(standIn)).toEqual([COMMAND_COUNT, COMMAND_COUNT, 0]);
  });

  it("are not taken away where the new ones could not be written", async () => {
    const standIn = await stand();
    await runOnce(standIn, null);
    await standIn.faults.next("guild commands.put", { kind: "status", status: 403, code: 50001 }, 9);
    await runOnce(standIn, standIn.guildId);
    expect(await counts(standIn)).toEqual([COMMAND_COUNT, 0, 0]);
  });
});

function bare(command: unknown): object {
  const { name, type, description, options } = Object(command);
  return { name, type, ...(type === 1 && { description }), ...(options && { options: options.map(option) }) };
}

function option(one: unknown): object {
  const { name, type, description, required, autocomplete, max_length } = Object(one);
  return { name, type, description, required, autocomplete, max_length };
}
