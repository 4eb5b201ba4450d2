/**
 * Asks Discord, before anything else is done, whether the bot can work with its settings: its token, its servers, what
 * it may do there. Changes nothing. What must be mended is a UserError, what passes an AwayError, the rest a remark.
 */
import { DiscordAPIError, REST, Routes } from "discord.js";
import type { BotConfig } from "../config.ts";
import { UserError } from "../errors.ts";
import { AwayError, faultOfAnswer } from "./away.ts";
import { restOptions } from "./careful-rest.ts";
import { findLacks, NEEDED, type ServerChannel } from "./channel-permissions.ts";
import { CODES, discordCode } from "./discord-faults.ts";
import { asFields, textOf } from "./fields.ts";
import { tokenFault } from "./token-shape.ts";

export interface Account {
  /** Name of the bot; null where Discord did not tell. */
  readonly name: string | null;
  /** How many servers it is in, as far as one answer tells. */
  readonly servers: number | null;
  /** How often it may still log in today. */
  readonly logIns: number;
  /** What works, but could be better. */
  readonly remarks: readonly { readonly message: string; readonly hint: string }[];
}

/** One answer names no more. */
const MOST_SERVERS = 200;
/** Servers whose channels are looked at, one by one. */
const MOST_LOOKED_INTO = 10;
const MOST_NAMED = 8;
const PATIENCE_MS = 10_000;
const DISCORD = "https://discord.com/api";

interface Server {
  readonly id: string;
  readonly name: string;
}

