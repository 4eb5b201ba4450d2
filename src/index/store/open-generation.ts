/**
 * The files of a generation, opened for reading. Every byte is checked against the manifest before it is used:
 * of small files when they are opened, so that a damaged index is made anew at once; of large ones when it is read.
 */

import { CheckedFile } from "./checked-file.ts";
import type { GenerationFiles } from "./generation-files.ts";
import { FULL_TEXT_FILE, SOURCES_FILE, TERMS_FILE, VECTORS_FILE } from "./index-folder.ts";
import type { IndexManifest, SourceRecord } from "./index-manifest.ts";
import { decodeSections, type Sections } from "./sections.ts";
import { checksumOf, DamagedIndexError, type StoredBytes } from "./stored-bytes.ts";

export interface OpenGeneration {
  readonly manifest: IndexManifest;
  /** Null when it is in memory. */
  readonly folder: string | null;
  readonly fullText: Sections;
  /** Null when there are no vectors of words. */
  readonly terms: CheckedFile | null;
  /** Null when there are no vectors of sentences. */
  readonly vectors: CheckedFile | null;
  /** Throws a DamagedIndexError when it is not what was written. */
  entryOf(source: SourceRecord): Uint8Array;
  close(): void;
}

/** @throws DamagedIndexError when a file is not what was written; a system error when it is not there. */
export function openGeneration(files: GenerationFiles, manifest: IndexManifest): OpenGeneration {
  const opened: StoredBytes[] = [];
  const close = (): void => {
    for (const file of opened) file.close();
  };
  const open = (name: string): CheckedFile => {
    const file = files.open(name);
    opened.push(file);
    return new CheckedFile(file, name, manifest.files[name]);
  };
  try {
    const sources = open(SOURCES_FILE);
    const terms = TERMS_FILE in manifest.files ? open(TERMS_FILE) : null;
    const vectors = VECTORS_FILE in manifest.files ? open(VECTORS_FILE) : null;
    const fullText = decodeSections(open(FULL_TEXT_FILE).readWhole());
    const entryOf = (source: SourceRecord): Uint8Array => {
      const entry = sources.read(source.start, source.length);
      if (checksumOf(entry) !== source.checksum)
        throw new DamagedIndexError(`the text of ${source.file} is altered`);
      return entry;
    };
    return { manifest, folder: files.path, fullText, terms, vectors, entryOf, close };
  } catch (error) {
    close();
    throw error;
  }
}
