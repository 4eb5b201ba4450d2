/**
 * Attention with several heads: for each row, what all rows have to tell, by how well they answer what it asks. Its
 * products are the kernel's.
 */
import type { Matrix } from "./matrix-kernel.ts";
import type { Floats, MatrixMemory, PackedMatrix } from "./matrix-memory.ts";

export class Attention {
  readonly #memory: MatrixMemory;
  readonly #heads: number;
  readonly #asked: Floats;
  readonly #packed: Floats;
  readonly #shares: Floats;
  readonly #sums: Floats;

  /** For up to so many rows, a multiple of eight, and heads of up to so many numbers. */
  constructor(memory: MatrixMemory, mostRows: number, heads: number, headWidth: number) {
    this.#memory = memory;
    this.#heads = heads;
    this.#asked = memory.allocate(mostRows * headWidth);
    this.#packed = memory.allocate(mostRows * headWidth);
    this.#shares = memory.allocate(mostRows * mostRows);
    this.#sums = memory.allocate(mostRows * headWidth);
  }

  /** A row of `source` is what it asks, what it answers to and what it tells: `width` numbers each. */
  run(source: Float32Array, target: Float32Array, rows: number, width: number): void {
    const columns = width / this.#heads;
    for (let head = 0; head < width; head += columns) {
      const part = (start: number): Matrix => ({
        ...{ values: source, start: start + head, rows, columns, rowStep: 3 * width, columnStep: 1 },
      });
      this.#share(part(0), part(width), rows);
      this.#gather(part(2 * width), rows);
      for (let row = 0; row < rows; row++)
        target.set(this.#sums.values.subarray(row * columns, (row + 1) * columns), row * width + head);
    }
  }

  /** How much each row takes of each other one. */
  #share(asked: Matrix, answered: Matrix, rows: number): void {
    const { columns } = asked;
    for (let row = 0; row < rows; row++) {
      const start = asked.start + row * asked.rowStep;
      this.#asked.values.set(asked.values.subarray(start, start + columns), row * columns);
    }
    const answers = this.#memory.pack(transpose(answered), this.#packed);
    this.#multiply(this.#asked, answers, this.#shares, rows);
    const scale = 1 / Math.sqrt(columns);
    for (let row = 0; row < rows; row++) {
      const start = row * answers.columns;
      toShares(this.#shares.values.subarray(start, start + rows), scale);
      // A column that no row stands for.
      this.#shares.values.fill(0, start + rows, start + answers.columns);
    }
  }

  #gather(told: Matrix, rows: number): void {
    this.#multiply(this.#shares, this.#memory.pack(told, this.#packed), this.#sums, rows);
  }

  #multiply(left: Floats, right: PackedMatrix, target: Floats, rows: number): void {
    target.values.fill(0, 0, rows * right.columns);
    this.#memory.addProduct(left, right, target, rows);
  }
}

function transpose({ rows, columns, rowStep, columnStep, ...place }: Matrix): Matrix {
  return { ...place, rows: columns, columns: rows, rowStep: columnStep, columnStep: rowStep };
}

/** Softmax of the scaled values: positive, with the sum 1. The highest is taken away, so that no power is too large. */
function toShares(values: Float32Array, scale: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) highest = Math.max(highest, value);
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const power = Math.exp(((values[at] ?? 0) - highest) * scale);
    values[at] = power;
    sum += power;
  }
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / sum;
}
