/**
 * Makes the edition of a corpus that is wanted, or brings it up to date, and opens it. An edition of the same makers is
 * updated in place, a source at a time; otherwise a new one is filled beside the others and shown when it is complete.
 * A stopped build is taken up where it stopped.
 */
import { emptyCorpusError } from "../../corpus/read-corpus.ts";
import { explainOtherMakers } from "../makers.ts";
import { describeRefresh } from "../refresh-report.ts";
import { compareSources } from "../source-changes.ts";
import { BuildLease } from "./build-lease.ts";
import {
  completeEdition,
  createEdition,
  dropEdition,
  type Edition,
  editionGoneError,
  isMadeBy,
  listEditions,
  sweep,
} from "./edition.ts";
import { indexEdition } from "./index-edition.ts";
import { readKnownCorpus } from "./known-corpus.ts";
import { lookAtFiles } from "./look-at-files.ts";
import { writeMeanings } from "./meanings.ts";
import {
  hasSameEmbedder,
  type OpenedPostgresIndex,
  type Opening,
  openEdition,
  rememberLook,
} from "./opening.ts";
import { updateEdition } from "./update-edition.ts";

/** `openCurrent`: gives what a builder that was waited for has made, if it is what is wanted. */
export async function buildCorpus(
  opening: Opening,
  openCurrent: (editions: readonly Edition[]) => Promise<OpenedPostgresIndex | null>,
): Promise<OpenedPostgresIndex> {
  const { database, lasting, options, corpus } = opening;
  const onWait = (): void => options.onProgress?.({ phase: "waiting", done: 0, total: 1 });
  const lease = await BuildLease.claim(lasting, corpus, onWait, options.signal);
  try {
    await sweep(database, corpus);
    const editions = await listEditions(database, corpus);
    return (await openCurrent(editions)) ?? (await buildWith(lease, opening, editions));
  } finally {
    await lease.release();
  }
}

async function buildWith(
  lease: BuildLease,
  opening: Opening,
  editions: readonly Edition[],
): Promise<OpenedPostgresIndex> {
  const { database, options, makers, corpus } = opening;
  const complete = editions.filter(({ isComplete }) => isComplete);
  const previous = complete.find((one) => isMadeBy(one, makers)) ?? complete[0] ?? null;
  const inPlace = previous !== null && isMadeBy(previous, makers) && options.force !== true ? previous : null;
  const before = previous && (await readKnownCorpus(database, previous, options.corpusPath));
  const edition = inPlace ?? (await freshEdition(opening, editions));
  const known = await readKnownCorpus(database, edition, options.corpusPath);
  const survey = await lookAtFiles(options, known);
  if (survey.sources.length === 0) throw emptyCorpusError(options.corpusPath, survey.skipped);
  const embedded = await fill(lease, opening, edition, {
    survey,
    known,
    complete,
    isFresh: inPlace === null,
  });
  const made = await editionNow(opening, edition.number);
  await indexEdition(database, made, inPlace === null);
  await database.transaction(async (run) => {
    await lease.assertHeld(run);
    await completeEdition(run, database.schema, edition.number);
  });
  await rememberLook(opening, edition, survey, known);
  const rebuilt =
    options.force === true
      ? "it was asked for"
      : inPlace === null && previous !== null
        ? explainOtherMakers(previous.makers, makers)
        : null;
  const changes = compareSources(before, survey.sources);
  const report = describeRefresh(survey, changes, known, { rebuilt, embedded, isReadOnly: false });
  await sweep(database, corpus);
  return {
    index: await openEdition(opening, await editionNow(opening, edition.number)),
    report,
    inMemory: null,
  };
}

/** Writes what is new or changed; gives the number of sentences that were embedded. */
async function fill(
  lease: BuildLease,
  { database, options, makers }: Opening,
  edition: Edition,
  {
    survey,
    known,
    complete,
    isFresh,
  }: {
    readonly survey: Awaited<ReturnType<typeof lookAtFiles>>;
    readonly known: Awaited<ReturnType<typeof readKnownCorpus>>;
    readonly complete: readonly Edition[];
    readonly isFresh: boolean;
  },
): Promise<number> {
  const { embedder, signal, onProgress = () => undefined } = options;
  const alike = complete.filter((one) => hasSameEmbedder(one, makers)).map(({ number }) => number);
  const embedded = await updateEdition(edition.number, survey, known, isFresh, {
    ...{ database, lease, embedder, onProgress, signal },
    vectorEditions: [...new Set([edition.number, ...alike])],
  });
  if (embedder === null) return embedded;
  const onEmbedded = (done: number, total: number): void => onProgress({ phase: "embedding", done, total });
  await writeMeanings(database, edition.number, { embedder, editions: [], onEmbedded, signal });
  return embedded;
}

/** An edition that nobody reads: the one that an earlier build of the same makers left unfinished, or a new one. */
async function freshEdition(opening: Opening, editions: readonly Edition[]): Promise<Edition> {
  const { database, corpus, makers, options } = opening;
  const unfinished = editions.find((one) => !one.isComplete && isMadeBy(one, makers));
  if (unfinished !== undefined && options.force !== true) return unfinished;
  if (unfinished !== undefined)
    await database.transaction((run) => dropEdition(run, database.schema, unfinished.number));
  return editionNow(opening, await createEdition(database, corpus, makers));
}

async function editionNow({ database, corpus }: Opening, number: number): Promise<Edition> {
  const edition = (await listEditions(database, corpus)).find((one) => one.number === number);
  if (edition === undefined) throw editionGoneError();
  return edition;
}
