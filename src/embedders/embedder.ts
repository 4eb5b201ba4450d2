/** The port to whatever turns text into vectors. LangChain's own type, plus what an index must know of its maker. */
import type { EmbeddingsInterface } from "@langchain/core/embeddings";

/** Vectors have unit length, so that a dot product is the cosine. */
export interface Embedder extends EmbeddingsInterface<number[]> {
  /** Names model and version, e.g. `use-lite@0.2.0`; an index made by another one is rebuilt. */
  readonly id: string;
  readonly dimensions: number;
  /** Words of a corpus it may be asked for besides its sentences, where each costs much; by default plenty. */
  readonly mostTerms?: number;
  /** Both reject with the signal's reason when it is aborted, where there is anything to wait for. */
  embedQuery(text: string, signal?: AbortSignal): Promise<number[]>;
  embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]>;
  /** Starts what takes time to start, in the background, so that the first vector comes sooner. */
  warmUp(): void;
  /** Frees threads and memory; calls under way may fail. */
  close(): Promise<void>;
}
