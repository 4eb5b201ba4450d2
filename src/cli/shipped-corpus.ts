/** The texts that come with Footnote: what it reads where nobody names others, so that a first try has something to ask. */
import { lstat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { makeVisibleLine } from "../render/visible.ts";

/** From the bundle (`dist/`) and from the source (`src/cli/`). */
const PLACES = ["../corpus", "../../corpus"];
/** The folder of one's own texts, in the working folder. */
const OWN = "corpus";

/** The folder of the texts that ship; null where the working folder has a corpus, whatever it is, or none ship. */
export async function findShippedCorpus(): Promise<string | null> {
  if (isWorkingFolderGone() || (await isThere(OWN))) return null;
  for (const place of PLACES) {
    const path = fileURLToPath(new URL(place, import.meta.url));
    if (await isThere(path)) return path;
  }
  return null;
}

/** What is said when they are read. */
export function shippedCorpusRemark(path: string): string {
  return `There is no folder ${OWN} here: these are the texts that ship with Footnote, in ${makeVisibleLine(path, 500)} (--corpus names others).`;
}

/** That the texts are gone with their folder is to be told, and not to be answered from others. */
function isWorkingFolderGone(): boolean {
  try {
    process.cwd();
    return false;
  } catch {
    return true;
  }
}

/** What cannot be looked at is there: whoever reads it tells what is wrong. */
function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== "ENOENT",
  );
}
