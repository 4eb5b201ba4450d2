/** The REST door: reads requests, meets them with faults, rate limits and rules, and answers as Discord would. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError, breach, refusal } from "./api-error.ts";
import type { Context } from "./context.ts";
import type { Fault } from "./faults.ts";
import type { Json } from "./json.ts";
import { noteRequest, type RequestEntry } from "./ledger.ts";
import { limitBody, limitHeaders, type RateLimits } from "./rate-limits.ts";
import { findRoute, type Match } from "./router.ts";
import type { Reply } from "./routes/route.ts";
import { type Body, readBody } from "./uploads.ts";

const apiPath = /^\/api\/v10(\/.*)$/;
const agentPattern = /^DiscordBot \([^)]+\)/;

interface Answer extends Reply {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of JSON. */
  readonly html?: string;
}

/** Answers one request. Never throws: what goes wrong inside becomes a 500 and a violation. */
export async function serveRequest(
  context: Context,
  limits: RateLimits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method === "GET" && url.pathname.startsWith("/attachments/")) {
    serveAttachment(context, url.pathname, response);
    return;
  }
  const { ledger, bell } = context;
  const path = decodeURIComponent(apiPath.exec(url.pathname)?.[1] ?? "");
  const match = findRoute(request.method ?? "GET", path);
  const entry = noteRequest(ledger, {
    route: match?.route.name ?? "unknown",
    method: request.method ?? "GET",
    path: url.pathname,
    status: null,
    code: null,
    at: performance.now(),
    ms: null,
    fault: null,
  });
  ledger.activeRequests += 1;
  try {
    await answer({ context, limits, request, response, url, match, entry });
  } catch (error) {
    ledger.violate(
      entry.route,
      `The stand-in failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
    send(response, { status: 500, json: { message: "500: Internal Server Error", code: 0 } });
  } finally {
    entry.ms = performance.now() - entry.at;
    ledger.activeRequests -= 1;
    ledger.lastActivity = performance.now();
    bell.ring();
  }
}

interface Exchange {
  readonly context: Context;
  readonly limits: RateLimits;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly match: Match | null;
  readonly entry: RequestEntry;
}

async function answer(exchange: Exchange): Promise<void> {
  const { context, request, response, match, entry } = exchange;
  const fault = match === null ? null : context.faults.take(match.route.name);
  entry.fault = fault?.kind ?? null;
  if (fault !== null && (await meetBefore(fault, request, response, entry))) return;
  const body = await readBody(request, context.settings.fileLimit).catch((error: unknown) => error);
  const result = work(exchange, body);
  entry.status = result.status;
  if (fault?.kind === "lost") {
    entry.status = 0;
    if (fault.how === "rst") request.socket.resetAndDestroy();
    else request.socket.end();
    return;
  }
  if (fault?.kind === "slow") await pause(fault.ms);
  send(response, result);
}

/** Meets the request with a fault that strikes before the work; true when nothing more is to be done. */
async function meetBefore(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  entry: RequestEntry,
): Promise<boolean> {
  if (fault.kind === "late") await pause(fault.ms);
  if (fault.kind === "slow" || fault.kind === "late" || fault.kind === "lost") return false;
  request.resume();
  if (fault.kind === "hang") return true;
  if (fault.kind === "reset") {
    request.socket.resetAndDestroy();
    return true;
  }
  const faulty = faultAnswer(fault);
  entry.status = faulty.status;
  send(response, faulty);
  return true;
}

function faultAnswer(fault: Extract<Fault, { kind: "rate limit" | "status" | "redirect" }>): Answer {
  if (fault.kind === "redirect") return { status: fault.status, headers: { location: fault.location } };
  if (fault.kind === "rate limit") {
    const isGlobal = fault.global ?? false;
    const headers = fault.header === false ? {} : limitHeaders(fault.retryAfter, isGlobal);
    return { status: 429, headers, json: limitBody(fault.retryAfter, isGlobal) };
  }
  if (fault.code === undefined)
    return { status: fault.status, html: `<html><body>${fault.status}</body></html>` };
  return { status: fault.status, json: { code: fault.code, message: fault.message ?? "Made up by a test." } };
}

/** Does what the request asks for, or refuses it; keeps a record either way. */
function work(exchange: Exchange, body: unknown): Answer {
  const { context, match, entry, url } = exchange;
  let headers: Readonly<Record<string, string>> = {};
  try {
    checkAddress(exchange);
    if (match === null) throw refusal("notFound");
    if (!isBody(body)) throw body;
    checkAccess(exchange, match);
    const limited = exchange.limits.count(bucketKey(match), match.route.access === "token");
    headers = limited.headers;
    if (limited.refused !== null) return { status: 429, headers, json: limited.refused };
    const note = { method: match.route.method, template: match.route.template };
    if (body.text !== "") context.oracle.noteExchange({ ...note, side: "request", text: body.text });
    const call = { context, route: match.route.name, params: match.params, query: url.searchParams, body };
    const reply = match.route.handle(call);
    context.oracle.noteExchange({ ...note, side: reply.status, text: JSON.stringify(reply.json ?? null) });
    return { ...reply, headers };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { ...refuse(context, match, entry, error), headers };
  }
}

function refuse(context: Context, match: Match | null, entry: RequestEntry, error: ApiError): Answer {
  const { ledger, oracle } = context;
  const json = error.toJson();
  entry.code = error.code;
  ledger.refusals.push({
    route: entry.route,
    status: error.status,
    code: error.code,
    message: error.message,
  });
  if (error.isBreach) ledger.violate(entry.route, error.message, { code: error.code, errors: error.errors });
  if (match !== null) {
    const { method, template } = match.route;
    // Field errors are left out: the document makes their codes integers, in truth they are words.
    const { errors: _errors, ...judged } = json;
    oracle.noteExchange({ method, template, side: error.status, text: JSON.stringify(judged) });
  }
  return { status: error.status, json };
}

function checkAddress({ context, match, entry, request }: Exchange): void {
  if (!agentPattern.test(request.headers["user-agent"] ?? "")) throw breach("badUserAgent");
  if (match === null) context.ledger.violate("unknown", `No such route: ${entry.method} ${entry.path}`);
}

function checkAccess({ context, request }: Exchange, match: Match): void {
  const given = request.headers.authorization;
  if (match.route.access === "token" && given === undefined) return;
  if (given !== `Bot ${context.settings.token}`) throw refusal("unauthorized");
}

function bucketKey({ route, params }: Match): string {
  return [route.name, params.channel_id ?? params.guild_id ?? params.webhook_token ?? ""].join(":");
}

function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && "uploads" in value;
}

function send(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const body: Json | undefined = answer.json;
  const text = answer.html ?? (body === undefined ? "" : JSON.stringify(body));
  const type = answer.html === undefined ? "application/json" : "text/html";
  response.writeHead(answer.status, { ...answer.headers, ...(text === "" ? {} : { "content-type": type }) });
  response.end(text);
}

function serveAttachment(context: Context, path: string, response: ServerResponse): void {
  const [, , channelId, id] = path.split("/");
  for (const message of context.world.logs.get(channelId ?? "") ?? []) {
    const found = message.attachments.find((one) => one.id === id);
    if (found === undefined) continue;
    response.writeHead(200, { "content-type": found.contentType }).end(found.bytes);
    return;
  }
  response.writeHead(404).end();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