/** Looks once. The signal ends it, as if Discord were away. */
export async function examineAccount(settings: BotConfig, signal?: AbortSignal): Promise<Account> {
  const wrong = tokenFault(settings.token);
  if (wrong !== null) throw wrong;
  const rest = new REST({
    ...restOptions(settings.api),
    retries: 0,
    timeout: PATIENCE_MS,
    rejectOnRateLimit: ["/"],
    // Made anew for each look: the timers that tidy a lasting one would keep it for ever.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  }).setToken(settings.token);
  const host = new URL(settings.api ?? DISCORD).host;
  const ask = async (route: `/${string}`, query?: Record<string, string>): Promise<unknown> => {
    try {
      return await rest.get(route, {
        ...(query && { query: new URLSearchParams(query) }),
        ...(signal && { signal }),
      });
    } catch (error) {
      throw faultOfAnswer(error, host) ?? error;
    }
  };
  const logIns = await knock(ask, host);
  const application = await orNull(ask(Routes.currentApplication()));
  const applicationId = textOf(application, "id");
  const listed = await orNull(ask(Routes.userGuilds(), { limit: String(MOST_SERVERS) }));
  const servers = Array.isArray(listed) ? listed.filter(isServer) : null;
  const remarks = [
    ...(await examineServer(ask, settings.guildId, applicationId, servers)),
    ...noServer(servers, applicationId),
    ...noLogIns(logIns),
    // Worth knowing, but nothing to stop at.
    ...(await examineChannels(ask, settings.guildId, applicationId, servers ?? []).catch(() => [])),
  ];
  return { name: textOf(application, "name"), servers: servers?.length ?? null, logIns, remarks };
}

/** The address that adds the bot to a server, with what it needs there; the portal where the application is unknown. */
function inviteLink(applicationId: string | null, serverId: string | null = null): string {
  if (applicationId === null) return "https://discord.com/developers/applications";
  const permissions = Object.values(NEEDED).reduce((sum, bit) => sum | bit, 0n);
  const link = `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${permissions}`;
  return serverId === null ? link : `${link}&guild_id=${serverId}`;
}

type Ask = (route: `/${string}`, query?: Record<string, string>) => Promise<unknown>;

/** The request that logging in begins with: whether this is Discord, and knows the token. Returns the log-ins left. */
async function knock(ask: Ask, host: string): Promise<number> {
  const gateway = await ask(Routes.gatewayBot()).catch((error: unknown) => {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.status === 404)
      throw new UserError(
        `There is no Discord at ${host}: it answers with status 404.`,
        "Leave FOOTNOTE_DISCORD_API unset for Discord itself, or name a base that ends in /api.",
      );
    throw new AwayError(`${host} refuses to answer (status ${error.status}).`);
  });
  const logIns = asFields(asFields(gateway).session_start_limit).remaining;
  if (textOf(gateway, "url") === null || typeof logIns !== "number")
    throw new AwayError(`What answers at ${host} is not Discord.`);
  return logIns;
}

/** Whether the bot is in the server that its commands are for. */
async function examineServer(
  ask: Ask,
  serverId: string | null,
  applicationId: string | null,
  servers: readonly Server[] | null,
): Promise<Account["remarks"]> {
  if (serverId === null || servers?.some(({ id }) => id === serverId)) return [];
  if (!(await isShut(ask(Routes.guild(serverId))))) return [];
  const invite = inviteLink(applicationId, serverId);
  const commands = applicationId === null ? null : Routes.applicationGuildCommands(applicationId, serverId);
  if (commands === null || (await isShut(ask(commands))))
    throw new UserError(
      `The bot is not in the server that DISCORD_GUILD_ID names (${serverId}).`,
      `Invite it: ${invite} Or correct DISCORD_GUILD_ID (in Discord: Copy Server ID), or leave it unset for all servers.`,
    );
  return [
    {
      message: `The bot is no member of server ${serverId}: commands work there, mentions and threads do not.`,
      hint: `Invite it: ${invite}`,
    },
  ];
}

function noServer(servers: readonly Server[] | null, applicationId: string | null): Account["remarks"] {
  if (servers === null || servers.length > 0) return [];
  return [{ message: "The bot is in no server yet.", hint: `Invite it: ${inviteLink(applicationId)}` }];
}

function noLogIns(left: number): Account["remarks"] {
  if (left > 0) return [];
  return [
    {
      message: "The bot has used up its log-ins of today, of which Discord grants a thousand.",
      hint: "Find out what restarts it so often. It waits until Discord grants new ones.",
    },
  ];
}

/** What the bot may not do where: in the one server that is named, or in all where they are few. */
async function examineChannels(
  ask: Ask,
  serverId: string | null,
  botId: string | null,
  servers: readonly Server[],
): Promise<Account["remarks"]> {
  const meant = servers.filter(({ id }) => serverId === null || id === serverId);
  if (botId === null || meant.length > MOST_LOOKED_INTO) return [];
  const found = await Promise.all(
    meant.map(async ({ id, name }) => {
      const [channels, roles, member] = await Promise.all([
        orNull(ask(Routes.guildChannels(id))),
        orNull(ask(Routes.guildRoles(id))),
        orNull(ask(Routes.guildMember(id, botId))),
      ]);
      const ownRoles = asFields(member).roles;
      if (!Array.isArray(channels) || !Array.isArray(roles) || !Array.isArray(ownRoles)) return [];
      const lacks = findLacks({
        serverId: id,
        botId,
        channels: channels as ServerChannel[],
        roles,
        ownRoles,
      });
      return lacks.map((lack) => ({
        message: `In ${name}, the bot lacks ${lack.missing.join(", ")} in ${named(lack.channels)}.`,
        hint: "Give it these in the channel's settings (Permissions), or leave it: it answers where it may.",
      }));
    }),
  );
  return found.flat();
}

function named(channels: readonly string[]): string {
  const more = channels.length - MOST_NAMED;
  const shown = channels.slice(0, MOST_NAMED).map((name) => `#${name}`);
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** Whether Discord says that the bot has no business there. */
async function isShut(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return false;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = discordCode(error);
    return code === CODES.missingAccess || code === CODES.unknownGuild;
  }
}

/** The answer, or null where that question is refused: it is no reason not to work. */
async function orNull(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch((error: unknown) => {
    if (error instanceof UserError) throw error;
    return null;
  });
}

function isServer(value: unknown): value is Server {
  return textOf(value, "id") !== null && textOf(value, "name") !== null;
}
