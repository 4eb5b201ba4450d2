/**
 * An index in PostgreSQL, open for reading, as it was at one revision: what is replaced meanwhile is still there for a
 * minute, and what is newer is not seen. It holds the list of sources; the rest is fetched when it is asked for.
 */
import type { Source } from "../../corpus/source.ts";
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
} from "../corpus-index.ts";
import type { Database } from "./database.ts";
import { type Edition, tablesOf } from "./edition.ts";
import { revisionOf } from "./known-corpus.ts";
import { findLike, readMean, readMeanings } from "./meanings.ts";
import { type FetchedPassage, PassageStore, sourceOf } from "./passage-store.ts";
import { type Nearest, searchAll, searchNearest } from "./search-nearest.ts";
import { type FoundPassage, searchPassages } from "./search-passages.ts";
import { type Shelf, shelfAt, shelve } from "./shelf.ts";
import { Vocabulary } from "./vocabulary.ts";
import type { KnownSource } from "./write-sources.ts";

/** How an index learns that there is a newer one: null while there is none. */
export type FindNewer = (index: PostgresIndex) => Promise<PostgresIndex | null>;

export interface PostgresIndexParts {
  readonly database: Database;
  readonly edition: Edition;
  /** In corpus order. */
  readonly sources: readonly KnownSource[];
  /** False also where the vectors are of another embedder than the one that asks. */
  readonly hasVectors: boolean;
  readonly findNewer: FindNewer;
}

/** Others' changes are noticed by the first question this long after the last look. */
const LOOK_EVERY_MS = 2_000;
interface FoundSentence {
  readonly source: number;
  readonly passage: number;
  readonly sentence: number;
}

const FOUND = "source, passage, sentence";
/** Found beyond those asked for, in case some belong to versions of sources that are not seen. */
const SPARE = 10;

export class PostgresIndex implements CorpusIndex {
  readonly revision: string;
  readonly sources: readonly Source[];
  readonly statistics: IndexStatistics;
  readonly hasVectors: boolean;
  readonly termsLike?: NonNullable<CorpusIndex["termsLike"]>;
  readonly termVectors?: NonNullable<CorpusIndex["termVectors"]>;
  readonly edition: Edition;
  readonly #database: Database;
  readonly #tables: ReturnType<typeof tablesOf>;
  readonly #shelves: readonly Shelf[];
  readonly #shelfOfId: ReadonlyMap<string, Shelf>;
  readonly #shelfOfNumber: ReadonlyMap<number, Shelf>;
  readonly #store: PassageStore;
  readonly #vocabulary: Vocabulary;
  readonly #findNewer: FindNewer;
  #mean: Promise<Float32Array | null> | null = null;
  #lookedAt = Date.now();

  constructor({ database, edition, sources, hasVectors, findNewer }: PostgresIndexParts) {
    this.edition = edition;
    this.revision = revisionOf(edition, sources);
    this.statistics = edition.statistics;
    this.hasVectors = hasVectors;
    this.#database = database;
    this.#findNewer = findNewer;
    this.#tables = tablesOf(database.schema, edition.number);
    this.#shelves = shelve(sources);
    this.#shelfOfId = new Map(this.#shelves.map((shelf) => [shelf.record.id, shelf]));
    this.#shelfOfNumber = new Map(this.#shelves.map((shelf) => [shelf.record.number, shelf]));
    this.#store = new PassageStore(database, edition.number, hasVectors);
    this.#vocabulary = new Vocabulary(database, edition.number);
    this.sources = this.#shelves.map((shelf) => this.#lazySource(shelf));
    if (hasVectors) {
      this.termsLike = (vector, k) => this.#findLike(vector, k);
      this.termVectors = (terms) => this.#readMeanings(terms);
    }
  }

