/**
 * Nearest neighbours in a graph (Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search
 * using Hierarchical Navigable Small World graphs", 2016), through LangChain's HNSWLib and its native addon. What
 * the graph finds is measured again against the vectors, so that similarities are those of an exact search.
 * LangChain's documents and stores do not leave this file.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import { dotProduct } from "../../embedders/unit-vectors.ts";
import type { VectorIndex, VectorMatch } from "../vector-index.ts";
import { ExactVectorIndex } from "./exact-vector-index.ts";
import type { VectorRows } from "./vector-rows.ts";

/** Links of a point: 16 is the usual middle between size and recall. */
const LINKS = 16;
/** Candidates held while a point is linked in, and while a neighbour is searched. Recall@10 is then over .99. */
const CONSTRUCTION_CANDIDATES = 100;
const SEARCH_CANDIDATES = 128;
/** Where the drawing of levels begins: the same vectors make the same graph. */
const SEED = 100;
/** Candidates measured again beyond those asked for: the graph calculates in single precision. */
const SPARE = 10;
/** When a filter leaves no more than these, comparing with each is faster than a walk, and exact. */
const FEW = 5_000;
/** Points linked in before other work gets its turn: the lock of a build must be renewed. */
const POINTS_AT_ONCE = 32;

type Graph = HNSWLib["index"];

export class HnswVectorIndex implements VectorIndex {
  readonly #rows: VectorRows;
  readonly #store: HNSWLib;

  private constructor(rows: VectorRows, graph: Graph) {
    this.#rows = rows;
    this.#store = new HNSWLib(NO_EMBEDDINGS, {
      space: "cosine",
      numDimensions: rows.dimensions,
      index: graph,
      docstore: LABEL_DOCUMENTS,
    });
  }

  /** Links the rows in order of their labels. Throws an Error when the addon is missing; see `findAddonFault`. */
  static async build(
    rows: VectorRows,
    onLinked: (done: number) => void = () => undefined,
  ): Promise<HnswVectorIndex> {
    const graph = await createGraph(rows.dimensions);
    graph.initIndex(Math.max(1, rows.size), LINKS, CONSTRUCTION_CANDIDATES, SEED);
    for (let label = 0; label < rows.size; label++) {
      graph.addPoint(Array.from(rows.row(label)), label);
      if (label % POINTS_AT_ONCE === 0) {
        onLinked(label);
        await nextTurn();
      }
    }
    return new HnswVectorIndex(rows, graph);
  }

  /** Reads what `save` wrote; `rows` must be those it was built from. The file must be whole: nothing checks it. */
  static async load(path: string, rows: VectorRows): Promise<HnswVectorIndex> {
    const graph = await createGraph(rows.dimensions);
    await graph.readIndex(path);
    return new HnswVectorIndex(rows, graph);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Writes the graph, without the rows. Not atomic. */
  async save(path: string): Promise<void> {
    await this.#store.index.writeIndex(path);
  }

  async search(
    vector: readonly number[],
    k: number,
    accept?: (label: number) => boolean,
  ): Promise<VectorMatch[]> {
    const accepted = accept === undefined ? this.size : countAccepted(this.size, accept);
    const wanted = Math.min(k, accepted);
    if (wanted <= 0) return [];
    if (accepted <= FEW && accept !== undefined) return this.#searchAll(vector, k, accept);
    const candidates = Math.min(accepted, wanted + SPARE);
    // A loaded graph forgets this setting, and LangChain never makes it.
    this.#store.index.setEf(Math.max(SEARCH_CANDIDATES, 2 * candidates));
    const found = await this.#store.similaritySearchVectorWithScore(
      [...vector],
      candidates,
      accept && ((document: Document) => accept(labelOf(document))),
    );
    if (found.length < wanted) return this.#searchAll(vector, k, accept);
    return this.#measure(
      vector,
      found.map(([document]) => labelOf(document)),
    ).slice(0, wanted);
  }

  #searchAll(
    vector: readonly number[],
    k: number,
    accept: ((label: number) => boolean) | undefined,
  ): Promise<VectorMatch[]> {
    return new ExactVectorIndex(this.#rows).search(vector, k, accept);
  }

  #measure(vector: readonly number[], labels: readonly number[]): VectorMatch[] {
    const query = Float32Array.from(vector);
    return labels
      .map((label) => ({ label, similarity: dotProduct(query, this.#rows.row(label)) }))
      .sort((a, b) => b.similarity - a.similarity || a.label - b.label);
  }
}

/** The store asks for embeddings only where it is given texts, which it never is. */
const NO_EMBEDDINGS = {
  embedQuery: () => Promise.reject(new Error("vectors are made elsewhere")),
  embedDocuments: () => Promise.reject(new Error("vectors are made elsewhere")),
};

/** Documents that say nothing but their label, made when asked for: none takes up memory. */
const LABEL_DOCUMENTS = {
  _docs: new Map<string, Document>(),
  add: () => undefined,
  search: (label: string) => new Document({ pageContent: "", metadata: { label: Number(label) } }),
};

function labelOf(document: Document): number {
  return Number(document.metadata.label);
}

async function createGraph(dimensions: number): Promise<Graph> {
  const { HierarchicalNSW } = await HNSWLib.imports();
  return new HierarchicalNSW("cosine", dimensions);
}

function countAccepted(size: number, accept: (label: number) => boolean): number {
  let count = 0;
  for (let label = 0; label < size; label++) if (accept(label)) count++;
  return count;
}
