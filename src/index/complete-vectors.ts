/**
 * Makes the vectors that an index was first built without: a large corpus is answered from its words at once, and its
 * sentences are learned while it is. What is made is kept at once, so that a stopped run is taken up where it
 * stopped; the vectors take their place, all together, when the last one is there.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import { sliceRange } from "../corpus/source.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { embedMissing } from "./embed-missing.ts";
import { explainOtherMakers, makersOf } from "./makers.ts";
import type { OpenIndexOptions } from "./open-options.ts";
import { revisionOf } from "./revision.ts";
import { lockFolder } from "./store/build-lock.ts";
import { editionFolder } from "./store/editions.ts";
import { findIndex } from "./store/find-index.ts";
import { filesInFolder } from "./store/generation-files.ts";
import {
  BYTES_FILE,
  corpusFolder,
  createGeneration,
  removeFolder,
  VECTORS_FILE,
  vectorsPath,
} from "./store/index-folder.ts";
import {
  type IndexManifest,
  type PartFiles,
  readManifest,
  type SourceRecord,
  sourcesOfPart,
  syncFolder,
  writeManifest,
} from "./store/index-manifest.ts";
import type { OpenGeneration } from "./store/open-generation.ts";
import { decodeSections } from "./store/sections.ts";
import { readPassages, readSentenceKeys, readText } from "./store/source-entry.ts";
import { KEY_BYTES, keyOf, VectorCache, type VectorKey } from "./vectors/vector-cache.ts";
import { writeVectors } from "./write-vectors.ts";

/** Whether the index is complete now and was not before. Rejects when aborted, and with what the embedder throws. */
export async function completeVectors(options: OpenIndexOptions): Promise<boolean> {
  const { embedder } = options;
  if (embedder === null) return false;
  const corpus = await corpusFolder(options.indexPath, options.corpusPath);
  const folder = await editionFolder(corpus, makersOf(embedder));
  for (;;) {
    const { generation } = await findIndex(folder);
    if (generation === null) return false;
    try {
      const { makers, pendingVectors } = generation.manifest;
      if (pendingVectors === 0 || explainOtherMakers(makers, makersOf(embedder)) !== null) return false;
      // The corpus may change while its sentences are learned: what is new is learned then.
      if (await completeGeneration(generation, folder, embedder, options)) return true;
    } finally {
      generation.close();
    }
  }
}

/** False when another index has taken its place. */
async function completeGeneration(
  generation: OpenGeneration,
  folder: string,
  embedder: Embedder,
  options: OpenIndexOptions,
): Promise<boolean> {
  const { id, dimensions } = embedder;
  const cache = await VectorCache.open(vectorsPath(options.indexPath, id, dimensions), dimensions);
  try {
    const keys = await learnSentences(generation, cache, embedder, options);
    const release = await lockFolder(folder, () => undefined, options.signal);
    try {
      return await putInPlace(generation.manifest, keys, folder, { embedder, cache }, options);
    } finally {
      await release();
    }
  } finally {
    await cache.close();
  }
}

/** The keys of the sentences of each part that has no vectors; all of them are in the cache then. */
async function learnSentences(
  generation: OpenGeneration,
  cache: VectorCache,
  embedder: Embedder,
  { onProgress, signal }: OpenIndexOptions,
): Promise<readonly (readonly VectorKey[] | null)[]> {
  const { manifest, parts } = generation;
  const lacking = parts.map(({ vectors }, part) => (vectors === null ? sourcesOfPart(manifest, part) : []));
  const total = lacking.flat().reduce((sum, { sentences }) => sum + sentences, 0);
  let done = 0;
  const keys: (VectorKey[] | null)[] = parts.map(({ vectors }) => (vectors === null ? [] : null));
  for (const [part, sources] of lacking.entries())
    for (const source of sources) {
      signal?.throwIfAborted();
      const read = readSentences(generation, source);
      for (const [key] of read) keys[part]?.push(key);
      const missing = new Map(read.filter(([key]) => !cache.has(key)));
      const known = done + read.length - missing.size;
      const onEmbedded = (made: number): void =>
        onProgress?.({ phase: "embedding", done: known + made, total });
      await embedMissing(missing, embedder, cache, onEmbedded, signal);
      done += read.length;
      await nextTurn();
    }
  return keys;
}

function readSentences(generation: OpenGeneration, source: SourceRecord): (readonly [VectorKey, string])[] {
  const entry = decodeSections(generation.entryOf(source));
  const [text, keys] = [readText(entry), readSentenceKeys(entry)];
  const sentences = readPassages(entry).flatMap((passage) => passage.sentences);
  return sentences.map(({ range }, place) => {
    const key = keyOf(keys.subarray(place * KEY_BYTES, (place + 1) * KEY_BYTES));
    return [key, sliceRange(text, range)];
  });
}

async function putInPlace(
  before: IndexManifest,
  keys: readonly (readonly VectorKey[] | null)[],
  folder: string,
  vectors: { readonly embedder: Embedder; readonly cache: VectorCache },
  { onProgress = () => undefined, signal, mostInGraph }: OpenIndexOptions,
): Promise<boolean> {
  const now = await readManifest(folder);
  if (now === null || "fault" in now || JSON.stringify(now.parts) !== JSON.stringify(before.parts))
    return false;
  const parts: PartFiles[] = [];
  const made: string[] = [];
  try {
    for (const [part, files] of now.parts.entries()) {
      const own = keys[part] ?? null;
      if (own === null || VECTORS_FILE in files || BYTES_FILE in files) {
        parts.push(files);
        continue;
      }
      const generation = await createGeneration(folder);
      made.push(generation);
      const target = filesInFolder(folder, generation);
      parts.push({
        ...files,
        ...(await writeVectors(target, own, vectors, { onProgress, signal, mostInGraph })),
      });
      await syncFolder(target.path ?? folder);
    }
    const [first = {}] = parts;
    const revision = revisionOf(now.makers, now.sources, true, parts.length === 1 ? null : first);
    await writeManifest(folder, { ...now, parts, pendingVectors: 0, revision });
    return true;
  } catch (error) {
    for (const generation of made) await removeFolder(`${folder}/${generation}`);
    throw error;
  }
}
