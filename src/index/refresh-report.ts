/** What opening an index found and did: files by their names in the corpus, in corpus order. */
import { availableParallelism } from "node:os";
import type { SkippedFile } from "../corpus/source.ts";
import type { SourceChanges } from "./source-changes.ts";
import type { IndexManifest } from "./store/index-manifest.ts";
import type { Survey } from "./survey-corpus.ts";

export interface RefreshReport {
  readonly new: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  readonly skipped: readonly SkippedFile[];
  /** What a reader should know: one sentence each. */
  readonly notes: readonly string[];
  /** Sentences that were embedded. */
  readonly embedded: number;
  /** Sentences that have no vector yet: until all have one, answers rest on words alone. */
  readonly pendingVectors: number;
  /** Why all of it was made anew; null when it was not. */
  readonly rebuilt: string | null;
}

/** What was done beyond looking: nothing, unless told. */
export interface RefreshRemarks {
  readonly rebuilt: string | null;
  readonly embedded: number;
  readonly isReadOnly: boolean;
}

/** What one thread of the bundled encoder needs for a sentence of usual length, in milliseconds. */
const SENTENCE_MS = 12;
const MOST_THREADS = 4;

function explainPending({ pendingVectors, sources }: IndexManifest): string {
  const all = sources.reduce((sum, { sentences }) => sum + sentences, 0);
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const minutes = Math.ceil((pendingVectors * SENTENCE_MS) / threads / 60_000);
  return (
    `${pendingVectors} of ${all} sentences have no vectors yet: answers rest on words alone; ` +
    `footnote index completes them, in about ${minutes === 1 ? "a minute" : `${minutes} minutes`}`
  );
}

/** The report of an index that was open already, and is still current. */
export function nothingNew(before: RefreshReport, files: readonly string[]): RefreshReport {
  return { ...before, new: [], changed: [], removed: [], unchanged: files, embedded: 0, rebuilt: null };
}

export function describeRefresh(
  survey: Survey,
  changes: SourceChanges,
  manifest: IndexManifest,
  { rebuilt, embedded, isReadOnly }: RefreshRemarks = { rebuilt: null, embedded: 0, isReadOnly: false },
): RefreshReport {
  const { new: fresh, changed, removed, unchanged } = changes;
  const notes = survey.notes.flatMap(({ file, warning }) =>
    warning === null ? [] : [`${file}: ${warning}`],
  );
  if (isReadOnly)
    notes.push("the index folder cannot be written to: the index is made again for each command");
  if (manifest.pendingVectors > 0) notes.push(explainPending(manifest));
  const { pendingVectors } = manifest;
  return {
    ...{ new: fresh, changed, removed, unchanged, skipped: survey.skipped },
    ...{ notes, embedded, pendingVectors, rebuilt },
  };
}
