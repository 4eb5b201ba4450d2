/** A language model on the loopback that says what a test wrote beforehand, in the protocol of one of three services. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { MODEL_PROTOCOLS, type ModelProtocol, PROTOCOLS, type ProtocolWords } from "./model-protocol.ts";
import type { AskedOfModel, ModelScript, ScriptedReply } from "./scripted-reply.ts";

export { MODEL_PROTOCOLS, type ModelProtocol };

export interface ModelServerOptions {
  /** Answers in one piece even where a stream was asked for. */
  readonly neverStreams?: boolean;
  /** What it lists; `test` by default. */
  readonly models?: readonly string[];
  /** Letters in a piece; 7 by default, so that words and labels are torn. */
  readonly pieceLength?: number;
  /** Milliseconds between pieces, for people who watch; 0 by default. */
  readonly pauseMs?: number;
}

export interface ModelServer {
  readonly protocol: ModelProtocol;
  /** For `--model`. */
  readonly model: string;
  /** The variables that lead to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** What it was asked so far. */
  readonly asked: readonly AskedOfModel[];
  /** Replies under way. */
  readonly open: number;
  /** Resolves when a client closes a connection before its reply was whole; at once when one has. */
  readonly abandoned: Promise<void>;
  close(): Promise<void>;
}

/** The key that it is sent. */
export const MODEL_KEY = "sk-test-0123456789abcdef";

export async function startModelServer(
  protocol: ModelProtocol,
  script: ModelScript,
  options: ModelServerOptions = {},
): Promise<ModelServer> {
  const words = PROTOCOLS[protocol];
  const asked: AskedOfModel[] = [];
  let open = 0;
  let abandon = () => {};
  const abandoned = new Promise<void>((done) => {
    abandon = done;
  });
  const server = createServer(async (request, response) => {
    if (request.method === "GET" && (request.url ?? "").split("?")[0] === words.listPath)
      return sendJson(response, 200, words.list(options.models ?? ["test"]));
    if (request.method !== "POST" || request.url !== words.path)
      return sendJson(response, 404, words.error(404, "no such place"));
    open += 1;
    response.once("close", () => {
      open -= 1;
      if (!response.writableEnded) abandon();
    });
    const question = words.read(JSON.parse(await readBody(request)), request.headers);
    asked.push(question);
    await reply(response, words, question, script(question, asked.length), options).catch(() =>
      response.destroy(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    protocol,
    model: `${protocol}:test`,
    environment: environmentOf(protocol, `http://127.0.0.1:${port}`),
    asked,
    get open() {
      return open;
    },
    abandoned,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function environmentOf(protocol: ModelProtocol, base: string): Record<string, string> {
  if (protocol === "ollama") return { OLLAMA_HOST: base };
  if (protocol === "openai") return { OPENAI_BASE_URL: `${base}/v1`, OPENAI_API_KEY: MODEL_KEY };
  return { ANTHROPIC_BASE_URL: base, ANTHROPIC_API_KEY: MODEL_KEY };
}

async function reply(
  response: ServerResponse,
  words: ProtocolWords,
  asked: AskedOfModel,
  scripted: ScriptedReply,
  options: ModelServerOptions,
): Promise<void> {
  switch (scripted.kind) {
    case "silent":
      return;
    case "hangs-up":
      response.destroy();
      return;
    case "error": {
      const { status, saying = "something is wrong", retryAfter } = scripted;
      if (retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
      return sendJson(response, status, words.error(status, saying));
    }
    case "raw":
      response.writeHead(200, { "content-type": scripted.type });
      response.end(scripted.body);
      return;
    case "says":
      if (options.neverStreams || !asked.stream) return sayWhole(response, words, asked, scripted);
      return sayInPieces(response, words, asked, scripted, options);
  }
}

type Saying = Extract<ScriptedReply, { kind: "says" }>;

function sayWhole(
  response: ServerResponse,
  words: ProtocolWords,
  asked: AskedOfModel,
  { text, ends }: Saying,
): void {
  const said = typeof text === "string" ? text : [...firstOf(text)].join("");
  const body = JSON.stringify(words.whole(said, tokensOf(asked, said.length)));
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  if (ends === undefined || ends === "well") response.end(body);
  else {
    response.write(body.slice(0, body.length / 2));
    if (ends === "cut") setImmediate(() => response.destroy());
  }
}

async function sayInPieces(
  response: ServerResponse,
  words: ProtocolWords,
  asked: AskedOfModel,
  { text, ends = "well" }: Saying,
  { pieceLength = 7, pauseMs = 0 }: ModelServerOptions,
): Promise<void> {
  response.writeHead(200, { "content-type": words.streamType });
  let length = 0;
  await write(response, words.opening(tokensOf(asked, 0)));
  for (const piece of typeof text === "string" ? piecesOf(text, pieceLength) : text) {
    if (response.destroyed) return;
    length += piece.length;
    await write(response, words.piece(piece));
    if (pauseMs > 0) await new Promise((done) => setTimeout(done, pauseMs));
  }
  if (ends === "well") response.end(words.closing(tokensOf(asked, length)));
  // What was written is to arrive before the connection breaks.
  else if (ends === "cut") setTimeout(() => response.destroy(), 20);
}

/** Waits where the client does not keep up. */
async function write(response: ServerResponse, text: string): Promise<void> {
  if (text === "" || response.destroyed || response.write(text)) return;
  const gone = new AbortController();
  const waits = ["drain", "close"].map((event) => once(response, event, { signal: gone.signal }));
  await Promise.race(waits);
  for (const wait of waits) wait.catch(() => undefined);
  gone.abort();
}

function* piecesOf(text: string, length: number): Iterable<string> {
  const letters = [...text];
  for (let at = 0; at < letters.length; at += length) yield letters.slice(at, at + length).join("");
}

/** Of what may have no end. */
function* firstOf(pieces: Iterable<string>): Iterable<string> {
  let length = 0;
  for (const piece of pieces) {
    yield piece;
    length += piece.length;
    if (length > 500_000) return;
  }
}

function tokensOf({ system, user }: AskedOfModel, length: number) {
  return { input: Math.ceil((system.length + user.length) / 4), output: Math.ceil(length / 4) };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}
