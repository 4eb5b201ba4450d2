/**
 * Vectors of the words of a corpus, less what all of them have in common, in bytes: which words are nearest in
 * meaning to one asked about. All are compared, which takes a millisecond for 25,000; the nearest are measured again
 * with the vector asked for as it is.
 */

import { dotProduct } from "../../embedders/unit-vectors.ts";
import type { LikeTerm } from "../corpus-index.ts";
import { encodeSections, type Sections } from "../store/sections.ts";
import { TopMatches } from "../top-matches.ts";
import { type ByteRows, createByteRows } from "./byte-products.ts";
import { toBytes } from "./bytes-of-vectors.ts";

/** Terms measured again beyond those asked for: bytes may put near ones in another order. */
const SPARE = 20;

/**
 * The bytes that `TermVectors` reads back. `vectors`: of unit length, one for each number, one after the other;
 * `mean`: what all words have in common, where it is known from a larger part of the corpus.
 */
export function encodeTermVectors(
  numbers: readonly number[],
  vectors: Float32Array,
  dimensions: number,
  mean = meanOf(vectors, dimensions),
): Uint8Array {
  const bytes = new Int8Array(vectors.length);
  const steps = new Float32Array(numbers.length);
  const lengths = new Float32Array(numbers.length);
  for (const place of numbers.keys()) {
    const start = place * dimensions;
    const { direction, length } = centre(vectors.subarray(start, start + dimensions), mean);
    steps[place] = toBytes(direction, bytes.subarray(start, start + dimensions));
    lengths[place] = length;
  }
  return encodeSections({
    numbers: Uint32Array.from(numbers),
    vectors: bytesOf(bytes),
    steps: bytesOf(steps),
    lengths: bytesOf(lengths),
    mean: bytesOf(mean),
  });
}

export class TermVectors {
  /** Of the terms in the vocabulary, ascending. */
  readonly #numbers: Uint32Array;
  readonly #bytes: Int8Array;
  /** What a byte of each row stands for. */
  readonly #steps: Float32Array;
  /** How long each vector was when the mean was off. */
  readonly #lengths: Float32Array;
  /** What was taken off each vector. */
  readonly mean: Float32Array;
  #rows: ByteRows | null = null;

  constructor(sections: Sections) {
    const bytes = sections.bytes("vectors");
    this.#numbers = sections.integers("numbers");
    this.#bytes = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#steps = readFloats(sections, "steps");
    this.#lengths = readFloats(sections, "lengths");
    this.mean = readFloats(sections, "mean");
  }

  /** The `k` terms nearest to a vector, nearest first. `termOf` names them, or says null of what is no more there. */
  like(vector: readonly number[], k: number, termOf: (number: number) => string | null): readonly LikeTerm[] {
    const { direction } = centre(Float32Array.from(vector), this.mean);
    const asked = new Int8Array(direction.length);
    toBytes(direction, asked);
    this.#rows ??= createByteRows(this.#numbers.length, this.mean.length, (write) => {
      for (const place of this.#numbers.keys()) write(place, this.#rowAt(place));
    });
    const products = this.#rows.multiply(asked);
    const near = new TopMatches(k + SPARE);
    let floor = near.floor;
    for (let place = 0; place < products.length; place++) {
      const score = (products[place] ?? 0) * (this.#steps[place] ?? 0);
      if (score < floor) continue;
      near.add(place, score);
      floor = near.floor;
    }
    const measured = new TopMatches(k + SPARE);
    for (const { label } of near.sorted()) measured.add(label, this.#measure(label, direction));
    const found = measured.sorted().flatMap(({ label, score }) => {
      const term = termOf(this.#numbers[label] ?? 0);
      return term === null ? [] : [{ term, similarity: Math.max(-1, Math.min(1, score)) }];
    });
    return found.slice(0, k);
  }

  has(number: number): boolean {
    return this.#placeOf(number) !== -1;
  }

  /** The vector of a term, very nearly as it was made; null when it has none. */
  vectorOf(number: number): Float32Array | null {
    const place = this.#placeOf(number);
    if (place === -1) return null;
    const [step, length] = [this.#steps[place] ?? 0, this.#lengths[place] ?? 0];
    return Float32Array.from(this.#rowAt(place), (byte, at) => byte * step * length + (this.mean[at] ?? 0));
  }

  #measure(place: number, direction: Float32Array): number {
    return dotProduct(this.#rowAt(place), direction) * (this.#steps[place] ?? 0);
  }

  #rowAt(place: number): Int8Array {
    return this.#bytes.subarray(place * this.mean.length, (place + 1) * this.mean.length);
  }

  #placeOf(number: number): number {
    let [low, high] = [0, this.#numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#numbers[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return this.#numbers[low] === number ? low : -1;
  }
}

function meanOf(vectors: Float32Array, dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  for (let at = 0; at < vectors.length; at++)
    sums[at % dimensions] = (sums[at % dimensions] ?? 0) + (vectors[at] ?? 0);
  const count = Math.max(1, vectors.length / dimensions);
  return Float32Array.from(sums, (sum) => sum / count);
}

/** What is left of a vector without the mean: its direction, of length 1 or 0, and how much is left. */
function centre(vector: Float32Array, mean: Float32Array): { direction: Float32Array; length: number } {
  const direction = mean.map((value, at) => (vector[at] ?? 0) - value);
  const length = Math.sqrt(dotProduct(direction, direction));
  if (length > 0) for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) / length;
  return { direction, length };
}

function bytesOf({ buffer, byteOffset, byteLength }: Int8Array | Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function readFloats(sections: Sections, name: string): Float32Array {
  const bytes = sections.bytes(name);
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
