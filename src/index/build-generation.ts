/**
 * Makes the files of a new generation. The entries of sources that have not changed are taken over from the
 * generation before; the others are divided and counted anew; sentences without a vector are embedded.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { divideSource } from "../passages/divide-source.ts";
import { buildTermVectors, chooseWords } from "./build-term-vectors.ts";
import { embedMissing } from "./embed-missing.ts";
import type { Embedder } from "./embedder.ts";
import { EntryGatherer } from "./entry-gatherer.ts";
import type { RefreshProgress } from "./refresh-progress.ts";
import type { GenerationFiles } from "./store/generation-files.ts";
import { FULL_TEXT_FILE, GRAPH_FILE, SOURCES_FILE, TERMS_FILE, VECTORS_FILE } from "./store/index-folder.ts";
import type { FileRecord, IndexManifest, Makers, SourceRecord } from "./store/index-manifest.ts";
import { encodeSections } from "./store/sections.ts";
import { encodeSource } from "./store/source-entry.ts";
import { DamagedIndexError } from "./store/stored-bytes.ts";
import { isRead, type Survey } from "./survey-corpus.ts";
import type { VectorCache, VectorKey } from "./vectors/vector-cache.ts";
import { writeGraph } from "./vectors/vector-graph.ts";
import { rowsInFile } from "./vectors/vector-rows.ts";

export interface BuildTools {
  /** Null when the index is to have no vectors. */
  readonly vectors: { readonly embedder: Embedder; readonly cache: VectorCache } | null;
  /** More texts than this are not embedded: the index is made without vectors. */
  readonly mostEmbedded: number;
  /** The entry of a source as the generation before has it; throws an Error when it is damaged. */
  readonly entryOf: (source: SourceRecord) => Uint8Array;
  readonly onProgress: (progress: RefreshProgress) => void;
  readonly signal: AbortSignal | undefined;
}

export interface BuiltGeneration {
  readonly contents: Omit<IndexManifest, "generation">;
  /** Texts that were embedded. */
  readonly embedded: number;
}

/** Vectors written at once. */
const ROWS_AT_ONCE = 512;

/** All files are whole and durable when it returns. */
export async function buildGeneration(
  survey: Survey,
  makers: Makers,
  files: GenerationFiles,
  tools: BuildTools,
): Promise<BuiltGeneration> {
  const { vectors, signal } = tools;
  const gatherer = new EntryGatherer((key) => vectors === null || vectors.cache.has(key));
  const records: Record<string, FileRecord> = {};
  records[SOURCES_FILE] = await files.write(SOURCES_FILE, writeEntries(survey, gatherer, tools));
  signal?.throwIfAborted();
  const fullText = gatherer.fullText.finish();
  records[FULL_TEXT_FILE] = await files.write(FULL_TEXT_FILE, [
    encodeSections({ ...fullText, sentenceStarts: Uint32Array.from(gatherer.sentenceStarts) }),
  ]);
  const missing = gatherer.missing.size;
  const isLeftOut = missing > tools.mostEmbedded;
  if (vectors !== null) {
    const words = chooseWords(fullText, (term) => gatherer.fullText.formOf(term), vectors);
    const texts = new Map([...words.missing, ...(isLeftOut ? [] : gatherer.missing)]);
    await embedAll(texts, vectors, tools);
    records[TERMS_FILE] = await files.write(TERMS_FILE, [await buildTermVectors(words, vectors)]);
  }
  if (vectors !== null && !isLeftOut) {
    const { embedder, cache } = vectors;
    records[VECTORS_FILE] = await files.write(VECTORS_FILE, vectorChunks(gatherer.keys, cache));
    if (await linkVectors(files, embedder.dimensions, tools))
      records[GRAPH_FILE] = await files.adopt(GRAPH_FILE);
  }
  const contents = {
    revision: revisionOf(makers, gatherer.records, VECTORS_FILE in records),
    makers,
    pendingVectors: isLeftOut ? missing : 0,
    notes: survey.notes,
    sources: gatherer.records,
    files: records,
  };
  return { contents, embedded: isLeftOut ? 0 : missing };
}

async function embedAll(
  texts: ReadonlyMap<VectorKey, string>,
  { embedder, cache }: NonNullable<BuildTools["vectors"]>,
  { onProgress, signal }: BuildTools,
): Promise<void> {
  if (texts.size === 0) return;
  const onEmbedded = (done: number, total: number): void => onProgress({ phase: "embedding", done, total });
  await embedMissing(texts, embedder, cache, onEmbedded, signal);
}

async function* writeEntries(
  { sources }: Survey,
  gatherer: EntryGatherer,
  { entryOf, onProgress, signal }: BuildTools,
): AsyncGenerator<Uint8Array> {
  for (const [place, source] of sources.entries()) {
    signal?.throwIfAborted();
    onProgress({ phase: "reading", done: place, total: sources.length });
    if (isRead(source)) {
      const divided = divideSource(source);
      const entry = encodeSource(source, divided);
      gatherer.take(source, divided.paragraphs.length, entry);
      yield entry;
    } else {
      const entry = entryOf(source);
      gatherer.take(source, source.paragraphs, entry);
      yield entry;
    }
  }
  onProgress({ phase: "writing", done: sources.length, total: sources.length });
}

async function* vectorChunks(keys: readonly VectorKey[], cache: VectorCache): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < keys.length; at += ROWS_AT_ONCE) {
    const rows = keys.slice(at, at + ROWS_AT_ONCE).map((key) => cache.vectorOf(key));
    yield Buffer.concat((await Promise.all(rows)).map((row) => bytesOf(row)));
  }
}

/** Whether there is now a file with the graph of the vectors. */
async function linkVectors(
  files: GenerationFiles,
  dimensions: number,
  { onProgress, signal }: BuildTools,
): Promise<boolean> {
  if (files.path === null) return false;
  const file = files.open(VECTORS_FILE);
  try {
    const rows = rowsInFile(file, dimensions);
    return await writeGraph(rows, join(files.path, GRAPH_FILE), (done) => {
      signal?.throwIfAborted();
      onProgress({ phase: "writing", done, total: rows.size });
    });
  } finally {
    file.close();
  }
}

function bytesOf(row: Float32Array | undefined): Uint8Array {
  if (row === undefined) throw new DamagedIndexError("a vector is no longer in its file");
  return new Uint8Array(row.buffer, row.byteOffset, row.byteLength);
}

/** The same for the same texts, rules and embedder, however often the index is made. */
function revisionOf(makers: Makers, sources: readonly SourceRecord[], hasVectors: boolean): string {
  const known = sources.map(({ id, file, title, author, date, url, checksum }) => {
    return [id, file, title, author, date, url, checksum];
  });
  return createHash("sha256")
    .update(JSON.stringify([makers, hasVectors, known]))
    .digest("hex")
    .slice(0, 16);
}
