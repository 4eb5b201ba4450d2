/**
 * Which index of a corpus belongs to whom. What another embedder, other rules or another version of Footnote would
 * make is an edition of its own, in a folder of its own: processes that differ never undo each other's work. The first
 * edition lies in the folder of the corpus itself, the others in folders below it. A few are kept.
 */
import { createHash } from "node:crypto";
import { readdir, rm, stat, utimes } from "node:fs/promises";
import { basename, join } from "node:path";
import { tryLockFolder } from "./build-lock.ts";
import { type FoundIndex, findIndex } from "./find-index.ts";
import { removeFolder } from "./index-folder.ts";
import { MANIFEST, type Makers, readManifest } from "./index-manifest.ts";

const EDITION = /^e-[0-9a-f]{16}$/;
/** Editions kept however long nobody uses them. */
const ALWAYS_KEPT = 3;
/** More than these are not kept, however much they are used. */
const MOST_KEPT = 8;
/** One opened since is in use. Milliseconds. */
const IN_USE_MS = 24 * 60 * 60 * 1000;
/** How exact the time of its last use is kept. Milliseconds. */
const USE_TICK_MS = 60 * 60 * 1000;

/** The folder of the edition of `makers`, where it is or would be made. `corpus`: the folder of the corpus. */
export async function editionFolder(corpus: string, makers: Makers): Promise<string> {
  const own = join(corpus, `e-${hashOf(makers)}`);
  if ((await readManifest(own)) !== null) return own;
  const first = await readManifest(corpus);
  if (first === null) return corpus;
  if ("fault" in first) return first.isForeign ? own : corpus;
  return hashOf(first.makers) === hashOf(makers) ? corpus : own;
}

/** All editions of a corpus, those last used first. */
export async function listEditions(corpus: string): Promise<readonly string[]> {
  const names = await readdir(corpus).catch(() => []);
  const folders = [corpus, ...names.filter((name) => EDITION.test(name)).map((name) => join(corpus, name))];
  const uses = await Promise.all(folders.map(async (folder) => ({ folder, used: await lastUse(folder) })));
  return uses
    .filter(({ used }) => used !== null)
    .sort((a, b) => Number(b.used) - Number(a.used))
    .map(({ folder }) => folder);
}

/** The index of another edition, the one last used: what it knows of the texts need not be made again. */
export async function findOtherEdition(corpus: string, own: string): Promise<FoundIndex> {
  let fault: string | null = null;
  for (const folder of await listEditions(corpus)) {
    if (folder === own) continue;
    const found = await findIndex(folder);
    if (found.generation !== null) return found;
    fault ??= found.fault;
  }
  return { generation: null, fault };
}

/** Remembers that an edition is in use, where that can be written. */
export async function rememberUse(folder: string): Promise<void> {
  const used = await lastUse(folder);
  const now = new Date();
  if (used === null || now.getTime() - used < USE_TICK_MS) return;
  await utimes(join(folder, MANIFEST), now, now).catch(() => undefined);
}

/** Removes editions that nobody has used for a day, all but a few. One that is being built stays. */
export async function removeOldEditions(corpus: string, own: string): Promise<void> {
  const others = (await listEditions(corpus)).filter((folder) => folder !== own);
  for (const [place, folder] of others.entries()) {
    const isInUse = Date.now() - ((await lastUse(folder)) ?? 0) < IN_USE_MS;
    if (place + 1 < ALWAYS_KEPT || (isInUse && place + 1 < MOST_KEPT)) continue;
    const release = await tryLockFolder(folder).catch(() => null);
    if (release === null) continue;
    await removeEdition(folder, corpus);
    await release();
    if (folder !== corpus) await removeFolder(folder);
  }
}

/** The manifest goes first: whoever looks then finds no index, and never half of one. */
async function removeEdition(folder: string, corpus: string): Promise<void> {
  await rm(join(folder, MANIFEST), { force: true }).catch(() => undefined);
  if (folder !== corpus) return;
  for (const name of await readdir(corpus).catch(() => []))
    if (name.startsWith("g-")) await removeFolder(join(corpus, name));
}

/** When the edition in a folder was last made, begun or opened, about; null when there is none. */
async function lastUse(folder: string): Promise<number | null> {
  const begun = () => (EDITION.test(basename(folder)) ? stat(folder) : null);
  const stats = await stat(join(folder, MANIFEST))
    .catch(begun)
    .catch(() => null);
  return stats?.mtimeMs ?? null;
}

function hashOf(makers: Makers): string {
  const { division, embedder } = makers;
  const known = [division, embedder && [embedder.id, embedder.dimensions]];
  return createHash("sha256").update(JSON.stringify(known)).digest("hex").slice(0, 16);
}
