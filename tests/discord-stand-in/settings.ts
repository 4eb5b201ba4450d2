/** What can be set about a stand-in, with Discord's own figures as defaults. Lengths of time are milliseconds. */

export interface StandInSettings {
  readonly token: string;
  /** Time for the first response to an interaction. */
  readonly ackMs: number;
  /** Time an interaction's token lives. */
  readonly tokenMs: number;
  readonly heartbeatMs: number;
  /** How long a closed session can be resumed. */
  readonly resumeMs: number;
  /** How long a person waits for an answer before giving up. */
  readonly patienceMs: number;
  /** Guilds beside the one that is furnished. */
  readonly extraGuilds: number;
  /** Members of the furnished guild beside those with names; the first is called person-0. */
  readonly extraPeople: number;
  /** Shards recommended by GET /gateway/bot; more than one makes an unsharded IDENTIFY fail with 4011. */
  readonly shards: number;
  /** Privileged intents switched on in the portal, as bits; 0 is none. */
  readonly allowedPrivilegedIntents: number;
  /** Least time between two IDENTIFY of one shard; 0 does not look. Discord's is 5000. */
  readonly identifyEveryMs: number;
  /** IDENTIFY that are left today; one more is a breach, for which Discord takes the token away. */
  readonly logIns: number;
  /** When there are new ones, as GET /gateway/bot tells. */
  readonly logInsResetMs: number;
  /** The furnished guild has not invited the bot yet. */
  readonly isUninvited: boolean;
  /** Requests a second over all routes but those of interactions; more are answered 429, global. */
  readonly requestsPerSecond: number;
  /** Bucket of each route and channel; null sends no bucket headers. */
  readonly bucket: { readonly limit: number; readonly windowMs: number } | null;
  readonly maxActiveThreads: number;
  /** Upload limit of one file, bytes. */
  readonly fileLimit: number;
  /** OpenAPI document of the oracle; null leaves it out. */
  readonly openapi: string | null;
  /** Port to listen on; 0 lets the system choose. */
  readonly port: number;
}

export const defaultSettings: StandInSettings = {
  token: "stand-in.token.of-the-loopback",
  ackMs: 3000,
  tokenMs: 900_000,
  heartbeatMs: 41_250,
  resumeMs: 300_000,
  patienceMs: 15_000,
  extraGuilds: 0,
  extraPeople: 0,
  shards: 1,
  allowedPrivilegedIntents: 0,
  identifyEveryMs: 0,
  logIns: 1000,
  logInsResetMs: 3_600_000,
  isUninvited: false,
  requestsPerSecond: 50,
  bucket: null,
  maxActiveThreads: 1000,
  fileLimit: 10 * 1024 * 1024,
  openapi: null,
  port: 0,
};
