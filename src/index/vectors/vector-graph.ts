/**
 * Decides whether vectors are searched by a graph or one by one, and keeps the graph in a file. The graph's library
 * is loaded only when it is worth it; where it cannot be, search is exact, which finds the same.
 */
import { systemErrorCode } from "../../errors.ts";
import { checksumOfStored, DamagedIndexError, openStoredFile } from "../store/stored-bytes.ts";
import type { VectorIndex } from "../vector-index.ts";
import { findAddonFault } from "./addon-fault.ts";
import type { VectorRows } from "./vector-rows.ts";

/**
 * Up to so many vectors are compared one by one: that takes under four milliseconds, where loading the graph's
 * library takes seventy, and linking as many vectors seconds of each build.
 */
export const MOST_WITHOUT_GRAPH = 5_000;

/** Makes a graph of the rows and writes it to `path`; false when there are few of them, or the addon is missing. */
export async function writeGraph(
  rows: VectorRows,
  path: string,
  onLinked: (done: number) => void,
): Promise<boolean> {
  if (rows.size <= MOST_WITHOUT_GRAPH || (await findAddonFault()) !== null) return false;
  const { HnswVectorIndex } = await import("./hnsw-vector-index.ts");
  const index = await HnswVectorIndex.build(rows, onLinked);
  await index.save(path);
  return true;
}

/** A search over the rows, by the graph in the file at `path` if it is whole and the addon works. */
export async function openGraph(
  rows: VectorRows,
  path: string,
  checksum: string,
): Promise<VectorIndex | null> {
  if ((await findAddonFault()) !== null) return null;
  try {
    // A graph with a wrong link would end the process.
    if (!isWhole(path, checksum)) return null;
    const { HnswVectorIndex } = await import("./hnsw-vector-index.ts");
    return await HnswVectorIndex.load(path, rows);
  } catch (error) {
    // The file of an index that was replaced in the meantime is gone; its vectors are still open.
    if (systemErrorCode(error) === undefined && !(error instanceof DamagedIndexError)) throw error;
    return null;
  }
}

function isWhole(path: string, checksum: string): boolean {
  const file = openStoredFile(path);
  try {
    return checksumOfStored(file) === checksum;
  } finally {
    file.close();
  }
}
