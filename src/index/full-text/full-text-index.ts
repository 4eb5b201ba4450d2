/**
 * Full-text search over passages: which hold the words asked for, scored by BM25 (Robertson and Zaragoza,
 * "The Probabilistic Relevance Framework", 2009). It knows keys and terms only, neither texts nor sources.
 */
import type { FullTextMatch, NearTerm, TermFrequency } from "../corpus-index.ts";
import { TopMatches } from "../top-matches.ts";
import type { FullText } from "./full-text-builder.ts";
import { findNearTerms } from "./near-terms.ts";
import { decodeStrings, lowerBound, type StringList } from "./string-list.ts";

/** How soon more of the same word stops to count. */
const K1 = 1.2;
/** How much a long passage is held back. */
const B = 0.75;

/** Beyond any distance of spelling: of terms that only begin alike. */
const FAR = 9;

export class FullTextIndex {
  readonly averagePassageLength: number;
  readonly #text: FullText;
  readonly #vocabulary: StringList;
  /** The part of BM25's denominator that depends on a passage's length alone. */
  readonly #lengthNorms: Float64Array;
  /** Scores of one search; all zero between searches. */
  readonly #scores: Float64Array;

  constructor(text: FullText) {
    const lengths = text.passageLengths;
    let words = 0;
    for (const length of lengths) words += length;
    this.averagePassageLength = lengths.length === 0 ? 0 : words / lengths.length;
    this.#text = text;
    this.#vocabulary = decodeStrings({ bytes: text.vocabulary, starts: text.vocabularyStarts });
    const average = Math.max(1, this.averagePassageLength);
    this.#lengthNorms = Float64Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
    this.#scores = new Float64Array(lengths.length);
  }

  get passages(): number {
    return this.#scores.length;
  }

  /** The term of that number in the vocabulary. */
  termAt(number: number): string {
    return this.#vocabulary.at(number);
  }

  frequencyOf(term: string): TermFrequency {
    const number = this.numberOf(term);
    if (number === undefined) return { passages: 0, sentences: 0 };
    const [start, end] = this.#postingsOf(number);
    return { passages: end - start, sentences: this.#text.sentenceFrequencies[number] ?? 0 };
  }

  /** Terms spelt or begun alike, nearest first, then the more frequent; see `findNearTerms`. */
  termsNear(term: string): NearTerm[] {
    return findNearTerms(this.#vocabulary, term)
      .map((near) => ({ ...near, ...this.frequencyOf(near.term) }))
      .sort((a, b) => (a.distance ?? FAR) - (b.distance ?? FAR) || b.sentences - a.sentences);
  }

  /** The `k` best passages, best first, equal ones by key; a term given twice counts once. */
  search(terms: readonly string[], k: number, accept?: (key: number) => boolean): FullTextMatch[] {
    const scores = this.#scores;
    const touched: number[] = [];
    for (const term of new Set(terms)) {
      const number = this.numberOf(term);
      if (number !== undefined) this.#addScores(number, touched);
    }
    const top = new TopMatches(k);
    for (const key of touched) {
      const score = scores[key] ?? 0;
      scores[key] = 0;
      if (accept === undefined || accept(key)) top.add(key, score);
    }
    return top.sorted().map(({ label, score }) => ({ key: label, score }));
  }

  #addScores(term: number, touched: number[]): void {
    const { passages, frequencies } = this.#text;
    const [start, end] = this.#postingsOf(term);
    const holding = end - start;
    const idf = Math.log(1 + (this.passages - holding + 0.5) / (holding + 0.5));
    for (let posting = start; posting < end; posting++) {
      const key = passages[posting] ?? 0;
      const frequency = frequencies[posting] ?? 0;
      const before = this.#scores[key] ?? 0;
      if (before === 0) touched.push(key);
      this.#scores[key] = before + (idf * frequency * (K1 + 1)) / (frequency + (this.#lengthNorms[key] ?? 0));
    }
  }

  #postingsOf(term: number): readonly [number, number] {
    const { postingStarts } = this.#text;
    return [postingStarts[term] ?? 0, postingStarts[term + 1] ?? 0];
  }

  /** The number of a term in the vocabulary. */
  numberOf(term: string): number | undefined {
    const place = lowerBound(this.#vocabulary, term);
    return place < this.#vocabulary.length && this.#vocabulary.at(place) === term ? place : undefined;
  }
}
