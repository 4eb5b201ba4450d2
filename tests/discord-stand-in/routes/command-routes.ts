/** Routes that read and overwrite application commands, global ones and those of a guild. */
import { breach, refusal } from "../api-error.ts";
import { type Json, type JsonObject, objectsOf } from "../json.ts";
import { checkCommands } from "../limits/command-limits.ts";
import type { Command } from "../model.ts";
import { type Call, param, type Reply, type Route } from "./route.ts";

/** New commands a day in a scope. */
const maxCreates = 200;

const scopes = [
  { name: "commands", template: "/applications/{application_id}/commands" },
  { name: "guild commands", template: "/applications/{application_id}/guilds/{guild_id}/commands" },
];

export const commandRoutes: readonly Route[] = scopes.flatMap(({ name, template }): readonly Route[] => [
  { name: `${name}.get`, method: "GET", template, access: "bot", handle: list },
  { name: `${name}.put`, method: "PUT", template, access: "bot", handle: overwrite },
  {
    name: `${name}.delete`,
    method: "DELETE",
    template: `${template}/{command_id}`,
    access: "bot",
    handle: remove,
  },
]);

function scopeOf(call: Call): string | null {
  const { world } = call.context;
  if (param(call, "application_id") !== world.applicationId) throw breach("wrongApplication");
  const guildId = call.params.guild_id;
  if (guildId === undefined) return null;
  if (world.guilds.get(guildId)?.hasBot !== true) throw refusal("missingAccess");
  return guildId;
}

function inScope(call: Call, guildId: string | null): readonly Command[] {
  return [...call.context.world.commands.values()].filter((one) => one.guildId === guildId);
}

function list(call: Call): Reply {
  const withTranslations = call.query.get("with_localizations") === "true";
  const shapes = inScope(call, scopeOf(call)).map((one) => commandShape(call, one));
  return { status: 200, json: withTranslations ? shapes : shapes.map(untranslated) };
}

function overwrite(call: Call): Reply {
  const { world, bell, ledger } = call.context;
  const guildId = scopeOf(call);
  const wanted = checkCommands(call.body.json);
  const old = inScope(call, guildId);
  const oldOf = (type: number, name: string) => old.find((one) => one.type === type && one.name === name);
  const next = wanted.map((body): Command => {
    const definition = stored(body);
    const type = Number(definition.type);
    const name = String(definition.name);
    const before = oldOf(type, name);
    const isSame = before !== undefined && JSON.stringify(before.definition) === JSON.stringify(definition);
    const id = before?.id ?? world.ids.next();
    return { id, version: isSame ? before.version : world.ids.next(), guildId, type, name, definition };
  });
  const created = next.filter((one) => oldOf(one.type, one.name) === undefined).length;
  ledger.commandsCreated += created;
  if (ledger.commandsCreated > maxCreates) throw refusal("tooManyCreates");
  for (const one of old) world.commands.delete(one.id);
  for (const one of next) world.commands.set(one.id, one);
  bell.ring();
  return { status: 200, json: next.map((one) => commandShape(call, one)) };
}

function remove(call: Call): Reply {
  const { world, bell } = call.context;
  const guildId = scopeOf(call);
  const found = world.commands.get(param(call, "command_id"));
  if (found === undefined || found.guildId !== guildId) throw refusal("unknownCommand");
  world.commands.delete(found.id);
  bell.ring();
  return { status: 204 };
}

/** A definition as Discord keeps it: defaults filled in, false and empty members left out. */
function stored(body: JsonObject): JsonObject {
  const type = typeof body.type === "number" ? body.type : 1;
  return {
    type,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? "",
    description_localizations: body.description_localizations ?? null,
    default_member_permissions:
      body.default_member_permissions === undefined || body.default_member_permissions === null
        ? null
        : String(body.default_member_permissions),
    dm_permission: body.dm_permission ?? true,
    contexts: body.contexts ?? null,
    integration_types: body.integration_types ?? [0],
    nsfw: body.nsfw ?? false,
    options: type === 1 ? storedOptions(body.options) : undefined,
  };
}

function storedOptions(options: Json | undefined): readonly JsonObject[] | undefined {
  const list = objectsOf(options);
  if (list.length === 0) return undefined;
  return list.map((option) => ({
    ...option,
    name_localizations: option.name_localizations ?? null,
    description_localizations: option.description_localizations ?? null,
    required: option.required === true ? true : undefined,
    autocomplete: option.autocomplete === true ? true : undefined,
    choices: objectsOf(option.choices).length === 0 ? undefined : objectsOf(option.choices).map(storedChoice),
    options: storedOptions(option.options),
  }));
}

function storedChoice(choice: JsonObject): JsonObject {
  return { ...choice, name_localizations: choice.name_localizations ?? null };
}

function commandShape(call: Call, command: Command): JsonObject {
  return {
    id: command.id,
    application_id: call.context.world.applicationId,
    version: command.version,
    guild_id: command.guildId ?? undefined,
    ...command.definition,
  };
}

/** Translations are only sent to those who ask for them. */
function untranslated(shape: JsonObject): JsonObject {
  const { name_localizations: _name, description_localizations: _description, ...rest } = shape;
  const deeper = (value: Json | undefined) =>
    value === undefined ? undefined : objectsOf(value).map(untranslated);
  return { ...rest, options: deeper(rest.options), choices: deeper(rest.choices) };
}
