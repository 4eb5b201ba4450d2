/** What follows the first response: reading, editing and deleting `@original`, and follow-up messages. */
import { refusal } from "../api-error.ts";
import type { Interaction } from "../interactions.ts";
import { composeMessage } from "../limits/message-limits.ts";
import { createMessage, deleteMessage, editMessage } from "../messages.ts";
import { type Message, messageFlags } from "../model.ts";
import { metadataShape } from "../shapes/interaction-shapes.ts";
import { replyFlags } from "./callback-route.ts";
import { type Call, jsonOf, messageReply, param, type Reply, type Route } from "./route.ts";

const base = "/webhooks/{webhook_id}/{webhook_token}";
const original = `${base}/messages/@original`;
const other = `${base}/messages/{message_id}`;

export const webhookRoutes: readonly Route[] = [
  { name: "original.get", method: "GET", template: original, access: "token", handle: read },
  { name: "original.edit", method: "PATCH", template: original, access: "token", handle: edit },
  { name: "original.delete", method: "DELETE", template: original, access: "token", handle: remove },
  { name: "followup.create", method: "POST", template: base, access: "token", handle: followUp },
  { name: "followup.get", method: "GET", template: other, access: "token", handle: read },
  { name: "followup.edit", method: "PATCH", template: other, access: "token", handle: edit },
  { name: "followup.delete", method: "DELETE", template: other, access: "token", handle: remove },
];

/** Follow-ups where the app works only because the user installed it. */
const maxUserInstalledFollowUps = 5;

function interactionFor(call: Call): Interaction {
  const { interactions, world } = call.context;
  if (param(call, "webhook_id") !== world.applicationId) throw refusal("unknownWebhook");
  const interaction = interactions.byToken(param(call, "webhook_token"));
  if (interaction === null || !interactions.isAlive(interaction)) throw refusal("invalidWebhookToken");
  if (interaction.callback === null) throw refusal("unknownWebhook");
  return interaction;
}

function targetFor(call: Call, interaction: Interaction): Message {
  const asked = call.params.message_id;
  const id = asked === undefined ? interaction.originalId : asked;
  const isOwn = id === interaction.originalId || (id !== null && interaction.followUpIds.includes(id));
  const message = id === null ? undefined : call.context.world.messages.get(id);
  if (!isOwn || message === undefined || message.deleted) throw refusal("unknownMessage");
  return message;
}

function read(call: Call): Reply {
  return { status: 200, json: messageReply(call, targetFor(call, interactionFor(call))) };
}

function edit(call: Call): Reply {
  const interaction = interactionFor(call);
  const message = targetFor(call, interaction);
  change(call, interaction, message);
  return { status: 200, json: messageReply(call, message) };
}

function change(call: Call, interaction: Interaction, message: Message): void {
  const draft = composeMessage({
    body: jsonOf(call),
    uploads: call.body.uploads,
    was: message,
    settable: messageFlags.suppressEmbeds | messageFlags.componentsV2,
    nextId: () => call.context.world.ids.next(),
  });
  if (message.id === interaction.originalId) settle(interaction);
  editMessage(call.context, message, draft, call.route);
}

/** The answer of a deferral stands with the first edit; later ones are counted. */
function settle(interaction: Interaction): void {
  if (interaction.finalAt === null) interaction.finalAt = performance.now();
  else interaction.edits += 1;
}

function remove(call: Call): Reply {
  const interaction = interactionFor(call);
  const message = targetFor(call, interaction);
  if (message.id === interaction.originalId) settle(interaction);
  deleteMessage(call.context, message);
  return { status: 204 };
}

function followUp(call: Call): Reply {
  const { context } = call;
  const { world, interactions } = context;
  const interaction = interactionFor(call);
  const first = interaction.originalId === null ? undefined : world.messages.get(interaction.originalId);
  if (first !== undefined && (first.flags & messageFlags.loading) !== 0 && !first.deleted) {
    // Straight after a deferral a follow-up fills the message that is waiting.
    const { flags: _flags, ...body } = jsonOf(call);
    change(
      { ...call, body: { ...call.body, json: { ...body, flags: withoutEphemeral(jsonOf(call).flags) } } },
      interaction,
      first,
    );
    return { status: 200, json: messageReply(call, first) };
  }
  if (
    interactions.isUserInstalledOnly(interaction) &&
    interaction.followUpIds.length >= maxUserInstalledFollowUps
  ) {
    throw refusal("tooManyFollowUps");
  }
  const message = createFollowUp(call, interaction);
  return { status: 200, json: messageReply(call, message) };
}

function createFollowUp(call: Call, interaction: Interaction): Message {
  const { context } = call;
  const draft = composeMessage({
    body: jsonOf(call),
    uploads: call.body.uploads,
    was: null,
    settable: replyFlags,
    nextId: () => context.world.ids.next(),
  });
  const isEphemeral = (draft.flags & messageFlags.ephemeral) !== 0;
  if (interaction.callback === 6) interaction.finalAt ??= performance.now();
  const id = context.world.ids.next();
  interaction.followUpIds.push(id);
  return createMessage(context, {
    id,
    channel: interaction.channel,
    authorId: context.world.bot.id,
    draft,
    route: call.route,
    replyTo: interaction.originalId,
    webhookId: context.world.applicationId,
    interaction: metadataShape(interaction, interaction.originalId),
    onlyFor: isEphemeral ? interaction.user.id : null,
  });
}

function withoutEphemeral(flags: unknown): number | undefined {
  return typeof flags === "number" ? flags & ~messageFlags.ephemeral : undefined;
}
