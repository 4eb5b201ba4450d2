/** Interactions under way: who started them, their two clocks, and what the bot has done about them. */
import type { JsonObject } from "./json.ts";
import type { Channel, User } from "./model.ts";
import type { StandInSettings } from "./settings.ts";
import type { SnowflakeSource } from "./snowflake.ts";

/** 2: command, 3: component, 4: autocomplete, 5: modal. */
export type InteractionType = 2 | 3 | 4 | 5;

/** How the bot first responded, by Discord's numbers. */
export type CallbackType = 4 | 5 | 6 | 7 | 8 | 9;

export interface NewInteraction {
  readonly type: InteractionType;
  readonly user: User;
  readonly channel: Channel;
  readonly data: JsonObject;
  readonly locale: string;
  /** Who installed the app: guild ("0"), user ("1") or both. */
  readonly owners: JsonObject;
  readonly commandName: string | null;
  /** The message whose button was pressed. */
  readonly sourceId: string | null;
  /** The interaction that opened the modal. */
  readonly trigger: Interaction | null;
}

export interface Interaction extends NewInteraction {
  readonly id: string;
  readonly token: string;
  /** When the event was sent, `performance.now()`; the times below are on the same clock. */
  readonly startedAt: number;
  acknowledgedAt: number | null;
  callback: CallbackType | null;
  isEphemeral: boolean;
  /** The message `@original` stands for. */
  originalId: string | null;
  readonly followUpIds: string[];
  /** When the answer stood: a reply, or the first edit of a deferral. */
  finalAt: number | null;
  edits: number;
  modal: JsonObject | null;
  choices: readonly JsonObject[] | null;
}

export interface Interactions {
  start(fresh: NewInteraction): Interaction;
  byId(id: string): Interaction | null;
  byToken(token: string): Interaction | null;
  /** The first response may still come. */
  mayAcknowledge(interaction: Interaction): boolean;
  /** The token still works for edits and follow-ups. */
  isAlive(interaction: Interaction): boolean;
  /** The app works here only because the user installed it. */
  isUserInstalledOnly(interaction: Interaction): boolean;
}

export function createInteractions(settings: StandInSettings, ids: SnowflakeSource): Interactions {
  const all = new Map<string, Interaction>();
  const tokens = new Map<string, Interaction>();
  const age = (interaction: Interaction): number => performance.now() - interaction.startedAt;
  return {
    start(fresh) {
      const id = ids.next();
      const interaction: Interaction = {
        ...fresh,
        id,
        token: Buffer.from(`interaction:${id}:${"k".repeat(60)}`).toString("base64url"),
        startedAt: performance.now(),
        acknowledgedAt: null,
        callback: null,
        isEphemeral: false,
        originalId: null,
        followUpIds: [],
        finalAt: null,
        edits: 0,
        modal: null,
        choices: null,
      };
      all.set(id, interaction);
      tokens.set(interaction.token, interaction);
      return interaction;
    },
    byId: (id) => all.get(id) ?? null,
    byToken: (token) => tokens.get(token) ?? null,
    mayAcknowledge: (interaction) => age(interaction) <= settings.ackMs,
    isAlive: (interaction) => age(interaction) <= settings.tokenMs,
    isUserInstalledOnly: (interaction) => interaction.owners["0"] === undefined,
  };
}
