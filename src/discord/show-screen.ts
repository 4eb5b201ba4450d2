/** From screens and faults to messages: the one place where handlers get what they send. */
import { UserError } from "../errors.ts";
import { type MessagePayload, plainMessage } from "../render/discord/components.ts";
import { renderPage } from "../render/discord/message.ts";
import { CARD_SPACE, PLAIN_SPACE, type Space, shortLine } from "../render/discord/pages.ts";
import { isEnglish, type Words } from "../render/discord/words.ts";
import { AnsweringError } from "./answering.ts";
import type { Screen } from "./screens.ts";
import type { Rendered } from "./send-patiently.ts";
import { QueueFullError } from "./work-queue.ts";

/** A screen's page as a card, with its plain twin in reserve. Without `at`: the page the screen opens with. */
export function renderScreen(screen: Screen, words: Words, at?: number): Rendered {
  return {
    payload: renderIn(screen, words, CARD_SPACE, at),
    plain: () => renderIn(screen, words, PLAIN_SPACE, at),
  };
}

export function renderIn(screen: Screen, words: Words, space: Space, at?: number): MessagePayload {
  const controls = { screen: screen.id, words, layout: space.layout, isAnswer: screen.answer !== null };
  return renderPage(screen.pages(words, space), at ?? screen.first(words, space), controls);
}

/** One sentence for a fault. `unknown` is for what a person can mend; without it the fault's own words, in English. */
function faultSentence(error: unknown, words: Words, unknown?: string): string {
  if (error instanceof QueueFullError) return words.busy;
  if (error instanceof AnsweringError) return error.kind === "slow" ? words.slow : words.failed;
  if (!(error instanceof UserError)) return words.failed;
  return unknown ?? (isEnglish(words) ? shortLine(error.message, 300) : words.failed);
}

export function faultMessage(error: unknown, words: Words, unknown?: string): MessagePayload {
  return plainMessage(faultSentence(error, words, unknown));
}

/** When somebody may ask again, as a Discord timestamp. */
export function tooOftenMessage(words: Words, again: number): MessagePayload {
  return plainMessage(words.tooOften(`<t:${Math.ceil(again / 1000)}:R>`));
}
