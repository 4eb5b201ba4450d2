/** Messages in Discord's own JSON: the few components this bot uses, and the limits they must keep. No library. */

import { boundaryBefore } from "../../text/graphemes.ts";

/** Components V2: texts and buttons in one frame, no `content`. */
export const COMPONENTS_V2 = 1 << 15;
/** Only the person who acted sees it. */
export const EPHEMERAL = 1 << 6;

/** What Discord refuses beyond; lengths in UTF-16 code units. */
export const LIMITS = {
  content: 2000,
  buttonUrl: 512,
  threadName: 100,
  choiceName: 100,
  choices: 25,
} as const;

const ISOLATE_END = "\u2069";

export interface TextDisplay {
  readonly type: 10;
  readonly content: string;
}

export interface Separator {
  readonly type: 14;
}

/** 1: blue, 2: grey, 5: a link. */
export type Button =
  | {
      readonly type: 2;
      readonly style: 1 | 2;
      readonly custom_id: string;
      readonly label: string;
      readonly disabled?: boolean;
    }
  | { readonly type: 2; readonly style: 5; readonly url: string; readonly label: string };

export interface ActionRow {
  readonly type: 1;
  readonly components: readonly Button[];
}

export interface Container {
  readonly type: 17;
  readonly accent_color: number;
  readonly components: readonly (TextDisplay | Separator | ActionRow)[];
}

/** Nobody is ever notified, not even the author of the message replied to. */
export const NO_MENTIONS = { parse: [], replied_user: false } as const;

export interface AttachedFile {
  readonly name: string;
  readonly text: string;
}

/** The body of a message, of an edit, or of an interaction's answer. */
export interface MessagePayload {
  readonly content?: string;
  readonly flags?: number;
  readonly components?: readonly (Container | ActionRow)[];
  readonly allowed_mentions: typeof NO_MENTIONS;
}

/** One line of the bot's own, such as a refusal. The words must be escaped already. */
export function plainMessage(content: string): MessagePayload {
  return { content: clipMarkdown(content, LIMITS.content), components: [], allowed_mentions: NO_MENTIONS };
}

/** The same as a card: a message that was a card once cannot become plain. */
export function cardOf(payload: MessagePayload): MessagePayload {
  const { content, allowed_mentions } = payload;
  if (content === undefined) return payload;
  const text = { type: 10, content } as const;
  const card = { type: 17, accent_color: 0x6b7280, components: [text] } as const;
  return { flags: COMPONENTS_V2, components: [card], allowed_mentions };
}

/** For the bot's own words only: quotes are paged, never clipped. Does not end within an escape or a character. */
export function clipMarkdown(text: string, most: number): string {
  if (text.length <= most) return text;
  // What closes off a direction must not be left open.
  const closed = text.includes(ISOLATE_END) ? ISOLATE_END : "";
  let end = boundaryBefore(text, most - 1 - closed.length);
  let backslashes = 0;
  while (text[end - 1 - backslashes] === "\\") backslashes += 1;
  if (backslashes % 2 === 1) end -= 1;
  const shown = text.slice(0, end);
  const isOpen = /[\u2066-\u2068]/u.test(shown.slice(shown.lastIndexOf(ISOLATE_END) + 1));
  return `${shown}${isOpen ? closed : ""}…`;
}
