/** Bytes to be read in pieces, wherever they lie: in a file of the index folder, or in memory when there is none. */
import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { UserError } from "../../errors.ts";

export interface StoredBytes {
  readonly size: number;
  /** A copy. Throws a DamagedIndexError when the bytes are not all there. */
  read(start: number, length: number): Uint8Array;
  close(): void;
}

/** Bytes of an index that are not what was written: it must be made anew. */
export class DamagedIndexError extends UserError {
  /** What is damaged. */
  readonly fault: string;

  constructor(fault: string) {
    super(`the index is damaged: ${fault}`, "run footnote index --force to make it anew");
    this.fault = fault;
  }
}

/** Bytes read at once where a whole file is gone through. */
const READ_BYTES = 1024 * 1024;

/** Opening must not wait on a pipe that took the file's place. Absent on some systems. */
export const OPEN_TO_READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The file stays open, and so readable even when a newer index has taken its place.
 * @throws DamagedIndexError when it is no regular file; a system error when it is not there.
 */
export function openStoredFile(path: string): StoredBytes {
  const file = openSync(path, OPEN_TO_READ);
  let isOpen = true;
  return {
    size: sizeOrClose(file),
    read: (start, length) => readExactly(file, start, length),
    close: () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

function sizeOrClose(file: number): number {
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new DamagedIndexError("one of its files is no regular file");
    return stats.size;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

export function storeInMemory(bytes: Uint8Array): StoredBytes {
  return {
    size: bytes.length,
    read: (start, length) => {
      if (start + length > bytes.length) throw new DamagedIndexError("a file was cut short");
      return bytes.slice(start, start + length);
    },
    close: () => undefined,
  };
}

/** SHA-256 in hexadecimal. */
export function checksumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The SHA-256 of all that is stored, read piece by piece. */
export function checksumOfStored(stored: StoredBytes): string {
  const hash = createHash("sha256");
  for (let at = 0; at < stored.size; at += READ_BYTES)
    hash.update(stored.read(at, Math.min(READ_BYTES, stored.size - at)));
  return hash.digest("hex");
}

function readExactly(file: number, start: number, length: number): Uint8Array {
  // Not from Node's shared pool: arrays of numbers are laid over these bytes, and need them aligned.
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const count = readSync(file, bytes, done, length - done, start + done);
    if (count === 0) throw new DamagedIndexError("a file was cut short");
    done += count;
  }
  return bytes;
}
