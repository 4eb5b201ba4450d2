/**
 * An index of the folder store, open for reading. Counts and postings are in memory; texts, passages and
 * vectors are read when they are first asked for, from files that stay open and are never changed.
 */
import type { Source } from "../corpus/source.ts";
import type { Passage } from "../passages/passage.ts";
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
} from "./corpus-index.ts";
import { FullTextIndex } from "./full-text/full-text-index.ts";
import type { SourceRecord } from "./store/index-manifest.ts";
import type { OpenGeneration } from "./store/open-generation.ts";
import { decodeSections, type Sections } from "./store/sections.ts";
import { readPassages, readText } from "./store/source-entry.ts";
import { SentenceVectors } from "./vectors/sentence-vectors.ts";
import { TermVectors } from "./vectors/term-vectors.ts";

/** A source of the index, and what was read of it so far. */
interface Shelf {
  readonly record: SourceRecord;
  readonly source: Source;
  readonly firstKey: number;
  passages: readonly IndexedPassage[] | null;
}

export class FolderIndex implements CorpusIndex {
  readonly revision: string;
  readonly sources: readonly Source[];
  readonly statistics: IndexStatistics;
  readonly termsLike?: NonNullable<CorpusIndex["termsLike"]>;
  readonly termVectors?: NonNullable<CorpusIndex["termVectors"]>;
  readonly #generation: OpenGeneration;
  readonly #fullText: FullTextIndex;
  readonly #vectors: SentenceVectors | null;
  #terms: TermVectors | null = null;
  readonly #shelves: readonly Shelf[];
  readonly #shelfOf: ReadonlyMap<string, Shelf>;
  /** The place of each passage's source. */
  readonly #placeOfKey: Uint32Array;

  constructor(generation: OpenGeneration) {
    const { manifest, fullText } = generation;
    this.#generation = generation;
    this.#fullText = new FullTextIndex(readFullText(fullText));
    this.#shelves = shelve(generation);
    this.#shelfOf = new Map(this.#shelves.map((shelf) => [shelf.record.id, shelf]));
    this.#placeOfKey = new Uint32Array(this.#fullText.passages);
    for (const [place, { firstKey, record }] of this.#shelves.entries())
      this.#placeOfKey.fill(place, firstKey, firstKey + record.passages);
    this.#vectors = SentenceVectors.of(generation);
    if (generation.terms !== null) {
      this.termsLike = async (vector, k) => this.#findLike(vector, k);
      this.termVectors = async (terms) => this.#vectorsOf(terms);
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
    const passage = shelf === undefined ? undefined : this.#passagesOn(shelf)[key - shelf.firstKey];
    if (passage === undefined) throw new RangeError(`no passage has the key ${key}`);
    return passage;
  }

  async passagesOf(sourceId: string): Promise<readonly IndexedPassage[]> {
    return this.#passagesOn(this.#shelf(sourceId));
  }

  async countsOf(sourceId: string): Promise<SourceCounts> {
    const { paragraphs, sentences, words } = this.#shelf(sourceId).record;
    return { paragraphs, sentences, words };
  }

  async close(): Promise<void> {
    this.#generation.close();
  }

  #findLike(vector: readonly number[], k: number): readonly LikeTerm[] {
    return this.#termVectors()?.like(vector, k, (number) => this.#fullText.termAt(number)) ?? [];
  }

  #vectorsOf(terms: readonly string[]): ReadonlyMap<string, readonly number[]> {
    const known = this.#termVectors();
    const pairs = terms.flatMap((term) => {
      const number = this.#fullText.numberOf(term);
      const vector = number === undefined ? null : (known?.vectorOf(number) ?? null);
      return vector === null ? [] : [[term, [...vector]] as const];
    });
    return new Map(pairs);
  }

  /** Read when first asked for: most commands need no words of like meaning. */
  #termVectors(): TermVectors | null {
    const { terms } = this.#generation;
    if (terms !== null) this.#terms ??= new TermVectors(decodeSections(terms.readWhole()));
    return this.#terms;
  }

  #shelf(sourceId: string): Shelf {
    const shelf = this.#shelfOf.get(sourceId);
    if (shelf === undefined) throw new RangeError(`no source has the id ${sourceId}`);
    return shelf;
  }

  #passagesOn(shelf: Shelf): readonly IndexedPassage[] {
    shelf.passages ??= readPassages(entryOf(this.#generation, shelf.record)).map(
      (passage: Passage): IndexedPassage => ({
        key: shelf.firstKey + passage.ordinal,
        source: shelf.source,
        passage,
      }),
    );
    return shelf.passages;
  }

  /** Whether a passage belongs to one of the sources; undefined for all. Unknown ids hold nothing. */
  #keysOf(sourceIds: readonly string[] | undefined): ((key: number) => boolean) | undefined {
    if (sourceIds === undefined) return undefined;
    const wanted = new Set(sourceIds);
    const isWanted = Uint8Array.from(this.#shelves, ({ record }) => (wanted.has(record.id) ? 1 : 0));
    return (key) => isWanted[this.#placeOfKey[key] ?? -1] === 1;
  }
}

function shelve(generation: OpenGeneration): readonly Shelf[] {
  let firstKey = 0;
  return generation.manifest.sources.map((record) => {
    const shelf = { record, source: lazySource(generation, record), firstKey, passages: null };
    firstKey += record.passages;
    return shelf;
  });
}

/** A source whose text is read when it is first asked for: few questions need more than a few of them. */
function lazySource(generation: OpenGeneration, record: SourceRecord): Source {
  const { id, file, format, title, author, date, url, bodyStart, hash } = record;
  let known: string | null = null;
  return {
    ...{ id, file, format, title, author, date, url, bodyStart, hash },
    get text() {
      known ??= readText(entryOf(generation, record));
      return known;
    },
  };
}

function entryOf(generation: OpenGeneration, record: SourceRecord): Sections {
  return decodeSections(generation.entryOf(record));
}

function readFullText(sections: Sections) {
  return {
    vocabulary: sections.bytes("vocabulary"),
    vocabularyStarts: sections.integers("vocabularyStarts"),
    postingStarts: sections.integers("postingStarts"),
    passages: sections.integers("passages"),
    frequencies: sections.bytes("frequencies"),
    sentenceFrequencies: sections.integers("sentenceFrequencies"),
    passageLengths: sections.integers("passageLengths"),
  };
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
