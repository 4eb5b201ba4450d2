/**
 * Named arrays of numbers in one run of bytes, as index files hold them: arrays are used where they lie,
 * nothing is parsed. Refuses bytes that were cut, or written on a machine of the other byte order.
 */
import { DamagedIndexError } from "./stored-bytes.ts";

export type SectionArray = Uint8Array | Uint32Array;

/** Arrays read back from `encodeSections`; they share memory with the bytes they were read from. */
export interface Sections {
  bytes(name: string): Uint8Array;
  integers(name: string): Uint32Array;
}

/** Read as a number this tells the byte order, and that the bytes are ours at all. */
const SIGN = 0x464e5331;
const ALIGNMENT = 8;
/** Sign, length of the directory. */
const PREFIX_BYTES = 8;

interface Place {
  readonly name: string;
  readonly start: number;
  readonly length: number;
}

/** Bytes that `decodeSections` reads back. */
export function encodeSections(arrays: Readonly<Record<string, SectionArray>>): Uint8Array {
  const places: Place[] = [];
  let end = 0;
  for (const [name, array] of Object.entries(arrays)) {
    places.push({ name, start: end, length: array.byteLength });
    end = aligned(end + array.byteLength);
  }
  const directory = Buffer.from(JSON.stringify(places));
  const base = aligned(PREFIX_BYTES + directory.length);
  const bytes = new Uint8Array(base + end);
  new Uint32Array(bytes.buffer, 0, 2).set([SIGN, directory.length]);
  bytes.set(directory, PREFIX_BYTES);
  for (const [place, array] of zip(places, Object.values(arrays)))
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), base + place.start);
  return bytes;
}

/** Throws a DamagedIndexError when the bytes are not whole sections. `bytes` must not be changed afterwards. */
export function decodeSections(unaligned: Uint8Array): Sections {
  const bytes = unaligned.byteOffset % ALIGNMENT === 0 ? unaligned : Uint8Array.from(unaligned);
  const [sign, directoryLength] = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length < 8 ? 0 : 2);
  if (sign !== SIGN || directoryLength === undefined || PREFIX_BYTES + directoryLength > bytes.length)
    throw new DamagedIndexError("a file of it is none, or was written on another kind of machine");
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset + PREFIX_BYTES, directoryLength);
  const base = aligned(PREFIX_BYTES + directoryLength);
  const places = new Map(readPlaces(directory).map((place) => [place.name, place]));
  const startOf = (name: string): readonly [number, number] => {
    const place = places.get(name);
    if (place === undefined || base + place.start + place.length > bytes.length)
      throw new DamagedIndexError(`a file of it has no ${name}`);
    return [bytes.byteOffset + base + place.start, place.length];
  };
  return {
    bytes: (name) => new Uint8Array(bytes.buffer, ...startOf(name)),
    integers: (name) => {
      const [start, length] = startOf(name);
      return new Uint32Array(bytes.buffer, start, length / 4);
    },
  };
}

function readPlaces(directory: Buffer): readonly Place[] {
  const places: unknown = JSON.parse(directory.toString("utf8"));
  if (!Array.isArray(places)) throw new DamagedIndexError("a file of it has no directory");
  return places;
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}

function* zip<A, B>(first: readonly A[], second: readonly B[]): Generator<readonly [A, B]> {
  for (const [place, a] of first.entries()) {
    const b = second[place];
    if (b !== undefined) yield [a, b];
  }
}
