/**
 * Answers a message that is being followed: with its last text when it is edited meanwhile, and not at all when it is
 * deleted.
 */
import type { Message } from "discord.js";
import { UserError } from "../errors.ts";
import { plainMessage } from "../render/discord/components.ts";
import { screenIdOf } from "../render/discord/custom-id.ts";
import type { Words } from "../render/discord/words.ts";
import type { Bot } from "./bot.ts";
import type { FollowedMessage, TextVersion } from "./followed-messages.ts";
import { faultFields } from "./log.ts";
import { makeAnswer } from "./make-answer.ts";
import { createMessageReply, type MessageReply, type PostPlace, typeUntil } from "./message-reply.ts";
import { LONGEST_QUESTION, readQuestion } from "./read-question.ts";
import type { Conversation } from "./screens.ts";
import type { Rendered } from "./send-patiently.ts";
import { faultMessage, renderScreen, tooOftenMessage } from "./show-screen.ts";
import { deleteMessage, nameThread, takeBack } from "./take-back.ts";
import { openThread, threadName } from "./threads.ts";

export interface Question {
  readonly message: Message;
  readonly followed: FollowedMessage;
  /** Where the answer goes if it gets no thread of its own. */
  readonly beside: PostPlace;
  readonly words: Words;
  readonly before: () => Promise<Conversation>;
}

/** One answer, or one sentence that says why not. */
export async function answerFollowed(bot: Bot, question: Question): Promise<void> {
  const { message, followed, words } = question;
  const places = createPlaces(bot, question);
  const turn = bot.work.begin(() =>
    places.reply.show({ payload: plainMessage(words.stopping) }, followed.gone),
  );
  const started = performance.now();
  try {
    for (let isClaimed = false; !followed.isGone; ) {
      const { version } = followed;
      const rendered = await renderVersion(bot, question, version, places);
      if (version.signal.aborted) continue;
      isClaimed ||= turn.claim();
      if (!isClaimed) return;
      const isShown = await places.show(rendered, version.signal);
      if (version.signal.aborted) continue;
      const what = message.inGuild() ? "mention" : "direct message";
      bot.log.info("answered", { what, ms: Math.round(performance.now() - started), isShown });
      return;
    }
    bot.log.info("dropped", { why: "the question is gone" });
  } finally {
    if (followed.isGone) {
      await bot.screens.remove({ screens: [screenIdOf(message.id)], messages: [message.id], channels: [] });
      await takeBack(bot, message.id);
    }
    turn.end();
  }
}

interface Places {
  readonly reply: MessageReply;
  readonly channelId: string;
  /** Finds the place for the answer to this question: a thread of its own where that is allowed. */
  open(question: string): Promise<void>;
  /** Shows the answer there, or beside the question where that place does not take it. */
  show(rendered: Rendered, signal: AbortSignal): Promise<boolean>;
}

function createPlaces(bot: Bot, { message, followed, beside, words }: Question): Places {
  const replyIn = (place: PostPlace): MessageReply =>
    createMessageReply(bot.rest, place, message.id, {
      onRefusedCard: (error) => bot.log.warn("card refused", faultFields(error)),
      onPosted(id) {
        bot.traces.note(message.id, id, () => deleteMessage(bot.rest, place.channelId, id));
        bot.traces.noteCard(id, screenIdOf(message.id));
      },
      onQuestionGone: () => bot.followed.deleted([message.id]),
    });
  let place = beside;
  let reply = replyIn(beside);
  let thread: PostPlace | null | undefined;
  return {
    get reply() {
      return reply;
    },
    get channelId() {
      return place.channelId;
    },
    async open(question) {
      if (thread !== undefined) {
        // The thread was named after what was asked before.
        if (thread !== null && thread !== beside)
          void nameThread(bot.rest, thread.channelId, threadName(question));
        return;
      }
      const opened = await openThread(bot.rest, message, question);
      thread = opened?.place ?? null;
      if (opened?.isOwn) {
        const { channelId } = opened.place;
        bot.traces.note(message.id, channelId, () => nameThread(bot.rest, channelId, words.deletedQuestion));
      }
      if (thread === null || reply.isPosted) return;
      place = thread;
      reply = replyIn(thread);
      followed.alsoIn(thread.channelId);
    },
    async show(rendered, signal) {
      if (await reply.show(rendered, signal)) return true;
      if (place === beside || reply.isPosted || signal.aborted) return false;
      place = beside;
      reply = replyIn(beside);
      return reply.show(rendered, signal);
    },
  };
}

async function renderVersion(
  bot: Bot,
  question: Question,
  version: TextVersion,
  places: Places,
): Promise<Rendered> {
  const { message, words } = question;
  const read = readQuestion(version.text);
  if ("fault" in read) {
    const sentence = read.fault === "tooLong" ? words.tooLong(LONGEST_QUESTION) : words.emptyQuestion;
    return { payload: plainMessage(sentence) };
  }
  const again = bot.limits.questions.take(message.author.id);
  if (again !== null) {
    bot.log.info("refused", { why: "too often" });
    return { payload: tooOftenMessage(words, again) };
  }
  await places.open(read.question);
  const made = makeRendered(bot, question, read.question, version, places);
  void typeUntil(bot.rest, places.channelId, made);
  return made;
}

async function makeRendered(
  bot: Bot,
  { message, words, before }: Question,
  text: string,
  { signal }: TextVersion,
  { channelId, reply }: Places,
): Promise<Rendered> {
  const wish = {
    id: screenIdOf(message.id),
    kind: "ask",
    inputs: [text],
    source: null,
    owner: message.author.id,
    channel: channelId,
    about: { message: message.id, channel: message.channelId },
  } as const;
  try {
    const made = await bot.queue.run(message.channelId, async () => {
      signal.throwIfAborted();
      const preview = (payload: Rendered["payload"]) => reply.preview(payload, signal);
      return makeAnswer(bot, wish, await before(), { words, preview, signal });
    });
    if (typeof made === "string") return { payload: plainMessage(made) };
    if (!signal.aborted) {
      bot.recent.add(message.author.id, made.citations);
      if (made.answer?.status === "abstained") void bot.feedback.add("refused", made.id, made.answer);
    }
    return renderScreen(made, words);
  } catch (error) {
    if (!(error instanceof UserError) && !signal.aborted) bot.log.warn("failed", faultFields(error));
    return { payload: faultMessage(error, words) };
  }
}