  /** The index of the sources as they are now, or null while this is it. Looks every few seconds at most. */
  async latest(): Promise<CorpusIndex | null> {
    if (Date.now() - this.#lookedAt < LOOK_EVERY_MS) return null;
    this.#lookedAt = Date.now();
    return this.#findNewer(this);
  }

  loadTexts(): Promise<void> {
    return this.#store.fetchAllTexts(this.#shelves);
  }

  termFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, TermFrequency>> {
    return this.#vocabulary.frequenciesOf(terms);
  }

  termsNear(term: string): Promise<readonly NearTerm[]> {
    return this.#vocabulary.near(term);
  }

  async searchFullText(
    terms: readonly string[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<FullTextMatch[]> {
    const frequencies = await this.termFrequencies(terms);
    const counted = Array.from(frequencies, ([term, { passages }]) => ({ term, passages }));
    const known = [...new Set(terms)].flatMap((term) =>
      counted.filter((one) => one.term === term && one.passages > 0),
    );
    if (known.length === 0 || k <= 0 || sourceIds?.length === 0) return [];
    const search = { table: this.#tables.passages, terms: known, statistics: this.statistics };
    const numbers = sourceIds && this.#numbersOf(sourceIds);
    let found = await searchPassages(this.#database, { ...search, k: k + SPARE, sources: numbers ?? null });
    let seen = this.#matchesOf(found);
    if (seen.length < Math.min(k, found.length)) {
      found = await searchPassages(this.#database, {
        ...search,
        k,
        sources: [...this.#shelfOfNumber.keys()],
      });
      seen = this.#matchesOf(found);
    }
    return seen.sort((a, b) => b.score - a.score || a.key - b.key).slice(0, k);
  }

  async searchVectors(
    vector: readonly number[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<SentenceMatch[]> {
    if (!this.hasVectors || k <= 0 || sourceIds?.length === 0) return [];
    const table = this.#tables.embeddings;
    const among = async (sources: readonly number[]) =>
      this.#sentencesOf(
        await searchAll<FoundSentence>(this.#database, table, FOUND, vector, k, {
          sql: "source = ANY($3::integer[])",
          values: [sources],
        }),
      );
    const near = async () =>
      this.#sentencesOf(await searchNearest<FoundSentence>(this.#database, table, FOUND, vector, k + SPARE));
    let matches = await (sourceIds === undefined ? near() : among(this.#numbersOf(sourceIds)));
    if (sourceIds === undefined && matches.length < Math.min(k, this.statistics.sentences))
      matches = await among([...this.#shelfOfNumber.keys()]);
    return matches
      .sort((a, b) => b.similarity - a.similarity || a.key - b.key || a.sentence - b.sentence)
      .slice(0, k);
  }

  async sentenceVectors(key: number): Promise<readonly Float32Array[]> {
    if (!this.hasVectors) return [];
    return (await this.#fetch(key)).vectors;
  }

  async passage(key: number): Promise<IndexedPassage> {
    return (await this.#fetch(key)).passage;
  }

  async passagesOf(sourceId: string): Promise<readonly IndexedPassage[]> {
    return this.#store.fetchSource(this.#shelf(sourceId));
  }

  async countsOf(sourceId: string): Promise<SourceCounts> {
    const { paragraphs, sentences, words } = this.#shelf(sourceId).record;
    return { paragraphs, sentences, words };
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #shelf(sourceId: string): Shelf {
    const shelf = this.#shelfOfId.get(sourceId);
    if (shelf === undefined) throw new RangeError(`no source has the id ${sourceId}`);
    return shelf;
  }

  /** Unknown ids hold nothing. */
  #numbersOf(sourceIds: readonly string[]): readonly number[] {
    return sourceIds.flatMap((id) => this.#shelfOfId.get(id)?.record.number ?? []);
  }

  #fetch(key: number): Promise<FetchedPassage> {
    const shelf = Number.isInteger(key) ? shelfAt(this.#shelves, key) : undefined;
    if (shelf === undefined) throw new RangeError(`no passage has the key ${key}`);
    return this.#store.fetch(shelf, key - shelf.firstKey);
  }

  /** Without those of versions that this revision does not see. */
  #matchesOf(found: readonly FoundPassage[]): FullTextMatch[] {
    return found.flatMap(({ source, ordinal, score }) => {
      const shelf = this.#shelfOfNumber.get(source);
      return shelf === undefined ? [] : [{ key: shelf.firstKey + ordinal, score }];
    });
  }

  #sentencesOf(found: readonly Nearest<FoundSentence>[]): SentenceMatch[] {
    return found.flatMap(({ source, passage, sentence, similarity }) => {
      const shelf = this.#shelfOfNumber.get(source);
      return shelf === undefined ? [] : [{ key: shelf.firstKey + passage, sentence, similarity }];
    });
  }

  async #findLike(vector: readonly number[], k: number): Promise<readonly LikeTerm[]> {
    const mean = await this.#readMean();
    return mean === null ? [] : findLike(this.#database, this.edition.number, mean, vector, k);
  }

  async #readMeanings(terms: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
    const mean = await this.#readMean();
    return mean === null ? new Map() : readMeanings(this.#database, this.edition.number, mean, terms);
  }

  #readMean(): Promise<Float32Array | null> {
    this.#mean ??= readMean(this.#database, this.edition.number);
    this.#mean.catch(() => {
      this.#mean = null;
    });
    return this.#mean;
  }

  #lazySource({ record }: Shelf): Source {
    const store = this.#store;
    const { text: _, ...known } = sourceOf(record, "");
    return {
      ...known,
      get text() {
        const text = store.textOf(record.number);
        if (text === undefined) throw new Error(`the text of ${record.file} has not been fetched`);
        return text;
      },
    };
  }
}
