/** Makes the screen of an answer, and shows it while a language model is writing it. */
import type { MessagePayload } from "../render/discord/components.ts";
import type { Words } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import type { Conversation, Screen, ScreenWish } from "./screens.ts";

export type QuestionWish = ScreenWish & { readonly kind: "ask"; readonly inputs: readonly [string] };

/** The screen, or the sentence for an answer that was given up. `preview`: see `LiveWish`. */
export async function makeAnswer(
  bot: Bot,
  wish: QuestionWish,
  before: Conversation,
  words: Words,
  preview: (payload: MessagePayload) => Promise<boolean>,
): Promise<Screen | string> {
  const live = bot.live?.begin({
    screen: wish.id,
    owner: wish.owner,
    question: wish.inputs[0],
    words,
    preview,
  });
  try {
    return await bot.screens.make(wish, before, live);
  } catch (error) {
    if (live?.signal.aborted) return words.stopped;
    throw error;
  } finally {
    await live?.end();
  }
}
