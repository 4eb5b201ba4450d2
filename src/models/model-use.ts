/** What one answer asks of a language model: the text as it comes, and the tokens and the time it took in all. */
import { estimateTokens } from "../text/estimate-tokens.ts";
import type { LanguageModel, Prompt, TokenUsage } from "./language-model.ts";

export class ModelUse {
  readonly model: LanguageModel;
  #tokens: TokenUsage | null = null;
  #ms = 0;

  constructor(model: LanguageModel) {
    this.model = model;
  }

  /** Of all that was asked so far; null when nothing was. */
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
    let [input, output, reported, text] = [0, 0, false, ""];
    try {
      for await (const piece of this.model.stream(prompt, signal)) {
        text += piece.text;
        if (piece.usage !== null) {
          // Some servers count on with each piece, some say each count once.
          input = Math.max(input, piece.usage.inputTokens);
          output = Math.max(output, piece.usage.outputTokens);
          reported = true;
        }
        if (piece.text !== "") yield piece.text;
      }
    } finally {
      this.#ms += performance.now() - started;
      if (!reported || input === 0) input = estimateTokens(`${prompt.system ?? ""}${prompt.user}`);
      // A server counts at the end; when it was not heard to the end, what came is counted.
      output = Math.max(output, reported && output > 1 ? 0 : estimateTokens(text));
      this.#tokens = {
        inputTokens: (this.#tokens?.inputTokens ?? 0) + input,
        outputTokens: (this.#tokens?.outputTokens ?? 0) + output,
      };
    }
  }
}
