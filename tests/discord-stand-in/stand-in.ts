/**
 * The stand-in as a test, a demo or a bench sees it. Every method is asynchronous and speaks plain JSON, so that the same
 * interface serves in this process and in another one.
 */
import type { Fault } from "./faults.ts";
import type { Ping, Refusal, RequestEntry, Violation } from "./ledger.ts";
import type { SchemaFinding } from "./oracle.ts";
import type { PermissionName } from "./permissions.ts";
import type { InteractionRecord } from "./person/interaction-record.ts";
import type { OptionValues } from "./person/option-values.ts";
import type { Place } from "./person/place.ts";
import type { SayOptions, SayRecord } from "./person/say.ts";
import type { SeenMessage } from "./person/seen-message.ts";

/** What a person can do. Throws `PersonRefusal` where Discord's client would not let them. */
export interface Person {
  /** A slash command; resolves when its answer stands, or it is sure that there is none. */
  slash(name: string, options?: OptionValues, place?: Place): Promise<InteractionRecord>;
  /** What is offered while an option is being typed. */
  autocomplete(
    name: string,
    option: string,
    typed: string,
    place?: Place,
    others?: OptionValues,
  ): Promise<InteractionRecord>;
  /** A message menu. */
  menu(name: string, messageId: string, place?: Place): Promise<InteractionRecord>;
  /** Presses a button, named by its custom id or label. */
  click(button: string, messageId: string, place?: Place): Promise<InteractionRecord>;
  /** Sends a press of a button that is not there: any custom id, on any message. */
  forge(customId: string, messageId: string, place?: Place): Promise<InteractionRecord>;
  choose(
    customId: string,
    picked: readonly string[],
    messageId: string,
    place?: Place,
  ): Promise<InteractionRecord>;
  /** Fills in the modal which that interaction opened, by labels or custom ids. */
  submitModal(
    interactionId: string,
    values: Readonly<Record<string, string>>,
    place?: Place,
  ): Promise<InteractionRecord>;
  /** Writes a message and waits for the answer, or with `expectSilence` for silence. */
  say(text: string, options?: SayOptions): Promise<SayRecord>;
  /** Writes a message and waits for nothing; returns its id. */
  post(text: string, options?: SayOptions): Promise<string>;
  editMessage(messageId: string, text: string, place?: Place): Promise<void>;
  deleteMessage(messageId: string, place?: Place): Promise<void>;
  /** Names of the commands the client offers in that place. */
  commands(place?: Place): Promise<readonly string[]>;
}

export interface FaultControl {
  /** The next `times` requests to a route (by its name, or "*") meet the fault, after `after` that go well. */
  next(route: string, fault: Fault, times?: number, after?: number): Promise<void>;
  clear(): Promise<void>;
  /** Faults not met yet. */
  pending(): Promise<number>;
  /** While down, connections are refused and open ones cut. */
  outage(isDown: boolean): Promise<void>;
}

export interface GatewayControl {
  /** Op 7: asks to reconnect. */
  askToReconnect(): Promise<void>;
  /** Op 9. Not resumable: the sessions are forgotten as well. */
  invalidate(isResumable: boolean): Promise<void>;
  /** Cuts all connections without a word. */
  cut(): Promise<void>;
  close(code: number): Promise<void>;
  /** The open connections stay open, but say nothing any more. */
  turnToZombies(): Promise<void>;
  /** Tells the last event of that name again. */
  repeat(event: string): Promise<void>;
  forgetSessions(): Promise<void>;
  /** The next IDENTIFY are closed with this code. */
  rejectIdentify(code: number, times: number): Promise<void>;
  /** Lets the bot IDENTIFY so many times more. */
  grantLogIns(more: number): Promise<void>;
  refuseConnections(times: number): Promise<void>;
  /** Waits until `count` sessions are connected; false when patience ends. */
  untilConnected(count: number): Promise<boolean>;
  /** Waits until that many IDENTIFY have come in all; false when patience ends. */
  untilIdentified(count: number): Promise<boolean>;
  /** Waits until the bot has taken in every event sent so far. */
  roundTrip(): Promise<boolean>;
}

export interface Seen {
  violations(): Promise<readonly Violation[]>;
  refusals(): Promise<readonly Refusal[]>;
  pings(): Promise<readonly Ping[]>;
  /** The bot's messages whose `allowed_mentions` do not hold everybody back. */
  unguarded(): Promise<readonly { readonly route: string; readonly messageId: string }[]>;
  schemaFindings(): Promise<readonly SchemaFinding[]>;
  /** Samples the oracle has judged; 0 where it is absent. */
  schemaSamples(): Promise<number>;
  /** Requests so far, all or of one route. */
  requests(route?: string): Promise<readonly RequestEntry[]>;
  identifies(): Promise<number>;
  connections(): Promise<number>;
  /** The interaction as it stands now; later edits included. */
  record(interactionId: string): Promise<InteractionRecord>;
  message(id: string): Promise<SeenMessage>;
  /** Messages of a channel (by name or id), oldest first; the bot's alone with `onlyBot`. */
  messages(channel: string, onlyBot?: boolean): Promise<readonly SeenMessage[]>;
  /** All messages of the bot, everywhere. */
  botMessages(): Promise<readonly SeenMessage[]>;
  commands(
    guildId?: string,
  ): Promise<readonly { readonly name: string; readonly type: number; readonly version: string }[]>;
}

export interface WorldControl {
  /** The bot may not do this in that channel any more. */
  deny(channel: string, permission: PermissionName): Promise<void>;
  allow(channel: string, permission: PermissionName): Promise<void>;
  archiveThread(threadId: string, isLocked: boolean): Promise<void>;
  /** Takes away messages of one channel at once. */
  removeMessages(ids: readonly string[]): Promise<void>;
  /** Name of a channel or thread; null when it is not there (any more). */
  channelName(id: string): Promise<string | null>;
  removeChannel(channel: string): Promise<void>;
  acceptDirectMessages(user: string, accepts: boolean): Promise<void>;
}

export interface StandIn {
  /** REST base, what FOOTNOTE_DISCORD_API is set to. */
  readonly url: string;
  readonly token: string;
  readonly guildId: string;
  readonly botId: string;
  readonly hasOracle: boolean;
  readonly person: Person;
  readonly faults: FaultControl;
  readonly gateway: GatewayControl;
  readonly seen: Seen;
  readonly world: WorldControl;
  /** Waits until a bot is connected and, with `commands`, until as many are registered; false when patience ends. */
  untilReady(commands?: number): Promise<boolean>;
  /** Waits until nothing has moved for `quietMs`; false when patience ends. */
  untilIdle(quietMs?: number): Promise<boolean>;
  /** Forgets requests, refusals, violations and pings noted so far. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
