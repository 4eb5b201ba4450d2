/** The port to a language model: a prompt in, pieces of text out as they are written. What it says is never trusted. */

/** What a model is told: how to go about it, and what it is asked. */
export interface Prompt {
  /** Null when the prompt has no such part. */
  readonly system: string | null;
  readonly user: string;
}

/** As the model's server counts; estimated at four bytes a token where it does not say. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface ModelPiece {
  /** May be empty; lines may begin and end anywhere in it. */
  readonly text: string;
  /** What the server says with this piece; some say each count once, some count on: the largest of each is right. */
  readonly usage: TokenUsage | null;
}

export interface LanguageModel {
  /** `<provider>:<name>`. */
  readonly id: string;
  /**
   * What the model writes, in order. Ends early, with its connection closed, when the reader stops reading.
   * @throws ModelFault for all that can go wrong with a model; the signal's reason when it is aborted.
   */
  stream(prompt: Prompt, signal?: AbortSignal): AsyncGenerator<ModelPiece, void>;
}
