/** Routes about the bot itself: who it is, where its gateway is. */
import { refusal } from "../api-error.ts";
import type { Guild } from "../model.ts";
import { guildPermissions } from "../permissions.ts";
import { channelShape, guildShape, ownGuildShape } from "../shapes/guild-shapes.ts";
import {
  applicationShape,
  fullMemberShape,
  ownUserShape,
  roleShape,
  userShape,
} from "../shapes/user-shapes.ts";
import { directChannel } from "../world.ts";
import { type Call, jsonOf, param, type Reply, type Route } from "./route.ts";

export const accountRoutes: readonly Route[] = [
  { name: "gateway.bot", method: "GET", template: "/gateway/bot", access: "bot", handle: gatewayBot },
  { name: "gateway", method: "GET", template: "/gateway", access: "token", handle: gateway },
  { name: "user.me", method: "GET", template: "/users/@me", access: "bot", handle: me },
  { name: "user.guilds", method: "GET", template: "/users/@me/guilds", access: "bot", handle: ownGuilds },
  { name: "user.get", method: "GET", template: "/users/{user_id}", access: "bot", handle: user },
  {
    name: "user.channel",
    method: "POST",
    template: "/users/@me/channels",
    access: "bot",
    handle: openChannel,
  },
  {
    name: "application.me",
    method: "GET",
    template: "/applications/@me",
    access: "bot",
    handle: application,
  },
  {
    name: "oauth2.me",
    method: "GET",
    template: "/oauth2/applications/@me",
    access: "bot",
    handle: application,
  },
  { name: "guild.get", method: "GET", template: "/guilds/{guild_id}", access: "bot", handle: guild },
  {
    name: "guild.channels",
    method: "GET",
    template: "/guilds/{guild_id}/channels",
    access: "bot",
    handle: channels,
  },
  { name: "guild.roles", method: "GET", template: "/guilds/{guild_id}/roles", access: "bot", handle: roles },
  {
    name: "guild.member",
    method: "GET",
    template: "/guilds/{guild_id}/members/{user_id}",
    access: "bot",
    handle: member,
  },
  {
    name: "guild.threads",
    method: "GET",
    template: "/guilds/{guild_id}/threads/active",
    access: "bot",
    handle: threads,
  },
];

function gatewayAddress({ context }: Call): string {
  return `${context.origin().replace(/^http/, "ws")}/gateway`;
}

function gatewayBot(call: Call): Reply {
  const { settings, ledger } = call.context;
  const limit = {
    total: Math.max(1000, ledger.logIns),
    remaining: Math.max(0, ledger.logIns - ledger.identifies.length),
    reset_after: settings.logInsResetMs,
    max_concurrency: 1,
  };
  return {
    status: 200,
    json: { url: gatewayAddress(call), shards: settings.shards, session_start_limit: limit },
  };
}

function gateway(call: Call): Reply {
  return { status: 200, json: { url: gatewayAddress(call) } };
}

function me(call: Call): Reply {
  return { status: 200, json: ownUserShape(call.context.world.bot) };
}

function ownGuilds(call: Call): Reply {
  const { world } = call.context;
  const limit = Math.min(200, Number(call.query.get("limit") ?? 200));
  const own = [...world.guilds.values()].filter((one) => one.hasBot).slice(0, limit);
  return { status: 200, json: own.map((one) => ownGuildShape(one, guildPermissions(one, world.bot.id))) };
}

function user(call: Call): Reply {
  const found = call.context.world.users.get(param(call, "user_id"));
  if (found === undefined) throw refusal("unknownUser");
  return { status: 200, json: userShape(found) };
}

function openChannel(call: Call): Reply {
  const { world } = call.context;
  const found = world.users.get(String(jsonOf(call).recipient_id));
  if (found === undefined) throw refusal("unknownUser");
  return { status: 200, json: channelShape(world, directChannel(world, found.id)) };
}

function application(call: Call): Reply {
  const { world } = call.context;
  const count = [...world.guilds.values()].filter((one) => one.hasBot).length;
  return { status: 200, json: applicationShape(world.applicationId, world.bot, count) };
}

function guildFor(call: Call): Guild {
  const found = call.context.world.guilds.get(param(call, "guild_id"));
  if (found === undefined || !found.hasBot) throw refusal("unknownGuild");
  return found;
}

function guild(call: Call): Reply {
  return { status: 200, json: guildShape(guildFor(call)) };
}

function channels(call: Call): Reply {
  const { world } = call.context;
  const { id } = guildFor(call);
  const inside = [...world.channels.values()].filter((one) => one.guildId === id && one.thread === null);
  return { status: 200, json: inside.map((one) => channelShape(world, one)) };
}

function roles(call: Call): Reply {
  return { status: 200, json: guildFor(call).roles.map(roleShape) };
}

function member(call: Call): Reply {
  const found = guildFor(call);
  const id = param(call, "user_id");
  const who = call.context.world.users.get(id === "@me" ? call.context.world.bot.id : id);
  if (who === undefined || !found.members.has(who.id)) throw refusal("unknownMember");
  return { status: 200, json: fullMemberShape(found, who) };
}

function threads(call: Call): Reply {
  const { world } = call.context;
  const { id } = guildFor(call);
  const active = [...world.channels.values()].filter(
    (one) => one.guildId === id && one.thread?.archived === false,
  );
  const members = active.flatMap((one) => {
    if (one.thread?.memberIds.has(world.bot.id) !== true) return [];
    return [{ id: one.id, user_id: world.bot.id, join_timestamp: new Date().toISOString(), flags: 1 }];
  });
  return {
    status: 200,
    json: { threads: active.map((one) => channelShape(world, one)), members, has_more: false },
  };
}
