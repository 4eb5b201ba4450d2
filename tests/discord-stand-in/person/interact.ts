/** A person's commands, clicks and modals: everything that becomes an interaction. */
import type { Context } from "../context.ts";
import type { Interaction, NewInteraction } from "../interactions.ts";
import { isObject, type Json, type JsonObject, objectsOf } from "../json.ts";
import type { Message } from "../model.ts";
import { interactionShape } from "../shapes/interaction-shapes.ts";
import { messageShape } from "../shapes/message-shapes.ts";
import { guildOf, mayDo } from "../world.ts";
import { type InteractionRecord, recordOf } from "./interaction-record.ts";
import { fillModal } from "./modal-values.ts";
import { findOffer } from "./offered-commands.ts";
import { fillOptions, type OptionValues, typeOption } from "./option-values.ts";
import { findSpot, type Place, type Spot } from "./place.ts";
import { PersonRefusal } from "./refusal.ts";
import { seeMessage } from "./seen-message.ts";
import { untilSettled } from "./waiting.ts";

/** Sends an interaction to the bot and waits for what becomes of it. */
async function start(context: Context, fresh: NewInteraction): Promise<InteractionRecord> {
  const interaction = context.interactions.start(fresh);
  const guild = guildOf(context.world, fresh.channel);
  context.gateway.spread({
    event: "INTERACTION_CREATE",
    data: interactionShape(context, interaction),
    intent: 0,
    guildId: guild?.hasBot === true ? guild.id : null,
  });
  await untilSettled(context, interaction);
  return recordOf(context, interaction);
}

export function slash(
  context: Context,
  name: string,
  values: OptionValues,
  place?: Place,
): Promise<InteractionRecord> {
  const spot = findSpot(context, place);
  const { command, owners } = findOffer(context, spot, 1, name);
  const options = fillOptions(command, values);
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    guild_id: command.guildId ?? undefined,
    options,
  };
  return start(context, { ...bare(spot, 2, data), owners, commandName: command.name });
}

export function autocomplete(
  context: Context,
  name: string,
  option: string,
  typed: string,
  place?: Place,
  others: OptionValues = {},
): Promise<InteractionRecord> {
  const spot = findSpot(context, place);
  const { command, owners } = findOffer(context, spot, 1, name);
  const options = typeOption(command, option, typed, others);
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    guild_id: command.guildId ?? undefined,
    options,
  };
  return start(context, { ...bare(spot, 4, data), owners, commandName: command.name });
}

/** A message menu ("Apps" on a message). */
export function menu(
  context: Context,
  name: string,
  messageId: string,
  place: Place = {},
): Promise<InteractionRecord> {
  const target = visibleMessage(context, messageId, place);
  const spot = findSpot(context, { ...place, channel: target.channelId });
  const { command, owners } = findOffer(context, spot, 3, name);
  const shape = messageShape({ world: context.world, origin: context.origin() }, target, 0);
  const data = {
    id: command.id,
    name: command.name,
    type: 3,
    guild_id: command.guildId ?? undefined,
    target_id: target.id,
    resolved: { messages: { [target.id]: shape } },
  };
  return start(context, { ...bare(spot, 2, data), owners, commandName: command.name });
}

/** Presses a button, named by its label or custom id. */
export function click(
  context: Context,
  button: string,
  messageId: string,
  place: Place = {},
): Promise<InteractionRecord> {
  const source = visibleMessage(context, messageId, place);
  const { buttons } = seeMessage(source);
  const found = buttons.find((one) => one.customId === button) ?? buttons.find((one) => one.label === button);
  const labels = buttons.map((one) => one.label).join(", ");
  if (found === undefined)
    throw new PersonRefusal(`The message has no button "${button}" (there are: ${labels}).`);
  if (found.isDisabled) throw new PersonRefusal(`The button "${button}" is disabled.`);
  if (found.customId === null) throw new PersonRefusal(`The button "${button}" is a link.`);
  return press(context, source, { custom_id: found.customId, component_type: 2 }, place);
}

