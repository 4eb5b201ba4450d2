/** Which files of a folder this process has open. Known only where there is a /proc. */
import { existsSync, readdirSync, readlinkSync } from "node:fs";

export const KNOWS_OPEN_FILES = existsSync("/proc/self/fd");

/** Their paths, those of removed files too. */
export function openFilesIn(folder: string): string[] {
  return readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${descriptor}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      // The descriptor of the listing itself.
      return [];
    }
  });
}
