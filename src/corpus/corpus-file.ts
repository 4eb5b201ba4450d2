/** A file that may be a source, as it lies on the disk: what can be known of it without reading it. */
import type { BigIntStats } from "node:fs";

export interface CorpusFile {
  /** Path relative to the corpus folder, with `/` between its parts. */
  readonly file: string;
  /** Absolute path of the file itself, symbolic links resolved. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Changes whenever the file was written, replaced or moved; a change of `stamp` need not be one of content. */
  readonly stamp: string;
}

/** The stamp of a file with these stats. */
export function stampOf(stats: BigIntStats): string {
  return [stats.size, stats.mtimeNs, stats.ctimeNs, stats.ino].join("-");
}
