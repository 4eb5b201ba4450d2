/** What one answer asks of a language model: the text as it comes, and the tokens and the time it took in all. */
import { estimateTokens } from "../text/estimate-tokens.ts";
import type { LanguageModel, Prompt, TokenUsage } from "./language-model.ts";
import { ModelFault } from "./model-fault.ts";

/** A model that is met like this has not read its prompt. */
const UNREAD: readonly ModelFault["kind"][] = ["unreachable", "busy", "refused", "unknown"];

export class ModelUse {
  readonly model: LanguageModel;
  #tokens: TokenUsage | null = null;
  #ms = 0;
  #hasAsked = false;

  constructor(model: LanguageModel) {
    this.model = model;
  }

  get hasAsked(): boolean {
    return this.#hasAsked;
  }

  /** Of all that it was asked so far; null when it has read nothing. */
  get usage(): TokenUsage | null {
    return this.#tokens;
  }

  /** Milliseconds spent on it. */
  get ms(): number {
    return this.#ms;
  }

  /** Pieces of text; throws what the model's `stream` throws. What was used counts however it ends. */
  async *ask(prompt: Prompt, signal?: AbortSignal): AsyncGenerator<string, void> {
    const started = performance.now();
    this.#hasAsked = true;
    let [input, output, text] = [0, 0, ""];
    let isRead = true;
    try {
      for await (const piece of this.model.stream(prompt, signal)) {
        text += piece.text;
        // Some servers say each count once, some count on with each piece.
        input = Math.max(input, piece.usage?.inputTokens ?? 0);
        output = Math.max(output, piece.usage?.outputTokens ?? 0);
        if (piece.text !== "") yield piece.text;
      }
    } catch (error) {
      isRead = text !== "" || !(error instanceof ModelFault && UNREAD.includes(error.kind));
      throw error;
    } finally {
      this.#ms += performance.now() - started;
      // Servers count at the end: where one was not heard to the end, what came is counted.
      if (isRead)
        this.#add(
          input > 0 ? input : estimateTokens(`${prompt.system ?? ""}${prompt.user}`),
          output > 1 ? output : estimateTokens(text),
        );
    }
  }

  #add(input: number, output: number): void {
    this.#tokens = {
      inputTokens: (this.#tokens?.inputTokens ?? 0) + input,
      outputTokens: (this.#tokens?.outputTokens ?? 0) + output,
    };
  }
}
