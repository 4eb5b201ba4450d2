/** The port to an index that is open for reading. Folder and database implement it alike. */
import type { Source } from "../corpus/source.ts";
import type { Passage } from "../passages/passage.ts";

/** A passage with its source at hand. `key` is unique in one revision of the index. */
export interface IndexedPassage {
  readonly key: number;
  readonly source: Source;
  readonly passage: Passage;
}

/** Counts that BM25 needs. Lengths are in tokens. */
export interface IndexStatistics {
  readonly passages: number;
  readonly averagePassageLength: number;
  readonly sentences: number;
  readonly averageSentenceLength: number;
}

/** In how many passages and sentences a term stands. */
export interface TermFrequency {
  readonly passages: number;
  readonly sentences: number;
}

/** A term of the corpus that looks like another: a spelling of it, or a word that begins alike. */
export interface NearTerm extends TermFrequency {
  readonly term: string;
  /** Letters to change, put in, leave out or swap: 0, 1 or 2; null when the terms only begin alike. */
  readonly distance: number | null;
}

/** A term of the corpus and how near it is in meaning to a word asked about. */
export interface LikeTerm {
  readonly term: string;
  /** Cosine of their vectors, less what all terms have in common: from -1 to 1. */
  readonly similarity: number;
}

/** How much a source holds. Words are the tokens of its sentences. */
export interface SourceCounts {
  readonly paragraphs: number;
  readonly sentences: number;
  readonly words: number;
}

/** A passage and its BM25 score for the terms asked for. */
export interface FullTextMatch {
  readonly key: number;
  readonly score: number;
}

/** A sentence (by its place in its passage, from 0) and the cosine with the vector asked for. */
export interface SentenceMatch {
  readonly key: number;
  readonly sentence: number;
  readonly similarity: number;
}

/** What a question may ask of an index. Only passages of `sourceIds`, when given, are found. */
export interface CorpusIndex {
  /** Changes whenever what it would answer may change. */
  readonly revision: string;
  readonly sources: readonly Source[];
  readonly statistics: IndexStatistics;
  /** Whether sentence vectors are there to be searched. */
  readonly hasVectors: boolean;
  /** Terms that stand nowhere have zeros. */
  termFrequencies(terms: readonly string[]): Promise<ReadonlyMap<string, TermFrequency>>;
  /**
   * Terms at most one letter away from `term` (two when it has eight or more), then those that share its first
   * five letters; nearest first, then the more frequent. At most some dozens, in bounded time.
   */
  termsNear(term: string): Promise<readonly NearTerm[]>;
  /**
   * The `k` content terms of the corpus nearest in meaning to a word's vector, nearest first: the mean of all term
   * vectors is taken off both sides. Empty, or not there at all, without term vectors.
   */
  termsLike?(vector: readonly number[], k: number): Promise<readonly LikeTerm[]>;
  /** The vectors of those of the terms that have one, as the embedder made them: a word of the corpus needs no second embedding. */
  termVectors?(terms: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>;
  /** The `k` passages of highest BM25 (k1 1.2, b .75) over `terms`, best first; equal ones in corpus order. */
  searchFullText(
    terms: readonly string[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<FullTextMatch[]>;
  /** The `k` sentences nearest to a vector of unit length, nearest first. Empty without vectors. */
  searchVectors(
    vector: readonly number[],
    k: number,
    sourceIds?: readonly string[],
  ): Promise<SentenceMatch[]>;
  /** The vectors of a passage's sentences, in order; empty without vectors. */
  sentenceVectors(key: number): Promise<readonly Float32Array[]>;
  passage(key: number): Promise<IndexedPassage>;
  /** The passages of a source, in order. */
  passagesOf(sourceId: string): Promise<readonly IndexedPassage[]>;
  /** Throws an Error when there is no such source. */
  countsOf(sourceId: string): Promise<SourceCounts>;
  /**
   * Fetches the texts of all sources where they are kept elsewhere. Until then `text` may be read only of a source one
   * of whose passages was asked for; where this method is not there, all texts are at hand.
   */
  loadTexts?(): Promise<void>;
  /** An index of the sources as others have changed them meanwhile; null while there is none. Looks now and then. */
  latest?(): Promise<CorpusIndex | null>;
  close(): Promise<void>;
}
