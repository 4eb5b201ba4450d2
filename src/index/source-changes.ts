/** Which files of a corpus are new, changed, removed or unchanged since an index was made. Pure. */
import type { IndexManifest } from "./store/index-manifest.ts";
import type { SurveyedSource } from "./survey-corpus.ts";

/** Files by name, in corpus order. */
export interface SourceChanges {
  readonly new: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
  /** Whether an index would differ: the id of a source can change without its file. */
  readonly isAny: boolean;
}

export function compareSources(
  before: IndexManifest | null,
  sources: readonly SurveyedSource[],
): SourceChanges {
  const known = new Map(before?.sources.map((source) => [source.file, source]));
  const now = new Set(sources.map(({ file }) => file));
  const isSame = ({ file, hash }: { file: string; hash: string }): boolean => known.get(file)?.hash === hash;
  const fresh = sources.filter(({ file }) => !known.has(file));
  const changed = sources.filter((source) => known.has(source.file) && !isSame(source));
  const removed = [...known.keys()].filter((file) => !now.has(file));
  const hasOtherId = sources.some(({ file, id }) => known.get(file)?.id !== id);
  return {
    new: fresh.map(({ file }) => file),
    changed: changed.map(({ file }) => file),
    removed,
    unchanged: sources.filter(isSame).map(({ file }) => file),
    isAny: fresh.length + changed.length + removed.length > 0 || hasOtherId,
  };
}
