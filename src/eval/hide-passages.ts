/**
 * An index in which some passages do not exist: they are not found, their words are not counted, and words that
 * stand in no other passage are unknown. The sources keep their texts; only what was divided from them is hidden.
 */
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
} from "../index/corpus-index.ts";
import { tokenize } from "../text/tokens.ts";

type Counts = ReadonlyMap<string, TermFrequency>;

/** `index` without the passages of `keys`. It reads from `index`, which stays open and as it is. */
export async function hidePassages(index: CorpusIndex, keys: ReadonlySet<number>): Promise<CorpusIndex> {
  const hidden = await Promise.all([...keys].map((key) => index.passage(key)));
  return new PartlyHiddenIndex(index, hidden);
}

class PartlyHiddenIndex implements CorpusIndex {
  readonly revision: string;
  readonly statistics: IndexStatistics;
  readonly termsLike?: (vector: readonly number[], k: number) => Promise<readonly LikeTerm[]>;
  readonly #index: CorpusIndex;
  readonly #keys: ReadonlySet<number>;
  readonly #sentences: number;
  readonly #counts: Counts;

  constructor(index: CorpusIndex, hidden: readonly IndexedPassage[]) {
    this.#index = index;
    this.#keys = new Set(hidden.map(({ key }) => key));
    this.#sentences = hidden.reduce((sum, { passage }) => sum + passage.sentences.length, 0);
    this.#counts = countTerms(hidden);
    this.revision = `${index.revision} without ${[...this.#keys].sort((a, b) => a - b).join(" ")}`;
    const { passages, sentences } = index.statistics;
    this.statistics = {
      ...index.statistics,
      passages: passages - hidden.length,
      sentences: sentences - this.#sentences,
    };
    if (index.termsLike !== undefined) this.termsLike = (vector, k) => this.#findLike(vector, k);
  }

  get sources() {
    return this.#index.sources;
  }

  get hasVectors(): boolean {
    return this.#index.hasVectors;
  }

  async termFrequencies(terms: readonly string[]): Promise<Counts> {
    const all = await this.#index.termFrequencies(terms);
    return new Map([...all].map(([term, frequency]) => [term, this.#without(term, frequency)] as const));
  }

  async termsNear(term: string): Promise<readonly NearTerm[]> {
    const near = await this.#index.termsNear(term);
    return near
      .map((one) => ({ ...one, ...this.#without(one.term, one) }))
      .filter(({ passages }) => passages > 0);
  }

  async searchFullText(
    terms: readonly string[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<FullTextMatch[]> {
    const found = await this.#index.searchFullText(terms, k + this.#keys.size, sourceIds);
    return found.filter(({ key }) => !this.#keys.has(key)).slice(0, k);
  }

  async searchVectors(
    vector: readonly number[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<SentenceMatch[]> {
    const found = await this.#index.searchVectors(vector, k + this.#sentences, sourceIds);
    return found.filter(({ key }) => !this.#keys.has(key)).slice(0, k);
  }

  async sentenceVectors(key: number): Promise<readonly Float32Array[]> {
    this.#refuseHidden(key);
    return this.#index.sentenceVectors(key);
  }

  async passage(key: number): Promise<IndexedPassage> {
    this.#refuseHidden(key);
    return this.#index.passage(key);
  }

  async passagesOf(sourceId: string): Promise<readonly IndexedPassage[]> {
    return (await this.#index.passagesOf(sourceId)).filter(({ key }) => !this.#keys.has(key));
  }

  countsOf(sourceId: string): Promise<SourceCounts> {
    return this.#index.countsOf(sourceId);
  }

  /** Leaves the index open: it is another's. */
  async close(): Promise<void> {}

  async #findLike(vector: readonly number[], k: number): Promise<readonly LikeTerm[]> {
    const like = (await this.#index.termsLike?.(vector, k)) ?? [];
    const frequencies = await this.termFrequencies(like.map(({ term }) => term));
    return like.filter(({ term }) => (frequencies.get(term)?.passages ?? 0) > 0);
  }

  #without(term: string, { passages, sentences }: TermFrequency): TermFrequency {
    const own = this.#counts.get(term);
    if (own === undefined) return { passages, sentences };
    return {
      passages: Math.max(0, passages - own.passages),
      sentences: Math.max(0, sentences - own.sentences),
    };
  }

  #refuseHidden(key: number): void {
    if (this.#keys.has(key)) throw new RangeError(`no passage has the key ${key}`);
  }
}

/** As the index counts: a passage's terms are those of its sentences and its context. */
function countTerms(hidden: readonly IndexedPassage[]): Counts {
  const counts = new Map<string, { passages: number; sentences: number }>();
  const countOf = (term: string) => {
    const known = counts.get(term) ?? { passages: 0, sentences: 0 };
    counts.set(term, known);
    return known;
  };
  for (const { source, passage } of hidden) {
    const termsAt = ({ start, end }: { readonly start: number; readonly end: number }) =>
      new Set(tokenize(source.text.slice(start, end)).map(({ term }) => term));
    const own = passage.sentences.map(({ range }) => termsAt(range));
    for (const terms of own) for (const term of terms) countOf(term).sentences += 1;
    const all = new Set([...own, ...passage.context.map(termsAt)].flatMap((terms) => [...terms]));
    for (const term of all) countOf(term).passages += 1;
  }
  return counts;
}
