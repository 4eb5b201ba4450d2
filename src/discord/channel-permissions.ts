/** What a bot may do in the channels of a server, calculated from what Discord tells of roles and channels. */

/** Everything the bot needs somewhere, by the names that Discord's settings have for it. */
export const NEEDED: Readonly<Record<string, bigint>> = {
  "View Channels": 1n << 10n,
  "Send Messages": 1n << 11n,
  "Embed Links": 1n << 14n,
  "Attach Files": 1n << 15n,
  "Read Message History": 1n << 16n,
  "Create Public Threads": 1n << 35n,
  "Send Messages in Threads": 1n << 38n,
};
const VIEW = NEEDED["View Channels"] ?? 0n;
const ADMINISTRATOR = 1n << 3n;
/** Text channels and announcements: where questions are asked. */
const WRITABLE = [0, 5];

interface Overwrite {
  readonly id: string;
  readonly allow: string;
  readonly deny: string;
}

export interface ServerChannel {
  readonly type: number;
  readonly name?: string | null;
  readonly permission_overwrites?: readonly Overwrite[];
}

export interface ServerRights {
  readonly serverId: string;
  readonly botId: string;
  readonly roles: readonly { readonly id: string; readonly permissions: string }[];
  /** Roles of the bot itself. */
  readonly ownRoles: readonly string[];
  readonly channels: readonly ServerChannel[];
}

export interface Lack {
  /** Names of permissions. */
  readonly missing: readonly string[];
  /** Names of channels. */
  readonly channels: readonly string[];
}

/** What is missing, and where: channels that lack the same together, the widest lack first. */
export function findLacks(rights: ServerRights): readonly Lack[] {
  const base = rights.roles
    .filter(({ id }) => id === rights.serverId || rights.ownRoles.includes(id))
    .reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  if ((base & ADMINISTRATOR) !== 0n) return [];
  const lacks = new Map<string, { missing: string[]; channels: string[] }>();
  for (const channel of rights.channels) {
    if (!WRITABLE.includes(channel.type)) continue;
    const may = permissionsIn(channel, base, rights);
    // Without sight of it nothing else counts.
    const missing =
      (may & VIEW) === 0n
        ? ["View Channels"]
        : Object.keys(NEEDED).filter((name) => (may & (NEEDED[name] ?? 0n)) === 0n);
    if (missing.length === 0) continue;
    const key = missing.join();
    const same = lacks.get(key) ?? { missing, channels: [] };
    same.channels.push(channel.name ?? "?");
    lacks.set(key, same);
  }
  return [...lacks.values()].sort((a, b) => b.channels.length - a.channels.length);
}

/** Roles first, then the channel's overwrites for everyone, for the bot's roles together, and for the bot. */
function permissionsIn(
  { permission_overwrites: overwrites = [] }: ServerChannel,
  base: bigint,
  { serverId, ownRoles, botId }: ServerRights,
): bigint {
  let may = base;
  for (const ids of [[serverId], ownRoles, [botId]]) {
    const own = overwrites.filter(({ id }) => ids.includes(id));
    for (const { deny } of own) may &= ~BigInt(deny);
    for (const { allow } of own) may |= BigInt(allow);
  }
  return may;
}