/** Sends a press that no client would send: any custom id, on any message, whoever may see it. */
export function forge(
  context: Context,
  customId: string,
  messageId: string,
  place: Place = {},
): Promise<InteractionRecord> {
  const source = context.world.messages.get(messageId);
  if (source === undefined) throw new PersonRefusal("That message was never there.");
  return press(context, source, { custom_id: customId, component_type: 2 }, place);
}

/** Picks options of a select menu, by their values or labels. */
export function choose(
  context: Context,
  customId: string,
  picked: readonly string[],
  messageId: string,
  place: Place = {},
): Promise<InteractionRecord> {
  const source = visibleMessage(context, messageId, place);
  const found = seeMessage(source).selects.find((one) => one.customId === customId);
  if (found === undefined) throw new PersonRefusal(`The message has no select "${customId}".`);
  if (found.isDisabled) throw new PersonRefusal(`The select "${customId}" is disabled.`);
  const values = picked.map((one) => {
    const option = found.options.find(({ value, label }) => value === one || label === one);
    if (option === undefined) throw new PersonRefusal(`The select offers no "${one}".`);
    return option.value;
  });
  return press(context, source, { custom_id: customId, component_type: 3, values }, place);
}

function press(
  context: Context,
  source: Message,
  data: JsonObject,
  place: Place,
): Promise<InteractionRecord> {
  const spot = findSpot(context, { ...place, channel: source.channelId });
  const id = componentId(source.components, data.custom_id);
  const fresh = bare(spot, 3, { ...data, id });
  return start(context, { ...fresh, owners: ownersOf(context, spot, source), sourceId: source.id });
}

/** Fills in and sends the modal that an interaction opened. */
export function submitModal(
  context: Context,
  interactionId: string,
  values: Readonly<Record<string, string>>,
  place: Place = {},
): Promise<InteractionRecord> {
  const trigger = context.interactions.byId(interactionId);
  if (trigger?.modal == null) throw new PersonRefusal("That interaction opened no modal.");
  const spot = findSpot(context, {
    ...place,
    user: place.user ?? trigger.user.id,
    channel: trigger.channel.id,
  });
  if (spot.user.id !== trigger.user.id) throw new PersonRefusal("The modal is open for somebody else.");
  const components = fillModal(trigger.modal, values);
  const data = { custom_id: trigger.modal.custom_id, components };
  return start(context, {
    ...bare(spot, 5, data),
    owners: trigger.owners,
    sourceId: trigger.sourceId,
    trigger,
  });
}

function bare(spot: Spot, type: Interaction["type"], data: JsonObject): NewInteraction {
  const { user, channel, locale } = spot;
  return { type, user, channel, locale, data, owners: {}, commandName: null, sourceId: null, trigger: null };
}

/** The message, when it is there and this person can see it. */
export function visibleMessage(context: Context, messageId: string, place: Place): Message {
  const { world } = context;
  const message = world.messages.get(messageId);
  if (message === undefined || message.deleted)
    throw new PersonRefusal("That message is not there (any more).");
  const { user } = findSpot(context, { ...place, channel: message.channelId });
  if (message.onlyFor !== null && message.onlyFor !== user.id) {
    throw new PersonRefusal(`${user.username} cannot see the ephemeral message of somebody else.`);
  }
  const channel = world.channels.get(message.channelId);
  if (channel === undefined || !mayDo(world, channel, user.id, "ReadMessageHistory")) {
    throw new PersonRefusal(`${user.username} cannot read that channel.`);
  }
  return message;
}

/** The installation that a message's buttons work by: that of the interaction it came from, else the guild's. */
function ownersOf(context: Context, spot: Spot, source: Message): JsonObject {
  const made = source.interaction?.authorizing_integration_owners;
  if (isObject(made)) return made;
  const guild = guildOf(context.world, spot.channel);
  return { "0": guild === null ? "0" : guild.id };
}

function componentId(components: Json | undefined, customId: Json | undefined): number | undefined {
  for (const one of objectsOf(components)) {
    if (one.custom_id === customId && typeof one.id === "number") return one.id;
    const below = componentId(one.components, customId) ?? componentId([one.accessory ?? null], customId);
    if (below !== undefined) return below;
  }
  return undefined;
}
