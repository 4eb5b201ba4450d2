/** A file of an index whose bytes are compared with what the manifest says of them before they are used. */
import { createHash } from "node:crypto";
import type { FileRecord } from "./index-manifest.ts";
import { checksumOf, checksumOfStored, DamagedIndexError, type StoredBytes } from "./stored-bytes.ts";

/** Files up to this size are checked when they are opened: that takes some fifty milliseconds at most. */
const CHECKED_AT_ONCE = 32 * 1024 * 1024;

export class CheckedFile {
  readonly #file: StoredBytes;
  readonly #name: string;
  readonly #record: FileRecord | undefined;
  #isChecked = false;

  /** Throws a DamagedIndexError when the file is of another length, or small and not what was written. */
  constructor(file: StoredBytes, name: string, record: FileRecord | undefined) {
    this.#file = file;
    this.#name = name;
    this.#record = record;
    if (file.size !== record?.size) throw new DamagedIndexError(`${name} is not as long as it was`);
    if (file.size <= CHECKED_AT_ONCE) this.check();
  }

  /** Throws a DamagedIndexError when the file is not what was written. */
  check(): void {
    if (!this.#isChecked) this.#compare(checksumOfStored(this.#file));
  }

  /** All bytes, checked. */
  readWhole(): Uint8Array {
    const bytes = this.read(0, this.#file.size);
    this.#compare(checksumOf(bytes));
    return bytes;
  }

  /** Hands all bytes to `take`, so many at a time; throws a DamagedIndexError in the end when they are not what was written. */
  readThrough(atOnce: number, take: (bytes: Uint8Array, start: number) => void): void {
    const hash = createHash("sha256");
    for (let start = 0; start < this.#file.size; start += atOnce) {
      const bytes = this.read(start, Math.min(atOnce, this.#file.size - start));
      hash.update(bytes);
      take(bytes, start);
    }
    this.#compare(hash.digest("hex"));
  }

  /** Some of the bytes. Call `check` first, or check what comes. */
  read(start: number, length: number): Uint8Array {
    return this.#file.read(start, length);
  }

  get size(): number {
    return this.#file.size;
  }

  #compare(checksum: string): void {
    if (checksum !== this.#record?.checksum) throw new DamagedIndexError(`${this.#name} is altered`);
    this.#isChecked = true;
  }
}
