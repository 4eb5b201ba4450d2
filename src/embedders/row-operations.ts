/** What a transformer does to matrices besides multiplying them, row by row. All arrays hold whole rows in order. */

/** Keeps rows that vary little from being blown up. */
const LEAST_VARIANCE = 1e-6;

/** Sets every row to `row`. */
export function fillRows(target: Float32Array, row: Float32Array, rows: number): void {
  for (let start = 0; start < rows * row.length; start += row.length) target.set(row, start);
}

/** Adds `row` to every row. */
export function addToRows(target: Float32Array, row: Float32Array, rows: number): void {
  const width = row.length;
  for (let start = 0; start < rows * width; start += width)
    for (let at = 0; at < width; at++) target[start + at] = (target[start + at] ?? 0) + (row[at] ?? 0);
}

/** Adds a matrix of the same shape. */
export function addRows(target: Float32Array, added: Float32Array, length: number): void {
  for (let at = 0; at < length; at++) target[at] = (target[at] ?? 0) + (added[at] ?? 0);
}

export function raiseToZero(values: Float32Array, length: number): void {
  for (let at = 0; at < length; at++) if ((values[at] ?? 0) < 0) values[at] = 0;
}

/** Writes each row with mean 0 and variance 1, then times `scale` plus `shift`. */
export function normalizeRows(
  source: Float32Array,
  target: Float32Array,
  rows: number,
  scale: Float32Array,
  shift: Float32Array,
): void {
  const width = scale.length;
  for (let start = 0; start < rows * width; start += width) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += source[start + at] ?? 0;
    const mean = sum / width;
    let squares = 0;
    for (let at = 0; at < width; at++) squares += ((source[start + at] ?? 0) - mean) ** 2;
    const factor = 1 / Math.sqrt(squares / width + LEAST_VARIANCE);
    for (let at = 0; at < width; at++)
      target[start + at] = ((source[start + at] ?? 0) - mean) * factor * (scale[at] ?? 0) + (shift[at] ?? 0);
  }
}
