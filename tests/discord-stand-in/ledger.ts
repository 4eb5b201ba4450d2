/** What happened, for tests to look at: requests, refusals, breaches of rules, who was notified. Decides nothing. */
import type { Bell } from "./bell.ts";
import type { Json } from "./json.ts";
import type { Notified } from "./pings.ts";

/** The bot did something that Discord forbids or that this bot never should. */
export interface Violation {
  /** A route's name, or "gateway". */
  readonly where: string;
  readonly what: string;
  readonly details: Json;
}

/** An answer with an error that was not sent by a fault. */
export interface Refusal {
  readonly route: string;
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** A message that notified somebody. */
export interface Ping extends Notified {
  readonly messageId: string;
  readonly route: string;
  readonly text: string;
}

export interface RequestEntry {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  /** Null until answered; 0 where the answer was kept back. */
  status: number | null;
  code: number | null;
  /** Milliseconds since the stand-in started. */
  readonly at: number;
  ms: number | null;
  /** Name of the fault that met this request. */
  fault: string | null;
}

export interface Ledger {
  readonly violations: Violation[];
  readonly refusals: Refusal[];
  readonly pings: Ping[];
  /** The bot's messages whose `allowed_mentions` would let somebody be notified. */
  readonly unguarded: { readonly route: string; readonly messageId: string }[];
  readonly requests: RequestEntry[];
  readonly identifies: { readonly at: number; readonly intents: number }[];
  /** IDENTIFY that are granted in all. */
  logIns: number;
  readonly typings: { readonly channelId: string; readonly at: number }[];
  /** Commands that were new in their scope. */
  commandsCreated: number;
  /** Requests received and not yet answered. */
  activeRequests: number;
  /** When the last request or gateway event happened, `performance.now()`. */
  lastActivity: number;
  violate(where: string, what: string, details?: Json): void;
}

/** Most requests kept: a soak test makes very many. */
const maxRequests = 20_000;

export function createLedger(bell: Bell, logIns: number): Ledger {
  const ledger: Ledger = {
    requests: [],
    identifies: [],
    logIns,
    typings: [],
    commandsCreated: 0,
    activeRequests: 0,
    lastActivity: performance.now(),
    violations: [],
    refusals: [],
    pings: [],
    unguarded: [],
    violate(where, what, details = null) {
      ledger.violations.push({ where, what, details });
      bell.ring();
    },
  };
  return ledger;
}

/** Notes a request that arrived; the oldest entries go when there are very many. */
export function noteRequest(ledger: Ledger, entry: RequestEntry): RequestEntry {
  if (ledger.requests.length >= maxRequests) ledger.requests.splice(0, maxRequests / 2);
  ledger.requests.push(entry);
  return entry;
}
