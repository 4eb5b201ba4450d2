/**
 * Takes records out of their file where they stand: spaces are written over them. The file is not written anew,
 * because another process may be adding to it at the same time.
 */
import { open } from "node:fs/promises";

const LINE_END = 0x0a;
const SPACE = 0x20;
/** The id stands first in a record. */
const ID = /^\{"id":"([^"]*)"/;
const LONGEST_BEGINNING = 100;

/** Blanks every line whose record has one of the ids. A file that is not there holds none. */
export async function blankRecords(file: string, ids: readonly string[]): Promise<void> {
  const handle = await open(file, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (handle === null) return;
  try {
    const bytes = await handle.readFile();
    const meant = new Set(ids);
    for (let start = 0; start < bytes.length; ) {
      const found = bytes.indexOf(LINE_END, start);
      const end = found === -1 ? bytes.length : found;
      const [, id = ""] =
        ID.exec(bytes.toString("latin1", start, Math.min(end, start + LONGEST_BEGINNING))) ?? [];
      if (meant.has(id)) await handle.write(Buffer.alloc(end - start, SPACE), 0, end - start, start);
      start = end + 1;
    }
  } finally {
    await handle.close();
  }
}
