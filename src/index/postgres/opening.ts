/** What every step of an opening needs, and how an edition becomes an index to be asked. */
import type { OpenedIndex } from "../open-index.ts";
import type { OpenIndexOptions } from "../open-options.ts";
import type { Makers } from "../store/index-manifest.ts";
import type { Survey } from "../survey-corpus.ts";
import { type Database, openDatabase } from "./database.ts";
import { type Edition, isMadeBy, listEditions, touchEdition } from "./edition.ts";
import { type KnownCorpus, keepNotes, readSources } from "./known-corpus.ts";
import { PostgresIndex } from "./postgres-index.ts";

export interface Opening {
  /** Ends what it is asked when the opening is aborted. */
  readonly database: Database;
  /** The same, not aborted: belongs to the index once there is one. */
  readonly lasting: Database;
  readonly options: OpenIndexOptions;
  /** The name of the corpus in the database. */
  readonly corpus: string;
  readonly makers: Makers;
}

export type OpenedPostgresIndex = OpenedIndex & { readonly index: PostgresIndex };

/** The index of an edition at its present revision. Closing it closes the lasting database of the opening. */
export async function openEdition(opening: Opening, edition: Edition): Promise<PostgresIndex> {
  const { database, lasting, makers } = opening;
  const sources = await readSources(database, edition);
  if (edition.isIdle && !database.address.isReadOnly)
    await touchEdition(database, edition.number).catch(() => undefined);
  return new PostgresIndex({
    database: lasting,
    edition,
    sources,
    hasVectors: edition.makers.embedder !== null && hasSameEmbedder(edition, makers),
    findNewer: (index) => findNewer(opening, index),
  });
}

/** The edition to be read: that of these makers, or where there is none the newest one there is. */
export function chooseEdition(editions: readonly Edition[], makers: Makers): Edition | null {
  const complete = editions.filter(({ isComplete }) => isComplete);
  return complete.find((one) => isMadeBy(one, makers)) ?? complete[0] ?? null;
}

export function hasSameEmbedder(edition: Edition, { embedder }: Makers): boolean {
  const own = edition.makers.embedder;
  return own?.id === embedder?.id && own?.dimensions === embedder?.dimensions;
}

async function findNewer(opening: Opening, { edition }: PostgresIndex): Promise<PostgresIndex | null> {
  const database = await openDatabase(opening.database.address);
  try {
    const now = chooseEdition(await listEditions(database, opening.corpus), opening.makers);
    // Who answers for days without opening anything uses it all the same.
    if (now?.isIdle && !database.address.isReadOnly)
      await touchEdition(database, now.number).catch(() => undefined);
    if (now !== null && (now.number !== edition.number || now.revision !== edition.revision))
      return await openEdition({ ...opening, database, lasting: database }, now);
  } catch (error) {
    await database.close();
    throw error;
  }
  await database.close();
  return null;
}

/** Keeps the stamps of the files. It only saves time: that it cannot be done, on a replica for one, does not matter. */
export async function rememberLook(
  { database, options }: Opening,
  edition: Edition,
  { notes }: Survey,
  known: KnownCorpus,
): Promise<void> {
  if (database.address.isReadOnly || JSON.stringify(notes) === JSON.stringify(known.notes)) return;
  await keepNotes(database, edition.number, options.corpusPath, notes).catch(() => undefined);
}
