import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowByRow } from "../../src/embedders/matrix-kernel.ts";
import { MatrixMemory } from "../../src/embedders/matrix-memory.ts";
import { seededNumbers } from "../doubles/seeded-vectors.ts";

describe("the product of two matrices", () => {
  it("is that of the definition, for any shapes, added to what was there", () => {
    const side = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(side, side, side, fc.integer(), (rows, inner, columns, seed) => {
        const next = seededNumbers(seed);
        const draw = (length: number) => Float32Array.from({ length }, () => next() - 0.5);
        const [left, right] = [draw(rows * inner), draw(inner * columns)];
        const product = multiply(left, right, rows, inner, columns);
        for (let row = 0; row < rows; row++)
          for (let column = 0; column < columns; column++) {
            let sum = 1;
            for (let at = 0; at < inner; at++)
              sum += (left[row * inner + at] ?? 0) * (right[at * columns + column] ?? 0);
            expect(product(row, column)).toBeCloseTo(sum, 4);
          }
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  it("is the same when the right one was read by columns", () => {
    const values = Float32Array.from({ length: 24 }, (_, at) => at);
    const memory = new MatrixMemory(4_096);
    const upright = memory.pack(rowByRow(values, 3, 8));
    const lying = memory.pack({ values, start: 0, rows: 8, columns: 3, rowStep: 1, columnStep: 8 });
    expect([upright.rows, upright.columns]).toEqual([8, 8]);
    expect([lying.rows, lying.columns]).toEqual([8, 8]);
    const one = memory.allocate(32);
    one.values.fill(1, 0, 8);
    const sums = memory.allocate(32);
    memory.addProduct(one, lying, sums, 1);
    expect(Array.from(sums.values.subarray(0, 4))).toEqual([28, 92, 156, 0]);
  });
});

/** Fills both up as the kernel needs it; every sum begins at 1. */
function multiply(left: Float32Array, right: Float32Array, rows: number, inner: number, columns: number) {
  const memory = new MatrixMemory(20_000);
  const packed = memory.pack(rowByRow(right, inner, columns));
  const wide = memory.allocate(Math.ceil(rows / 4) * 4 * packed.rows);
  for (let row = 0; row < rows; row++)
    wide.values.set(left.subarray(row * inner, (row + 1) * inner), row * packed.rows);
  const sums = memory.allocate(Math.ceil(rows / 4) * 4 * packed.columns);
  sums.values.fill(1);
  memory.addProduct(wide, packed, sums, rows);
  return (row: number, column: number): number => sums.values[row * packed.columns + column] ?? Number.NaN;
}
