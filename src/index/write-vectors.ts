/** Writes the vectors of the sentences of a part, once all of them are in the cache, and the graph that links them. */
import { join } from "node:path";
import type { Embedder } from "../embedders/embedder.ts";
import type { RefreshProgress } from "./refresh-progress.ts";
import type { GenerationFiles } from "./store/generation-files.ts";
import { BYTES_FILE, GRAPH_FILE, VECTORS_FILE } from "./store/index-folder.ts";
import type { PartFiles } from "./store/index-manifest.ts";
import { DamagedIndexError } from "./store/stored-bytes.ts";
import { encodeByteRows } from "./vectors/byte-vector-index.ts";
import type { VectorCache, VectorKey } from "./vectors/vector-cache.ts";
import { writeGraph } from "./vectors/vector-graph.ts";
import { rowsInFile } from "./vectors/vector-rows.ts";

export interface WriteTools {
  readonly onProgress: (progress: RefreshProgress) => void;
  readonly signal: AbortSignal | undefined;
  /** For tests: more vectors than this are kept in bytes. */
  readonly mostInGraph?: number | undefined;
}

/**
 * More vectors are kept in bytes and all compared: linking 100,000 takes a minute and 240 MB each time, comparing
 * them four milliseconds.
 */
const MOST_IN_GRAPH = 50_000;
/** Vectors written at once. */
const ROWS_AT_ONCE = 512;

/** `keys`: of all sentences of the part, in order. Throws a DamagedIndexError when a vector is not there. */
export async function writeVectors(
  files: GenerationFiles,
  keys: readonly VectorKey[],
  { embedder, cache }: { readonly embedder: Embedder; readonly cache: VectorCache },
  tools: WriteTools,
): Promise<PartFiles> {
  if (keys.length > (tools.mostInGraph ?? MOST_IN_GRAPH))
    return { [BYTES_FILE]: await files.write(BYTES_FILE, byteChunks(keys, cache, embedder.dimensions)) };
  const vectors = await files.write(VECTORS_FILE, vectorChunks(keys, cache));
  if (!(await linkVectors(files, embedder.dimensions, tools))) return { [VECTORS_FILE]: vectors };
  return { [VECTORS_FILE]: vectors, [GRAPH_FILE]: await files.adopt(GRAPH_FILE) };
}

async function* vectorChunks(keys: readonly VectorKey[], cache: VectorCache): AsyncGenerator<Uint8Array> {
  for await (const rows of readRows(keys, cache))
    yield Buffer.concat(rows.map((row) => new Uint8Array(row.buffer, row.byteOffset, row.byteLength)));
}

async function* byteChunks(
  keys: readonly VectorKey[],
  cache: VectorCache,
  dimensions: number,
): AsyncGenerator<Uint8Array> {
  for await (const rows of readRows(keys, cache)) yield encodeByteRows(rows, dimensions);
}

async function* readRows(keys: readonly VectorKey[], cache: VectorCache): AsyncGenerator<Float32Array[]> {
  for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
    const rows = await Promise.all(keys.slice(at, at + ROWS_AT_ONCE).map((key) => cache.vectorOf(key)));
    const whole = rows.filter((row) => row !== undefined);
    if (whole.length < rows.length) throw new DamagedIndexError("a vector is no longer in its file");
    yield whole;
  }
}

/** Whether there is now a file with the graph of the vectors. */
async function linkVectors(
  files: GenerationFiles,
  dimensions: number,
  { onProgress, signal }: WriteTools,
): Promise<boolean> {
  if (files.path === null) return false;
  const file = files.open(VECTORS_FILE);
  try {
    const rows = rowsInFile(file, dimensions);
    return await writeGraph(rows, join(files.path, GRAPH_FILE), (done) => {
      signal?.throwIfAborted();
      onProgress({ phase: "writing", done, total: rows.size });
    });
  } finally {
    file.close();
  }
}
