/** The vectors of all words of a corpus, whichever of its parts made them. */
import type { LikeTerm } from "../corpus-index.ts";
import type { FullTextIndex } from "../full-text/full-text-index.ts";
import type { OpenGeneration } from "../store/open-generation.ts";
import { decodeSections } from "../store/sections.ts";
import { TermVectors } from "./term-vectors.ts";

export class CorpusTerms {
  readonly #generation: OpenGeneration;
  readonly #fullText: FullTextIndex;
  /** By part; read when first asked for, since most commands need no words of like meaning. */
  #parts: readonly (TermVectors | null)[] | null = null;

  private constructor(generation: OpenGeneration, fullText: FullTextIndex) {
    this.#generation = generation;
    this.#fullText = fullText;
  }

  /** Null for an index without term vectors. */
  static of(generation: OpenGeneration, fullText: FullTextIndex): CorpusTerms | null {
    return generation.parts[0]?.terms ? new CorpusTerms(generation, fullText) : null;
  }

  like(vector: readonly number[], k: number): readonly LikeTerm[] {
    const near = this.#open().flatMap((terms, part) => {
      return terms?.like(vector, k, (number) => this.#fullText.termIn(part, number)) ?? [];
    });
    return near.sort((a, b) => b.similarity - a.similarity).slice(0, k);
  }

  vectorsOf(terms: readonly string[]): ReadonlyMap<string, readonly number[]> {
    const vectors = new Map<string, readonly number[]>();
    for (const term of terms)
      for (const [part, known] of this.#open().entries()) {
        const number = this.#fullText.numberIn(part, term);
        const vector = number === undefined ? null : (known?.vectorOf(number) ?? null);
        if (vector !== null && this.#fullText.frequencyOf(term).passages > 0) vectors.set(term, [...vector]);
      }
    return vectors;
  }

  #open(): readonly (TermVectors | null)[] {
    this.#parts ??= this.#generation.parts.map(({ terms }) => {
      return terms && new TermVectors(decodeSections(terms.readWhole()));
    });
    return this.#parts;
  }
}
