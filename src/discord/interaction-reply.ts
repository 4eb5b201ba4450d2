/**
 * Answers one interaction, so that exactly one answer stands: acknowledged first, edited when the answer is there.
 * Whatever is repeated here may be repeated. Speaks to Discord's addresses itself, because the library gives up where
 * its own repeat was told that the first attempt had arrived.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type REST, Routes } from "discord.js";
import { COMPONENTS_V2, cardOf, EPHEMERAL, type MessagePayload } from "../render/discord/components.ts";
import { CODES, discordCode, isGone, isPassing } from "./discord-faults.ts";
import { textOf } from "./fields.ts";
import { type Rendered, sendPatiently } from "./send-patiently.ts";

/** What Discord has sent: id and token are the address of the answer. */
export interface InteractionAddress {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  readonly createdTimestamp: number;
}

/** `taken`: another process answers, so this one must be quiet. `late`: it is too late for any answer. */
export type Acknowledged = "yes" | "taken" | "late";

export interface InteractionReply {
  /** Id of the message that `edit` changed; null before. */
  readonly messageId: string | null;
  /** "Thinking", for everybody or for this person alone. */
  defer(isPrivate: boolean): Promise<Acknowledged>;
  /** Nothing to be seen; the message of the button can be edited afterwards. */
  deferUpdate(): Promise<Acknowledged>;
  /** An answer at once, for this person alone. */
  answerPrivately(payload: MessagePayload): Promise<Acknowledged>;
  /** Changes the message of the button at once. */
  update(payload: MessagePayload): Promise<Acknowledged>;
  openModal(modal: object): Promise<Acknowledged>;
  offer(choices: readonly { readonly name: string; readonly value: string }[]): Promise<Acknowledged>;
  /** Puts the answer where the deferral was. False when there is no such place any more. */
  edit(rendered: Rendered): Promise<boolean>;
  /** Shows something there that will be replaced: tried once. False when there is no such place any more. */
  preview(payload: MessagePayload): Promise<boolean>;
  /** One more message, for this person alone; after `deferUpdate`. */
  addPrivately(payload: MessagePayload): Promise<void>;
  /** The way that is still open: for when something failed. Never changes a message that was there before. */
  apologise(payload: MessagePayload): Promise<void>;
}

/** Discord's numbers for the first response. */
const CALLBACK = { message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const;
/** The first response counts for three seconds; what is sent later than this cannot arrive in time. */
const ACKNOWLEDGE_WITHIN_MS = 2800;
/** An attempt that has not come back by now is taken for lost. */
const ATTEMPT_MS = 1200;

export function createInteractionReply(
  rest: REST,
  address: InteractionAddress,
  onRefusedCard: (error: unknown) => void,
): InteractionReply {
  let answeredWith: number | null = null;
  let isCard = false;
  let messageId: string | null = null;
  const call = async (type: number, data?: object): Promise<Acknowledged> => {
    const outcome = await acknowledge(rest, address, { type, ...(data && { data }) });
    if (outcome === "yes") answeredWith = type;
    return outcome;
  };
  const original = Routes.webhookMessage(address.applicationId, address.token, "@original");
  const reply: InteractionReply = {
    defer: (isPrivate) => call(CALLBACK.defer, isPrivate ? { flags: EPHEMERAL } : undefined),
    deferUpdate: () => call(CALLBACK.deferUpdate),
    answerPrivately: (payload) =>
      call(CALLBACK.message, { ...payload, flags: (payload.flags ?? 0) | EPHEMERAL }),
    update: (payload) => call(CALLBACK.update, payload),
    openModal: (modal) => call(CALLBACK.modal, modal),
    offer: (choices) => call(CALLBACK.choices, { choices }),
    get messageId() {
      return messageId;
    },
    edit: ({ payload, ...others }) =>
      editOriginal(
        rest,
        original,
        isCard ? { ...others, payload: cardOf(payload), plain: undefined } : { ...others, payload },
        {
          onRefusedCard,
          onShown(id, shown) {
            messageId = id;
            isCard ||= ((shown.flags ?? 0) & COMPONENTS_V2) !== 0;
          },
        },
      ),
    async preview(payload) {
      // Also where it is not known whether it has arrived.
      isCard = true;
      try {
        await rest.patch(original, { auth: false, body: payload });
        return true;
      } catch (error) {
        return !isGone(error);
      }
    },
    async addPrivately(payload) {
      const body = { ...payload, flags: (payload.flags ?? 0) | EPHEMERAL };
      await rest.post(Routes.webhook(address.applicationId, address.token), { auth: false, body });
    },
    async apologise(payload) {
      if (answeredWith === null) await reply.answerPrivately(payload);
      else if (answeredWith === CALLBACK.defer) await reply.edit({ payload });
      else if (answeredWith === CALLBACK.deferUpdate) await reply.addPrivately(payload);
    },
  };
  return reply;
}

/**
 * The first response. When an attempt was lost and the next is told "already acknowledged", the lost one had arrived;
 * when the very first is told so, another process was quicker.
 */
async function acknowledge(rest: REST, address: InteractionAddress, body: object): Promise<Acknowledged> {
  const route = Routes.interactionCallback(address.id, address.token);
  const deadline = performance.now() + ACKNOWLEDGE_WITHIN_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rest.post(route, { auth: false, body, signal: AbortSignal.timeout(ATTEMPT_MS) });
      return "yes";
    } catch (error) {
      const code = discordCode(error);
      if (code === CODES.alreadyAcknowledged) return attempt > 1 ? "yes" : "taken";
      if (code === CODES.unknownInteraction) return "late";
      if (!isPassing(error)) throw error;
      // Lost each time: it may have arrived all the same, and the edit will tell.
      if (performance.now() > deadline) return "yes";
      await sleep(50 * attempt);
    }
  }
}

interface EditEvents {
  readonly onRefusedCard: (error: unknown) => void;
  readonly onShown: (id: string | null, body: MessagePayload) => void;
}

function editOriginal(
  rest: REST,
  route: ReturnType<typeof Routes.webhookMessage>,
  rendered: Rendered,
  { onRefusedCard, onShown }: EditEvents,
): Promise<boolean> {
  const { file } = rendered;
  const files = file === undefined ? [] : [{ name: file.name, data: Buffer.from(file.text, "utf8") }];
  const send = async (body: MessagePayload) => {
    const message = await rest.patch(route, { auth: false, body, ...(files.length > 0 && { files }) });
    onShown(textOf(message, "id"), body);
  };
  return sendPatiently(rendered, { send, isHopeless: isGone, onRefusedCard });
}
