/** The files of a generation, opened and checked for reading. */

import type { GenerationFiles } from "./generation-files.ts";
import { FULL_TEXT_FILE, SOURCES_FILE, VECTORS_FILE } from "./index-folder.ts";
import type { IndexManifest, SourceRecord } from "./index-manifest.ts";
import { decodeSections, type Sections } from "./sections.ts";
import { checksum, DamagedBytesError, type StoredBytes } from "./stored-bytes.ts";

export interface OpenGeneration {
  readonly manifest: IndexManifest;
  readonly folder: string | null;
  readonly fullText: Sections;
  /** Null when there are no vectors. */
  readonly vectors: StoredBytes | null;
  /** Throws a DamagedBytesError when it is not what was written. */
  entryOf(source: SourceRecord): Uint8Array;
  close(): void;
}

/** A file up to this size is checked whole when it is opened; of a larger one each part when it is read. */
const CHECKED_AT_ONCE = 32 * 1024 * 1024;

/** @throws DamagedBytesError when a file is not what was written; a system error when it is not there. */
export function openGeneration(files: GenerationFiles, manifest: IndexManifest): OpenGeneration {
  const opened: StoredBytes[] = [];
  const close = (): void => {
    for (const file of opened) file.close();
  };
  const open = (name: string): StoredBytes => {
    const file = files.open(name);
    opened.push(file);
    if (file.size !== manifest.files[name]?.size)
      throw new DamagedBytesError(`${name} is not as long as it was`);
    if (file.size <= CHECKED_AT_ONCE) readWhole(file, name, manifest);
    return file;
  };
  try {
    const sources = open(SOURCES_FILE);
    const vectors = VECTORS_FILE in manifest.files ? open(VECTORS_FILE) : null;
    return {
      manifest,
      folder: files.path,
      fullText: decodeSections(readWhole(files.open(FULL_TEXT_FILE), FULL_TEXT_FILE, manifest)),
      vectors,
      entryOf: (source) => {
        const entry = sources.read(source.start, source.length);
        if (checksum(entry) !== source.checksum)
          throw new DamagedBytesError(`${source.file} is damaged in it`);
        return entry;
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** All bytes of a file; throws a DamagedBytesError when they are not what was written. */
export function readWhole(file: StoredBytes, name: string, manifest: IndexManifest): Uint8Array {
  const bytes = file.read(0, file.size);
  if (checksum(bytes) !== manifest.files[name]?.checksum) throw new DamagedBytesError(`${name} is damaged`);
  return bytes;
}
