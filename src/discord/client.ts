/** The connection to Discord: no privileged intent, nobody ever notified, and no more remembered than is needed. */
import { Client, GatewayIntentBits, Options, Partials } from "discord.js";
import type { BotShards } from "../config.ts";
import { restOptions } from "./careful-rest.ts";
import type { PatientGateway } from "./patient-gateway.ts";

/** Messages of a channel kept for replies to them. */
const MESSAGES_KEPT = 25;

export function createClient(api: string | null, shards: BotShards | null, { ws }: PatientGateway): Client {
  return new Client({
    ws,
    ...(shards === "auto" && { shards }),
    ...(shards !== null && shards !== "auto" && { shards: [...shards.ids], shardCount: shards.count }),
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it no direct message arrives.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(api),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MESSAGES_KEPT,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 1000, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
}
