/**
 * Which files of a folder are sources, and which are not and why. Looks at names and kinds only and opens no file,
 * so that a pipe or a device in the folder can do no harm. Never leaves the corpus folder.
 */
import type { Dirent } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { explainSystemError, quotePath, systemErrorCode, systemFault, UserError } from "../errors.ts";
import { compareCodePoints } from "../text/code-point-order.ts";
import { ALIASES_FILE } from "./aliases.ts";
import { type CorpusFile, stampOf } from "./corpus-file.ts";
import type { SkippedFile } from "./source.ts";

export interface CorpusListing {
  /** In path order (code points). */
  readonly files: readonly CorpusFile[];
  readonly skipped: readonly SkippedFile[];
}

const SOURCE_EXTENSION = /\.(md|markdown|txt)$/iu;

/** Files asked about at once. */
const CONCURRENT_STATS = 64;

interface Walk {
  /** The corpus folder, symbolic links resolved. */
  readonly root: string;
  readonly files: CorpusFile[];
  readonly skipped: SkippedFile[];
  /** Symbolic links met so far and not yet looked at. */
  readonly links: string[];
  /** Real paths of all files and folders taken so far: none is taken twice. */
  readonly taken: Set<string>;
}

/**
 * The files of the corpus at `path` (a folder, or one file). Symbolic links are followed after everything else, so
 * that a file keeps its own name, and only to what lies in the folder and was not met yet.
 * @throws UserError when `path` is missing, cannot be read, or is neither a folder nor a text file.
 */
export async function listCorpusFiles(path: string): Promise<CorpusListing> {
  const real = await realpath(path).catch((error: unknown) => refuseCorpus(path, error));
  const stats = await stat(real, { bigint: true }).catch((error: unknown) => refuseCorpus(path, error));
  if (stats.isFile()) {
    if (!SOURCE_EXTENSION.test(basename(path)) && !SOURCE_EXTENSION.test(real)) refuseFormat(path);
    const file = SOURCE_EXTENSION.test(basename(path)) ? basename(path) : basename(real);
    return { files: [{ file, path: real, size: Number(stats.size), stamp: stampOf(stats) }], skipped: [] };
  }
  if (!stats.isDirectory()) refuseFormat(path);
  const walk: Walk = { root: real, files: [], skipped: [], links: [], taken: new Set([real]) };
  await walkFolder(walk, "", real).catch((error: unknown) => refuseCorpus(path, error));
  while (walk.links.length > 0) {
    for (const link of walk.links.splice(0).sort(compareCodePoints)) await followLink(walk, link);
  }
  return { files: sortByFile(walk.files), skipped: sortByFile(walk.skipped) };
}

function refuseCorpus(path: string, error: unknown): never {
  if (systemErrorCode(error) === "ENOENT" || systemErrorCode(error) === "ENOTDIR") {
    throw new UserError(
      `there is no file or folder ${quotePath(path)}`,
      "put your .md and .txt files into that folder, or name another one with --corpus <dir or file>",
      { cause: error },
    );
  }
  const reason = explainSystemError(error);
  const hint = systemFault(error)?.hint ?? "name another folder with --corpus <dir or file>";
  throw new UserError(`the corpus ${quotePath(path)} cannot be read: ${reason}`, hint, { cause: error });
}

function refuseFormat(path: string): never {
  throw new UserError(
    `${quotePath(path)} is neither a folder nor a .md or .txt file`,
    "name a folder, or a file that ends in .md, .markdown or .txt",
  );
}

/** Takes everything under the folder `folder` (relative; really at `real`), however deep. */
async function walkFolder(walk: Walk, folder: string, real: string): Promise<void> {
  const waiting: [folder: string, real: string][] = [];
  await takeEntries(walk, folder, real, waiting);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [name, path] = next;
    await takeEntries(walk, name, path, waiting).catch((error: unknown) => {
      walk.skipped.push({ file: name, reason: `folder cannot be read: ${explainSystemError(error)}` });
    });
  }
}

