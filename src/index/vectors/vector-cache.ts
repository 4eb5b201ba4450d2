/**
 * Every vector one embedder has made, by the key of its text, in a file that only grows. A stopped build is
 * taken up where it stopped, and a changed file embeds only its changed sentences. Several builders may append
 * at once; a record that was torn or altered is passed over, and the next one is found by its sign.
 */
import { createHash } from "node:crypto";
import { constants, readSync } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../store/make-folder.ts";
import { OPEN_TO_READ } from "../store/stored-bytes.ts";

/** The key of a text: `KEY_BYTES` characters, one for each byte. */
export type VectorKey = string;

/** Bytes of a key: half a SHA-256, enough that no two texts ever share one. */
export const KEY_BYTES = 16;

const SIGN = Buffer.from("FNv1");
const SIGN_NUMBER = SIGN.readUInt32LE();
const CHECK_BYTES = 8;
const TO_APPEND = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);
const READ_BYTES = 4 * 1024 * 1024;

export class VectorCache {
  readonly #file: FileHandle | null;
  readonly #isReadOnly: boolean;
  readonly #recordBytes: number;
  /** Where the record of each key starts; below zero, as `-1 - start`, while it has not been compared with its check. */
  readonly #places = new Map<VectorKey, number>();
  /** What was added where nothing may be written. */
  readonly #inMemory = new Map<VectorKey, Float32Array>();
  /** Bytes of the file that have been looked through. */
  #end = 0;

  private constructor(file: FileHandle | null, dimensions: number, isReadOnly: boolean) {
    this.#file = file;
    this.#isReadOnly = isReadOnly;
    this.#recordBytes = SIGN.length + KEY_BYTES + dimensions * Float32Array.BYTES_PER_ELEMENT + CHECK_BYTES;
  }

  /** With `isReadOnly`, what is added stays in memory. */
  static async open(path: string, dimensions: number, isReadOnly = false): Promise<VectorCache> {
    const cache = new VectorCache(await openRecords(path, isReadOnly), dimensions, isReadOnly);
    await cache.#readRecords().catch(async (error: unknown) => {
      await cache.close();
      throw error;
    });
    return cache;
  }

  /** Whether there is a vector, and it is whole. */
  has(key: VectorKey): boolean {
    const place = this.#places.get(key);
    if (place === undefined || this.#file === null) return this.#inMemory.has(key);
    if (place >= 0) return true;
    const record = Buffer.alloc(this.#recordBytes);
    const isKept = readSync(this.#file.fd, record, 0, record.length, startOf(place)) === record.length;
    if (isKept && isWhole(record)) this.#places.set(key, startOf(place));
    else this.#places.delete(key);
    return this.#places.has(key);
  }

  /** The vector, or undefined when there is none, or none that is whole any more. */
  async vectorOf(key: VectorKey): Promise<Float32Array | undefined> {
    const place = this.#places.get(key);
    if (place === undefined || this.#file === null) return this.#inMemory.get(key);
    const record = Buffer.from(new ArrayBuffer(this.#recordBytes));
    const { bytesRead } = await this.#file.read(record, 0, record.length, startOf(place));
    if (bytesRead < record.length || !isWhole(record)) return undefined;
    const start = SIGN.length + KEY_BYTES;
    return new Float32Array(record.buffer, start, (record.length - start - CHECK_BYTES) / 4);
  }

  /** Afterwards they are kept even if the process is killed. */
  async add(vectors: ReadonlyMap<VectorKey, readonly number[]>): Promise<void> {
    if (this.#file === null || this.#isReadOnly) {
      for (const [key, vector] of vectors) this.#inMemory.set(key, Float32Array.from(vector));
      return;
    }
    // In one write to a file opened for appending: the records of two builders never mix.
    await this.#file.write(Buffer.concat([...vectors].map(([key, vector]) => recordOf(key, vector))));
    await this.#readRecords();
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  /** Takes in what was appended since, by this builder or by others. */
  async #readRecords(): Promise<void> {
    const chunk = Buffer.alloc(Math.max(READ_BYTES, 2 * this.#recordBytes));
    for (let isMore = this.#file !== null; isMore; ) {
      const bytesRead = (await this.#file?.read(chunk, 0, chunk.length, this.#end))?.bytesRead ?? 0;
      const length = this.#takeRecords(chunk.subarray(0, bytesRead));
      this.#end += length;
      isMore = bytesRead === chunk.length && length > 0;
    }
  }

  /**
   * How many bytes are done with: what may be the beginning of a record is left for the next reading. A record that is
   * followed by another is where it should be, and compared with its check only when it is asked for: a cache of a
   * million vectors is open in a second.
   */
  #takeRecords(bytes: Buffer): number {
    const length = this.#recordBytes;
    let at = 0;
    while (at + length <= bytes.length) {
      // Without a view of each record: there may be a million of them.
      const isFollowed = hasSign(bytes, at) && hasSign(bytes, at + length);
      if (isFollowed || isWhole(bytes.subarray(at, at + length))) {
        const start = this.#end + at;
        const key = bytes.toString("latin1", at + SIGN.length, at + SIGN.length + KEY_BYTES);
        this.#places.set(key, isFollowed ? -1 - start : start);
        at += length;
      } else {
        const next = bytes.indexOf(SIGN, at + 1);
        at = next === -1 ? bytes.length - SIGN.length + 1 : next;
      }
    }
    return at;
  }
}

function startOf(place: number): number {
  return place >= 0 ? place : -1 - place;
}

function hasSign(bytes: Buffer, at: number): boolean {
  return at + SIGN.length <= bytes.length && bytes.readUInt32LE(at) === SIGN_NUMBER;
}

/** The bytes of the key of a text. */
export function keyBytesOf(text: string): Uint8Array {
  return createHash("sha256").update(text, "utf16le").digest().subarray(0, KEY_BYTES);
}

/** The key that these bytes spell. */
export function keyOf(bytes: Uint8Array): VectorKey {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

async function openRecords(path: string, isReadOnly: boolean): Promise<FileHandle | null> {
  if (isReadOnly) return open(path, OPEN_TO_READ).catch(() => null);
  await makeFolder(dirname(path));
  // Nothing may be appended to what a link leads to: it may be anybody's.
  const stats = await lstat(path).catch(() => null);
  const file = stats === null || stats.isFile() ? await open(path, TO_APPEND) : null;
  if ((await file?.stat())?.isFile()) return file;
  await file?.close();
  throw Object.assign(new Error(`${path} is no regular file`), { code: "ENXIO", path });
}

/** Sign, key, vector, and the beginning of the SHA-256 of key and vector. */
function recordOf(key: VectorKey, vector: readonly number[]): Buffer {
  const body = Buffer.concat([Buffer.from(key, "latin1"), Buffer.from(Float32Array.from(vector).buffer)]);
  return Buffer.concat([SIGN, body, checkOf(body)]);
}

function isWhole(record: Buffer): boolean {
  if (!record.subarray(0, SIGN.length).equals(SIGN)) return false;
  const end = record.length - CHECK_BYTES;
  return checkOf(record.subarray(SIGN.length, end)).equals(record.subarray(end));
}

function checkOf(body: Uint8Array): Buffer {
  return createHash("sha256").update(body).digest().subarray(0, CHECK_BYTES);
}
