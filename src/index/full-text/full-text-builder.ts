/** Puts the counted words of all sources together into the full text of the corpus. */
import type { SectionArray } from "../store/sections.ts";
import { type SourceWords, takeForm } from "./source-words.ts";
import { encodeStrings } from "./string-list.ts";

/** What `FullTextIndex` reads: a sorted vocabulary, the postings of each term, and the lengths of passages. */
export interface FullText extends Readonly<Record<string, SectionArray>> {
  readonly vocabulary: Uint8Array;
  readonly vocabularyStarts: Uint32Array;
  /** The postings of term `t` lie from `postingStarts[t]` to `postingStarts[t + 1]`. */
  readonly postingStarts: Uint32Array;
  /** Keys of passages: places in the corpus, counted from 0. Ascending for each term. */
  readonly passages: Uint32Array;
  readonly frequencies: Uint8Array;
  readonly sentenceFrequencies: Uint32Array;
  readonly passageLengths: Uint32Array;
}

/** A source's words with numbers in place of its terms. */
interface NumberedWords extends Omit<SourceWords, "terms" | "forms" | "words"> {
  readonly terms: Uint32Array;
}

export class FullTextBuilder {
  /** Terms in order of their first appearance. */
  readonly #numbers = new Map<string, number>();
  readonly #forms: { form: string; lead: number }[] = [];
  readonly #sources: NumberedWords[] = [];

  /** Adds the next source in corpus order; its passages get the next keys. */
  add(words: SourceWords): void {
    const terms = Uint32Array.from(words.terms, (term) => this.#numberOf(term));
    for (const [local, number] of terms.entries()) this.#takeForm(number, words, local);
    this.#sources.push({
      // Slices, since the arrays of a stored source would hold its whole text in memory.
      postingStarts: words.postingStarts.slice(),
      passages: words.passages.slice(),
      frequencies: words.frequencies.slice(),
      sentenceFrequencies: words.sentenceFrequencies.slice(),
      passageLengths: words.passageLengths.slice(),
      terms,
    });
  }

  /** How a term is written most in the sources added; see `SourceWords.forms`. */
  formOf(term: string): string {
    return this.#forms[this.#numbers.get(term) ?? -1]?.form ?? term;
  }

  #takeForm(number: number, words: SourceWords, local: number): void {
    const form = words.forms[local] ?? "";
    const weight = words.sentenceFrequencies[local] ?? 0;
    const known = this.#forms[number];
    if (known === undefined) this.#forms[number] = { form, lead: weight };
    else takeForm(known, form, weight);
  }

  finish(): FullText {
    const vocabulary = [...this.#numbers.keys()].sort(byCodeUnits);
    const places = new Uint32Array(vocabulary.length);
    for (const [place, term] of vocabulary.entries()) places[this.#numbers.get(term) ?? 0] = place;
    for (const { terms } of this.#sources)
      for (const [local, number] of terms.entries()) terms[local] = places[number] ?? 0;
    const { bytes, starts } = encodeStrings(vocabulary);
    return {
      vocabulary: bytes,
      vocabularyStarts: starts,
      ...joinPostings(this.#sources, vocabulary.length),
      passageLengths: joinLengths(this.#sources),
    };
  }

  #numberOf(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    this.#numbers.set(term, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

type Postings = Pick<FullText, "postingStarts" | "passages" | "frequencies" | "sentenceFrequencies">;

function joinPostings(sources: readonly NumberedWords[], terms: number): Postings {
  const postingStarts = countPostings(sources, terms);
  const size = postingStarts[terms] ?? 0;
  const passages = new Uint32Array(size);
  const frequencies = new Uint8Array(size);
  const sentenceFrequencies = new Uint32Array(terms);
  const next = postingStarts.slice();
  let firstKey = 0;
  for (const source of sources) {
    for (const [local, term] of source.terms.entries()) {
      let to = next[term] ?? 0;
      const end = source.postingStarts[local + 1] ?? 0;
      for (let from = source.postingStarts[local] ?? 0; from < end; from++, to++) {
        passages[to] = firstKey + (source.passages[from] ?? 0);
        frequencies[to] = source.frequencies[from] ?? 0;
      }
      next[term] = to;
      sentenceFrequencies[term] = (sentenceFrequencies[term] ?? 0) + (source.sentenceFrequencies[local] ?? 0);
    }
    firstKey += source.passageLengths.length;
  }
  return { postingStarts, passages, frequencies, sentenceFrequencies };
}

function countPostings(sources: readonly NumberedWords[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const source of sources)
    for (const [local, term] of source.terms.entries()) {
      const count = (source.postingStarts[local + 1] ?? 0) - (source.postingStarts[local] ?? 0);
      starts[term + 1] = (starts[term + 1] ?? 0) + count;
    }
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}

function joinLengths(sources: readonly NumberedWords[]): Uint32Array {
  const lengths = new Uint32Array(sources.reduce((sum, source) => sum + source.passageLengths.length, 0));
  let firstKey = 0;
  for (const { passageLengths } of sources) {
    lengths.set(passageLengths, firstKey);
    firstKey += passageLengths.length;
  }
  return lengths;
}

/** As `<` compares: `FullTextIndex` searches in this order. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
