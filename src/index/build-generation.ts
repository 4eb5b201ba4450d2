/**
 * Makes the files of a new generation. The entries of sources that have not changed are taken over from the
 * generation before, or stay where they are; the others are divided and counted anew; sentences without a vector are
 * embedded.
 */
import type { Source } from "../corpus/source.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { divideSource } from "../passages/divide-source.ts";
import { buildTermVectors, chooseWords, readKnownWords } from "./build-term-vectors.ts";
import { embedMissing } from "./embed-missing.ts";
import { EntryGatherer } from "./entry-gatherer.ts";
import { FullTextBuilder } from "./full-text/full-text-builder.ts";
import { interruptibly } from "./interruptibly.ts";
import { type Addition, isKept } from "./plan-addition.ts";
import type { RefreshProgress } from "./refresh-progress.ts";
import { revisionOf } from "./revision.ts";
import type { GenerationFiles } from "./store/generation-files.ts";
import { FULL_TEXT_FILE, SOURCES_FILE, TERMS_FILE, WITHDRAWN_FILE } from "./store/index-folder.ts";
import type { FileRecord, IndexManifest, Makers, SourceRecord } from "./store/index-manifest.ts";
import { decodeSections, encodeSections } from "./store/sections.ts";
import { encodeSource, readWords } from "./store/source-entry.ts";
import { isRead, type Survey } from "./survey-corpus.ts";
import type { VectorCache, VectorKey } from "./vectors/vector-cache.ts";
import { writeVectors } from "./write-vectors.ts";

export interface BuildTools {
  /** Null when the index is to have no vectors. */
  readonly vectors: { readonly embedder: Embedder; readonly cache: VectorCache } | null;
  /** More texts than this are not embedded: the index is made without vectors. */
  readonly mostEmbedded: number;
  /** The part that stays, when only a second one is written. */
  readonly addition: Addition | null;
  /** The entry of a source as the generation before has it; throws an Error when it is damaged. */
  readonly entryOf: (source: SourceRecord) => Uint8Array;
  readonly onProgress: (progress: RefreshProgress) => void;
  readonly signal: AbortSignal | undefined;
  readonly mostInGraph: number | undefined;
}

export interface BuiltGeneration {
  readonly manifest: IndexManifest;
  /** Sentences that were embedded. */
  readonly embedded: number;
}

/** All files are whole and durable when it returns. */
export async function buildGeneration(
  survey: Survey,
  makers: Makers,
  files: GenerationFiles,
  tools: BuildTools,
): Promise<BuiltGeneration> {
  const { vectors, addition, signal } = tools;
  const gatherer = new EntryGatherer(
    addition === null ? 0 : 1,
    (key) => vectors === null || vectors.cache.has(key),
  );
  const records: Record<string, FileRecord> = {};
  records[SOURCES_FILE] = await files.write(SOURCES_FILE, writeEntries(survey, gatherer, tools));
  signal?.throwIfAborted();
  const fullText = gatherer.fullText.finish();
  records[FULL_TEXT_FILE] = await files.write(FULL_TEXT_FILE, [
    encodeSections({ ...fullText, sentenceStarts: Uint32Array.from(gatherer.sentenceStarts) }),
  ]);
  if (addition !== null && addition.withdrawn.length > 0)
    records[WITHDRAWN_FILE] = await files.write(WITHDRAWN_FILE, [countWithdrawn(addition)]);
  const missing = gatherer.missing.size;
  const first = addition?.generation.parts[0] ?? null;
  const isLeftOut = missing > tools.mostEmbedded || (first !== null && first.vectors === null);
  if (vectors !== null) {
    const known = first && readKnownWords(first);
    const words = chooseWords(fullText, (term) => gatherer.fullText.formOf(term), vectors, known);
    await embedAll(new Map([...words.missing, ...(isLeftOut ? [] : gatherer.missing)]), vectors, tools);
    records[TERMS_FILE] = await files.write(TERMS_FILE, [await buildTermVectors(words, vectors, known)]);
    if (!isLeftOut) Object.assign(records, await writeVectors(files, gatherer.keys, vectors, tools));
  }
  const hasVectors = vectors !== null && !isLeftOut;
  const parts = first === null ? [records] : [first.records, records];
  const before = addition?.generation.manifest.pendingVectors ?? 0;
  const pendingVectors = vectors === null || !isLeftOut ? 0 : Math.max(1, missing, before);
  const manifest = {
    revision: revisionOf(makers, gatherer.records, hasVectors, first?.records ?? null),
    makers,
    pendingVectors,
    notes: survey.notes,
    sources: gatherer.records,
    parts,
    withdrawn: addition?.withdrawn ?? [],
  };
  return { manifest, embedded: isLeftOut ? 0 : missing };
}

/** The words of what the first part holds and the corpus does not: they are taken off its counts. */
function countWithdrawn({ generation, withdrawn }: Addition): Uint8Array {
  const builder = new FullTextBuilder();
  for (const source of withdrawn) builder.add(readWords(decodeSections(generation.entryOf(source))));
  return encodeSections(builder.finish());
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

/** Of a text that takes its time, Ctrl-C ends the reading in the middle. */
function readPatiently(source: Source, signal: AbortSignal | undefined) {
  const read = () => {
    const divided = divideSource(source);
    return { entry: encodeSource(source, divided), paragraphs: divided.paragraphs.length };
  };
  try {
    return interruptibly(source.text.length, read);
  } finally {
    signal?.throwIfAborted();
  }
}

async function* writeEntries(
  { sources }: Survey,
  gatherer: EntryGatherer,
  { addition, entryOf, onProgress, signal }: BuildTools,
): AsyncGenerator<Uint8Array> {
  for (const [place, source] of sources.entries()) {
    signal?.throwIfAborted();
    onProgress({ phase: "reading", done: place, total: sources.length });
    if (addition !== null && isKept(source)) gatherer.keep(source);
    else if (isRead(source)) {
      const { entry, paragraphs } = readPatiently(source, signal);
      gatherer.take(source, paragraphs, entry);
      yield entry;
    } else {
      const entry = entryOf(source);
      gatherer.take(source, source.paragraphs, entry);
      yield entry;
    }
  }
  onProgress({ phase: "writing", done: sources.length, total: sources.length });
}
