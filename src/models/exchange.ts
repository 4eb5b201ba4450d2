/**
 * The requests of one attempt to ask a model: a `fetch` for its client that looks at what comes back before the client
 * does. Clients hide status, wait and cause behind messages of their own, print to the console, and read without end.
 */

import { withoutSecrets } from "../text/without-secrets.ts";
import { ModelFault, type ModelFaultKind } from "./model-fault.ts";
import type { Fetch, Provider } from "./provider.ts";

/** Bytes of a reply that are read, whatever they hold: an answer has some thousands. */
const MOST_BYTES = 4_000_000;
/** Bytes of an error's text that are read. */
const MOST_ERROR_BYTES = 4_000;
/** Bytes at the end of a stream in which its last event stands. */
const TAIL = 2_000;
/** Milliseconds that are waited at a server's word, at most. */
const LONGEST_WAIT_MS = 60_000;

export interface Exchange {
  readonly fetch: Fetch;
  /** What the requests met, in the order of importance; null as long as all is well. */
  fault(): ModelFault | null;
  /** Whether the reply is one JSON text, where a stream was asked for. */
  isWhole(): boolean;
  /** The end of what was read. */
  tail(): string;
}

/** Aborting `signal` closes the connection at any moment. */
export function beginExchange(id: string, provider: Provider, signal: AbortSignal): Exchange {
  const { address, hint, secrets } = provider;
  let found: ModelFault | null = null;
  let whole = false;
  let tail = "";
  // Readers are told what is wrong; where the server is and what it said is for who runs Footnote.
  const fail = (kind: ModelFaultKind, words: string, detail = "", retryAfterMs: number | null = null) => {
    found ??= new ModelFault(kind, `The language model ${id} ${words}.`, `${detail}${hint}`, retryAfterMs);
    return found;
  };
  const guarded: Fetch = async (input, init) => {
    const both = init?.signal ? AbortSignal.any([signal, init.signal]) : signal;
    let response: Response;
    try {
      response = await fetch(input, { ...init, signal: both });
    } catch (error) {
      if (both.aborted) throw error;
      throw fail("unreachable", "cannot be reached", `Nobody answers at ${address}. `);
    }
    if (!response.ok) {
      const said = withoutSecrets(sayingOf(await startOf(response)), secrets);
      const { kind, words } = meaningOf(response.status);
      throw fail(kind, words, sayingAsDetail(said), waitOf(response));
    }
    whole = /^application\/json\b/i.test(response.headers.get("content-type") ?? "");
    const onBytes = (bytes: Uint8Array) => {
      tail = (tail + Buffer.from(bytes.slice(-TAIL)).toString("latin1")).slice(-TAIL);
    };
    const body = response.body && watchBytes(response.body, onBytes, fail);
    return new Response(body, { status: response.status, headers: response.headers });
  };
  return { fetch: guarded, fault: () => found, isWhole: () => whole, tail: () => tail };
}

/** The same bytes; ends with a fault when they break off or do not end. */
function watchBytes(
  body: ReadableStream<Uint8Array>,
  onBytes: (bytes: Uint8Array) => void,
  fail: (kind: ModelFaultKind, words: string) => ModelFault,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let read = 0;
  return new ReadableStream({
    async pull(controller) {
      const step = await reader.read().catch(() => null);
      if (step === null) return controller.error(fail("cut", "was cut off"));
      if (step.done) return controller.close();
      read += step.value.length;
      onBytes(step.value);
      if (read <= MOST_BYTES) return controller.enqueue(step.value);
      controller.error(fail("flood", "does not come to an end"));
      await reader.cancel().catch(() => undefined);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** The first bytes of a reply as text; the rest is not waited for. */
async function startOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  try {
    for (let read = 0; reader !== undefined && read < MOST_ERROR_BYTES; ) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      read += value.length;
    }
    await reader?.cancel();
  } catch {
    // What came before the connection broke says enough.
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The sentence in an error's JSON, else nothing: a page of HTML says nothing to a reader. */
function sayingOf(text: string): string {
  try {
    const { error, message } = Object(JSON.parse(text));
    const said = typeof error === "string" ? error : (Object(error).message ?? message);
    return typeof said === "string" ? said : "";
  } catch {
    return /^\s*[<{[]/.test(text) ? "" : text;
  }
}

/** What a server said, before the hint of what to do; empty when it said nothing. */
export function sayingAsDetail(said: string): string {
  if (said === "") return "";
  return `It said: ${/[.!?…]$/.test(said) ? said : `${said}.`} `;
}

function meaningOf(status: number): { readonly kind: ModelFaultKind; readonly words: string } {
  if (status === 401 || status === 403) return { kind: "refused", words: "does not accept the key" };
  if (status === 404) return { kind: "unknown", words: "is not there" };
  if (status === 429 || status === 503 || status === 529) return { kind: "busy", words: "is too busy" };
  if (status >= 500) return { kind: "failed", words: `failed (${status})` };
  return { kind: "refused", words: `refused the request (${status})` };
}

/** RFC 9110: seconds, or a date. */
function waitOf({ headers }: Response): number | null {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d{1,6}(?:\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, LONGEST_WAIT_MS);
  const until = Date.parse(value) - Date.now();
  return Number.isNaN(until) ? null : Math.min(Math.max(until, 0), LONGEST_WAIT_MS);
}