async function takeEntries(
  walk: Walk,
  folder: string,
  real: string,
  waiting: [folder: string, real: string][],
): Promise<void> {
  const entries = await readdir(real, { withFileTypes: true });
  const found: [file: string, path: string][] = [];
  for (const entry of entries.sort((left, right) => compareCodePoints(left.name, right.name))) {
    const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const path = join(real, entry.name);
    const reason = refusalByName(entry);
    if (file === ALIASES_FILE) continue;
    if (reason !== null) walk.skipped.push({ file, reason });
    else if (entry.isSymbolicLink()) walk.links.push(file);
    else if (!entry.isDirectory()) found.push([file, path]);
    else {
      walk.taken.add(path);
      waiting.push([file, path]);
    }
  }
  for (let at = 0; at < found.length; at += CONCURRENT_STATS) {
    const batch = found.slice(at, at + CONCURRENT_STATS);
    await Promise.all(batch.map(([file, path]) => takeFile(walk, file, path)));
  }
}

/** Why an entry is passed over judging by its name and kind; null when it is not. */
function refusalByName(entry: Dirent): string | null {
  if (entry.name.startsWith(".")) return entry.isDirectory() ? "hidden folder" : "hidden file";
  if (entry.isDirectory() || entry.isSymbolicLink()) return null;
  if (!entry.isFile()) return "not a regular file";
  return SOURCE_EXTENSION.test(entry.name) ? null : "not a .md or .txt file";
}

async function takeFile(walk: Walk, file: string, path: string): Promise<void> {
  try {
    const stats = await lstat(path, { bigint: true });
    walk.taken.add(path);
    walk.files.push({ file, path, size: Number(stats.size), stamp: stampOf(stats) });
  } catch (error) {
    walk.skipped.push({ file, reason: explainMissing(file, error) });
  }
}

/** A name that cannot be decoded is listed with U+FFFD in it, and then not found. */
function explainMissing(file: string, error: unknown): string {
  if (systemErrorCode(error) === "ENOENT" && file.includes("\ufffd")) return "its name is not valid UTF-8";
  return explainSystemError(error);
}

async function followLink(walk: Walk, link: string): Promise<void> {
  const refusal = await takeLinkTarget(walk, link).catch((error: unknown) => explainLink(error));
  if (refusal !== null) walk.skipped.push({ file: link, reason: refusal });
}

/** Takes what a link leads to; why not, when it does not. */
async function takeLinkTarget(walk: Walk, link: string): Promise<string | null> {
  const target = await realpath(join(walk.root, link));
  if (target !== walk.root && !target.startsWith(walk.root.endsWith(sep) ? walk.root : walk.root + sep)) {
    return "symbolic link that leads out of the corpus folder";
  }
  if (walk.taken.has(target)) {
    const name = relative(walk.root, target).split(sep).join("/");
    return `symbolic link to ${name === "" ? "the corpus folder" : name}, which is read already`;
  }
  const stats = await lstat(target);
  if (stats.isDirectory()) {
    walk.taken.add(target);
    await walkFolder(walk, link, target);
    return null;
  }
  if (!stats.isFile()) return "symbolic link to something that is not a regular file";
  if (!SOURCE_EXTENSION.test(link)) return "not a .md or .txt file";
  await takeFile(walk, link, target);
  return null;
}

function explainLink(error: unknown): string {
  const code = systemErrorCode(error);
  if (code === "ELOOP") return "symbolic link that leads back to itself";
  if (code === "ENOENT") return "symbolic link to nothing";
  return `symbolic link that cannot be followed: ${explainSystemError(error)}`;
}

function sortByFile<Entry extends { readonly file: string }>(entries: Entry[]): Entry[] {
  return entries.sort((left, right) => compareCodePoints(left.file, right.file));
}
