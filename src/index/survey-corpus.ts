/** Compares the corpus on disk with what an index knows of it; opens only the files that may have changed. */
import { stat } from "node:fs/promises";
import type { CorpusFile } from "../corpus/corpus-file.ts";
import type { CorpusListing } from "../corpus/list-corpus-files.ts";
import type { SkippedFile, Source } from "../corpus/source.ts";
import { assignSourceIds } from "../corpus/source-id.ts";
import type { FileNote, IndexManifest, SourceRecord } from "./store/index-manifest.ts";

/** A source as it is now: read just now, or known to be as the index has it. */
export type SurveyedSource = Source | SourceRecord;

export interface Survey {
  /** In corpus order. */
  readonly sources: readonly SurveyedSource[];
  readonly notes: readonly FileNote[];
  readonly skipped: readonly SkippedFile[];
}

/** Files open at once: enough to keep a disk busy. */
const CONCURRENT_READS = 8;
/**
 * A file that changed this shortly before it was read may change again under the same stamp: the clocks of file
 * systems tick every few milliseconds, some only every two seconds.
 */
const CLOCK_TICK_MS = 2_000;

/** Whether a surveyed source was read just now. */
export function isRead(source: SurveyedSource): source is Source {
  return "text" in source;
}

/** Whether every file of the listing bears the stamp it had when the index was made. */
export function isAsIndexed({ files }: CorpusListing, manifest: IndexManifest): boolean {
  return (
    files.length === manifest.notes.length &&
    files.every(({ file, stamp }, place) => {
      const note = manifest.notes[place];
      return note?.file === file && note.stamp === stamp;
    })
  );
}

/** Reads the listed files but those whose stamp the manifest knows. */
export async function surveyCorpus(
  { files, skipped }: CorpusListing,
  manifest: IndexManifest | null,
  onRead?: (done: number, total: number) => void,
): Promise<Survey> {
  const ids = assignSourceIds(files.map(({ file }) => file));
  const notes = new Map(manifest?.notes.map((note) => [note.file, note]));
  const records = new Map(manifest?.sources.map((source) => [source.file, source]));
  const looks = new Array<Look>(files.length);
  const waiting = files.entries();
  let done = 0;
  const lookAtWaiting = async (): Promise<void> => {
    for (const [place, file] of waiting) {
      const id = ids.get(file.file) ?? "";
      const note = notes.get(file.file);
      const isKnown = note !== undefined && note.stamp === file.stamp;
      const record = records.get(file.file);
      looks[place] = isKnown
        ? { note, source: record === undefined ? null : { ...record, id } }
        : asIndexed(await lookAt(file, id), record);
      onRead?.(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT_READS }, lookAtWaiting));
  return {
    sources: looks.flatMap(({ source }) => (source === null ? [] : [source])),
    notes: looks.map(({ note }) => note),
    skipped: [...skipped, ...skippedOf(looks.map(({ note }) => note))],
  };
}

/** Files that were opened and found to be no sources. */
export function skippedOf(notes: readonly FileNote[]): SkippedFile[] {
  return notes.flatMap(({ file, skipped }) => (skipped === null ? [] : [{ file, reason: skipped }]));
}

/** A file that was opened for its stamp alone, and holds what the index has of it, need not be taken in again. */
function asIndexed(look: Look, record: SourceRecord | undefined): Look {
  const { source } = look;
  if (source === null || record === undefined || source.hash !== record.hash) return look;
  return { ...look, source: { ...record, id: source.id } };
}

interface Look {
  readonly note: FileNote;
  readonly source: SurveyedSource | null;
}

async function lookAt(file: CorpusFile, id: string): Promise<Look> {
  // Loaded only when a file has changed: what reads sources is large.
  const { readSource } = await import("../corpus/read-source.ts");
  const reading = await readSource(file, id);
  if (reading.status === "skipped") {
    // A file that could not be read may become readable without any change of its own.
    const note = { file: file.file, stamp: "", skipped: reading.skipped.reason, warning: null };
    return { note, source: null };
  }
  const stamp = (await isSettled(file.path)) ? reading.stamp : "";
  return {
    note: { file: file.file, stamp, skipped: null, warning: reading.warning },
    source: reading.source,
  };
}

async function isSettled(path: string): Promise<boolean> {
  const changed = await stat(path).then(
    (stats) => stats.ctimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  return changed < Date.now() - CLOCK_TICK_MS;
}
