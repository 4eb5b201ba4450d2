/** Gateway intents: which exist, which are privileged, which events each lets through. */

export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

/** Bits that have a meaning; any other closes the connection with 4013. */
const known = [...Array(17).keys(), 20, 21, 24, 25].reduce((bits, n) => bits | (1 << n), 0);

const privileged = intents.guildMembers | intents.guildPresences | intents.messageContent;

/** The close code an IDENTIFY with these intents earns; null when they are fine. */
export function judgeIntents(asked: unknown, allowedPrivileged: number): 4013 | 4014 | null {
  if (typeof asked !== "number" || !Number.isInteger(asked) || asked < 0 || (asked & ~known) !== 0)
    return 4013;
  return (asked & privileged & ~allowedPrivileged) === 0 ? null : 4014;
}
