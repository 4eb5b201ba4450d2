/** A message as a reader sees it: its texts in order, its buttons, its files. */
import { isObject, type Json, type JsonObject, objectsOf, textOf } from "../json.ts";
import { type Message, messageFlags } from "../model.ts";

export interface SeenButton {
  readonly label: string;
  readonly customId: string | null;
  readonly url: string | null;
  readonly isDisabled: boolean;
}

export interface SeenSelect {
  readonly customId: string;
  readonly isDisabled: boolean;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

export interface SeenFile {
  readonly name: string;
  readonly size: number;
  /** The file as text, when it is short and text. */
  readonly text: string | null;
}

export interface SeenMessage {
  readonly id: string;
  readonly channelId: string;
  readonly content: string;
  /** Content, texts of embeds and text displays, in the order in which they are shown. */
  readonly texts: readonly string[];
  /** All texts, one below the other. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  readonly files: readonly SeenFile[];
  readonly flags: number;
  readonly isEphemeral: boolean;
  /** Still says "thinking". */
  readonly isLoading: boolean;
  readonly isDeleted: boolean;
  readonly isEdited: boolean;
  readonly usesComponentsV2: boolean;
  readonly replyTo: string | null;
  readonly threadId: string | null;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
}

/** Bytes of a file that are still shown as text. */
const maxFileText = 2_000_000;

export function seeMessage(message: Message): SeenMessage {
  const walked = walk(message.components);
  const texts = [message.content, ...message.embeds.flatMap(embedTexts), ...walked.texts].filter(
    (one) => one !== "",
  );
  return {
    id: message.id,
    channelId: message.channelId,
    content: message.content,
    texts,
    text: texts.join("\n"),
    buttons: walked.buttons,
    selects: walked.selects,
    files: message.attachments.map((one) => ({
      name: one.filename,
      size: one.bytes.byteLength,
      text: one.bytes.byteLength <= maxFileText ? decode(one.bytes) : null,
    })),
    flags: message.flags,
    isEphemeral: message.onlyFor !== null,
    isLoading: (message.flags & messageFlags.loading) !== 0,
    isDeleted: message.deleted,
    isEdited: message.editedAt !== null,
    usesComponentsV2: (message.flags & messageFlags.componentsV2) !== 0,
    replyTo: message.replyTo,
    threadId: message.threadId,
    embeds: message.embeds,
    components: message.components,
  };
}

interface Walked {
  readonly texts: string[];
  readonly buttons: SeenButton[];
  readonly selects: SeenSelect[];
}

function walk(components: Json | undefined, into: Walked = { texts: [], buttons: [], selects: [] }): Walked {
  for (const one of objectsOf(components)) {
    if (one.type === 10) into.texts.push(textOf(one.content) ?? "");
    else if (one.type === 2) into.buttons.push(seeButton(one));
    else if (one.type === 3) into.selects.push(seeSelect(one));
    walk(one.components, into);
    if (isObject(one.accessory)) walk([one.accessory], into);
  }
  return into;
}

function seeButton(one: JsonObject): SeenButton {
  const emoji = isObject(one.emoji) ? (textOf(one.emoji.name) ?? "") : "";
  return {
    label: [emoji, textOf(one.label) ?? ""].filter((part) => part !== "").join(" "),
    customId: textOf(one.custom_id),
    url: textOf(one.url),
    isDisabled: one.disabled === true,
  };
}

function seeSelect(one: JsonObject): SeenSelect {
  const options = objectsOf(one.options).map((option) => ({
    label: String(option.label),
    value: String(option.value),
  }));
  return { customId: String(one.custom_id), isDisabled: one.disabled === true, options };
}

function embedTexts(embed: JsonObject): readonly string[] {
  const fields = objectsOf(embed.fields).flatMap((field) => [textOf(field.name), textOf(field.value)]);
  const footer = isObject(embed.footer) ? textOf(embed.footer.text) : null;
  return [textOf(embed.title), textOf(embed.description), ...fields, footer].flatMap((one) => one ?? []);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
