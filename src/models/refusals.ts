/** Reads from an answer that is no success what is wrong, how long to wait, and what its server says about it. */
import type { Secrets } from "../text/secrets.ts";
import { withoutSecrets } from "../text/without-secrets.ts";
import type { Trouble } from "./model-fault.ts";
import type { Reply } from "./send.ts";

/** Bytes of an error's text that are read, and milliseconds that are waited for it. */
const MOST_ERROR_BYTES = 4_000;
const ERROR_MS = 2_000;
/** Milliseconds that are waited at a server's word, at most. */
const LONGEST_WAIT_MS = 60_000;

/** What `reply`, which is no success, means. Its body is given up. */
export async function readRefusal(reply: Reply, asked: URL, secrets: Secrets): Promise<Trouble> {
  const { status } = reply;
  // "Not modified" sends nobody on.
  if (status >= 300 && status < 400 && status !== 304) {
    reply.body.destroy();
    return { kind: "redirected", words: whereTo(reply, asked, secrets), status };
  }
  const said = withoutSecrets(sayingOf(await startOf(reply)), secrets);
  return { ...meaningOf(status), said, status, retryAfterMs: waitOf(reply) };
}

/** Names the host of the target and nothing else of it: path, query and user may hold what was asked, or a secret. */
function whereTo({ headers }: Reply, asked: URL, secrets: Secrets): string {
  const location = headers.location?.trim() ?? "";
  if (location === "") return "its server redirects without saying where to, and no redirect is followed";
  const target = URL.canParse(location, asked.href) ? new URL(location, asked) : null;
  if (target === null || !/^https?:$/.test(target.protocol) || target.host === "")
    return "its server redirects to what is no web address, and no redirect is followed";
  const host = secrets.strike(target.host.slice(0, 100)).replace(/[^\w.:[\]()-]/g, "?");
  const scheme = target.protocol === asked.protocol ? "" : ` (${target.protocol.slice(0, -1)})`;
  return `its server redirects to ${host}${scheme}, and no redirect is followed`;
}

/** The first bytes of a reply as text; the rest is not waited for. */
async function startOf({ body }: Reply): Promise<string> {
  const parts: Uint8Array[] = [];
  let read = 0;
  const enough = setTimeout(() => body.destroy(), ERROR_MS);
  try {
    for await (const part of body as AsyncIterable<Uint8Array>) {
      parts.push(part);
      read += part.length;
      if (read >= MOST_ERROR_BYTES) break;
    }
  } catch {
    // What came before the connection broke says enough.
  } finally {
    clearTimeout(enough);
    body.destroy();
  }
  return Buffer.concat(parts).subarray(0, MOST_ERROR_BYTES).toString("utf8");
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

function meaningOf(status: number): Pick<Trouble, "kind" | "words"> {
  if (status === 401 || status === 403) return { kind: "refused", words: "does not accept the key" };
  if (status === 404) return { kind: "unknown", words: "is not there" };
  if (status === 429 || status === 503 || status === 529) return { kind: "busy", words: "is too busy" };
  if (status >= 500) return { kind: "failed", words: `failed (${status})` };
  return { kind: "refused", words: `refused the request (${status})` };
}

/** RFC 9110: seconds, or a date. */
function waitOf({ headers }: Reply): number | null {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,6}(?:\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, LONGEST_WAIT_MS);
  const until = Date.parse(value) - Date.now();
  return Number.isNaN(until) ? null : Math.min(Math.max(until, 0), LONGEST_WAIT_MS);
}
