/**
 * Opens the index of a corpus, and first makes it or brings it up to date when it is missing or stale. The
 * corpus is only read; the index that is there stays whole until the new one is complete.
 */
import { quotePath, systemErrorCode, systemFault, UserError } from "../errors.ts";
import type { CorpusIndex } from "./corpus-index.ts";
import { isStillCurrent, openCurrentIndex } from "./current-index.ts";
import { FolderIndex } from "./folder-index.ts";
import { makersOf } from "./makers.ts";
import type { FreshGeneration, OpenIndexOptions } from "./open-options.ts";
import { isDatabaseUrl } from "./postgres/database-address.ts";
import type { RefreshReport } from "./refresh-report.ts";
import { lockFolder, type ReleaseLock } from "./store/build-lock.ts";
import { editionFolder, rememberUse } from "./store/editions.ts";
import { corpusFolder } from "./store/index-folder.ts";
import { makeFolder } from "./store/make-folder.ts";
import type { OpenGeneration } from "./store/open-generation.ts";

export interface OpenedIndex {
  /** To be closed by the caller. */
  readonly index: CorpusIndex;
  readonly report: RefreshReport;
  /** The index itself where nothing may be written, to be handed to the next opening; else null. */
  readonly inMemory: OpenGeneration | null;
  /** Whether corpus and index are as they were, so that nothing need be opened anew. Absent where that is not known. */
  readonly isCurrent?: () => Promise<boolean>;
}

/**
 * A current index is opened at once. Otherwise one builder at a time works in a folder, and others wait for it;
 * where nothing may be written, the index is made in memory.
 * @throws UserError when the corpus or the index folder cannot be used, what the embedder throws, or the
 * reason of an abort.
 */
export async function openIndex(options: OpenIndexOptions): Promise<OpenedIndex> {
  if (isDatabaseUrl(options.indexPath))
    return (await import("./postgres/open-postgres-index.ts")).openPostgresIndex(options);
  try {
    const corpus = await corpusFolder(options.indexPath, options.corpusPath);
    const folder = await editionFolder(corpus, makersOf(options.embedder));
    const fresh = (await openCurrentIndex(folder, options)) ?? (await makeCurrent(corpus, options));
    await rememberUse(fresh.generation.folder ?? folder);
    return openFresh(fresh, options);
  } catch (error) {
    throw explainFault(error, options.indexPath);
  }
}

function openFresh({ generation, report }: FreshGeneration, options: OpenIndexOptions): OpenedIndex {
  try {
    return {
      index: new FolderIndex(generation),
      report,
      inMemory: generation.folder === null ? generation : null,
      isCurrent: () => isStillCurrent(generation, report, options),
    };
  } catch (error) {
    generation.close();
    throw error;
  }
}

async function makeCurrent(corpus: string, options: OpenIndexOptions): Promise<FreshGeneration> {
  // Loaded only here: an index that is current is opened without what makes one.
  const { rebuildIndex } = await import("./rebuild-index.ts");
  const claim = await claimFolder(corpus, options);
  if ("unwritten" in claim)
    return rebuildIndex({ corpus, folder: claim.unwritten, isReadOnly: true }, options);
  const { folder, release } = claim;
  try {
    // The builder that was waited for may have made what is wanted.
    return (
      (await openCurrentIndex(folder, options)) ??
      (await rebuildIndex({ corpus, folder, isReadOnly: false }, options))
    );
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return rebuildIndex({ corpus, folder, isReadOnly: true }, options);
  } finally {
    await release();
  }
}

type Claim = { readonly folder: string; readonly release: ReleaseLock } | { readonly unwritten: string };

/** The folder of the edition with its lock, or without where nothing may be written. */
async function claimFolder(
  corpus: string,
  { indexPath, embedder, onProgress, signal }: OpenIndexOptions,
): Promise<Claim> {
  const makers = makersOf(embedder);
  let folder = await editionFolder(corpus, makers);
  try {
    for (;;) {
      await makeFolder(folder);
      const onWait = () => onProgress?.({ phase: "waiting", done: 0, total: 1 });
      const release = await lockFolder(folder, onWait, signal);
      // The builder that was waited for may have made another edition there.
      const now = await editionFolder(corpus, makers);
      if (now === folder) return { folder, release };
      await release();
      folder = now;
    }
  } catch (error) {
    if (isUnwritable(error)) return { unwritten: folder };
    if (signal?.aborted) throw error;
    throw systemFault(error, `the index folder ${quotePath(indexPath)}`) ?? error;
  }
}

/** Whether no one may write there: what is needed is then made in memory. */
function isUnwritable(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS", "ERR_ACCESS_DENIED"].includes(systemErrorCode(error) ?? "");
}

const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

function explainFault(error: unknown, indexPath: string): unknown {
  if (error instanceof UserError) return error;
  const isFull = FULL.includes(systemErrorCode(error) ?? "");
  return systemFault(error, isFull ? `the index folder ${quotePath(indexPath)}` : undefined) ?? error;
}
