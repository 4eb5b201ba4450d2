/** The port to nearest-neighbour search over sentence vectors. */

/** A stored vector near the one asked for. */
export interface VectorMatch {
  /** The label it was added under. */
  readonly label: number;
  /** Cosine of the two, from -1 to 1: higher is nearer. */
  readonly similarity: number;
}

/** Vectors of unit length under labels 0 to size - 1. */
export interface VectorIndex {
  readonly size: number;
  /** The `k` nearest (fewer when `size` is smaller), nearest first; equal ones by label. `accept` restricts labels. */
  search(vector: readonly number[], k: number, accept?: (label: number) => boolean): Promise<VectorMatch[]>;
}
