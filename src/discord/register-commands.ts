/** Tells Discord of the commands, in one request, and only when what it has differs: creates are rationed by the day. */
import { type REST, Routes } from "discord.js";
import { COMMANDS, type CommandDefinition } from "./command-definitions.ts";
import { asFields, type Fields } from "./fields.ts";

/** True when something was written. `guildId` null registers for everywhere. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly CommandDefinition[] = COMMANDS,
): Promise<boolean> {
  const route = scopeRoute(applicationId, guildId);
  const present: unknown = await rest.get(route, {
    query: new URLSearchParams({ with_localizations: "true" }),
  });
  if (Array.isArray(present) && isSame(present, commands, guildId !== null)) return false;
  await rest.put(route, { body: commands });
  return true;
}

/** Servers looked at for commands that are left over; each costs a request. */
const MOST_SERVERS = 100;

/**
 * Takes the bot's commands out of every scope but the one they are registered for: left over from another setting of
 * DISCORD_GUILD_ID, each would be offered twice. Commands of other names stay. A scope that cannot be read is left as
 * it is. Returns how many commands went.
 */
export async function clearOtherScopes(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  guildIds: readonly string[],
  commands: readonly CommandDefinition[] = COMMANDS,
): Promise<number> {
  const others = guildIds.filter((id) => id !== guildId).slice(0, MOST_SERVERS);
  let cleared = 0;
  for (const scope of guildId === null ? others : [null, ...others]) {
    const route = scopeRoute(applicationId, scope);
    const present: unknown = await rest.get(route).catch(() => null);
    if (!Array.isArray(present)) continue;
    const own = present.map(asFields).filter((one) => isOwn(one, applicationId, commands));
    if (own.length === 0) continue;
    if (own.length === present.length) await rest.put(route, { body: [] });
    else for (const { id } of own) await rest.delete(`${route}/${String(id)}`);
    cleared += own.length;
  }
  return cleared;
}

function scopeRoute(applicationId: string, guildId: string | null): `/${string}` {
  return guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}

function isOwn(
  { application_id: application, type, name }: Fields,
  applicationId: string,
  commands: readonly CommandDefinition[],
): boolean {
  const isOfOther = application !== undefined && application !== applicationId;
  return !isOfOther && commands.some((one) => one.type === type && one.name === name);
}

/** Whether Discord's list says what ours says, whatever it adds: ids, versions, defaults, translations of its own. */
export function isSame(
  present: readonly unknown[],
  wanted: readonly CommandDefinition[],
  inGuild: boolean,
): boolean {
  const keyOf = (one: unknown) => JSON.stringify(essence(one, inGuild));
  const keys = present.map(keyOf).sort();
  const wishes = wanted.map(keyOf).sort();
  return keys.length === wishes.length && keys.every((key, at) => key === wishes[at]);
}

/** The parts that we set, with the defaults that Discord fills in where they are absent. */
function essence(command: unknown, inGuild: boolean): unknown {
  const one = asFields(command);
  return [
    one.type ?? 1,
    one.name,
    pairs(one.name_localizations),
    one.description ?? "",
    pairs(one.description_localizations),
    one.default_member_permissions ?? null,
    // A server's commands have no contexts of their own.
    inGuild ? null : [numbers(one.contexts), numbers(one.integration_types)],
    Array.isArray(one.options) ? one.options.map(optionEssence) : [],
  ];
}

function optionEssence(option: unknown): unknown {
  const one = asFields(option);
  return [
    one.type,
    one.name,
    pairs(one.name_localizations),
    one.description,
    pairs(one.description_localizations),
    one.required ?? false,
    one.autocomplete ?? false,
    one.max_length ?? null,
    one.min_length ?? null,
    Array.isArray(one.choices) ? one.choices.length : 0,
  ];
}

function pairs(value: unknown): [string, unknown][] {
  return Object.entries(asFields(value)).sort(([a], [b]) => (a < b ? -1 : 1));
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map(Number).sort((a, b) => a - b) : [];
}
