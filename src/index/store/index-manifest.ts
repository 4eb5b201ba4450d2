/**
 * The manifest of an index: which generation of files is the current one, what made it, and what it holds.
 * It is the only file ever replaced, by a rename, so that a reader finds either the old index or the new one.
 */
import { randomUUID } from "node:crypto";
import { open, rename, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { SourceFormat, SourceMetadata } from "../../corpus/source.ts";
import { explainSystemError, systemErrorCode } from "../../errors.ts";
import type { SourceCounts } from "../corpus-index.ts";
import { checksumOf, OPEN_TO_READ } from "./stored-bytes.ts";
import { syncToDisk } from "./sync-to-disk.ts";

/** Changes with the shape of any file of the index. */
const SIGN = "footnote-index 2 ";
const ANY_SIGN = /^footnote-index \d+ [0-9a-f]{64}$/;
export const MANIFEST = "manifest.json";

/** What made an index: when any of it is another today, the index is stale. */
export interface Makers {
  /** Of the rules that cut texts into sentences, passages and words. */
  readonly division: string;
  /** Id and dimensions of the embedder; null when there are no vectors. */
  readonly embedder: { readonly id: string; readonly dimensions: number } | null;
}

/** A file of the corpus as it was last looked at. */
export interface FileNote {
  readonly file: string;
  /** See `CorpusFile.stamp`; empty when it may miss a later change, so that the file is read again. */
  readonly stamp: string;
  /** Why it is no source; null when it is one. */
  readonly skipped: string | null;
  /** What is odd about it though it is one. */
  readonly warning: string | null;
}

/** A source, all but its text. */
export interface SourceRecord extends SourceMetadata, SourceCounts {
  readonly id: string;
  readonly file: string;
  readonly format: SourceFormat;
  readonly bodyStart: number;
  readonly hash: string;
  readonly passages: number;
  /** The place of the part that holds its entry. */
  readonly part: number;
  /** Where its entry lies in the part's file of sources, in bytes. */
  readonly start: number;
  readonly length: number;
  readonly checksum: string;
}

export interface FileRecord {
  /** The folder it lies in; empty in memory. */
  readonly generation: string;
  readonly size: number;
  readonly checksum: string;
}

/** Files of some sources, by their names. */
export type PartFiles = Readonly<Record<string, FileRecord>>;

export interface IndexManifest {
  readonly revision: string;
  readonly makers: Makers;
  /** Sentences without a vector. When there are any, no vectors are kept at all. */
  readonly pendingVectors: number;
  readonly notes: readonly FileNote[];
  /** In corpus order. */
  readonly sources: readonly SourceRecord[];
  /**
   * One part holds everything; or the first one most of a large corpus, and the second what has changed since. That
   * way a change is in at once, and the first part need not be written again.
   */
  readonly parts: readonly PartFiles[];
  /** Sources that the first part holds, but the corpus holds no more, or not as they were. */
  readonly withdrawn: readonly SourceRecord[];
}

/** The folders whose files a manifest names. */
export function generationsOf({ parts }: IndexManifest): ReadonlySet<string> {
  return new Set(parts.flatMap((files) => Object.values(files).map(({ generation }) => generation)));
}

/** All sources a part holds, withdrawn ones too, as they lie in it. */
export function sourcesOfPart({ sources, withdrawn }: IndexManifest, part: number): readonly SourceRecord[] {
  const own = sources.filter((source) => source.part === part);
  return (part === 0 ? [...own, ...withdrawn] : own).sort((a, b) => a.start - b.start);
}

/** The manifest, null when there is none, or what is wrong with the one that is there. */
export type ManifestReading = IndexManifest | null | ManifestFault;

export interface ManifestFault {
  readonly fault: string;
  /** It is whole, but of another version of Footnote. */
  readonly isForeign: boolean;
}

export async function readManifest(folder: string): Promise<ManifestReading> {
  let text: string;
  try {
    text = await readText(join(folder, MANIFEST));
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    return { fault: `its manifest cannot be read: ${explainSystemError(error)}`, isForeign: false };
  }
  const endOfHead = text.indexOf("\n");
  const head = text.slice(0, endOfHead);
  const body = text.slice(endOfHead + 1);
  if (!head.startsWith(SIGN))
    return { fault: "it was made by another version, or is no index", isForeign: ANY_SIGN.test(head) };
  if (head !== headOf(body)) return { fault: "its manifest is damaged", isForeign: false };
  return JSON.parse(body);
}

async function readText(path: string): Promise<string> {
  const file = await open(path, OPEN_TO_READ);
  try {
    if (!(await file.stat()).isFile())
      throw Object.assign(new Error(`${path} is no regular file`), { code: "ENXIO" });
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

/** Returns when the manifest has taken the place of the one before, durably. */
export async function writeManifest(folder: string, manifest: IndexManifest): Promise<void> {
  const body = JSON.stringify(manifest);
  const aside = join(folder, `${MANIFEST}.${process.pid}-${randomUUID()}`);
  try {
    const file = await open(aside, "wx");
    try {
      await file.writeFile(`${headOf(body)}\n${body}`);
      await syncToDisk(file);
    } finally {
      await file.close();
    }
    // An empty folder in its place is nobody's; a filled one is somebody's, and stays.
    await rmdir(join(folder, MANIFEST)).catch(() => undefined);
    await rename(aside, join(folder, MANIFEST));
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** The first line: a body that does not fit it is not what was written. */
function headOf(body: string): string {
  return `${SIGN}${checksumOf(Buffer.from(body))}`;
}

/** Makes renames within a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch {
    // Some systems cannot sync a folder; a rename lost with the power leaves the older index.
  }
}
