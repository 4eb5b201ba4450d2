/** The vectors of a corpus: which sentence is nearest to a question, and what the vectors of a passage are. */
import type { SentenceMatch } from "../corpus-index.ts";
import type { OpenGeneration } from "../store/open-generation.ts";
import { PartVectors } from "./part-vectors.ts";

interface Part {
  readonly vectors: PartVectors;
  /** The key of each passage of the part; -1 when it is withdrawn. */
  readonly keys: Int32Array;
  readonly hasWithdrawn: boolean;
}

export class SentenceVectors {
  readonly #parts: readonly Part[];
  /** The part that holds each passage, by its key, and its place there. */
  readonly #partOf: Uint8Array;
  readonly #placeOf: Uint32Array;

  private constructor(parts: readonly Part[], passages: number) {
    this.#parts = parts;
    this.#partOf = new Uint8Array(passages);
    this.#placeOf = new Uint32Array(passages);
    for (const [part, { keys }] of parts.entries())
      for (const [place, key] of keys.entries())
        if (key !== -1) {
          this.#partOf[key] = part;
          this.#placeOf[key] = place;
        }
  }

  /** Null unless every part has vectors. `keys`: of the passages of each part; `passages`: of the corpus. */
  static of(
    { parts, manifest }: OpenGeneration,
    keys: readonly Int32Array[],
    passages: number,
  ): SentenceVectors | null {
    const dimensions = manifest.makers.embedder?.dimensions;
    if (dimensions === undefined) return null;
    const opened = parts.flatMap((part, place): Part[] => {
      const vectors = PartVectors.of(part, dimensions);
      const own = keys[place] ?? new Int32Array();
      return vectors === null ? [] : [{ vectors, keys: own, hasWithdrawn: own.includes(-1) }];
    });
    return opened.length < parts.length ? null : new SentenceVectors(opened, passages);
  }

  /** Nearest first; equal ones in corpus order. */
  async search(
    vector: readonly number[],
    k: number,
    accept: ((key: number) => boolean) | undefined,
  ): Promise<SentenceMatch[]> {
    const found = await Promise.all(
      this.#parts.map(async ({ vectors, keys, hasWithdrawn }) => {
        const keyOf = (passage: number): number => keys[passage] ?? -1;
        const isWanted = (passage: number): boolean =>
          keyOf(passage) !== -1 && (accept === undefined || accept(keyOf(passage)));
        const all = accept === undefined && !hasWithdrawn;
        const matches = await vectors.search(vector, k, all ? undefined : isWanted);
        return matches.map((match) => ({ ...match, key: keyOf(match.key) }));
      }),
    );
    return found.flat().sort(byNearness).slice(0, k);
  }

  /** In order of the passage's sentences. */
  async vectorsOf(key: number): Promise<readonly Float32Array[]> {
    return this.#parts[this.#partOf[key] ?? 0]?.vectors.vectorsOf(this.#placeOf[key] ?? -1) ?? [];
  }
}

function byNearness(a: SentenceMatch, b: SentenceMatch): number {
  return b.similarity - a.similarity || a.key - b.key || a.sentence - b.sentence;
}
