/**
 * One builder at a time in a folder; readers need no lock. The lock is renewed while it is held, so that one
 * left by a killed process is taken over after seconds. Losing it harms nobody: builders write into folders of
 * their own, and the last manifest wins.
 */
import { rmdir, stat } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { systemErrorCode } from "../../errors.ts";

/** A lock not renewed for so long was left by a process that is gone. Milliseconds. */
const STALE_MS = 6_000;
const RENEW_MS = 1_500;
const POLL_MS = 200;

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
    if (systemErrorCode(error) !== "ELOCKED") throw error;
    await dropFromFuture(path);
    return null;
  }
}

/** A lock that claims to be renewed in times to come was made before a clock was set back: it would never grow old. */
async function dropFromFuture(path: string): Promise<void> {
  const renewed = await stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (renewed > Date.now() + STALE_MS) await rmdir(path).catch(() => undefined);
}
