/** Matrices in the memory of the kernel, and their products. What is allocated stays allocated. */
import {
  createKernel,
  type Matrix,
  type MultiplyMatrices,
  packedSide,
  packMatrix,
  TILE_ROWS,
} from "./matrix-kernel.ts";

/** Numbers in the memory: theirs, and where they are. */
export interface Floats {
  readonly values: Float32Array;
  /** In bytes. */
  readonly address: number;
}

/** A matrix to be multiplied with, in the kernel's own order, its sides filled up with zeros. */
export interface PackedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly address: number;
}

const PAGE_BYTES = 64 * 1024;
/** Room for a vector before and after: what the first bytes are is nobody's. */
const START = 16;

export class MatrixMemory {
  readonly #memory: WebAssembly.Memory;
  readonly #multiply: MultiplyMatrices;
  #end = START;

  /** `capacity`: floats there is room for. Throws an Error on a processor without vector instructions. */
  constructor(capacity: number) {
    const pages = Math.ceil((START + capacity * Float32Array.BYTES_PER_ELEMENT) / PAGE_BYTES);
    this.#memory = new WebAssembly.Memory({ initial: pages });
    this.#multiply = createKernel(this.#memory);
  }

  allocate(length: number): Floats {
    const address = this.#end;
    const values = new Float32Array(this.#memory.buffer, address, length);
    this.#end += values.byteLength;
    return { values, address };
  }

  /** A copy of a matrix, in `room` or in room of its own. */
  pack(matrix: Matrix, room?: Floats): PackedMatrix {
    const [rows, columns] = [packedSide(matrix.rows), packedSide(matrix.columns)];
    const { values, address } = room ?? this.allocate(rows * columns);
    packMatrix(matrix, values);
    return { rows, columns, address };
  }

  /**
   * Adds to `sums` the product of `left` and `right`: of the first `rows` rows of `left`, and of up to three more
   * that must be there, with any numbers. A row of `left` is as long as `right` has rows, one of `sums` as columns.
   */
  addProduct(left: Floats, right: PackedMatrix, sums: Floats, rows: number): void {
    const whole = Math.ceil(rows / TILE_ROWS) * TILE_ROWS;
    this.#multiply(left.address, right.address, sums.address, whole, right.rows, right.columns);
  }
}
