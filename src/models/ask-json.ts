/** Asks a server for one JSON text: a list of its models, or vectors. Bounded in time and bytes, however it answers. */
import { beginExchange } from "./exchange.ts";
import { ModelFault, type Trouble, waitAfter } from "./model-fault.ts";
import type { Server } from "./server.ts";
import { Watch } from "./watch.ts";

export interface JsonRequest {
  /** Below the server's base. */
  readonly path: string;
  /** Sent as JSON; undefined for a request that only reads. */
  readonly body?: unknown;
  /** Milliseconds for all of it, repeated attempts included. */
  readonly ms: number;
  /** Bytes of the reply that are read. */
  readonly mostBytes: number;
  /** Milliseconds before a second attempt; null where one is enough. */
  readonly backoffMs: number | null;
  readonly signal?: AbortSignal | undefined;
  /** Words for what goes wrong. */
  readonly faultOf: (trouble: Trouble) => ModelFault;
}

/** What it says. @throws ModelFault; the signal's reason when that is aborted. */
export async function askJson(server: Server, request: JsonRequest): Promise<unknown> {
  const { ms, backoffMs, signal, faultOf } = request;
  signal?.throwIfAborted();
  const watch = new Watch({ firstTokenMs: ms, wholeMs: ms }, signal);
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await watch.orAborted(attemptOf(server, request, watch.signal));
      } catch (error) {
        signal?.throwIfAborted();
        if (watch.expired !== null) throw faultOf({ kind: "slow", words: "does not answer in time" });
        if (!(error instanceof ModelFault)) throw error;
        const waitMs = backoffMs === null ? null : waitAfter(error, attempt, backoffMs);
        if (waitMs === null || !watch.allows(waitMs)) throw error;
        await watch.wait(waitMs).catch(() => {
          signal?.throwIfAborted();
          throw error;
        });
      }
    }
  } finally {
    watch.close();
  }
}

async function attemptOf(server: Server, request: JsonRequest, signal: AbortSignal): Promise<unknown> {
  const { path, body, mostBytes, faultOf } = request;
  const { fetch } = beginExchange(server, { mostBytes, framing: null, signal, faultOf });
  const sent =
    body === undefined
      ? {}
      : { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(`${server.base}${path}`, sent);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw faultOf({ kind: "garbled", words: "sends what cannot be read" });
  }
}
