/** A language model without a server: it says what a test wrote beforehand, and remembers what it was asked. */
import type { LanguageModel, ModelPiece, Prompt } from "../../../src/models/language-model.ts";

export class ScriptedLanguageModel implements LanguageModel {
  readonly id = "scripted:test";
  readonly asked: Prompt[] = [];
  /** Pieces of its next replies, in order; the last one for all further ones. An Error is thrown in its place. */
  replies: (readonly (string | Error)[])[];

  constructor(...replies: (readonly (string | Error)[])[]) {
    this.replies = replies;
  }

  async *stream(prompt: Prompt, signal?: AbortSignal): AsyncGenerator<ModelPiece, void> {
    signal?.throwIfAborted();
    this.asked.push(prompt);
    const pieces = (this.replies.length > 1 ? this.replies.shift() : this.replies[0]) ?? [];
    for (const text of pieces) {
      if (text instanceof Error) throw text;
      yield { text, usage: null };
    }
  }
}
