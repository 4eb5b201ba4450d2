/** What every handler is handed: the bot's parts. */
import type { REST } from "discord.js";
import type { Answering } from "./answering.ts";
import type { FeedbackLog } from "./feedback-log.ts";
import type { FirstResponses } from "./first-responses.ts";
import type { FollowedMessages } from "./followed-messages.ts";
import type { LiveAnswers } from "./live-answers.ts";
import type { Log } from "./log.ts";
import type { Presence } from "./presence.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { RecentCitations } from "./recent-citations.ts";
import type { Screens } from "./screens.ts";
import type { SeenIds } from "./seen-ids.ts";
import type { SourceList } from "./source-list.ts";
import type { Traces } from "./traces.ts";
import type { WorkInHand } from "./work-in-hand.ts";
import type { WorkQueue } from "./work-queue.ts";

export interface Bot {
  /** For messages and threads, with the library's own limits. */
  readonly rest: REST;
  /** For interactions, which Discord exempts from them. */
  readonly interactionRest: REST;
  readonly answering: Answering;
  readonly screens: Screens;
  readonly sources: SourceList;
  readonly recent: RecentCitations;
  readonly feedback: FeedbackLog;
  /** How often a person may ask a question, and how often look something up. */
  readonly limits: { readonly questions: RateLimit; readonly lookups: RateLimit };
  readonly queue: WorkQueue;
  /** Answers that a language model is writing; null where there is none. */
  readonly live: LiveAnswers | null;
  readonly first: FirstResponses;
  readonly followed: FollowedMessages;
  readonly traces: Traces;
  readonly presence: Presence;
  readonly seen: SeenIds;
  readonly work: WorkInHand;
  readonly log: Log;
}
