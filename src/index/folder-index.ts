/**
 * An index of the folder store, open for reading. Counts and postings are in memory; texts, passages and
 * vectors are read when they are first asked for, from files that stay open and are never changed.
 */
import type { Source } from "../corpus/source.ts";
import type {
  CorpusIndex,
  FullTextMatch,
  IndexedPassage,
  IndexStatistics,
  NearTerm,
  SentenceMatch,
  SourceCounts,
  TermFrequency,
} from "./corpus-index.ts";
import { FullTextIndex } from "./full-text/full-text-index.ts";
import { readFullText } from "./full-text/read-full-text.ts";
import { keysInPart, type Shelf, shelve } from "./shelves.ts";
import type { SourceRecord } from "./store/index-manifest.ts";
import type { OpenGeneration } from "./store/open-generation.ts";
import { CorpusTerms } from "./vectors/corpus-terms.ts";
import { SentenceVectors } from "./vectors/sentence-vectors.ts";

export class FolderIndex implements CorpusIndex {
  readonly revision: string;
  readonly sources: readonly Source[];
  readonly statistics: IndexStatistics;
  readonly termsLike?: NonNullable<CorpusIndex["termsLike"]>;
  readonly termVectors?: NonNullable<CorpusIndex["termVectors"]>;
  readonly #generation: OpenGeneration;
  readonly #fullText: FullTextIndex;
  readonly #vectors: SentenceVectors | null;
  readonly #shelves: readonly Shelf[];
  readonly #shelfOf: ReadonlyMap<string, Shelf>;
  /** The place of each passage's source. */
  readonly #placeOfKey: Uint32Array;

  constructor(generation: OpenGeneration) {
    const { manifest, parts } = generation;
    this.#generation = generation;
    this.#shelves = shelve(generation);
    this.#shelfOf = new Map(this.#shelves.map((shelf) => [shelf.record.id, shelf]));
    const shelfOfRecord = new Map(this.#shelves.map((shelf) => [shelf.record, shelf]));
    const keys = parts.map((_, part) => keysInPart(generation, part, shelfOfRecord));
    const withdrawn = parts.find((part) => part.withdrawn !== null)?.withdrawn ?? null;
    this.#fullText = new FullTextIndex(
      parts.map(({ fullText }, part) => ({
        text: readFullText(fullText),
        keys: keys[part] ?? new Int32Array(),
      })),
      withdrawn && readFullText(withdrawn),
    );
    this.#placeOfKey = new Uint32Array(this.#fullText.passages);
    for (const [place, { firstKey, record }] of this.#shelves.entries())
      this.#placeOfKey.fill(place, firstKey, firstKey + record.passages);
    this.#vectors = SentenceVectors.of(generation, keys, this.#fullText.passages);
    const terms = CorpusTerms.of(generation, this.#fullText);
    if (terms !== null) {
      this.termsLike = async (vector, k) => terms.like(vector, k);
      this.termVectors = async (wanted) => terms.vectorsOf(wanted);
    }
    this.revision = manifest.revision;
    this.sources = this.#shelves.map(({ source }) => source);
    this.statistics = countStatistics(manifest.sources, this.#fullText);
  }

  get hasVectors(): boolean {
    return this.#vectors !== null;
  }

  async termFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, TermFrequency>> {
    return new Map(terms.map((term) => [term, this.#fullText.frequencyOf(term)]));
  }

  async termsNear(term: string): Promise<readonly NearTerm[]> {
    return this.#fullText.termsNear(term);
  }

  async searchFullText(
    terms: readonly string[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<FullTextMatch[]> {
    return this.#fullText.search(terms, k, this.#keysOf(sourceIds));
  }

  async searchVectors(
    vector: readonly number[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<SentenceMatch[]> {
    return (await this.#vectors?.search(vector, k, this.#keysOf(sourceIds))) ?? [];
  }

  async sentenceVectors(key: number): Promise<readonly Float32Array[]> {
    return (await this.#vectors?.vectorsOf(key)) ?? [];
  }

  async passage(key: number): Promise<IndexedPassage> {
    const shelf = this.#shelves[this.#placeOfKey[key] ?? -1];
    const passage = shelf === undefined ? undefined : shelf.passages()[key - shelf.firstKey];
    if (passage === undefined) throw new RangeError(`no passage has the key ${key}`);
    return passage;
  }

  async passagesOf(sourceId: string): Promise<readonly IndexedPassage[]> {
    return this.#shelf(sourceId).passages();
  }

  async countsOf(sourceId: string): Promise<SourceCounts> {
    const { paragraphs, sentences, words } = this.#shelf(sourceId).record;
    return { paragraphs, sentences, words };
  }

  async close(): Promise<void> {
    this.#generation.close();
  }

  #shelf(sourceId: string): Shelf {
    const shelf = this.#shelfOf.get(sourceId);
    if (shelf === undefined) throw new RangeError(`no source has the id ${sourceId}`);
    return shelf;
  }

  /** Whether a passage belongs to one of the sources; undefined for all. Unknown ids hold nothing. */
  #keysOf(sourceIds: readonly string[] | undefined): ((key: number) => boolean) | undefined {
    if (sourceIds === undefined) return undefined;
    const wanted = new Set(sourceIds);
    const isWanted = Uint8Array.from(this.#shelves, ({ record }) => (wanted.has(record.id) ? 1 : 0));
    return (key) => isWanted[this.#placeOfKey[key] ?? -1] === 1;
  }
}

function countStatistics(sources: readonly SourceRecord[], fullText: FullTextIndex): IndexStatistics {
  let [sentences, words] = [0, 0];
  for (const source of sources) {
    sentences += source.sentences;
    words += source.words;
  }
  return {
    passages: fullText.passages,
    averagePassageLength: fullText.averagePassageLength,
    sentences,
    averageSentenceLength: sentences === 0 ? 0 : words / sentences,
  };
}
