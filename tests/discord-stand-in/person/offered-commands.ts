/** The commands a client offers a person in a place: by installation, context and permissions. */
import type { Context } from "../context.ts";
import { isList, type JsonObject, listOf, objectOf } from "../json.ts";
import type { Command } from "../model.ts";
import { bitsOf } from "../permissions.ts";
import { guildOf, permissionsIn } from "../world.ts";
import type { Spot } from "./place.ts";
import { PersonRefusal } from "./refusal.ts";

export interface Offer {
  readonly command: Command;
  /** By whose installation it is there: guild ("0"), user ("1"). */
  readonly owners: JsonObject;
}

/** The offered command of a type and name; the name may be the default one or that of the person's language. */
export function findOffer(context: Context, spot: Spot, type: number, name: string): Offer {
  const named = [...context.world.commands.values()].filter(
    (one) => one.type === type && isNamed(one, name, spot.locale),
  );
  // A guild's own command hides the global one of the same name.
  named.sort((a, b) => Number(b.guildId !== null) - Number(a.guildId !== null));
  for (const command of named) {
    const owners = ownersOf(context, spot, command);
    if (owners !== null) return { command, owners };
  }
  const why =
    named.length === 0 ? "no such command is registered" : "it is not offered to this person in this place";
  throw new PersonRefusal(`${spot.user.username} cannot use "${name}": ${why}.`);
}

/** All commands offered in a place, by their default names. */
export function offeredNames(context: Context, spot: Spot): readonly string[] {
  const offered = [...context.world.commands.values()].filter((one) => ownersOf(context, spot, one) !== null);
  return [...new Set(offered.map((one) => one.name))].sort();
}

function isNamed(command: Command, name: string, locale: string): boolean {
  return command.name === name || objectOf(command.definition.name_localizations)[locale] === name;
}

/** Null when the command is not offered. */
function ownersOf(context: Context, spot: Spot, command: Command): JsonObject | null {
  const { world } = context;
  const guild = guildOf(world, spot.channel);
  if (command.guildId !== null && command.guildId !== guild?.id) return null;
  if (!fitsContext(command, guild === null ? 1 : 0)) return null;
  const types = isList(command.definition.integration_types) ? command.definition.integration_types : [0];
  const byGuild = types.includes(0) && (guild === null || guild.hasBot);
  const byUser = types.includes(1) && spot.user.hasInstalledApp;
  if (!byGuild && !byUser) return null;
  if (guild !== null && !mayUse(context, spot, command)) return null;
  const own = guild === null ? "0" : guild.id;
  return { "0": byGuild ? own : undefined, "1": byUser ? spot.user.id : undefined };
}

function fitsContext(command: Command, place: 0 | 1): boolean {
  const { contexts, dm_permission: inDirectMessages } = command.definition;
  if (command.guildId !== null) return place === 0;
  if (isList(contexts)) return listOf(contexts).includes(place);
  return place === 0 || inDirectMessages !== false;
}

function mayUse({ world }: Context, spot: Spot, command: Command): boolean {
  const held = permissionsIn(world, spot.channel, spot.user.id);
  if ((held & bitsOf(["UseApplicationCommands"])) === 0n) return false;
  const asked = command.definition.default_member_permissions;
  if (typeof asked !== "string") return true;
  // "0" keeps the command for administrators.
  const needed = asked === "0" ? bitsOf(["Administrator"]) : BigInt(asked);
  return (held & needed) === needed;
}
