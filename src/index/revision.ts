/** What tells two states of an index apart. */
import { createHash } from "node:crypto";
import { FULL_TEXT_FILE } from "./store/index-folder.ts";
import type { Makers, PartFiles, SourceRecord } from "./store/index-manifest.ts";

/**
 * The same for the same texts, rules and embedder, however often the index is made; but a corpus in two parts has
 * another one than the same corpus in one, since the parts are searched by graphs of their own.
 */
export function revisionOf(
  makers: Makers,
  sources: readonly SourceRecord[],
  hasVectors: boolean,
  first: PartFiles | null,
): string {
  const known = sources.map(({ id, file, title, author, date, url, checksum }) => {
    return [id, file, title, author, date, url, checksum];
  });
  const division = first === null ? [] : [first[FULL_TEXT_FILE]?.checksum];
  return createHash("sha256")
    .update(JSON.stringify([makers, hasVectors, known, ...division]))
    .digest("hex")
    .slice(0, 16);
}
