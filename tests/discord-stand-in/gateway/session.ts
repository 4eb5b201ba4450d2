/** One gateway session: its sequence numbers and the events that can be replayed after a break. */
import type { Json, JsonObject } from "../json.ts";
import type { Connection } from "./connection.ts";
import { intents } from "./intents.ts";

/** Something that happened, before it is known who gets it. */
export interface Happening {
  readonly event: string;
  readonly data: JsonObject;
  /** What sessions without the MESSAGE_CONTENT intent get instead. */
  readonly plain?: JsonObject;
  /** The intent that lets it through; 0 for events everyone gets. */
  readonly intent: number;
  readonly guildId: string | null;
}

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: number;
  readonly shards: number;
  seq: number;
  /** Dispatches that a RESUME can ask for again. */
  readonly sent: { readonly seq: number; readonly text: string }[];
  connection: Connection | null;
  /** When the connection was lost, `performance.now()`. */
  lostAt: number | null;
}

/** Dispatches kept for a RESUME; somebody who missed more has to identify anew. */
const maxKept = 2000;

export function createSession(id: string, asked: number, shard: number, shards: number): Session {
  return { id, intents: asked, shard, shards, seq: 0, sent: [], connection: null, lostAt: null };
}

/** Whether the session gets to know of it: by shard and by intent. */
export function concerns(session: Session, happening: Happening): boolean {
  const shard = happening.guildId === null ? 0 : shardOf(happening.guildId, session.shards);
  if (shard !== session.shard) return false;
  return happening.intent === 0 || (session.intents & happening.intent) !== 0;
}

/** Sends an event to the session, or keeps it for a RESUME when the connection is gone or dead. */
export function tell(session: Session, event: string, data: Json): void {
  session.seq += 1;
  const text = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
  session.sent.push({ seq: session.seq, text });
  if (session.sent.length > maxKept) session.sent.splice(0, session.sent.length - maxKept);
  if (session.connection !== null && !session.connection.isZombie) session.connection.send(text);
}

export function tellHappening(session: Session, happening: Happening): void {
  const reads = (session.intents & intents.messageContent) !== 0;
  tell(session, happening.event, reads ? happening.data : (happening.plain ?? happening.data));
}

/** Dispatches after `seq`; null when they are no longer all there, or were never sent. */
export function missedSince(session: Session, seq: number): readonly string[] | null {
  if (seq > session.seq) return null;
  const missed = session.sent.filter((one) => one.seq > seq);
  return missed.length === session.seq - seq ? missed.map((one) => one.text) : null;
}

function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
