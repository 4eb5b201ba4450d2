/** What of a chat model's message counts here: its text, and the tokens it reports. */
import type { BaseMessage } from "@langchain/core/messages";
import type { ModelPiece, TokenUsage } from "./language-model.ts";

export interface ModelMessage {
  readonly text: string;
  readonly message: BaseMessage;
}

export function pieceOf({ text, message }: ModelMessage): ModelPiece {
  return { text: typeof text === "string" ? text : "", usage: usageOf(message) };
}

/** Whether the model has begun: to write, or to think aloud. */
export function saysSomething({ text, message }: ModelMessage): boolean {
  return text !== "" || typeof message.additional_kwargs.reasoning_content === "string";
}

/** By shape, not by class: a client that is installed beside the bundle brings classes of its own. */
function usageOf(message: object): TokenUsage | null {
  const reported = "usage_metadata" in message ? Object(message.usage_metadata) : {};
  const { input_tokens: inputTokens, output_tokens: outputTokens } = reported;
  if (!isCount(inputTokens) || !isCount(outputTokens) || inputTokens + outputTokens === 0) return null;
  return { inputTokens, outputTokens };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
