/** An index in memory, slow and obvious: every read walks the whole corpus. For tests and measurements. */
import type { Source } from "../../src/corpus/source.ts";
import type {
  CorpusIndex,
  FullTextMatch,
  IndexedPassage,
  IndexStatistics,
  LikeTerm,
  NearTerm,
  SentenceMatch,
  SourceCounts,
  TermFrequency,
} from "../../src/index/corpus-index.ts";
import type { Passage } from "../../src/passages/passage.ts";
import { tokenize } from "../../src/text/tokens.ts";

const [K1, B] = [1.2, 0.75];
const SHARED_START = 5;

/** A source with its passages and, unless the corpus has none, a unit vector for each sentence of each passage. */
export interface DividedForMemory {
  readonly source: Source;
  readonly passages: readonly Passage[];
  readonly vectors?: readonly (readonly Float32Array[])[];
}

interface Held extends IndexedPassage {
  /** Terms of the passage with its context. */
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
  readonly sentenceTerms: readonly ReadonlySet<string>[];
  readonly vectors: readonly Float32Array[];
}

/** All of `divided` as one corpus. */
export class MemoryCorpusIndex implements CorpusIndex {
  readonly revision: string;
  readonly sources: readonly Source[];
  readonly statistics: IndexStatistics;
  readonly hasVectors: boolean;
  readonly #held: readonly Held[];
  readonly #frequencies = new Map<string, { passages: number; sentences: number }>();

  readonly termsLike?: (vector: readonly number[], k: number) => Promise<readonly LikeTerm[]>;

  /** `findLike` stands for term vectors; without it the index has none. */
  constructor(
    divided: readonly DividedForMemory[],
    findLike?: (vector: readonly number[], k: number) => readonly LikeTerm[],
  ) {
    if (findLike !== undefined) this.termsLike = async (vector, k) => findLike(vector, k);
    this.sources = divided.map(({ source }) => source);
    this.revision = `memory-${this.sources.map(({ hash }) => hash).join("-")}`;
    this.#held = divided.flatMap(hold).map((held, key) => ({ ...held, key }));
    this.hasVectors = this.#held.some(({ vectors }) => vectors.length > 0);
    let sentences = 0;
    let words = 0;
    for (const held of this.#held) {
      for (const term of held.terms.keys()) this.#count(term).passages += 1;
      for (const terms of held.sentenceTerms) for (const term of terms) this.#count(term).sentences += 1;
      sentences += held.sentenceTerms.length;
      words += held.length;
    }
    this.statistics = {
      passages: this.#held.length,
      averagePassageLength: words / Math.max(1, this.#held.length),
      sentences,
      averageSentenceLength: words / Math.max(1, sentences),
    };
  }

  async termFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, TermFrequency>> {
    return new Map(terms.map((term) => [term, this.#frequencies.get(term) ?? { passages: 0, sentences: 0 }]));
  }

  async termsNear(term: string): Promise<readonly NearTerm[]> {
    const limit = term.length >= 8 ? 2 : 1;
    const near: NearTerm[] = [];
    for (const [other, frequency] of this.#frequencies) {
      const distance = editDistance(term, other);
      const startsAlike = term.length >= SHARED_START && other.startsWith(term.slice(0, SHARED_START));
      if (distance > limit && !startsAlike) continue;
      near.push({ term: other, ...frequency, distance: distance <= limit ? distance : null });
    }
    const order = (one: NearTerm) => one.distance ?? 9;
    return near.sort(
      (a, b) => order(a) - order(b) || b.sentences - a.sentences || (a.term < b.term ? -1 : 1),
    );
  }

  async searchFullText(
    terms: readonly string[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<FullTextMatch[]> {
    const { passages, averagePassageLength } = this.statistics;
    const matches = this.#of(sourceIds).map(({ key, terms: own, length }) => {
      let score = 0;
      for (const term of terms) {
        const count = own.get(term) ?? 0;
        const holding = this.#frequencies.get(term)?.passages ?? 0;
        const idf = Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
        score += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / averagePassageLength));
      }
      return { key, score };
    });
    return matches
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.key - b.key)
      .slice(0, k);
  }

  async searchVectors(
    vector: readonly number[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<SentenceMatch[]> {
    const matches = this.#of(sourceIds).flatMap(({ key, vectors }) =>
      vectors.map((own, sentence) => ({ key, sentence, similarity: dot(vector, own) })),
    );
    return matches.sort((a, b) => b.similarity - a.similarity || a.key - b.key).slice(0, k);
  }

  async sentenceVectors(key: number): Promise<readonly Float32Array[]> {
    return this.#at(key).vectors;
  }

  async passage(key: number): Promise<IndexedPassage> {
    return this.#at(key);
  }

  async passagesOf(sourceId: string): Promise<readonly IndexedPassage[]> {
    return this.#of([sourceId]);
  }

  async countsOf(sourceId: string): Promise<SourceCounts> {
    const held = this.#of([sourceId]);
    const sum = (of: (one: Held) => number) => held.reduce((total, one) => total + of(one), 0);
    return {
      paragraphs: held.length,
      sentences: sum((one) => one.sentenceTerms.length),
      words: sum((one) => one.length),
    };
  }

  async close(): Promise<void> {}

  #count(term: string): { passages: number; sentences: number } {
    const known = this.#frequencies.get(term) ?? { passages: 0, sentences: 0 };
    this.#frequencies.set(term, known);
    return known;
  }

  #of(sourceIds: readonly string[] | undefined): readonly Held[] {
    return sourceIds === undefined
      ? this.#held
      : this.#held.filter(({ source }) => sourceIds.includes(source.id));
  }

  #at(key: number): Held {
    const held = this.#held[key];
    if (held === undefined) throw new Error(`no passage ${key}`);
    return held;
  }
}

function hold({ source, passages, vectors }: DividedForMemory): Held[] {
  const termsOf = ({ start, end }: { start: number; end: number }) =>
    tokenize(source.text.slice(start, end)).map(({ term }) => term);
  return passages.map((passage, at) => {
    const sentenceTerms = passage.sentences.map(({ range }) => termsOf(range));
    const all = [...sentenceTerms.flat(), ...passage.context.flatMap(termsOf)];
    const terms = new Map<string, number>();
    for (const term of all) terms.set(term, (terms.get(term) ?? 0) + 1);
    const sets = sentenceTerms.map((own) => new Set(own));
    return {
      key: 0,
      source,
      passage,
      terms,
      length: all.length,
      sentenceTerms: sets,
      vectors: vectors?.[at] ?? [],
    };
  });
}

/** Changes, insertions, omissions and swaps of neighbours; the textbook table. */
function editDistance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 9;
  const table: number[][] = [...left, ""].map((_, i) =>
    [...right, ""].map((__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number) => table[i]?.[j] ?? 9;
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      let best = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + change);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, cell(i - 2, j - 2) + 1);
      table[i]?.splice(j, 1, best);
    }
  }
  return cell(left.length, right.length);
}

function dot(left: readonly number[], right: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < right.length; at++) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
