/**
 * The files of one generation while they are written: into a folder of their own, or into memory when nothing
 * may be written. A file is whole and durable, and its checksum known, when `write` returns.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { FileRecord } from "./index-manifest.ts";
import { checksumOfStored, openStoredFile, type StoredBytes, storeInMemory } from "./stored-bytes.ts";
import { syncToDisk } from "./sync-to-disk.ts";

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export interface GenerationFiles {
  /** The name of the folder; empty for memory. */
  readonly generation: string;
  /** The folder, or null for memory. */
  readonly path: string | null;
  write(file: string, chunks: Chunks): Promise<FileRecord>;
  /** Makes durable what something else wrote to a file of the folder. */
  adopt(file: string): Promise<FileRecord>;
  /** To be closed by the caller. */
  open(file: string): StoredBytes;
}

/** The files of a generation, whose folder must exist in `folder`. */
export function filesInFolder(folder: string, generation: string): GenerationFiles {
  const path = join(folder, generation);
  return {
    generation,
    path,
    write: async (file, chunks) => {
      const handle = await open(join(path, file), "wx");
      try {
        const written = await forEachChunk(chunks, (chunk) => handle.writeFile(chunk));
        await syncToDisk(handle);
        return { generation, ...written };
      } finally {
        await handle.close();
      }
    },
    adopt: async (file) => {
      const handle = await open(join(path, file), "r+");
      await syncToDisk(handle).finally(() => handle.close());
      const stored = openStoredFile(join(path, file));
      try {
        return { generation, size: stored.size, checksum: checksumOfStored(stored) };
      } finally {
        stored.close();
      }
    },
    open: (file) => openStoredFile(join(path, file)),
  };
}

export function filesInMemory(): GenerationFiles {
  const files = new Map<string, Uint8Array>();
  return {
    generation: "",
    path: null,
    write: async (file, chunks) => {
      const parts: Uint8Array[] = [];
      const written = await forEachChunk(chunks, async (chunk) => void parts.push(chunk));
      files.set(file, Buffer.concat(parts));
      return { generation: "", ...written };
    },
    adopt: (file) => Promise.reject(new Error(`${file} cannot be in memory`)),
    open: (file) => storeInMemory(files.get(file) ?? new Uint8Array()),
  };
}

async function forEachChunk(
  chunks: Chunks,
  take: (chunk: Uint8Array) => Promise<void>,
): Promise<Omit<FileRecord, "generation">> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of chunks) {
    await take(chunk);
    hash.update(chunk);
    size += chunk.length;
  }
  return { size, checksum: hash.digest("hex") };
}
