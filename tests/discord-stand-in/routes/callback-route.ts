/** The first response to an interaction: in time, once, of a type that fits, and lawful. */
import { ApiError, breach, refusal } from "../api-error.ts";
import type { CallbackType, Interaction, InteractionType } from "../interactions.ts";
import { isObject, type JsonObject, objectOf, objectsOf } from "../json.ts";
import { FieldErrors } from "../limits/field-errors.ts";
import { composeMessage } from "../limits/message-limits.ts";
import { checkModal } from "../limits/modal-limits.ts";
import { checkAutocomplete } from "../limits/option-limits.ts";
import { createMessage, editMessage } from "../messages.ts";
import { type Message, messageFlags } from "../model.ts";
import { metadataShape } from "../shapes/interaction-shapes.ts";
import { type Call, jsonOf, messageReply, param, type Reply, type Route } from "./route.ts";

export const callbackRoutes: readonly Route[] = [
  {
    name: "interaction.callback",
    method: "POST",
    template: "/interactions/{interaction_id}/{interaction_token}/callback",
    access: "token",
    handle: callback,
  },
];

const fitting: Readonly<Record<InteractionType, readonly CallbackType[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

/** Flags a reply may set; a deferral may set the ephemeral one alone. */
export const replyFlags =
  messageFlags.ephemeral |
  messageFlags.suppressEmbeds |
  messageFlags.suppressNotifications |
  messageFlags.componentsV2;

function callback(call: Call): Reply {
  const { interactions, bell } = call.context;
  const interaction = interactions.byId(param(call, "interaction_id"));
  if (interaction === null || interaction.token !== param(call, "interaction_token"))
    throw breach("unknownInteraction");
  if (interaction.callback !== null) throw refusal("alreadyAcknowledged");
  if (!interactions.mayAcknowledge(interaction)) throw breach("unknownInteraction");
  const type = callbackType(interaction, jsonOf(call));
  const message = respond(call, interaction, type, objectOf(jsonOf(call).data));
  interaction.callback = type;
  interaction.acknowledgedAt = performance.now();
  if (type !== 5 && type !== 6) interaction.finalAt = interaction.acknowledgedAt;
  bell.ring();
  if (call.query.get("with_response") !== "true") return { status: 204 };
  return { status: 200, json: responseShape(call, interaction, type, message) };
}

function callbackType(interaction: Interaction, body: JsonObject): CallbackType {
  const allowed = fitting[interaction.type].filter(
    (type) => interaction.type !== 5 || type < 6 || interaction.sourceId !== null,
  );
  const type = allowed.find((one) => one === body.type);
  if (type !== undefined) return type;
  const errors = new FieldErrors();
  errors.add(["type"], "BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
  errors.raise();
  throw new ApiError(400, 50035, "Invalid Form Body", { breach: true });
}

/** Does what the response asks for; returns the message that `@original` stands for from now on, if there is one. */
function respond(call: Call, interaction: Interaction, type: CallbackType, data: JsonObject): Message | null {
  if (type === 8) {
    checkAutocomplete(data, focusedType(interaction.data));
    interaction.choices = objectsOf(data.choices);
    return null;
  }
  if (type === 9) {
    checkModal(data);
    interaction.modal = data;
    return null;
  }
  if (type === 6 || type === 7) return update(call, interaction, type === 7 ? data : null);
  return reply(call, interaction, type === 4 ? data : null, data);
}

function update(call: Call, interaction: Interaction, data: JsonObject | null): Message {
  const { world } = call.context;
  const source = interaction.sourceId === null ? undefined : world.messages.get(interaction.sourceId);
  if (source === undefined || source.deleted) throw refusal("unknownMessage");
  interaction.originalId = source.id;
  interaction.isEphemeral = source.onlyFor !== null;
  if (data !== null) {
    const settable = messageFlags.suppressEmbeds | messageFlags.componentsV2;
    const nextId = () => world.ids.next();
    const draft = composeMessage({
      body: data,
      uploads: call.body.uploads,
      was: source,
      settable,
      base: ["data"],
      nextId,
    });
    editMessage(call.context, source, draft, call.route);
  }
  return source;
}

/** A reply at once (`body`), or the "thinking" message of a deferral (no body). */
function reply(call: Call, interaction: Interaction, body: JsonObject | null, data: JsonObject): Message {
  const { world } = call.context;
  if (body === null) checkDeferral(data);
  const flags = typeof data.flags === "number" ? data.flags : 0;
  interaction.isEphemeral = (flags & messageFlags.ephemeral) !== 0;
  const loading = {
    content: "",
    embeds: [],
    components: [],
    attachments: [],
    flags: messageFlags.loading | (flags & messageFlags.ephemeral),
    allowedMentions: undefined,
  };
  const nextId = () => world.ids.next();
  const draft =
    body === null
      ? loading
      : composeMessage({
          body,
          uploads: call.body.uploads,
          was: null,
          settable: replyFlags,
          base: ["data"],
          nextId,
        });
  const message = createMessage(call.context, {
    channel: interaction.channel,
    authorId: world.bot.id,
    draft,
    route: call.route,
    type: interaction.type !== 2 ? 0 : interaction.data.type === 1 ? 20 : 23,
    webhookId: world.applicationId,
    interaction: metadataShape(interaction, null),
    onlyFor: interaction.isEphemeral ? interaction.user.id : null,
  });
  interaction.originalId = message.id;
  return message;
}

function checkDeferral(data: JsonObject): void {
  const flags = data.flags ?? 0;
  if (flags === 0 || flags === messageFlags.ephemeral) return;
  const errors = new FieldErrors(["data"]);
  errors.add(["flags"], "MESSAGE_FLAGS_INVALID", "Only EPHEMERAL may be set on a deferred response.");
  errors.raise();
}

function focusedType(data: JsonObject): number {
  const walk = (options: readonly JsonObject[]): number | null => {
    for (const option of options) {
      if (option.focused === true) return Number(option.type);
      const below = walk(objectsOf(option.options));
      if (below !== null) return below;
    }
    return null;
  };
  return walk(objectsOf(data.options)) ?? 3;
}

/** A deferral has no `resource`; that of a reply or update holds the message. */
function responseShape(
  call: Call,
  interaction: Interaction,
  type: CallbackType,
  message: Message | null,
): JsonObject {
  const about: JsonObject = {
    id: interaction.id,
    type: interaction.type,
    channel_id: interaction.channel.id,
    guild_id: interaction.channel.guildId ?? undefined,
    response_message_id: message?.id,
    response_message_loading: message === null ? undefined : type === 5,
    response_message_ephemeral: message === null ? undefined : interaction.isEphemeral,
  };
  const hasResource = message !== null && (type === 4 || type === 7);
  const resource = hasResource ? { type, message: messageReply(call, message) } : undefined;
  return { interaction: about, resource: isObject(resource) ? resource : undefined };
}
