/** Makes the vectors of a corpus's words: each embedded once, as it is written most, and kept by what it says. */
import type { Embedder } from "../embedders/embedder.ts";
import type { FullText } from "./full-text/full-text-builder.ts";
import { Postings } from "./full-text/postings.ts";
import { readFullText } from "./full-text/read-full-text.ts";
import { decodeStrings } from "./full-text/string-list.ts";
import type { OpenPart } from "./store/open-generation.ts";
import { decodeSections } from "./store/sections.ts";
import { DamagedIndexError } from "./store/stored-bytes.ts";
import { chooseTerms, MOST_TERMS } from "./vectors/choose-terms.ts";
import { encodeTermVectors, TermVectors } from "./vectors/term-vectors.ts";
import { keyBytesOf, keyOf, type VectorCache, type VectorKey } from "./vectors/vector-cache.ts";

/** The words of a corpus that get a vector. */
export interface ChosenWords {
  /** Their terms' numbers in the vocabulary, ascending. */
  readonly numbers: readonly number[];
  /** The key of each. */
  readonly keys: readonly VectorKey[];
  /** Those without a vector. */
  readonly missing: ReadonlyMap<VectorKey, string>;
}

interface Vectors {
  readonly embedder: Embedder;
  readonly cache: VectorCache;
}

/** Words of a larger part of the corpus: they have their vectors, and say what all words have in common. */
export interface KnownWords {
  has(term: string): boolean;
  readonly mean: Float32Array;
}

/** What a part holds of them; null when it has no term vectors. */
export function readKnownWords({ terms, fullText }: OpenPart): KnownWords | null {
  if (terms === null) return null;
  const vectors = new TermVectors(decodeSections(terms.readWhole()));
  const postings = new Postings(readFullText(fullText));
  const has = (term: string): boolean => {
    const number = postings.numberOf(term);
    return number !== undefined && vectors.has(number);
  };
  return { has, mean: vectors.mean };
}

/** `formOf`: how a term is written most. */
export function chooseWords(
  fullText: FullText,
  formOf: (term: string) => string,
  { embedder, cache }: Vectors,
  known: KnownWords | null,
): ChosenWords {
  const vocabulary = decodeStrings({ bytes: fullText.vocabulary, starts: fullText.vocabularyStarts });
  const numbers = chooseTerms(fullText, embedder.mostTerms ?? MOST_TERMS).filter(
    (number) => known?.has(vocabulary.at(number)) !== true,
  );
  const missing = new Map<VectorKey, string>();
  const keys = numbers.map((number) => {
    const form = formOf(vocabulary.at(number));
    const key = keyOf(keyBytesOf(form));
    if (!cache.has(key)) missing.set(key, form);
    return key;
  });
  return { numbers, keys, missing };
}

/** The bytes of the file of term vectors, once all words have a vector. */
export async function buildTermVectors(
  { numbers, keys }: ChosenWords,
  { embedder: { dimensions }, cache }: Vectors,
  known: KnownWords | null,
): Promise<Uint8Array> {
  return encodeTermVectors(numbers, await readVectors(keys, cache, dimensions), dimensions, known?.mean);
}

async function readVectors(
  keys: readonly VectorKey[],
  cache: VectorCache,
  dimensions: number,
): Promise<Float32Array> {
  const vectors = new Float32Array(keys.length * dimensions);
  for (const [place, key] of keys.entries()) {
    const vector = await cache.vectorOf(key);
    if (vector === undefined) throw new DamagedIndexError("a vector is no longer in its file");
    vectors.set(vector, place * dimensions);
  }
  return vectors;
}
