/** Vectors in bytes: each number is the nearest of 255 steps, whose size is the row's own. Pure. */

const HIGHEST = 127;

/** Writes the nearest bytes, and gives what one step stands for. */
export function toBytes(direction: ArrayLike<number>, bytes: Int8Array): number {
  let highest = 0;
  for (let at = 0; at < direction.length; at++) highest = Math.max(highest, Math.abs(direction[at] ?? 0));
  if (highest === 0) return 0;
  for (let at = 0; at < direction.length; at++)
    bytes[at] = Math.round(((direction[at] ?? 0) / highest) * HIGHEST);
  return highest / HIGHEST;
}
