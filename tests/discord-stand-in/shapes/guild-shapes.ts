/** Guilds, channels and threads, as Discord writes them in REST answers and gateway events. */
import type { JsonObject } from "../json.ts";
import type { Channel, Guild, ThreadState } from "../model.ts";
import type { World } from "../world.ts";
import { fullMemberShape, roleShape, timeOf, userShape } from "./user-shapes.ts";

export function channelShape(world: World, channel: Channel): JsonObject {
  if (channel.recipientId !== null) return directShape(world, channel, channel.recipientId);
  if (channel.thread !== null) return threadShape(world, channel, channel.thread);
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    topic: null,
    position: channel.position,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    flags: 0,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: null,
    permission_overwrites: channel.overwrites.map((one) => ({
      id: one.id,
      type: one.kind === "role" ? 0 : 1,
      allow: one.allow.toString(),
      deny: one.deny.toString(),
    })),
  };
}

function directShape(world: World, channel: Channel, recipientId: string): JsonObject {
  const recipient = world.users.get(recipientId);
  return {
    id: channel.id,
    type: 1,
    flags: 0,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: null,
    recipients: recipient === undefined ? [] : [userShape(recipient)],
  };
}

function threadShape(world: World, channel: Channel, thread: ThreadState): JsonObject {
  const isMember = thread.memberIds.has(world.bot.id);
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    rate_limit_per_user: 0,
    bitrate: 64_000,
    user_limit: 0,
    rtc_region: null,
    flags: 0,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: null,
    message_count: thread.messageCount,
    member_count: thread.memberIds.size,
    total_message_sent: thread.messageCount,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: timeOf(channel.id),
      create_timestamp: timeOf(channel.id),
    },
    member: isMember
      ? { id: channel.id, user_id: world.bot.id, join_timestamp: timeOf(channel.id), flags: 1 }
      : undefined,
  };
}

/** A guild as the bot's own list of guilds shows it. */
export function ownGuildShape(guild: Guild, permissions: bigint): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: permissions.toString(),
    features: [],
  };
}

export function guildShape(guild: Guild): JsonObject {
  const none = null;
  return {
    id: guild.id,
    name: guild.name,
    icon: none,
    description: none,
    home_header: none,
    splash: none,
    discovery_splash: none,
    features: [],
    banner: none,
    owner_id: guild.ownerId,
    application_id: none,
    region: "deprecated",
    afk_channel_id: none,
    afk_timeout: 300,
    system_channel_id: none,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: none,
    verification_level: 0,
    roles: guild.roles.map(roleShape),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: none,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: none,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: "en-US",
    rules_channel_id: none,
    safety_alerts_channel_id: none,
    public_updates_channel_id: none,
    premium_progress_bar_enabled: false,
    premium_progress_bar_enabled_user_updated_at: none,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: none,
  };
}

/** A guild with its channels, as GUILD_CREATE carries it. */
export function guildCreateShape(world: World, guild: Guild): JsonObject {
  const inside = [...world.channels.values()].filter((one) => one.guildId === guild.id);
  const threads = inside.filter(
    (one) => one.thread?.archived === false && one.thread.memberIds.has(world.bot.id),
  );
  return {
    ...guildShape(guild),
    joined_at: "2024-01-01T00:00:00.000000+00:00",
    large: guild.members.size > 50,
    unavailable: false,
    member_count: guild.members.size,
    members: guild.members.has(world.bot.id) ? [fullMemberShape(guild, world.bot)] : [],
    channels: inside.filter((one) => one.thread === null).map((one) => channelShape(world, one)),
    threads: threads.map((one) => channelShape(world, one)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
