/** What may be asked of the opening of an index, and what its parts hand to each other. */
import type { Embedder } from "../embedders/embedder.ts";
import type { RefreshProgress } from "./refresh-progress.ts";
import type { RefreshReport } from "./refresh-report.ts";
import type { OpenGeneration } from "./store/open-generation.ts";

export interface OpenIndexOptions {
  /** A folder, or one file. */
  readonly corpusPath: string;
  /** The index folder. It is made if need be, and may serve other corpora too. */
  readonly indexPath: string;
  /** Null for full text alone. */
  readonly embedder: Embedder | null;
  readonly onProgress?: (progress: RefreshProgress) => void;
  /** Aborting leaves the index as it was, but keeps the vectors made so far. */
  readonly signal?: AbortSignal;
  /** Makes the index anew even if it is fresh; vectors of known sentences are kept. */
  readonly force?: boolean;
  /** When more sentences than this lack a vector, none is embedded and the index has no vectors. Default: no limit. */
  readonly mostEmbedded?: number;
  /** A corpus of fewer passages is always written as a whole; see `planAddition`. */
  readonly leastPassages?: number;
  /** More vectors than this are kept in bytes; see `writeVectors`. */
  readonly mostInGraph?: number;
  /** What an earlier opening had to make in memory: used again as long as it is fresh. */
  readonly inMemory?: OpenGeneration | null;
}

/** An index found or made, and what was done to make it current. */
export interface FreshGeneration {
  readonly generation: OpenGeneration;
  readonly report: RefreshReport;
}
