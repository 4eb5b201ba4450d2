/** Three protocols as their servers speak them: how a question arrives, and how a reply is written, whole and in parts. */
import type { IncomingHttpHeaders } from "node:http";
import type { AskedOfModel } from "./scripted-reply.ts";

export type ModelProtocol = "openai" | "ollama" | "anthropic";
export const MODEL_PROTOCOLS: readonly ModelProtocol[] = ["openai", "ollama", "anthropic"];

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

export interface ProtocolWords {
  /** Where questions are sent. */
  readonly path: string;
  /** Where its models are listed. */
  readonly listPath: string;
  readonly streamType: string;
  read(body: unknown, headers: IncomingHttpHeaders): AskedOfModel;
  list(models: readonly string[]): unknown;
  /** What opens a stream, a piece of it, and what closes it. */
  opening(tokens: Tokens): string;
  piece(text: string): string;
  closing(tokens: Tokens): string;
  /** The reply in one. */
  whole(text: string, tokens: Tokens): unknown;
  error(status: number, saying: string): unknown;
}

interface Message {
  readonly role: string;
  readonly content: string;
}

const sse = (event: unknown) => `data: ${JSON.stringify(event)}\n\n`;
const named = (event: { readonly type: string; readonly [field: string]: unknown }) =>
  `event: ${event.type}\n${sse(event)}`;

const openai: ProtocolWords = {
  path: "/v1/chat/completions",
  listPath: "/v1/models",
  streamType: "text/event-stream",
  read: (body, headers) => ({ ...readMessages(body), key: bearerOf(headers) }),
  list: (models) => ({ object: "list", data: models.map((id) => ({ id, object: "model" })) }),
  opening: () => sse(chunk({ role: "assistant", content: "" })),
  piece: (text) => sse(chunk({ content: text })),
  closing: (tokens) =>
    `${sse(chunk({}, "stop"))}${sse({ ...chunk({}), choices: [], usage: openaiUsage(tokens) })}data: [DONE]\n\n`,
  whole: (text, tokens) => ({
    id: "chatcmpl-1",
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }],
    usage: openaiUsage(tokens),
  }),
  error: (_, saying) => ({ error: { message: saying, type: "error" } }),
};

const ollama: ProtocolWords = {
  path: "/api/chat",
  listPath: "/api/tags",
  streamType: "application/x-ndjson",
  read: (body) => {
    const { options } = Object(body);
    return { ...readMessages(body), temperature: Object(options).temperature, key: "" };
  },
  list: (models) => ({
    models: models.map((name) => ({ name: name.includes(":") ? name : `${name}:latest` })),
  }),
  opening: () => "",
  piece: (text) => `${JSON.stringify(ollamaPart(text, false))}\n`,
  closing: ({ input, output }) =>
    `${JSON.stringify({ ...ollamaPart("", true), done_reason: "stop", prompt_eval_count: input, eval_count: output })}\n`,
  whole: (text, { input, output }) => ({
    ...ollamaPart(text, true),
    done_reason: "stop",
    prompt_eval_count: input,
    eval_count: output,
  }),
  error: (_, saying) => ({ error: saying }),
};

const anthropic: ProtocolWords = {
  path: "/v1/messages",
  listPath: "/v1/models",
  streamType: "text/event-stream",
  read: (body, headers) => {
    const { system } = Object(body);
    return {
      ...readMessages(body),
      system: textOf(system),
      key: typeof headers["x-api-key"] === "string" ? headers["x-api-key"] : "",
    };
  },
  list: (models) => ({ data: models.map((id) => ({ id, type: "model" })), has_more: false }),
  opening: ({ input }) =>
    named({
      type: "message_start",
      message: { ...anthropicMessage([]), usage: { input_tokens: input, output_tokens: 1 } },
    }) + named({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } }),
  piece: (text) => named({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  closing: ({ output }) =>
    named({ type: "content_block_stop", index: 0 }) +
    named({ type: "message_delta", delta: { stop_reason: "end_turn" }, usage: { output_tokens: output } }) +
    named({ type: "message_stop" }),
  whole: (text, { input, output }) => ({
    ...anthropicMessage([{ type: "text", text }]),
    stop_reason: "end_turn",
    usage: { input_tokens: input, output_tokens: output },
  }),
  error: (_, saying) => ({ type: "error", error: { type: "error", message: saying } }),
};

export const PROTOCOLS: Readonly<Record<ModelProtocol, ProtocolWords>> = { openai, ollama, anthropic };

function readMessages(body: unknown): Omit<AskedOfModel, "key"> {
  const { messages, model, stream, temperature } = Object(body);
  const said: Message[] = (Array.isArray(messages) ? messages : []).map((message) => {
    const { role, content } = Object(message);
    return { role: String(role), content: textOf(content) };
  });
  const of = (...roles: readonly string[]) =>
    said
      .filter(({ role }) => roles.includes(role))
      .map(({ content }) => content)
      .join("\n");
  return {
    model: String(model),
    system: of("system", "developer"),
    user: of("user"),
    temperature,
    stream: stream === true,
  };
}

/** A content is a text or a list of blocks. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  return (Array.isArray(content) ? content : []).map((block) => String(Object(block).text ?? "")).join("");
}

function bearerOf({ authorization }: IncomingHttpHeaders): string {
  return (authorization ?? "").replace(/^Bearer /, "");
}

function chunk(delta: object, finish: string | null = null) {
  return {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}

function openaiUsage({ input, output }: Tokens) {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

function ollamaPart(content: string, done: boolean) {
  return { model: "test", created_at: "2026-01-01T00:00:00Z", message: { role: "assistant", content }, done };
}

function anthropicMessage(content: readonly object[]) {
  return {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "test",
    content,
    stop_reason: null,
    stop_sequence: null,
  };
}
