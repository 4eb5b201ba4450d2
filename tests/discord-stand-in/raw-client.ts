/** A bare client of fetch and ws, for what discord.js would never send. */
import { WebSocket } from "ws";
import { type Json, type JsonObject, objectOf, parseJson } from "./json.ts";
import type { StandIn } from "./stand-in.ts";

export interface RestAnswer {
  readonly status: number;
  readonly code: Json | undefined;
  /** Codes of all field errors by their paths, e.g. `{ "content": "BASE_TYPE_MAX_LENGTH" }`. */
  readonly fields: Readonly<Record<string, string>>;
  readonly json: Json;
}

/** One REST request with the bot's token; `given` overrides headers. */
export async function rest(
  standIn: StandIn,
  method: string,
  path: string,
  body?: Json,
  given: Readonly<Record<string, string>> = {},
): Promise<RestAnswer> {
  const headers = {
    authorization: `Bot ${standIn.token}`,
    "user-agent": "DiscordBot (https://example.com, 1)",
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...given,
  };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await fetch(`${standIn.url}/v10${path}`, init);
  const text = await answer.text();
  const json = text === "" ? null : (parseJson(text) ?? null);
  const { code, errors } = objectOf(json);
  return { status: answer.status, code, fields: flatten(objectOf(errors), []), json };
}

function flatten(errors: JsonObject, path: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(errors)) {
    if (key === "_errors")
      found[path.join(".")] = String(objectOf(Array.isArray(value) ? value[0] : null).code);
    else Object.assign(found, flatten(objectOf(value), [...path, key]));
  }
  return found;
}

export interface RawGateway {
  readonly payloads: readonly JsonObject[];
  send(op: number, data: Json): void;
  /** Resolves with the data of the next event of that name that nobody has taken. */
  next(event: string): Promise<JsonObject>;
  /** Resolves once a payload of that opcode has come that nobody has taken. */
  nextOp(op: number): Promise<void>;
  /** Resolves with the code once the connection is closed. */
  readonly closed: Promise<number>;
  close(): void;
}

/** Opens a gateway connection; `identify` sends an IDENTIFY with these intents at once. */
export async function openGateway(
  standIn: StandIn,
  identify: number | null,
  query = "?v=10&encoding=json",
): Promise<RawGateway> {
  const socket = new WebSocket(`${standIn.url.replace(/^http/, "ws").replace(/\/api$/, "/gateway")}${query}`);
  const payloads: JsonObject[] = [];
  const taken = new Set<JsonObject>();
  let wake: () => void = () => undefined;
  socket.on("message", (data) => {
    const payload = objectOf(parseJson(String(data)));
    payloads.push(payload);
    wake();
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("error", () => undefined);
  const send = (op: number, d: Json): void => socket.send(JSON.stringify({ op, d }));
  const seen = async (isIt: (payload: JsonObject) => boolean): Promise<JsonObject> => {
    for (;;) {
      const found = payloads.find((one) => isIt(one) && !taken.has(one));
      if (found !== undefined) {
        taken.add(found);
        return found;
      }
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  await seen((one) => one.op === 10);
  if (identify !== null) {
    send(2, {
      token: standIn.token,
      intents: identify,
      properties: { os: "any", browser: "raw", device: "raw" },
    });
  }
  return {
    payloads,
    send,
    nextOp: async (op) => {
      await seen((one) => one.op === op);
    },
    next: async (event) => objectOf((await seen((one) => one.t === event)).d),
    closed,
    close: () => socket.close(),
  };
}

/** Starts a slash command and resolves with what its responses need, before anything is acknowledged. */
export async function openInteraction(
  gateway: RawGateway,
  started: Promise<unknown>,
): Promise<{
  readonly callback: string;
  readonly original: string;
  readonly followUps: string;
  readonly data: JsonObject;
}> {
  started.catch(() => undefined);
  const data = await gateway.next("INTERACTION_CREATE");
  const followUps = `/webhooks/${data.application_id}/${data.token}`;
  return {
    callback: `/interactions/${data.id}/${data.token}/callback`,
    original: `${followUps}/messages/@original`,
    followUps,
    data,
  };
}
