/** Reads a file that others may be writing: either all of one state of it, or a reason why not. */
import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { explainSystemError, systemErrorCode } from "../errors.ts";
import { stampOf } from "./corpus-file.ts";

export type FileReading =
  | { readonly bytes: Uint8Array; readonly stamp: string }
  | { readonly refused: string };

const MAX_ATTEMPTS = 3;
/** Opening must neither follow a link nor wait on a pipe that took the file's place. Absent on some systems. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of the file at `path` (no symbolic link) and the stamp they belong to. */
export async function readStableFile(path: string, maxBytes: number): Promise<FileReading> {
  let handle: FileHandle;
  try {
    handle = await open(path, FLAGS);
  } catch (error) {
    return { refused: explainOpening(error) };
  }
  try {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const reading = await readOnce(handle, maxBytes);
      if (reading !== "changed") return reading;
    }
    return { refused: `it changed while it was read, ${MAX_ATTEMPTS} times over` };
  } catch (error) {
    return { refused: explainSystemError(error) };
  } finally {
    await handle.close();
  }
}

function explainOpening(error: unknown): string {
  if (systemErrorCode(error) === "ELOOP") return "a symbolic link took its place";
  if (systemErrorCode(error) === "ENXIO") return "not a regular file";
  return explainSystemError(error);
}

async function readOnce(handle: FileHandle, maxBytes: number): Promise<FileReading | "changed"> {
  const before = await handle.stat({ bigint: true });
  const refused = refusalByStats(before, maxBytes);
  if (refused !== null) return { refused };
  const bytes = await readBytes(handle, Number(before.size));
  const stamp = stampOf(before);
  if (bytes === null || stampOf(await handle.stat({ bigint: true })) !== stamp) return "changed";
  return { bytes, stamp };
}

function refusalByStats(stats: BigIntStats, maxBytes: number): string | null {
  if (!stats.isFile()) return "not a regular file";
  if (stats.size > BigInt(maxBytes)) {
    return `too large: ${megabytes(Number(stats.size))} (the limit is ${megabytes(maxBytes)})`;
  }
  return null;
}

function megabytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes} bytes` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** All bytes from the start, or null when there are not exactly `size` of them. */
async function readBytes(handle: FileHandle, size: number): Promise<Uint8Array | null> {
  // One byte more than there should be, to notice growth.
  const buffer = Buffer.allocUnsafeSlow(size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length === size ? buffer.subarray(0, size) : null;
}
