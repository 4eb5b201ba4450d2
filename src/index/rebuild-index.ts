/**
 * Makes a new generation of an index beside the old one, and puts it in its place: the rename of the manifest is
 * the one moment at which the index changes. Where nothing may be written, the generation is made in memory.
 */
import { join } from "node:path";
import { listCorpusFiles } from "../corpus/list-corpus-files.ts";
import { emptyCorpusError } from "../corpus/read-corpus.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { type BuildTools, type BuiltGeneration, buildGeneration } from "./build-generation.ts";
import { explainOtherMakers, makersOf } from "./makers.ts";
import type { FreshGeneration, OpenIndexOptions } from "./open-options.ts";
import { type Addition, planAddition } from "./plan-addition.ts";
import { describeRefresh } from "./refresh-report.ts";
import { compareSources } from "./source-changes.ts";
import { findOtherEdition, removeOldEditions } from "./store/editions.ts";
import { type FoundIndex, findIndex } from "./store/find-index.ts";
import { filesInFolder, filesInMemory, type GenerationFiles } from "./store/generation-files.ts";
import { createGeneration, removeAbandoned, removeFolder, vectorsPath } from "./store/index-folder.ts";
import { generationsOf, type IndexManifest, syncFolder, writeManifest } from "./store/index-manifest.ts";
import { type OpenFile, openGeneration, openIn } from "./store/open-generation.ts";
import { removeReplaced } from "./store/remove-replaced.ts";
import { DamagedIndexError } from "./store/stored-bytes.ts";
import { type Survey, surveyCorpus } from "./survey-corpus.ts";
import { VectorCache } from "./vectors/vector-cache.ts";

export interface BuildPlace {
  /** Of all editions of the corpus. */
  readonly corpus: string;
  /** Of the edition that is wanted. */
  readonly folder: string;
  /** Nothing may be written: the index is made in memory. */
  readonly isReadOnly: boolean;
}

/** Call it with the lock of the folder held, unless it is read-only. */
export async function rebuildIndex(place: BuildPlace, options: OpenIndexOptions): Promise<FreshGeneration> {
  const own = await findIndex(place.folder);
  const isFirst = own.generation === null && own.fault === null;
  const found = isFirst ? await findOtherEdition(place.corpus, place.folder) : own;
  try {
    return await rebuildFrom(found, place, options);
  } catch (error) {
    // What was damaged and yet looked whole is found out while it is copied.
    if (!(error instanceof DamagedIndexError) || found.generation === null) throw error;
    return await rebuildFrom({ generation: null, fault: error.fault }, place, options);
  } finally {
    found.generation?.close();
  }
}

async function rebuildFrom(
  found: FoundIndex,
  place: BuildPlace,
  options: OpenIndexOptions,
): Promise<FreshGeneration> {
  const { corpusPath, embedder } = options;
  const { folder, isReadOnly } = place;
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
    const own = found.generation?.folder === folder ? before : null;
    const addition = isReadOnly || !isUsable || own === null ? null : addTo(found, survey, options);
    const tools = toolsFor(found, vectors, addition, options);
    const build: Build = (files) => buildGeneration(survey, makers, files, tools);
    const made = isReadOnly ? await buildInMemory(build) : await buildInFolder(place, own, build);
    const changes = compareSources(before, survey.sources);
    const remarks = { rebuilt: explainRebuild(found, options), embedded: made.embedded, isReadOnly };
    return {
      generation: openGeneration(isReadOnly ? null : folder, made.openFile, made.manifest),
      report: describeRefresh(survey, changes, made.manifest, remarks),
    };
  } finally {
    await vectors?.cache.close();
  }
}

type Build = (files: GenerationFiles) => Promise<BuiltGeneration>;

interface MadeGeneration extends BuiltGeneration {
  readonly openFile: OpenFile;
}

/** `before`: what is in the place that the new one takes. */
async function buildInFolder(
  { corpus, folder }: BuildPlace,
  before: IndexManifest | null,
  build: Build,
): Promise<MadeGeneration> {
  await removeAbandoned(folder, before === null ? new Set() : generationsOf(before));
  const generation = await createGeneration(folder);
  const path = join(folder, generation);
  try {
    const built = await build(filesInFolder(folder, generation));
    await syncFolder(path);
    await writeManifest(folder, built.manifest);
    await removeReplaced(folder, before, built.manifest);
    await removeOldEditions(corpus, folder).catch(() => undefined);
    return { ...built, openFile: openIn(folder) };
  } catch (error) {
    await removeFolder(path);
    throw error;
  }
}

async function buildInMemory(build: Build): Promise<MadeGeneration> {
  const files = filesInMemory();
  return { ...(await build(files)), openFile: (name) => files.open(name) };
}

/** What stays of the index before, when little of a large corpus has changed. */
function addTo(
  { generation }: FoundIndex,
  { sources }: Survey,
  { embedder, mostEmbedded = Number.POSITIVE_INFINITY, leastPassages }: OpenIndexOptions,
): Addition | null {
  if (generation === null || explainOtherMakers(generation.manifest.makers, makersOf(embedder)) !== null)
    return null;
  const { pendingVectors } = generation.manifest;
  const isToBeCompleted = pendingVectors > 0 && pendingVectors <= mostEmbedded;
  return isToBeCompleted && generation.parts[0]?.vectors === null
    ? null
    : planAddition(generation, sources, leastPassages);
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
  addition: Addition | null,
  {
    mostEmbedded = Number.POSITIVE_INFINITY,
    onProgress = () => undefined,
    signal,
    mostInGraph,
  }: OpenIndexOptions,
): BuildTools {
  const entryOf: BuildTools["entryOf"] = (source) => {
    if (generation === null) throw new DamagedIndexError(`${source.file} is missing in it`);
    return generation.entryOf(source);
  };
  return { vectors, mostEmbedded, addition, entryOf, onProgress, signal, mostInGraph };
}

function explainRebuild(
  { generation, fault }: FoundIndex,
  { embedder, force }: OpenIndexOptions,
): string | null {
  if (force === true) return "it was asked for";
  if (generation === null) return fault;
  return explainOtherMakers(generation.manifest.makers, makersOf(embedder));
}
