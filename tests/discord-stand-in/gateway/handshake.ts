/** What a connection has to say before it gets events: IDENTIFY or RESUME, and the answers to both. */
import type { Json, JsonObject } from "../json.ts";
import { isList, isObject } from "../json.ts";
import type { StandInSettings } from "../settings.ts";
import { ownUserShape } from "../shapes/user-shapes.ts";
import type { World } from "../world.ts";
import { judgeIntents } from "./intents.ts";
import type { Session } from "./session.ts";

export interface Identity {
  readonly intents: number;
  readonly shard: number;
  readonly shards: number;
}

/** The identity of an IDENTIFY, or the code that closes the connection. */
export function readIdentify(
  data: JsonObject,
  settings: StandInSettings,
): Identity | { readonly close: number } {
  if (!isRightToken(data.token, settings)) return { close: 4004 };
  if (!isObject(data.properties)) return { close: 4002 };
  const fault = judgeIntents(data.intents, settings.allowedPrivilegedIntents);
  if (fault !== null || typeof data.intents !== "number") return { close: fault ?? 4013 };
  const [shard, shards] = isList(data.shard) ? data.shard : [0, 1];
  if (typeof shard !== "number" || typeof shards !== "number" || shard < 0 || shard >= shards)
    return { close: 4010 };
  if (shards < settings.shards) return { close: 4011 };
  return { intents: data.intents, shard, shards };
}

/** The token of an IDENTIFY or RESUME may stand behind the word "Bot". */
export function isRightToken(value: Json | undefined, settings: StandInSettings): boolean {
  return typeof value === "string" && value.replace(/^Bot\s+/, "") === settings.token;
}

export function readyShape(
  world: World,
  session: Session,
  guildIds: readonly string[],
  url: string,
): JsonObject {
  return {
    v: 10,
    user: ownUserShape(world.bot),
    user_settings: {},
    session_type: "normal",
    session_id: session.id,
    resume_gateway_url: url,
    shard: [session.shard, session.shards],
    relationships: [],
    private_channels: [],
    presences: [],
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    guild_join_requests: [],
    geo_ordered_rtc_regions: ["local"],
    application: { id: world.applicationId, flags: 0 },
    _trace: ["stand-in"],
  };
}

export const closeReasons: Readonly<Record<number, string>> = {
  4000: "Unknown error.",
  4001: "Unknown opcode.",
  4002: "Error while decoding payload.",
  4003: "Not authenticated.",
  4004: "Authentication failed.",
  4005: "Already authenticated.",
  4007: "Invalid sequence.",
  4008: "Rate limited.",
  4009: "Session timed out.",
  4010: "Invalid shard.",
  4011: "Sharding required.",
  4012: "Invalid API version.",
  4013: "Invalid intent(s).",
  4014: "Disallowed intent(s).",
};
