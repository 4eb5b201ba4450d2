/**
 * The files of an index, opened for reading. Every byte is checked against the manifest before it is used: of small
 * files when they are opened, so that a damaged index is made anew at once; of large ones when it is read.
 */
import { join } from "node:path";
import { CheckedFile } from "./checked-file.ts";
import {
  BYTES_FILE,
  FULL_TEXT_FILE,
  SOURCES_FILE,
  TERMS_FILE,
  VECTORS_FILE,
  WITHDRAWN_FILE,
} from "./index-folder.ts";
import type { FileRecord, IndexManifest, PartFiles, SourceRecord } from "./index-manifest.ts";
import { decodeSections, type Sections } from "./sections.ts";
import { checksumOf, DamagedIndexError, openStoredFile, type StoredBytes } from "./stored-bytes.ts";

export interface OpenPart {
  readonly records: PartFiles;
  readonly fullText: Sections;
  /** The words of what the first part holds and the corpus does not; null when there is no such thing. */
  readonly withdrawn: Sections | null;
  /** Null when there are no vectors of words. */
  readonly terms: CheckedFile | null;
  /** Of sentences, as they are or in bytes; null when there are none. */
  readonly vectors: CheckedFile | null;
  /** Where one of its files lies; null in memory. */
  pathOf(file: string): string | null;
}

export interface OpenGeneration {
  readonly manifest: IndexManifest;
  /** Of the corpus; null when all is in memory. */
  readonly folder: string | null;
  readonly parts: readonly OpenPart[];
  /** Throws a DamagedIndexError when it is not what was written. */
  entryOf(source: SourceRecord): Uint8Array;
  close(): void;
}

/** Opens a file of an index by its name and record. */
export type OpenFile = (name: string, record: FileRecord) => StoredBytes;

/** Files that lie in the folder of a corpus. */
export function openIn(folder: string): OpenFile {
  return (name, { generation }) => openStoredFile(join(folder, generation, name));
}

/**
 * `folder`: of the corpus, null when all is in memory.
 * @throws DamagedIndexError when a file is not what was written; a system error when it is not there.
 */
export function openGeneration(
  folder: string | null,
  openFile: OpenFile,
  manifest: IndexManifest,
): OpenGeneration {
  const opened: StoredBytes[] = [];
  const close = (): void => {
    for (const file of opened) file.close();
  };
  const open = (records: PartFiles, name: string): CheckedFile | null => {
    const record = records[name];
    if (record === undefined) return null;
    const file = openFile(name, record);
    opened.push(file);
    return new CheckedFile(file, name, record);
  };
  try {
    const sources = manifest.parts.map((records) => open(records, SOURCES_FILE));
    const parts = manifest.parts.map((records): OpenPart => {
      const readAll = (name: string): Sections | null => {
        const file = open(records, name);
        return file && decodeSections(file.readWhole());
      };
      const fullText = readAll(FULL_TEXT_FILE);
      if (fullText === null) throw new DamagedIndexError("a part of it has no words");
      return {
        records,
        fullText,
        withdrawn: readAll(WITHDRAWN_FILE),
        terms: open(records, TERMS_FILE),
        vectors: open(records, VECTORS_FILE) ?? open(records, BYTES_FILE),
        pathOf: (name) => (folder === null ? null : join(folder, records[name]?.generation ?? "", name)),
      };
    });
    const entryOf = (source: SourceRecord): Uint8Array => {
      const entry = sources[source.part]?.read(source.start, source.length);
      if (entry === undefined || checksumOf(entry) !== source.checksum)
        throw new DamagedIndexError(`the text of ${source.file} is altered`);
      return entry;
    };
    return { manifest, folder, parts, entryOf, close };
  } catch (error) {
    close();
    throw error;
  }
}
