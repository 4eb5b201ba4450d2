/** Reads a payload as Discord and its readers do: refused or not, what stands in quotes, what else is marked. */
import { expect } from "vitest";
import type { Button, Container, MessagePayload } from "../../../src/render/discord/components.ts";
import type { JsonObject } from "../../discord-stand-in/json.ts";
import { composeMessage } from "../../discord-stand-in/limits/message-limits.ts";
import { readByDescent } from "../../discord-stand-in/markdown/read-by-descent.ts";
import { readByPatterns } from "../../discord-stand-in/markdown/read-by-patterns.ts";
import { disturbingMarks, quotedText } from "../../discord-stand-in/markdown.ts";

const READERS = [readByDescent, readByPatterns];
const SETTABLE = (1 << 15) | (1 << 6);
/** Marks that the bot itself makes around sources' words. */
const OWN_MARKS = ["subtext", "strike"];

/** The texts of a message from top to bottom. */
export function textsOf(payload: MessagePayload): string[] {
  const own = payload.content === undefined ? [] : [payload.content];
  const containers = (payload.components ?? []).filter((one): one is Container => one.type === 17);
  const displays = containers.flatMap(({ components }) => components);
  return [...own, ...displays.flatMap((one) => (one.type === 10 ? [one.content] : []))];
}

/** Fails where Discord would refuse the message, or where somebody would be notified. */
export function expectAcceptable(payload: MessagePayload): void {
  const body = JSON.parse(JSON.stringify(payload)) as JsonObject;
  composeMessage({ body, uploads: [], was: null, settable: SETTABLE, nextId: () => "900000000000000001" });
  expect(payload.allowed_mentions).toEqual({ parse: [], replied_user: false });
}

/** What stands in the block quotes of a message: each block as two readers agree on it. */
export function quotesOf(payload: MessagePayload): string[] {
  return textsOf(payload).flatMap((text) => {
    const [first, second] = READERS.map((read) => read(text));
    expect(first?.lines).toEqual(second?.lines);
    if (first === undefined || !first.lines.some(({ isQuoted }) => isQuoted)) return [];
    return [quotedText(first)];
  });
}

/** Everything in a message that is shown as other than its characters, beside the bot's own marks. */
export function strayMarks(payload: MessagePayload): string[] {
  return textsOf(payload).flatMap((text) =>
    READERS.flatMap((read) => disturbingMarks(read(text)))
      .filter(({ kind }) => !OWN_MARKS.includes(kind))
      .map(({ kind, text: marked }) => `${kind}: ${marked}`),
  );
}

/** A message's buttons, row by row. */
export function buttonsOf(payload: MessagePayload): Button[] {
  const inside = (payload.components ?? []).flatMap((one) => (one.type === 17 ? one.components : [one]));
  return inside.flatMap((one) => (one.type === 1 ? one.components : []));
}

/** Labels of a message's buttons. */
export function labelsOf(payload: MessagePayload): string[] {
  return buttonsOf(payload).map(({ label }) => label);
}

/** Labels of the buttons that can be pressed. */
export function pressableOf(payload: MessagePayload): string[] {
  return buttonsOf(payload)
    .filter((one) => !("disabled" in one && one.disabled === true))
    .map(({ label }) => label);
}
