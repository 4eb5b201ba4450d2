/** What became of an interaction, as the person who started it saw it. */
import type { Context } from "../context.ts";
import type { CallbackType, Interaction } from "../interactions.ts";
import type { JsonObject } from "../json.ts";
import { type SeenMessage, seeMessage } from "./seen-message.ts";

export type Acknowledgement =
  | "none"
  | "reply"
  | "deferred reply"
  | "deferred update"
  | "update"
  | "choices"
  | "modal";

export interface InteractionRecord {
  readonly id: string;
  readonly acknowledgement: Acknowledgement;
  /** From the event to the first response, milliseconds; null when there was none. */
  readonly ackMs: number | null;
  /** From the event to the final message: the reply, or the first edit of a deferral. */
  readonly finalMs: number | null;
  readonly isEphemeral: boolean;
  /** `@original` as it stands now; null when there is none. */
  readonly message: SeenMessage | null;
  /** Edits of it after the final one. */
  readonly edits: number;
  readonly followUps: readonly SeenMessage[];
  readonly modal: JsonObject | null;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
  /** Why there is no answer, in the client's words; null when there is one. */
  readonly failure: string | null;
}

const words: Readonly<Record<CallbackType, Acknowledgement>> = {
  4: "reply",
  5: "deferred reply",
  6: "deferred update",
  7: "update",
  8: "choices",
  9: "modal",
};

export function recordOf({ world }: Context, interaction: Interaction): InteractionRecord {
  const see = (id: string | null): readonly SeenMessage[] => {
    const message = id === null ? undefined : world.messages.get(id);
    return message === undefined ? [] : [seeMessage(message)];
  };
  const { startedAt, acknowledgedAt, finalAt, callback } = interaction;
  return {
    id: interaction.id,
    acknowledgement: callback === null ? "none" : words[callback],
    ackMs: acknowledgedAt === null ? null : acknowledgedAt - startedAt,
    finalMs: finalAt === null ? null : finalAt - startedAt,
    isEphemeral: interaction.isEphemeral,
    message: see(interaction.originalId)[0] ?? null,
    edits: interaction.edits,
    followUps: interaction.followUpIds.flatMap(see),
    modal: interaction.modal,
    choices: (interaction.choices ?? []).map((one) => ({
      name: String(one.name),
      value: typeof one.value === "number" ? one.value : String(one.value),
    })),
    failure: failureOf(interaction),
  };
}

function failureOf(interaction: Interaction): string | null {
  if (interaction.callback === null) return "The application did not respond.";
  return interaction.callback === 5 && interaction.finalAt === null
    ? "The application is still thinking."
    : null;
}
