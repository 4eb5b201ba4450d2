/** Removes the folders of an index that the one after it needs no more. */
import { join } from "node:path";
import { removeFolder } from "./index-folder.ts";
import { generationsOf, type IndexManifest } from "./index-manifest.ts";

export async function removeReplaced(
  folder: string,
  before: IndexManifest | null,
  now: IndexManifest,
): Promise<void> {
  if (before === null) return;
  const needed = generationsOf(now);
  for (const generation of generationsOf(before))
    if (!needed.has(generation)) await removeFolder(join(folder, generation));
}
