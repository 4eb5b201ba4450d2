/** A folder of texts, or a single one, as sources. Everything it passes over it names, with the reason. */
import { quotePath, UserError } from "../errors.ts";
import { compareCodePoints } from "../text/code-point-order.ts";
import { listCorpusFiles } from "./list-corpus-files.ts";
import { type ReadOptions, readSource, type SourceReading } from "./read-source.ts";
import type { SkippedFile, Source } from "./source.ts";
import { assignSourceIds } from "./source-id.ts";

export interface Corpus {
  /** In path order (code points). */
  readonly sources: readonly Source[];
  readonly skipped: readonly SkippedFile[];
  /** Sources that were read but have something odd about them. */
  readonly warnings: readonly SkippedFile[];
}

/** Files open at once: enough to keep a disk busy. */
const CONCURRENT_READS = 8;

/**
 * The corpus at `path`, a folder or one file.
 * @throws UserError when `path` is missing, cannot be read, or holds no source at all.
 */
export async function readCorpus(path: string, options: ReadOptions = {}): Promise<Corpus> {
  const listing = await listCorpusFiles(path);
  const ids = assignSourceIds(listing.files.map(({ file }) => file));
  const readings = new Array<SourceReading>(listing.files.length);
  const waiting = listing.files.entries();
  const readWaiting = async () => {
    for (const [at, file] of waiting)
      readings[at] = await readSource(file, ids.get(file.file) ?? "", options);
  };
  await Promise.all(Array.from({ length: CONCURRENT_READS }, readWaiting));
  const corpus = gather(readings, listing.skipped);
  if (corpus.sources.length === 0) throw emptyCorpusError(path, corpus.skipped);
  return corpus;
}

/** The error to raise for a corpus at `path` in which no file could be used. */
export function emptyCorpusError(path: string, skipped: readonly SkippedFile[]): UserError {
  const first = skipped[0];
  const detail = first
    ? ` (${skipped.length} passed over, e.g. ${quotePath(first.file)}: ${first.reason})`
    : "";
  return new UserError(
    `there is no source in ${quotePath(path)}${detail}`,
    "put .md or .txt files in UTF-8 there, or name another folder with --corpus <dir or file>",
  );
}

function gather(readings: readonly SourceReading[], listed: readonly SkippedFile[]): Corpus {
  const sources: Source[] = [];
  const skipped: SkippedFile[] = [...listed];
  const warnings: SkippedFile[] = [];
  for (const reading of readings) {
    if (reading.status === "skipped") skipped.push(reading.skipped);
    else {
      sources.push(reading.source);
      if (reading.warning !== null) warnings.push({ file: reading.source.file, reason: reading.warning });
    }
  }
  skipped.sort((left, right) => compareCodePoints(left.file, right.file));
  return { sources, skipped, warnings };
}
