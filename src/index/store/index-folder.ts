/**
 * Where things lie in an index folder, and what may be thrown away there. One folder serves several corpora:
 *
 *     <index>/<corpus>-<hash of its path>/manifest.json    the current generation, and what it holds
 *                                        /build.lock       while a builder is at work
 *                                        /g-<process>-<random>/   a generation: files that are never changed
 *                                        /e-<hash>/          the same again for each other edition
 *     <index>/vectors/<embedder>.records                   every vector ever made, for all corpora
 */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, realpath, rm, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { systemErrorCode } from "../../errors.ts";

export const SOURCES_FILE = "sources.bin";
export const FULL_TEXT_FILE = "full-text.bin";
export const VECTORS_FILE = "vectors.bin";
export const WITHDRAWN_FILE = "withdrawn.bin";
export const TERMS_FILE = "terms.bin";
/** Very many vectors are in bytes, and have no graph. */
export const BYTES_FILE = "vector-bytes.bin";
export const GRAPH_FILE = "hnswlib.index";

/** What was last written so long ago has no builder any more. Milliseconds. */
const ABANDONED_MS = 60 * 60 * 1000;

/** The folder of one corpus. The same corpus named by another path has the same folder. */
export async function corpusFolder(indexPath: string, corpusPath: string): Promise<string> {
  const path = await realpath(corpusPath).catch(() => resolve(corpusPath));
  const name = basename(path)
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .slice(0, 40);
  return join(indexPath, `${name}-${createHash("sha256").update(path).digest("hex").slice(0, 12)}`);
}

/** The file of vectors that one embedder has made. */
export function vectorsPath(indexPath: string, embedderId: string, dimensions: number): string {
  const name = embedderId.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 60);
  const hash = createHash("sha256").update(embedderId).digest("hex").slice(0, 8);
  return join(indexPath, "vectors", `${name}-${hash}-${dimensions}.records`);
}

/** A new empty folder for a generation. */
export async function createGeneration(folder: string): Promise<string> {
  const name = `g-${process.pid}-${randomUUID().slice(0, 13)}`;
  await mkdir(join(folder, name));
  return name;
}

/** Throws away what killed builders left behind. Call it with the lock held. */
export async function removeAbandoned(folder: string, current: ReadonlySet<string>): Promise<void> {
  for (const entry of await readdir(folder).catch(() => [])) {
    const builder = /^(?:g-|manifest\.json\.)(\d+)-/.exec(entry)?.[1];
    if (builder === undefined || current.has(entry)) continue;
    const path = join(folder, entry);
    if (Number(builder) === process.pid || !isAlive(Number(builder)) || (await isOld(path)))
      await removeFolder(path);
  }
}

/** What cannot be removed now (a file in use, on some systems) is left for the next builder. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
}

/** A builder that is alive may have lost its lock to a long pause: its folder is its own until it is old. */
function isAlive(builder: number): boolean {
  try {
    return process.kill(builder, 0);
  } catch (error) {
    return systemErrorCode(error) === "EPERM";
  }
}

async function isOld(path: string): Promise<boolean> {
  const changed = await stat(path).then(
    (stats) => stats.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  return Date.now() - changed > ABANDONED_MS;
}
