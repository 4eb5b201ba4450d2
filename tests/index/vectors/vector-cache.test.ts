import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KEY_BYTES, VectorCache } from "../../../src/index/vectors/vector-cache.ts";

const DIMENSIONS = 3;
const [ONE, TWO, THREE] = ["1", "\u00ff", "3"].map((letter) => letter.repeat(KEY_BYTES)) as [
  string,
  string,
  string,
];

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-cache-"));
  path = join(folder, "deep", "vectors.records");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a vector cache", () => {
  it("keeps vectors for the next one to open it", async () => {
    await addTo(path, { [ONE]: [1, 0, 0], [TWO]: [0, 1, 0] });
    expect(await contentsOf(path)).toEqual({ [ONE]: [1, 0, 0], [TWO]: [0, 1, 0] });
  });

  it("knows at once what another one has added", async () => {
    const [one, other] = [await open(path), await open(path)];
    await one.add(new Map([[ONE, [1, 0, 0]]]));
    await other.add(new Map([[TWO, [0, 1, 0]]]));
    expect([one.has(TWO), other.has(ONE), other.has(TWO)]).toEqual([false, true, true]);
    await Promise.all([one.close(), other.close()]);
    expect(await contentsOf(path)).toEqual({ [ONE]: [1, 0, 0], [TWO]: [0, 1, 0] });
  });

  it("passes over a record that was torn, wherever it was torn, and keeps those around it", async () => {
    await addTo(path, { [ONE]: [1, 0, 0], [TWO]: [0, 1, 0] });
    const whole = await readFile(path);
    for (let length = whole.length / 2; length < whole.length; length++) {
      await writeFile(path, whole.subarray(0, length));
      await addTo(path, { [THREE]: [0, 0, 1] });
      expect(await contentsOf(path)).toEqual({ [ONE]: [1, 0, 0], [THREE]: [0, 0, 1] });
    }
  });

  it("passes over a record of which any bit was altered", async () => {
    await addTo(path, { [ONE]: [1, 0, 0], [TWO]: [0, 1, 0] });
    const whole = await readFile(path);
    for (let at = 0; at < whole.length; at++) {
      const altered = Buffer.from(whole);
      altered.writeUInt8(altered.readUInt8(at) ^ 4, at);
      await writeFile(path, altered);
      const expected = at < whole.length / 2 ? { [TWO]: [0, 1, 0] } : { [ONE]: [1, 0, 0] };
      expect(await contentsOf(path)).toEqual(expected);
    }
  });

  it("does not hand out a vector that was altered after it was opened", async () => {
    await addTo(path, { [ONE]: [1, 0, 0] });
    const cache = await open(path);
    await truncate(path, 10);
    expect(await cache.vectorOf(ONE)).toBeUndefined();
    await cache.close();
  });

  it("makes nothing of a foreign file", async () => {
    await addTo(path, {});
    await appendFile(path, "FNv1".repeat(100));
    expect(await contentsOf(path)).toEqual({});
    await addTo(path, { [ONE]: [1, 0, 0] });
    expect(await contentsOf(path)).toEqual({ [ONE]: [1, 0, 0] });
  });

  it("keeps new vectors in memory where it may only read", async () => {
    await addTo(path, { [ONE]: [1, 0, 0] });
    const cache = await VectorCache.open(path, DIMENSIONS, true);
    await cache.add(new Map([[TWO, [0, 1, 0]]]));
    expect([await cache.vectorOf(ONE), await cache.vectorOf(TWO)]).toEqual([
      Float32Array.of(1, 0, 0),
      Float32Array.of(0, 1, 0),
    ]);
    await cache.close();
    expect(await contentsOf(path)).toEqual({ [ONE]: [1, 0, 0] });
    const without = await VectorCache.open(join(folder, "none", "x"), DIMENSIONS, true);
    expect(without.has(ONE)).toBe(false);
    await without.close();
  });

  it("reads files longer than what it reads at once", async () => {
    const count = 120_000;
    const keys = Array.from({ length: count }, (_, place) => String(place).padStart(KEY_BYTES));
    await addTo(path, Object.fromEntries(keys.map((key, place) => [key, [place, 0, 0]])));
    const cache = await open(path);
    expect(keys.every((key) => cache.has(key))).toBe(true);
    expect(await cache.vectorOf(keys[count - 1] ?? "")).toEqual(Float32Array.of(count - 1, 0, 0));
    await cache.close();
  });
});

function open(file: string): Promise<VectorCache> {
  return VectorCache.open(file, DIMENSIONS);
}

async function addTo(file: string, vectors: Readonly<Record<string, readonly number[]>>): Promise<void> {
  const cache = await open(file);
  await cache.add(new Map(Object.entries(vectors)));
  await cache.close();
}

async function contentsOf(file: string): Promise<Record<string, readonly number[]>> {
  const cache = await open(file);
  const contents: Record<string, readonly number[]> = {};
  for (const key of [ONE, TWO, THREE]) {
    const vector = await cache.vectorOf(key);
    if (vector !== undefined) contents[key] = Array.from(vector);
  }
  await cache.close();
  return contents;
}
