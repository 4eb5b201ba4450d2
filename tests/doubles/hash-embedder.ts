/** An embedder without a model: each word moves the vector in a direction of its own. Instant, always the same. */
import { createHash } from "node:crypto";
import type { Embedder } from "../../src/embedders/embedder.ts";

const WORDS = /[\p{L}\p{N}]+/gu;
/** UTF-16 code units; the rest of a text does not count. */
const LONGEST_TEXT = 2_000;

export class HashEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  /** Every text that was embedded for an index, in order. */
  readonly embedded: string[] = [];
  readonly #delayMs: number;

  constructor(
    options: { readonly dimensions?: number; readonly id?: string; readonly delayMs?: number } = {},
  ) {
    this.dimensions = options.dimensions ?? 32;
    this.id = options.id ?? "hash";
    this.#delayMs = options.delayMs ?? 0;
  }

  warmUp(): void {}

  async embedQuery(text: string): Promise<number[]> {
    const sums = new Array<number>(this.dimensions).fill(0);
    for (const word of text.slice(0, LONGEST_TEXT).toLowerCase().match(WORDS) ?? [text]) {
      const direction = createHash("shake256", { outputLength: this.dimensions }).update(word).digest();
      for (const [place, byte] of direction.entries()) sums[place] = (sums[place] ?? 0) + byte - 127.5;
    }
    const length = Math.hypot(...sums);
    return sums.map((sum) => sum / length);
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    this.embedded.push(...texts);
    if (this.#delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#delayMs));
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  async close(): Promise<void> {}
}
