/** Makes the screen of an answer, and shows it while a language model is writing it. */
import type { MessagePayload } from "../render/discord/components.ts";
import type { Words } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import type { Conversation, Screen, ScreenWish } from "./screens.ts";

export type QuestionWish = ScreenWish & { readonly kind: "ask"; readonly inputs: readonly [string] };

/** How an answer is seen while it is made. */
export interface Showing {
  readonly words: Words;
  /** See `LiveWish`. */
  readonly preview: (payload: MessagePayload) => Promise<boolean>;
  /** Aborted when nobody wants the answer any more. */
  readonly signal?: AbortSignal;
}

/**
 * The screen, or the sentence for an answer that was given up. What the question leans on may be deleted while it is
 * answered: then it is answered by itself.
 */
export async function makeAnswer(
  bot: Bot,
  wish: QuestionWish,
  before: Conversation,
  showing: Showing,
): Promise<Screen | string> {
  const made = await makeOnce(bot, wish, before, showing);
  const leansOnDeleted = bot.screens.isRemoved(before.leansOn ?? []);
  return leansOnDeleted ? makeOnce(bot, wish, {}, showing) : made;
}

async function makeOnce(
  bot: Bot,
  wish: QuestionWish,
  before: Conversation,
  { words, preview, signal }: Showing,
): Promise<Screen | string> {
  const live = bot.live?.begin({
    screen: wish.id,
    owner: wish.owner,
    question: wish.inputs[0],
    words,
    signal,
    preview: async (payload) => bot.screens.isRemoved(before.leansOn ?? []) || preview(payload),
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
