/** Users, members, roles and the application, as Discord writes them. */
import type { JsonObject } from "../json.ts";
import type { Guild, Role, User } from "../model.ts";
import { snowflakeTime } from "../snowflake.ts";

export function userShape(user: User): JsonObject {
  return {
    id: user.id,
    username: user.username,
    global_name: user.bot ? null : user.username,
    discriminator: user.bot ? "1234" : "0",
    avatar: null,
    banner: null,
    accent_color: null,
    bot: user.bot ? true : undefined,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
    avatar_decoration_data: null,
    collectibles: null,
  };
}

/** The bot as it sees itself. */
export function ownUserShape(user: User): JsonObject {
  return { ...userShape(user), mfa_enabled: true, locale: "en-US", verified: true, email: null };
}

/** A member without the user, as events carry it. */
export function memberShape(guild: Guild, userId: string): JsonObject {
  return {
    roles: guild.members.get(userId) ?? [],
    nick: null,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: "2024-01-01T00:00:00.000000+00:00",
    pending: false,
    premium_since: null,
    mute: false,
    deaf: false,
  };
}

export function fullMemberShape(guild: Guild, user: User): JsonObject {
  return { ...memberShape(guild, user.id), user: userShape(user) };
}

export function roleShape(role: Role, position: number): JsonObject {
  return {
    id: role.id,
    name: role.name,
    description: null,
    permissions: role.permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** The application of the bot, as its owner sees it. */
export function applicationShape(applicationId: string, bot: User, guildCount: number): JsonObject {
  return {
    id: applicationId,
    name: bot.username,
    icon: null,
    description: "",
    type: null,
    bot: userShape(bot),
    summary: "",
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: "0".repeat(64),
    flags: 0,
    flags_new: "0",
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: userShape({ ...bot, id: (BigInt(bot.id) + 98n).toString(), username: "owner", bot: false }),
    approximate_guild_count: guildCount,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { "0": {}, "1": {} },
  };
}

/** Time of an id as Discord writes times. */
export function timeOf(id: string): string {
  return new Date(snowflakeTime(id)).toISOString();
}
