/** Vectors alone, with the encoder that Footnote has: LangChain's stock retrieval, and every sentence compared. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import { RecursiveCharacterTextSplitter } from "@langchain/textsplitters";
import { createEmbedder } from "../../src/embedders/create-embedder.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { type Contestant, type Found, MOST_FOUND } from "./contestant.ts";
import { readFiles } from "./read-files.ts";

class SameEncoder extends Embeddings {
  readonly #embedder: Awaited<ReturnType<typeof createEmbedder>>;

  constructor(embedder: Awaited<ReturnType<typeof createEmbedder>>) {
    super({});
    this.#embedder = embedder;
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = (await this.#embedder?.embedDocuments(texts)) ?? [];
    return vectors.map((vector) => Array.from(vector));
  }

  async embedQuery(text: string): Promise<number[]> {
    return Array.from((await this.#embedder?.embedQuery(text)) ?? []);
  }
}

/** Pieces of 1,000 characters that overlap by 200, as the documentation's examples have them; the nearest three. */
export const langchainStock: Contestant = {
  unit: "piece of 1,000",
  async build(corpus, store) {
    const embedder = await createEmbedder("default");
    const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
    const documents: Document[] = [];
    for (const { file, text } of readFiles(corpus)) {
      let from = 0;
      for (const piece of await splitter.splitText(text)) {
        // The splitter keeps no offsets: each piece is looked for behind the beginning of the one before it.
        const start = Math.max(0, text.indexOf(piece, from));
        from = start + 1;
        documents.push(
          new Document({ pageContent: piece, metadata: { file, start, end: start + piece.length } }),
        );
      }
    }
    const vectors = await HNSWLib.fromDocuments(documents, new SameEncoder(embedder));
    await vectors.save(store);
    await embedder?.close();
  },
  async open(_corpus, store) {
    const embedder = await createEmbedder("default");
    const vectors = await HNSWLib.load(store, new SameEncoder(embedder));
    return {
      async search(question) {
        const found = await vectors.similaritySearch(question, MOST_FOUND);
        return found.map(({ metadata: { file, start, end } }): Found => ({ file, start, end }));
      },
      close: async () => embedder?.close(),
    };
  },
};

/** The nearest three sentences by cosine, all of them compared. */
export const allVectors: Contestant = {
  unit: "sentence",
  async build(corpus, store) {
    const embedder = await createEmbedder("default");
    const places: Found[] = [];
    const texts: string[] = [];
    for (const { file, text } of readFiles(corpus)) {
      const format = file.endsWith(".md") ? "markdown" : "text";
      const { passages } = divideSource({ text, format, bodyStart: 0 });
      for (const { range } of passages.flatMap(({ sentences }) => sentences)) {
        places.push({ file, ...range });
        texts.push(text.slice(range.start, range.end));
      }
    }
    const vectors = (await embedder?.embedDocuments(texts)) ?? [];
    writeFileSync(join(store, "places.json"), JSON.stringify(places));
    writeFileSync(join(store, "vectors.bin"), Float32Array.from(vectors.flatMap((one) => Array.from(one))));
    await embedder?.close();
  },
  async open(_corpus, store) {
    const embedder = await createEmbedder("default");
    const places: Found[] = JSON.parse(readFileSync(join(store, "places.json"), "utf8"));
    const bytes = readFileSync(join(store, "vectors.bin"));
    const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    const size = vectors.length / Math.max(1, places.length);
    return {
      async search(question) {
        const wanted = Array.from((await embedder?.embedQuery(question)) ?? []);
        const scored = places.map((place, at) => ({ place, score: dot(vectors, at * size, wanted) }));
        return scored
          .sort((a, b) => b.score - a.score)
          .slice(0, MOST_FOUND)
          .map(({ place }) => place);
      },
      close: async () => embedder?.close(),
    };
  },
};

function dot(vectors: Float32Array, from: number, wanted: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < wanted.length; at += 1) sum += (vectors[from + at] ?? 0) * (wanted[at] ?? 0);
  return sum;
}
