/**
 * Full-text search over passages: which hold the words asked for, scored by BM25 (Robertson and Zaragoza,
 * "The Probabilistic Relevance Framework", 2009). It knows keys and terms only, neither texts nor sources. A corpus
 * may be in two parts; it is searched, to the last bit, as if it were in one.
 */
import type { FullTextMatch, NearTerm, TermFrequency } from "../corpus-index.ts";
import { TopMatches } from "../top-matches.ts";
import type { FullText } from "./full-text-builder.ts";
import { findNearTerms } from "./near-terms.ts";
import { patchStrings } from "./patched-strings.ts";
import { Postings } from "./postings.ts";
import type { StringList } from "./string-list.ts";

/** How soon more of the same word stops to count. */
const K1 = 1.2;
/** How much a long passage is held back. */
const B = 0.75;

/** Beyond any distance of spelling: of terms that only begin alike. */
const FAR = 9;

/** The full text of some sources, and the key of each of their passages in the corpus; -1 when it is withdrawn. */
export interface FullTextPart {
  readonly text: FullText;
  readonly keys: Int32Array;
}

interface Part {
  readonly postings: Postings;
  readonly keys: Int32Array;
}

export class FullTextIndex {
  readonly averagePassageLength: number;
  readonly #parts: readonly Part[];
  /** Counts of the passages that are withdrawn. */
  readonly #withdrawn: Postings | null;
  /** The part of BM25's denominator that depends on a passage's length alone. */
  readonly #lengthNorms: Float64Array;
  /** Scores of one search; all zero between searches. */
  readonly #scores: Float64Array;
  #vocabulary: StringList | null = null;

  /** `withdrawn`: the full text of what the parts hold, but the corpus holds no more. */
  constructor(parts: readonly FullTextPart[], withdrawn: FullText | null = null) {
    this.#parts = parts.map(({ text, keys }) => ({ postings: new Postings(text), keys }));
    this.#withdrawn = withdrawn && new Postings(withdrawn);
    const lengths = joinLengths(parts);
    let words = 0;
    for (const length of lengths) words += length;
    this.averagePassageLength = lengths.length === 0 ? 0 : words / lengths.length;
    const average = Math.max(1, this.averagePassageLength);
    this.#lengthNorms = Float64Array.from(lengths, (length) => K1 * (1 - B + (B * length) / average));
    this.#scores = new Float64Array(lengths.length);
  }

  get passages(): number {
    return this.#scores.length;
  }

  frequencyOf(term: string): TermFrequency {
    const gone = this.#withdrawn?.frequencyOf(term);
    let [passages, sentences] = [-(gone?.passages ?? 0), -(gone?.sentences ?? 0)];
    for (const { postings } of this.#parts) {
      const own = postings.frequencyOf(term);
      passages += own.passages;
      sentences += own.sentences;
    }
    return { passages: passages || 0, sentences: sentences || 0 };
  }

  /** The number of a term in the vocabulary of a part. */
  numberIn(part: number, term: string): number | undefined {
    return this.#parts[part]?.postings.numberOf(term);
  }

  /** The term of a number in the vocabulary of a part; null when the corpus holds it no more. */
  termIn(part: number, number: number): string | null {
    const term = this.#parts[part]?.postings.vocabulary.at(number) ?? null;
    if (term === null || this.#withdrawn === null) return term;
    return this.frequencyOf(term).passages > 0 ? term : null;
  }

  /** Terms spelt or begun alike, nearest first, then the more frequent; see `findNearTerms`. */
  termsNear(term: string): NearTerm[] {
    this.#vocabulary ??= this.#joinVocabularies();
    return findNearTerms(this.#vocabulary, term)
      .map((near) => ({ ...near, ...this.frequencyOf(near.term) }))
      .sort((a, b) => (a.distance ?? FAR) - (b.distance ?? FAR) || b.sentences - a.sentences);
  }

  /** The `k` best passages, best first, equal ones by key; a term given twice counts once. */
  search(terms: readonly string[], k: number, accept?: (key: number) => boolean): FullTextMatch[] {
    const scores = this.#scores;
    const touched: number[] = [];
    for (const term of new Set(terms)) this.#addScores(term, touched);
    const top = new TopMatches(k);
    for (const key of touched) {
      const score = scores[key] ?? 0;
      scores[key] = 0;
      if (accept === undefined || accept(key)) top.add(key, score);
    }
    return top.sorted().map(({ label, score }) => ({ key: label, score }));
  }

  #addScores(term: string, touched: number[]): void {
    const { passages: holding } = this.frequencyOf(term);
    const idf = Math.log(1 + (this.passages - holding + 0.5) / (holding + 0.5));
    for (const { postings, keys } of this.#parts) {
      const number = postings.numberOf(term);
      if (number === undefined) continue;
      const { passages, frequencies } = postings.text;
      const [start, end] = postings.rangeOf(number);
      for (let posting = start; posting < end; posting++) {
        const key = keys[passages[posting] ?? 0] ?? -1;
        if (key === -1) continue;
        const frequency = frequencies[posting] ?? 0;
        const before = this.#scores[key] ?? 0;
        if (before === 0) touched.push(key);
        const saturated = (idf * frequency * (K1 + 1)) / (frequency + (this.#lengthNorms[key] ?? 0));
        this.#scores[key] = before + saturated;
      }
    }
  }

  /** All terms of the corpus in order. */
  #joinVocabularies(): StringList {
    const [first, ...others] = this.#parts.map(({ postings }) => postings);
    if (first === undefined) return { length: 0, at: () => "" };
    const added = others.flatMap(({ vocabulary }) =>
      Array.from({ length: vocabulary.length }, (_, place) => vocabulary.at(place)).filter(
        (term) => first.numberOf(term) === undefined,
      ),
    );
    const gone = this.#withdrawn?.vocabulary;
    const removed = Array.from({ length: gone?.length ?? 0 }, (_, place) => gone?.at(place) ?? "");
    return patchStrings(
      first.vocabulary,
      added,
      removed.filter((term) => this.frequencyOf(term).passages === 0),
    );
  }
}

/** The length of each passage of the corpus, by its key. */
function joinLengths(parts: readonly FullTextPart[]): Uint32Array {
  let last = -1;
  for (const { keys } of parts) for (const key of keys) last = Math.max(last, key);
  const lengths = new Uint32Array(last + 1);
  for (const { text, keys } of parts)
    for (const [passage, key] of keys.entries())
      if (key !== -1) lengths[key] = text.passageLengths[passage] ?? 0;
  return lengths;
}
