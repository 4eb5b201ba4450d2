/**
 * One request over HTTP and nothing more: no redirect is followed, no proxy asked, nothing unpacked twice, and no more
 * read than may be, heads and the marks between pieces included.
 */
import {
  request as askPlainly,
  type IncomingHttpHeaders,
  type IncomingMessage,
  Agent as PlainAgent,
} from "node:http";
import { request as askSafely, Agent as SafeAgent } from "node:https";
import { pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createUnzip } from "node:zlib";
import { systemErrorCode } from "../errors.ts";

export interface Sending {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Aborting it closes the connection at any moment. */
  readonly signal: AbortSignal;
  /** Bytes of the unpacked body that will be read; of all that comes over the wire, some more are. */
  readonly mostBytes: number;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked; destroying it closes the connection. Fails with a FloodError, and with what breaks the connection. */
  readonly body: Readable;
}

/** More came than may be read. */
export class FloodError extends Error {}
/** It ended without an answer, on a connection that was not new. */
class StaleError extends Error {}
/** The body is compressed in a way that was not asked for and that nobody here undoes. */
export class PackedError extends Error {}

/** Small pieces have marks between them. */
const WIRE_SHARE = 2;
const HEADS = 200_000;
const AGENTS = { plain: new PlainAgent({ keepAlive: true }), safe: new SafeAgent({ keepAlive: true }) };

/** Resolves when the head of the answer is there; rejects with the error of the connection. */
export async function send(url: URL, sending: Sending): Promise<Reply> {
  try {
    return await sendOnce(url, sending);
  } catch (error) {
    // A connection that was kept from before may have been closed meanwhile: that says nothing of the server.
    if (!(error instanceof StaleError) || sending.signal.aborted) throw error;
    return sendOnce(url, sending, false);
  }
}

function sendOnce(
  url: URL,
  { method, headers, body, signal, mostBytes }: Sending,
  mayReuse = true,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const isPlain = url.protocol === "http:";
    const agent = mayReuse && (isPlain ? AGENTS.plain : AGENTS.safe);
    const asked = (isPlain ? askPlainly : askSafely)(url, { method, headers, agent });
    let answer: IncomingMessage | null = null;
    const stop = () => void asked.destroy();
    signal.addEventListener("abort", stop, { once: true });
    asked.once("close", () => signal.removeEventListener("abort", stop));
    asked.once("socket", (socket) => {
      const before = socket.bytesRead;
      const look = () => {
        if (socket.bytesRead - before > WIRE_SHARE * mostBytes + HEADS)
          (answer ?? asked).destroy(new FloodError());
      };
      socket.on("data", look);
      asked.once("close", () => socket.off("data", look));
    });
    asked.on("error", (error) => {
      const isStale = asked.reusedSocket && /^(?:ECONNRESET|EPIPE)$/.test(systemErrorCode(error) ?? "");
      reject(isStale ? new StaleError() : error);
    });
    asked.once("upgrade", (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Readable.from([]) });
    });
    asked.once("response", (response) => {
      answer = response;
      // Whoever reads is told by reading; where nobody reads any more, nobody has to know.
      response.on("error", () => undefined);
      const { statusCode: status = 0, headers } = response;
      try {
        resolve({ status, headers, body: unpacked(response) });
      } catch (error) {
        response.destroy();
        reject(error);
      }
    });
    if (signal.aborted) stop();
    asked.end(body ?? undefined);
  });
}

/** @throws PackedError */
function unpacked(answer: IncomingMessage): Readable {
  const unpack = unpackerOf(answer.headers["content-encoding"]?.trim().toLowerCase() ?? "");
  if (unpack === null) return answer;
  return pipeline(answer, unpack, () => undefined);
}

function unpackerOf(packing: string) {
  if (packing === "" || packing === "identity") return null;
  if (/^(?:x-)?gzip$|^deflate$/.test(packing)) return createUnzip();
  if (packing === "br") return createBrotliDecompress();
  throw new PackedError();
}
