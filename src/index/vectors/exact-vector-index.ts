/** Nearest neighbours by comparing with every vector: exact, nothing to build, a millisecond per 1,500 vectors. */

import { dotProduct } from "../../embedders/unit-vectors.ts";
import { TopMatches } from "../top-matches.ts";
import type { VectorIndex, VectorMatch } from "../vector-index.ts";
import type { VectorRows } from "./vector-rows.ts";

export class ExactVectorIndex implements VectorIndex {
  readonly #rows: VectorRows;

  constructor(rows: VectorRows) {
    this.#rows = rows;
  }

  get size(): number {
    return this.#rows.size;
  }

  async search(
    vector: readonly number[],
    k: number,
    accept?: (label: number) => boolean,
  ): Promise<VectorMatch[]> {
    const query = Float32Array.from(vector);
    const top = new TopMatches(k);
    for (let label = 0; label < this.#rows.size; label++)
      if (accept === undefined || accept(label)) top.add(label, dotProduct(query, this.#rows.row(label)));
    return top.sorted().map(({ label, score }) => ({ label, similarity: score }));
  }
}
