/** Vectors that cost next to nothing: a direction for each word, drawn by its letters, and their sum for a text. */
import type { Embedder } from "../../src/embedders/embedder.ts";

const DIMENSIONS = 512;
const WORDS = /[\p{L}\p{N}]+/gu;

export class WordEmbedder implements Embedder {
  readonly id = "words";
  readonly dimensions = DIMENSIONS;
  readonly #directions = new Map<string, Float32Array>();

  warmUp(): void {}

  async embedQuery(text: string): Promise<number[]> {
    const sums = new Float32Array(DIMENSIONS);
    for (const word of text.toLowerCase().match(WORDS) ?? [text]) {
      const direction = this.#directionOf(word);
      for (let at = 0; at < DIMENSIONS; at++) sums[at] = (sums[at] ?? 0) + (direction[at] ?? 0);
    }
    const length = Math.hypot(...sums);
    return Array.from(sums, (sum) => sum / length);
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }

  async close(): Promise<void> {}

  #directionOf(word: string): Float32Array {
    const known = this.#directions.get(word);
    if (known !== undefined) return known;
    let state = 2_166_136_261;
    for (const letter of word) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619);
    const direction = Float32Array.from({ length: DIMENSIONS }, () => {
      // Xorshift (Marsaglia, 2003).
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state / 2 ** 31;
    });
    this.#directions.set(word, direction);
    return direction;
  }
}
