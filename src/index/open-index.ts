/**
 * Opens the index of a corpus, and first makes it or brings it up to date when it is missing or stale. The
 * corpus is only read; the index that is there stays whole until the new one is complete.
 */
import { systemErrorCode, UserError } from "../errors.ts";
import type { CorpusIndex } from "./corpus-index.ts";
import { openCurrentIndex } from "./current-index.ts";
import { FolderIndex } from "./folder-index.ts";
import type { FreshGeneration, OpenIndexOptions } from "./open-options.ts";
import { isDatabaseUrl } from "./postgres/database-address.ts";
import type { RefreshReport } from "./refresh-report.ts";
import { lockFolder, type ReleaseLock } from "./store/build-lock.ts";
import { corpusFolder } from "./store/index-folder.ts";
import { makeFolder } from "./store/make-folder.ts";
import type { OpenGeneration } from "./store/open-generation.ts";

export interface OpenedIndex {
  /** To be closed by the caller. */
  readonly index: CorpusIndex;
  readonly report: RefreshReport;
  /** The index itself where nothing may be written, to be handed to the next opening; else null. */
  readonly inMemory: OpenGeneration | null;
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
  const folder = await corpusFolder(options.indexPath, options.corpusPath);
  try {
    const { generation, report } =
      (await openCurrentIndex(folder, options)) ?? (await makeCurrent(folder, options));
    const inMemory = generation.folder === null ? generation : null;
    return { index: new FolderIndex(generation), report, inMemory };
  } catch (error) {
    throw explainFullDisk(error, options.indexPath);
  }
}

async function makeCurrent(folder: string, options: OpenIndexOptions): Promise<FreshGeneration> {
  // Loaded only here: an index that is current is opened without what makes one.
  const { rebuildIndex } = await import("./rebuild-index.ts");
  const release = await claimFolder(folder, options);
  if (release === null) return rebuildIndex(folder, true, options);
  try {
    // The builder that was waited for may have made what is wanted.
    return (await openCurrentIndex(folder, options)) ?? (await rebuildIndex(folder, false, options));
  } finally {
    await release();
  }
}

/** The lock of the folder, or null when nothing may be written there. */
async function claimFolder(
  folder: string,
  { indexPath, onProgress, signal }: OpenIndexOptions,
): Promise<ReleaseLock | null> {
  try {
    await makeFolder(folder);
    return await lockFolder(folder, () => onProgress?.({ phase: "waiting", done: 0, total: 1 }), signal);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") return null;
    const fault = NO_FOLDER[code ?? ""];
    if (fault === undefined) throw error;
    throw new UserError(
      `the index folder ${JSON.stringify(indexPath)} ${fault}`,
      "name another one with --index <dir>",
      { cause: error },
    );
  }
}

const NO_FOLDER: Readonly<Record<string, string>> = {
  ENOTDIR: "is no folder",
  EEXIST: "is no folder",
  ENOENT: "cannot be made",
  ENAMETOOLONG: "has too long a name",
};
const FULL: Readonly<Record<string, string>> = {
  ENOSPC: "no space is left",
  EDQUOT: "no space is left to you",
  EFBIG: "a file would be larger than is allowed",
};

function explainFullDisk(error: unknown, indexPath: string): unknown {
  const code = systemErrorCode(error);
  const reason = FULL[code ?? ""];
  if (reason === undefined) return error;
  return new UserError(
    `the index cannot be written to ${JSON.stringify(indexPath)}: ${reason}`,
    "free some space, or put the index elsewhere with --index <dir>",
    { cause: error },
  );
}
