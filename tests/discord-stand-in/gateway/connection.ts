/** One websocket of the gateway: frames in and out, compression, limits of sends, heartbeats. Knows no world. */
import { constants, createDeflate, type Deflate } from "node:zlib";
import type { WebSocket } from "ws";
import { isObject, type Json, type JsonObject, parseJson } from "../json.ts";

/** Sends a minute; more close with 4008. */
const maxSends = 120;
/** Bytes of a send; more close with 4002. */
const maxSendBytes = 4096;

export interface Connection {
  /** No heartbeat is acknowledged and no event delivered any more, though the socket stays open. */
  isZombie: boolean;
  /** Heartbeats received. */
  beats: number;
  sessionId: string | null;
  send(text: string): void;
  sendOp(op: number, data: Json): void;
  close(code: number, reason: string): void;
  /** Ends without a closing handshake. */
  cut(): void;
}

export interface ConnectionEvents {
  /** A well-formed payload that is no heartbeat. */
  payload(op: number, data: JsonObject): void;
  heartbeat(seq: number | null): void;
  breach(code: number, what: string): void;
  closed(): void;
}

export function openConnection(
  socket: WebSocket,
  options: { readonly heartbeatMs: number; readonly compress: boolean },
  events: ConnectionEvents,
): Connection {
  const write = options.compress ? compressed(socket) : (text: string) => socket.send(text);
  const recent: number[] = [];
  let lastBeat = performance.now();

  const connection: Connection = {
    isZombie: false,
    beats: 0,
    sessionId: null,
    send(text) {
      if (socket.readyState === socket.OPEN) write(text);
    },
    sendOp(op, data) {
      connection.send(JSON.stringify({ op, d: data, s: null, t: null }));
    },
    close: (code, reason) => socket.close(code, reason),
    cut: () => socket.terminate(),
  };

  // A client that forgets its heartbeats is dropped, as Discord does.
  const watch = setInterval(() => {
    if (performance.now() - lastBeat > options.heartbeatMs * 2.5) connection.close(4000, "No heartbeat.");
  }, options.heartbeatMs);

  socket.on("message", (data, isBinary) => {
    const bytes = Buffer.isBuffer(data)
      ? data
      : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]);
    const fault = judgeFrame(bytes, isBinary, recent);
    if (fault !== null) {
      events.breach(fault.code, fault.what);
      return;
    }
    const payload = parseJson(bytes.toString("utf8"));
    if (!isObject(payload) || typeof payload.op !== "number") {
      events.breach(4002, "No payload.");
      return;
    }
    if (payload.op !== 1) {
      events.payload(payload.op, isObject(payload.d) ? payload.d : {});
      return;
    }
    connection.beats += 1;
    lastBeat = performance.now();
    if (!connection.isZombie) connection.sendOp(11, null);
    events.heartbeat(typeof payload.d === "number" ? payload.d : null);
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    clearInterval(watch);
    events.closed();
  });
  connection.sendOp(10, { heartbeat_interval: options.heartbeatMs, _trace: ["stand-in"] });
  return connection;
}

function judgeFrame(
  bytes: Buffer,
  isBinary: boolean,
  recent: number[],
): { code: number; what: string } | null {
  const now = performance.now();
  recent.push(now);
  while ((recent[0] ?? now) < now - 60_000) recent.shift();
  if (recent.length > maxSends) return { code: 4008, what: `More than ${maxSends} sends a minute.` };
  if (isBinary) return { code: 4002, what: "A binary frame beside JSON encoding." };
  if (bytes.byteLength > maxSendBytes) return { code: 4002, what: `A send of ${bytes.byteLength} bytes.` };
  return null;
}

/** One shared deflate stream for the connection; each message ends with a sync flush and goes out as one binary frame. */
function compressed(socket: WebSocket): (text: string) => void {
  const deflate: Deflate = createDeflate();
  let chunks: Buffer[] = [];
  deflate.on("data", (chunk: Buffer) => chunks.push(chunk));
  let queue = Promise.resolve();
  const sendOne = (text: string) =>
    new Promise<void>((resolve) => {
      deflate.write(text);
      deflate.flush(constants.Z_SYNC_FLUSH, () => {
        if (socket.readyState === socket.OPEN) socket.send(Buffer.concat(chunks));
        chunks = [];
        resolve();
      });
    });
  return (text) => {
    queue = queue.then(() => sendOne(text));
  };
}
