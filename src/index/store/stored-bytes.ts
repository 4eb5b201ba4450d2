/** Bytes to be read in pieces, wherever they lie: in a file of the index folder, or in memory when there is none. */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

export interface StoredBytes {
  readonly size: number;
  /** A copy. Throws an Error when the bytes are not all there. */
  read(start: number, length: number): Uint8Array;
  close(): void;
}

/** Bytes that are not what was written: the index must be made anew. */
export class DamagedBytesError extends Error {
  override readonly name = "DamagedBytesError";
}

/** The file stays open, and so readable even when a newer index has taken its place. */
export function openStoredFile(path: string): StoredBytes {
  const file = openSync(path, "r");
  let isOpen = true;
  return {
    size: fstatSync(file).size,
    read: (start, length) => readExactly(file, start, length),
    close: () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

export function storeInMemory(bytes: Uint8Array): StoredBytes {
  return {
    size: bytes.length,
    read: (start, length) => {
      if (start + length > bytes.length) throw new DamagedBytesError("cut short");
      return bytes.slice(start, start + length);
    },
    close: () => undefined,
  };
}

/** SHA-256 in hexadecimal. */
export function checksum(...parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

function readExactly(file: number, start: number, length: number): Uint8Array {
  // Not from Node's shared pool: arrays of numbers are laid over these bytes, and need them aligned.
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const count = readSync(file, bytes, done, length - done, start + done);
    if (count === 0) throw new DamagedBytesError("cut short");
    done += count;
  }
  return bytes;
}
