/**
 * Makes a new generation of an index beside the old one, and puts it in its place: the rename of the manifest is
 * the one moment at which the index changes. Where nothing may be written, the generation is made in memory.
 */
import { join } from "node:path";
import { listCorpusFiles } from "../corpus/list-corpus-files.ts";
import { emptyCorpusError } from "../corpus/read-corpus.ts";
import { type BuildTools, type BuiltGeneration, buildGeneration } from "./build-generation.ts";
import type { Embedder } from "./embedder.ts";
import { explainOtherMakers, makersOf } from "./makers.ts";
import type { FreshGeneration, OpenIndexOptions } from "./open-options.ts";
import { describeRefresh } from "./refresh-report.ts";
import { compareSources } from "./source-changes.ts";
import { type FoundIndex, findIndex } from "./store/find-index.ts";
import { filesInFolder, filesInMemory, type GenerationFiles } from "./store/generation-files.ts";
import { createGeneration, removeAbandoned, removeFolder, vectorsPath } from "./store/index-folder.ts";
import { type IndexManifest, syncFolder, writeManifest } from "./store/index-manifest.ts";
import { openGeneration } from "./store/open-generation.ts";
import { DamagedIndexError } from "./store/stored-bytes.ts";
import { surveyCorpus } from "./survey-corpus.ts";
import { VectorCache } from "./vectors/vector-cache.ts";

/** Call it with the lock of the folder held, unless `isReadOnly`. */
export async function rebuildIndex(
  folder: string,
  isReadOnly: boolean,
  options: OpenIndexOptions,
): Promise<FreshGeneration> {
  const found = await findIndex(folder);
  try {
    return await rebuildFrom(found, folder, isReadOnly, options);
  } catch (error) {
    // What was damaged and yet looked whole is found out while it is copied.
    if (!(error instanceof DamagedIndexError) || found.generation === null) throw error;
    return await rebuildFrom({ generation: null, fault: error.fault }, folder, isReadOnly, options);
  } finally {
    found.generation?.close();
  }
}

async function rebuildFrom(
  found: FoundIndex,
  folder: string,
  isReadOnly: boolean,
  options: OpenIndexOptions,
): Promise<FreshGeneration> {
  const { corpusPath, embedder } = options;
  const makers = makersOf(embedder);
  const before = found.generation?.manifest ?? null;
  const isUsable = before?.makers.division === makers.division && options.force !== true;
  const listing = await listCorpusFiles(corpusPath);
  const survey = await surveyCorpus(listing, isUsable ? before : null, (done, total) =>
    options.onProgress?.({ phase: "reading", done, total }),
  );
  if (survey.sources.length === 0) throw emptyCorpusError(corpusPath, survey.skipped);
  const vectors = embedder && { embedder, cache: await openCache(embedder, isReadOnly, options) };
  try {
    const tools = toolsFor(found, vectors, options);
    const build: Build = (files) => buildGeneration(survey, makers, files, tools);
    const made = isReadOnly ? await buildInMemory(build) : await buildInFolder(folder, before, build);
    const changes = compareSources(before, survey.sources);
    const remarks = { rebuilt: explainRebuild(found, options), embedded: made.embedded, isReadOnly };
    return {
      generation: openGeneration(made.files, made.manifest),
      report: describeRefresh(survey, changes, made.manifest, remarks),
    };
  } finally {
    await vectors?.cache.close();
  }
}

type Build = (files: GenerationFiles) => Promise<BuiltGeneration>;

interface MadeGeneration {
  readonly files: GenerationFiles;
  readonly manifest: IndexManifest;
  readonly embedded: number;
}

async function buildInFolder(
  folder: string,
  before: IndexManifest | null,
  build: Build,
): Promise<MadeGeneration> {
  await removeAbandoned(folder, before?.generation ?? null);
  const generation = await createGeneration(folder);
  const path = join(folder, generation);
  const files = filesInFolder(path);
  try {
    const { contents, embedded } = await build(files);
    await syncFolder(path);
    const manifest = { ...contents, generation };
    await writeManifest(folder, manifest);
    if (before !== null) await removeFolder(join(folder, before.generation));
    return { files, manifest, embedded };
  } catch (error) {
    await removeFolder(path);
    throw error;
  }
}

async function buildInMemory(build: Build): Promise<MadeGeneration> {
  const files = filesInMemory();
  const { contents, embedded } = await build(files);
  return { files, manifest: { ...contents, generation: "" }, embedded };
}

function openCache(
  { id, dimensions }: Embedder,
  isReadOnly: boolean,
  { indexPath }: OpenIndexOptions,
): Promise<VectorCache> {
  return VectorCache.open(vectorsPath(indexPath, id, dimensions), dimensions, isReadOnly);
}

function toolsFor(
  { generation }: FoundIndex,
  vectors: BuildTools["vectors"],
  { mostEmbedded = Number.POSITIVE_INFINITY, onProgress = () => undefined, signal }: OpenIndexOptions,
): BuildTools {
  const entryOf: BuildTools["entryOf"] = (source) => {
    if (generation === null) throw new DamagedIndexError(`${source.file} is missing in it`);
    return generation.entryOf(source);
  };
  return { vectors, mostEmbedded, entryOf, onProgress, signal };
}

function explainRebuild(
  { generation, fault }: FoundIndex,
  { embedder, force }: OpenIndexOptions,
): string | null {
  if (force === true) return "it was asked for";
  if (generation === null) return fault;
  return explainOtherMakers(generation.manifest.makers, makersOf(embedder));
}
