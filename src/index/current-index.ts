/** Opens the index that is there, if it is what its corpus and its makers would make of it today. */
import { listCorpusFiles } from "../corpus/list-corpus-files.ts";
import { explainOtherMakers, makersOf } from "./makers.ts";
import type { FreshGeneration, OpenIndexOptions } from "./open-options.ts";
import { describeRefresh, type RefreshReport } from "./refresh-report.ts";
import { compareSources } from "./source-changes.ts";
import { tryLockFolder } from "./store/build-lock.ts";
import { findIndex } from "./store/find-index.ts";
import { type FileNote, type IndexManifest, readManifest, writeManifest } from "./store/index-manifest.ts";
import type { OpenGeneration } from "./store/open-generation.ts";
import { isAsIndexed, skippedOf, surveyCorpus } from "./survey-corpus.ts";

/** Null when there is none, or it is stale, or it is to be made anew. Never waits for a builder. */
export async function openCurrentIndex(
  folder: string,
  options: OpenIndexOptions,
): Promise<FreshGeneration | null> {
  if (options.force === true) return null;
  const generation = (await findIndex(folder)).generation ?? options.inMemory ?? null;
  let isCurrent = false;
  try {
    // Also where there is no index yet: for a corpus that is not there none is begun.
    const listing = await listCorpusFiles(options.corpusPath);
    if (generation === null || !isMadeAlike(generation.manifest, options)) return null;
    const { manifest } = generation;
    const survey = isAsIndexed(listing, manifest)
      ? {
          sources: manifest.sources,
          notes: manifest.notes,
          skipped: [...listing.skipped, ...skippedOf(manifest.notes)],
        }
      : await surveyCorpus(listing, manifest);
    const changes = compareSources(manifest, survey.sources);
    isCurrent = !changes.isAny;
    if (!isCurrent) return null;
    if (survey.notes !== manifest.notes) await renewNotes(folder, manifest, survey.notes);
    return { generation, report: describeRefresh(survey, changes, manifest) };
  } finally {
    if (!isCurrent) generation?.close();
  }
}

/**
 * Whether an index that is open is still what `openCurrentIndex` would open, judging by the stamps of the files.
 * Rejects when the corpus cannot be listed.
 */
export async function isStillCurrent(
  { folder, manifest }: OpenGeneration,
  { skipped }: RefreshReport,
  options: OpenIndexOptions,
): Promise<boolean> {
  const now = folder === null ? manifest : await readManifest(folder);
  if (now === null || "fault" in now || !isMadeAlike(now, options)) return false;
  if (JSON.stringify(now.parts) !== JSON.stringify(manifest.parts)) return false;
  const listing = await listCorpusFiles(options.corpusPath);
  const passedOver = [...listing.skipped, ...skippedOf(now.notes)];
  return isAsIndexed(listing, now) && JSON.stringify(passedOver) === JSON.stringify(skipped);
}

function isMadeAlike(manifest: IndexManifest, options: OpenIndexOptions): boolean {
  const isLeftOut = manifest.pendingVectors > (options.mostEmbedded ?? Number.POSITIVE_INFINITY);
  const isComplete = manifest.pendingVectors === 0 || isLeftOut;
  return isComplete && explainOtherMakers(manifest.makers, makersOf(options.embedder)) === null;
}

/** Keeps the new stamps of files whose content is the same, if that can be done at once: it only saves time. */
async function renewNotes(
  folder: string,
  manifest: IndexManifest,
  notes: readonly FileNote[],
): Promise<void> {
  if (JSON.stringify(notes) === JSON.stringify(manifest.notes)) return;
  const release = await tryLockFolder(folder).catch(() => null);
  if (release === null) return;
  try {
    const now = await readManifest(folder);
    if (now !== null && "revision" in now && JSON.stringify(now.parts) === JSON.stringify(manifest.parts))
      await writeManifest(folder, { ...manifest, notes });
  } catch {
    // The next one to open the index will look at these files again, that is all.
  } finally {
    await release();
  }
}
