/**
 * Opens the index of a corpus in PostgreSQL, and first makes it or brings it up to date when it is missing or stale,
 * as `openIndex` does for a folder. Where nothing may be written, or where the corpus itself is not at hand, what is
 * there is read as it is, and the report says so.
 */
import { basename } from "node:path";
import { listCorpusFiles } from "../../corpus/list-corpus-files.ts";
import { UserError } from "../../errors.ts";
import { makersOf } from "../makers.ts";
import type { OpenIndexOptions } from "../open-options.ts";
import { describeRefresh, type RefreshReport } from "../refresh-report.ts";
import { compareSources } from "../source-changes.ts";
import { corpusFolder } from "../store/index-folder.ts";
import { buildCorpus } from "./build-corpus.ts";
import { BuildLease } from "./build-lease.ts";
import { type Database, openDatabase } from "./database.ts";
import { parseDatabaseUrl } from "./database-address.ts";
import { isWriteRefused } from "./database-faults.ts";
import { type Edition, isMadeBy, listEditions, sweep } from "./edition.ts";
import { readKnownCorpus } from "./known-corpus.ts";
import { lookAtFiles } from "./look-at-files.ts";
import {
  chooseEdition,
  hasSameEmbedder,
  type OpenedPostgresIndex,
  type Opening,
  openEdition,
  rememberLook,
} from "./opening.ts";
import { ensureSchema } from "./schema.ts";

/**
 * A current index is opened at once; one builder at a time works on a corpus, and others wait for it.
 * @throws UserError when the database or the corpus cannot be used, what the embedder throws, or the reason of an
 * abort. No error holds the password.
 */
export async function openPostgresIndex(options: OpenIndexOptions): Promise<OpenedPostgresIndex> {
  const address = parseDatabaseUrl(options.indexPath);
  const lasting = await openDatabase(address);
  const database = lasting.until(options.signal);
  try {
    const corpus = address.corpus ?? (await corpusName(options.corpusPath));
    return await open({ database, lasting, options, corpus, makers: makersOf(options.embedder) });
  } catch (error) {
    await lasting.close();
    throw error;
  }
}

/** What a corpus is called in a database when its operator has not named it: the same as its folder in an index folder. */
export async function corpusName(corpusPath: string): Promise<string> {
  return basename(await corpusFolder("", corpusPath));
}

async function open(opening: Opening): Promise<OpenedPostgresIndex> {
  const { database, options, corpus, makers } = opening;
  options.signal?.throwIfAborted();
  const schema = await ensureSchema(database);
  const editions = schema.isThere ? await listEditions(database, corpus) : [];
  const readable = chooseEdition(editions, makers);
  const listing = await listCorpusFiles(options.corpusPath).catch((error: unknown) => {
    if (readable === null) throw error;
    return null;
  });
  if (listing === null && readable !== null)
    return openAsItIs(opening, readable, [
      "the corpus is not on this machine: answers come from what the database holds",
    ]);
  if (database.address.isReadOnly)
    return openUnwritten(opening, readable, "access=read in its address says so");
  if (!schema.isThere) return openUnwritten(opening, readable, schema.why);
  const openCurrentOf = (found: readonly Edition[]) => openCurrent(opening, found);
  try {
    return (await openCurrentOf(editions)) ?? (await buildCorpus(opening, openCurrentOf));
  } catch (error) {
    if (!isWriteRefused(error) || readable === null) throw error;
    return openUnwritten(opening, readable, "the user may not");
  }
}

/** Null when there is none, or it is stale, or it is to be made anew. */
async function openCurrent(
  opening: Opening,
  editions: readonly Edition[],
): Promise<OpenedPostgresIndex | null> {
  const { database, options, corpus, makers } = opening;
  if (options.force === true) return null;
  const edition = editions.find((one) => one.isComplete && isMadeBy(one, makers));
  if (edition === undefined) return null;
  const known = await readKnownCorpus(database, edition, options.corpusPath);
  const survey = await lookAtFiles(options, known);
  const changes = compareSources(known, survey.sources);
  if (changes.isAny) return null;
  await rememberLook(opening, edition, survey, known);
  if (edition.hasRubbish) await sweepIfFree(database, corpus);
  const report = describeRefresh(survey, changes, known);
  return { index: await openEdition(opening, edition), report, inMemory: null };
}

async function sweepIfFree(database: Database, corpus: string): Promise<void> {
  const lease = await BuildLease.tryClaim(database, corpus).catch(() => null);
  if (lease === null) return;
  await sweep(database, corpus).catch(() => undefined);
  await lease.release();
}

/** What is there, though the files may say otherwise. */
async function openUnwritten(
  opening: Opening,
  edition: Edition | null,
  why: string,
): Promise<OpenedPostgresIndex> {
  const { database, options } = opening;
  if (edition === null)
    throw new UserError(
      `the index database ${database.address.shown} holds no index of this corpus, and may not be written: ${why}`,
      "Run footnote index where the corpus is, with the right to write; or name the corpus: ?corpus=<name>",
    );
  const known = await readKnownCorpus(database, edition, options.corpusPath);
  const survey = await lookAtFiles(options, known);
  await rememberLook(opening, edition, survey, known);
  const { isAny } = compareSources(known, survey.sources);
  return openAsItIs(
    opening,
    edition,
    isAny
      ? ["the index database may not be written: answers come from what it holds, not from these files"]
      : [],
  );
}

async function openAsItIs(
  opening: Opening,
  edition: Edition,
  notes: readonly string[],
): Promise<OpenedPostgresIndex> {
  const index = await openEdition(opening, edition);
  const { embedder } = opening.makers;
  const other =
    embedder !== null && !hasSameEmbedder(edition, opening.makers)
      ? [`the index in the database has no vectors of ${embedder.id}: answers rest on words alone`]
      : [];
  const report: RefreshReport = {
    ...{ new: [], changed: [], removed: [], skipped: [], embedded: 0, pendingVectors: 0, rebuilt: null },
    unchanged: index.sources.map(({ file }) => file),
    notes: [...notes, ...other],
  };
  return { index, report, inMemory: null };
}
