/**
 * The requests of one attempt to ask a server: a `fetch` for its client that sends to this server alone, what it is meant
 * to get and no more, and looks at what comes back before the client does. Clients follow redirects, add what they find
 * in the environment, hide status, wait and cause behind messages of their own, print to the console, and read without
 * end. Nothing leaves for a model or an embedder in any other way.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { isTlsCode, systemErrorCode } from "../errors.ts";
import { type Framing, framesOf, NoMessage } from "./framing.ts";
import { ModelFault, type Trouble } from "./model-fault.ts";
import type { Fetch } from "./provider.ts";
import { readRefusal } from "./refusals.ts";
import { FloodError, PackedError, type Reply, send } from "./send.ts";
import type { Server } from "./server.ts";

/** Bytes at the end of a stream in which its last event stands. */
const TAIL = 2_000;
/** What a client may say of itself and of its request; who we are, the server's own headers say. */
const CLIENT_HEADERS = ["content-type", "accept", "anthropic-beta"];

export interface ExchangeOptions {
  /** Bytes of a reply that are read, whatever they hold, counted as they are when unpacked. */
  readonly mostBytes: number;
  /** How a stream is cut into messages; null where the reply is wanted in one. */
  readonly framing: Framing | null;
  /** Aborting it closes the connection at any moment. */
  readonly signal: AbortSignal;
  readonly faultOf: (trouble: Trouble) => ModelFault;
}

export interface Exchange {
  readonly fetch: Fetch;
  /** What the requests met, the first of all; null as long as all is well. */
  fault(): ModelFault | null;
  /** Whether the reply is one JSON text, where a stream of events was asked for; it is not read then. */
  isWhole(): boolean;
  /** The end of what was read. */
  tail(): string;
}

export function beginExchange(server: Server, options: ExchangeOptions): Exchange {
  const { framing, signal, faultOf, mostBytes } = options;
  let found: ModelFault | null = null;
  let whole = false;
  let tail = "";
  const fail = (trouble: Trouble): ModelFault => {
    found ??= faultOf(trouble);
    return found;
  };
  const guarded: Fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!isBelow(url, server.base))
      throw fail({ kind: "refused", words: "was to be asked at another place" });
    const both = init.signal ? AbortSignal.any([signal, init.signal]) : signal;
    const { method = "GET", body = null } = init;
    // What else a body may be, no client of these servers sends.
    if (body !== null && typeof body !== "string") throw new TypeError("the body of a request is no text");
    const sent = {
      method,
      headers: headersOf(init.headers, server),
      body,
      signal: both,
      mostBytes,
    };
    const reply = await send(url, sent).catch((error: unknown) => {
      throw both.aborted ? error : fail(explainNoAnswer(error, server.address));
    });
    if (reply.status < 200 || reply.status > 299) throw fail(await readRefusal(reply, url, server.secrets));
    const type = reply.headers["content-type"] ?? "";
    whole = framing === "events" && /^application\/json\b/i.test(type);
    if (whole) {
      reply.body.destroy();
      throw new Error("a stream was asked for");
    }
    const onBytes = (bytes: Uint8Array) => {
      tail = (tail + Buffer.from(bytes.subarray(-TAIL)).toString("latin1")).slice(-TAIL);
    };
    const stream = watchBytes(reply, { ...options, signal: both, onBytes, fail });
    return new Response(stream, { status: 200, headers: { "content-type": type } });
  };
  return { fetch: guarded, fault: () => found, isWhole: () => whole, tail: () => tail };
}

function isBelow({ origin, pathname }: URL, base: string): boolean {
  const place = new URL(base);
  return origin === place.origin && pathname.startsWith(place.pathname.replace(/\/*$/, "/"));
}

function headersOf(clients: RequestInit["headers"], server: Server): Record<string, string> {
  const given = new Headers(clients);
  const taken = CLIENT_HEADERS.map((name) => [name, given.get(name)]).filter(([, value]) => value !== null);
  return {
    "user-agent": "footnote",
    "accept-encoding": "identity",
    ...Object.fromEntries(taken),
    ...server.headers,
  };
}

/** Why there is no answer at all. */
function explainNoAnswer(error: unknown, address: string): Trouble {
  if (error instanceof FloodError) return FLOOD;
  if (error instanceof PackedError)
    return { kind: "garbled", words: "compresses its reply in a way that was not asked for" };
  const code = systemErrorCode(error) ?? "";
  if (code.startsWith("HPE_")) {
    const detail = `What answers at ${address} does not speak HTTP as it should. `;
    return { kind: "garbled", words: "cannot be understood", detail };
  }
  const words = "cannot be reached";
  if (isTlsCode(code))
    return { kind: "unreachable", words, detail: `No safe connection can be made to ${address} (${code}). ` };
  const why = /^[A-Z_]+$/.test(code) ? ` (${code})` : "";
  return { kind: "unreachable", words, detail: `Nobody answers at ${address}${why}. ` };
}

const FLOOD: Trouble = { kind: "flood", words: "does not come to an end" };
const CUT: Trouble = { kind: "cut", words: "was cut off" };
const GARBLED: Trouble = { kind: "garbled", words: "cannot be understood" };

type Watching = ExchangeOptions & {
  readonly onBytes: (bytes: Uint8Array) => void;
  readonly fail: (trouble: Trouble) => ModelFault;
};

/** The same messages; ends with a fault when they break off, do not end or cannot be read. */
function watchBytes(
  { body }: Reply,
  { mostBytes, framing, signal, onBytes, fail }: Watching,
): ReadableStream<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  const frames = framing === null ? null : framesOf(framing);
  let [read, isRead] = [0, false];
  /** Read, and not handed on yet: one message at a time, since clients copy what follows for each. */
  let ready: (Uint8Array | string)[] = [];
  /** The next bytes to hand on; null at the end. */
  const next = async (): Promise<Uint8Array | null> => {
    for (let hasEnded = false; ready.length === 0; ) {
      if (hasEnded) return null;
      // Whatever else is to be done has its turn: a server may send faster than anybody reads.
      await nextTurn();
      const { value } = await pieces.next();
      hasEnded = value === undefined;
      if (value === undefined) ready = frames?.end() ?? [];
      else {
        read += value.length;
        onBytes(value);
        if (read > mostBytes) throw new FloodError();
        ready = frames?.push(value) ?? [value];
      }
      ready.reverse();
    }
    isRead = true;
    return Buffer.from(ready.pop() ?? "");
  };
  const explain = (error: unknown): unknown => {
    if (signal.aborted || error instanceof ModelFault) return error;
    if (error instanceof FloodError) return fail(FLOOD);
    if (/^(?:HPE|Z_DATA|ERR__ERROR_FORMAT)/.test(systemErrorCode(error) ?? "")) return fail(GARBLED);
    // A message that ends in the middle, after others that could be read, was cut off, too.
    if (error instanceof NoMessage && !(isRead && error.isLast)) return fail(GARBLED);
    return fail(CUT);
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const bytes = await next();
        if (bytes === null) controller.close();
        else controller.enqueue(bytes);
      } catch (error) {
        controller.error(explain(error));
        body.destroy();
      }
    },
    cancel: () => void body.destroy(),
  });
}
