/**
 * One builder at a time in a folder; readers need no lock. The lock is renewed while it is held, so that one
 * left by a killed process is taken over after seconds. Losing it harms nobody: builders write into folders of
 * their own, and the last manifest wins.
 */
import { lstat, rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { systemErrorCode } from "../../errors.ts";

/** A lock not renewed for so long was left by a process that is gone. Milliseconds. */
const STALE_MS = 6_000;
const RENEW_MS = 1_500;
const POLL_MS = 200;

const FILLED = new Set(["ENOTEMPTY", "EEXIST", "ENOTDIR"]);

export type ReleaseLock = () => Promise<void>;

/** Waits its turn; `onWait` is called once, when another builder is at work. Rejects when aborted. */
export async function lockFolder(
  folder: string,
  onWait: () => void,
  signal?: AbortSignal,
): Promise<ReleaseLock> {
  for (let hasWaited = false; ; hasWaited = true) {
    signal?.throwIfAborted();
    const release = await tryLockFolder(folder);
    if (release !== null) return release;
    if (!hasWaited) onWait();
    await pause(POLL_MS, undefined, signal === undefined ? {} : { signal });
  }
}

/** The lock, or null when another builder has it. */
export async function tryLockFolder(folder: string): Promise<ReleaseLock | null> {
  const path = `${folder}/build.lock`;
  await removeForeign(path);
  // Loaded here because most commands find a fresh index and never lock.
  // By its default: bundled CommonJS has no named exports.
  const { default: lockfile } = await import("proper-lockfile");
  try {
    const release = await lockfile.lock(folder, {
      lockfilePath: path,
      realpath: false,
      stale: STALE_MS,
      update: RENEW_MS,
      onCompromised: () => undefined,
    });
    // A lock that was taken over in the meantime is not ours to give back.
    return () => release().catch(() => undefined);
  } catch (error) {
    const code = systemErrorCode(error) ?? "";
    // A lock that was left is removed as the empty folder that it should be.
    if (FILLED.has(code)) await rm(path, { recursive: true, force: true });
    else if (code === "ELOCKED") await dropFromFuture(path);
    else throw error;
    return null;
  }
}

/** A lock is a folder. Anything else was made by nobody who would ever give it back. */
async function removeForeign(path: string): Promise<void> {
  const stats = await lstat(path).catch(() => null);
  if (stats !== null && !stats.isDirectory()) await rm(path, { force: true });
}

/** A lock that claims to be renewed in times to come was made before a clock was set back: it would never grow old. */
async function dropFromFuture(path: string): Promise<void> {
  const renewed = await lstat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (renewed > Date.now() + STALE_MS) await rm(path, { recursive: true, force: true });
}
