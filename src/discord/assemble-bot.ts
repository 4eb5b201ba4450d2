/** Puts the bot's parts together: the composition of this room. */
import { join } from "node:path";
import { REST } from "discord.js";
import type { BotConfig, Config } from "../config.ts";
import { wordsFor } from "../render/discord/words.ts";
import type { Answering } from "./answering.ts";
import type { Bot } from "./bot.ts";
import { createInteractionRest, restOptions } from "./careful-rest.ts";
import { createFeedbackLog } from "./feedback-log.ts";
import { createFirstResponses } from "./first-responses.ts";
import { createFollowedMessages } from "./followed-messages.ts";
import { createLiveAnswers } from "./live-answers.ts";
import { faultFields, type Log } from "./log.ts";
import { createPresence } from "./presence.ts";
import { createRateLimit } from "./rate-limit.ts";
import { createRecentCitations } from "./recent-citations.ts";
import { createScreenStore } from "./screen-store.ts";
import { createScreens } from "./screens.ts";
import { createSeenIds } from "./seen-ids.ts";
import { createSharedScreenStore, type KeptRecords } from "./shared-screen-store.ts";
import { createSourceList } from "./source-list.ts";
import { takeBackOlder } from "./take-back.ts";
import { createTraces } from "./traces.ts";
import { createWorkInHand } from "./work-in-hand.ts";
import { createWorkQueue, PATIENT_QUEUE_LIMITS } from "./work-queue.ts";

/** Where buttons find what they need after a restart, in the index folder. */
const SCREENS_FILE = join("discord", "screens.jsonl");

/** Looking something up costs less than a question. */
const LOOKUPS_PER_QUESTION = 3;

export interface AssembledBot {
  readonly bot: Bot;
  /** When everything that is kept has been written. */
  readonly settled: () => Promise<void>;
}

/** `shared`: where screens are kept for all processes of the bot; null keeps them in the index folder. */
export function assembleBot(
  config: Config,
  settings: BotConfig,
  answering: Answering,
  log: Log,
  shared: KeptRecords | null = null,
): AssembledBot {
  const onFault = (error: unknown) => log.warn("screens are not kept", faultFields(error));
  const store =
    shared === null
      ? createScreenStore(join(config.indexPath, SCREENS_FILE), onFault)
      : createSharedScreenStore(shared, onFault);
  const rest = new REST(restOptions(settings.api)).setToken(settings.token);
  const interactionRest = createInteractionRest(settings.api);
  for (const one of [rest, interactionRest])
    one.on("invalidRequestWarning", ({ count }) => log.warn("many refused requests", { count }));
  const presence = createPresence(rest);
  const bot: Bot = {
    rest,
    interactionRest,
    answering,
    screens: createScreens(answering, store, Date.now, async (record) => {
      const isThere = await presence.isStillThere(record);
      if (!isThere) void takeBackOlder(rest, record, wordsFor(null).deletedQuestion);
      return isThere;
    }),
    sources: createSourceList(answering),
    recent: createRecentCitations(),
    feedback: createFeedbackLog(settings.feedbackFile, (error) =>
      log.warn("feedback is not kept", faultFields(error)),
    ),
    limits: {
      questions: createRateLimit(settings.questionsPerMinute),
      lookups: createRateLimit(LOOKUPS_PER_QUESTION * settings.questionsPerMinute),
    },
    queue: config.model === "none" ? createWorkQueue() : createWorkQueue(PATIENT_QUEUE_LIMITS),
    live: config.model === "none" ? null : createLiveAnswers(),
    first: createFirstResponses(),
    followed: createFollowedMessages(),
    traces: createTraces(),
    presence,
    seen: createSeenIds(),
    work: createWorkInHand(),
    log,
  };
  return { bot, settled: () => store.settled() };
}
