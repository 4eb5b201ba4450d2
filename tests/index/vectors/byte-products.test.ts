import { describe, expect, it } from "vitest";
import { createByteRows } from "../../../src/index/vectors/byte-products.ts";
import { seededNumbers } from "../../doubles/seeded-vectors.ts";

function createRows(rows: Int8Array, width: number) {
  const count = width === 0 ? 0 : rows.length / width;
  return createByteRows(count, width, (write) => {
    for (let row = 0; row < count; row++) write(row, rows.subarray(row * width, (row + 1) * width));
  });
}

describe("products of rows of bytes", () => {
  it.each([1, 16, 31, 32, 100, 512])("are those of a plain sum, for rows of %i bytes", (width) => {
    const next = seededNumbers(width);
    const bytes = (length: number) => Int8Array.from({ length }, () => Math.floor(next() * 255) - 127);
    const rows = bytes(40 * width);
    const products = createRows(rows, width);
    for (const query of [bytes(width), new Int8Array(width).fill(127), new Int8Array(width).fill(-127)])
      expect([...products.multiply(query)]).toEqual(
        Array.from({ length: 40 }, (_, row) =>
          query.reduce((sum, value, at) => sum + value * (rows[row * width + at] ?? 0), 0),
        ),
      );
  });

  it("hold the largest sums", () => {
    const rows = new Int8Array(512 * 2).fill(127).fill(-127, 512);
    expect([...createRows(rows, 512).multiply(new Int8Array(512).fill(127))]).toEqual([
      512 * 127 * 127,
      -512 * 127 * 127,
    ]);
  });

  it("are none of no rows", () => {
    expect(createRows(new Int8Array(), 16).multiply(new Int8Array(16))).toHaveLength(0);
    expect(createRows(new Int8Array(), 0).multiply(new Int8Array(0))).toHaveLength(0);
  });
});
