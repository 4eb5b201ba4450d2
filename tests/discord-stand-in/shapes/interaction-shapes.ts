/** Interactions, as the gateway sends them, and the metadata that messages made by them carry. */
import type { Context } from "../context.ts";
import type { Interaction } from "../interactions.ts";
import type { JsonObject } from "../json.ts";
import { guildOf, permissionsIn } from "../world.ts";
import { channelShape } from "./guild-shapes.ts";
import { messageShape } from "./message-shapes.ts";
import { memberShape, userShape } from "./user-shapes.ts";

export function interactionShape(context: Context, interaction: Interaction): JsonObject {
  const { world } = context;
  const { channel, user } = interaction;
  const guild = guildOf(world, channel);
  const source = interaction.sourceId === null ? undefined : world.messages.get(interaction.sourceId);
  const permissions = permissionsIn(world, channel, user.id).toString();
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: channel.id,
    channel: { ...channelShape(world, channel), permissions },
    guild_id: guild?.id,
    guild: guild === null ? undefined : { id: guild.id, locale: "en-US", features: [] },
    member:
      guild === null ? undefined : { ...memberShape(guild, user.id), user: userShape(user), permissions },
    user: guild === null ? userShape(user) : undefined,
    message: source === undefined ? undefined : messageShape({ world, origin: context.origin() }, source, 0),
    locale: interaction.locale,
    guild_locale: guild === null ? undefined : "en-US",
    app_permissions: permissionsIn(world, channel, world.bot.id).toString(),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: interaction.owners,
    context: guild !== null ? 0 : 1,
    attachment_size_limit: context.settings.fileLimit,
  };
}

/** What a message keeps of the interaction that made it. `originalId` is set on follow-ups. */
export function metadataShape(interaction: Interaction, originalId: string | null): JsonObject {
  const shape: JsonObject = {
    id: interaction.id,
    type: interaction.type,
    user: userShape(interaction.user),
    authorizing_integration_owners: interaction.owners,
    original_response_message_id: originalId ?? undefined,
  };
  if (interaction.type === 2) return { ...shape, name: interaction.commandName ?? undefined };
  if (interaction.type === 3) return { ...shape, interacted_message_id: interaction.sourceId ?? undefined };
  const trigger = interaction.trigger;
  return {
    ...shape,
    triggering_interaction_metadata: trigger === null ? undefined : metadataShape(trigger, null),
  };
}
