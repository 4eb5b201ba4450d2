/** Vectors of one length under labels 0 to size - 1: the store that vector indexes compare against. */
import type { StoredBytes } from "../store/stored-bytes.ts";

export interface VectorRows {
  readonly size: number;
  readonly dimensions: number;
  /** The vector under a label. Do not change it. */
  row(label: number): Float32Array;
}

/** Rows that lie one after the other in memory. */
export function rowsInMemory(floats: Float32Array, dimensions: number): VectorRows {
  return {
    size: dimensions === 0 ? 0 : floats.length / dimensions,
    dimensions,
    row: (label) => floats.subarray(label * dimensions, (label + 1) * dimensions),
  };
}

/** Rows that are read from a file each time. */
export function rowsInFile(file: Pick<StoredBytes, "size" | "read">, dimensions: number): VectorRows {
  const rowBytes = dimensions * Float32Array.BYTES_PER_ELEMENT;
  return {
    size: dimensions === 0 ? 0 : file.size / rowBytes,
    dimensions,
    row: (label) => new Float32Array(file.read(label * rowBytes, rowBytes).buffer),
  };
}
