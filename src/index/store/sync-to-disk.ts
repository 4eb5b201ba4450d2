/** What was written through `handle` is on the disk afterwards, as far as the program may see to that. */
import type { FileHandle } from "node:fs/promises";
import { systemErrorCode } from "../../errors.ts";

/**
 * Under its permission model Node 26 refuses this of every file, allowed or not: then the system writes when it likes,
 * and checksums show after a loss of power what is missing. Rejects for any other fault, such as a full disk.
 */
export async function syncToDisk(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    if (systemErrorCode(error) !== "ERR_ACCESS_DENIED") throw error;
  }
}
