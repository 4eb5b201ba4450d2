/** An edition: what one set of makers has made of a corpus. Which ones there are, and their own tables. */
import { UserError } from "../../errors.ts";
import type { IndexStatistics } from "../corpus-index.ts";
import type { Makers } from "../store/index-manifest.ts";
import type { Database, RunStatement } from "./database.ts";
import { isWriteRefused, stateOf } from "./database-faults.ts";

export interface Edition {
  readonly number: number;
  readonly makers: Makers;
  readonly isComplete: boolean;
  /** Counts its changes. */
  readonly revision: number;
  readonly statistics: IndexStatistics;
  /** Whether something that was replaced can be thrown away now. */
  readonly hasRubbish: boolean;
  /** Whether nobody has said for an hour that he uses it. */
  readonly isIdle: boolean;
}

interface EditionRow {
  readonly number: number;
  readonly division: string;
  readonly embedder: string | null;
  readonly dimensions: number | null;
  readonly is_complete: boolean;
  readonly revision: number;
  readonly passages: number;
  readonly passage_words: number;
  readonly sentences: number;
  readonly sentence_words: number;
  readonly has_rubbish: boolean;
  readonly is_idle: boolean;
}

/** What was replaced stays so long for those who still read it. A question takes no longer. */
const GRACE = "interval '60 seconds'";
/** An edition of other makers that nobody has opened for so long is dropped, unless it is one of the last few. */
const UNUSED = "interval '1 day'";
/** Editions kept however long nobody uses them, and most of all, as in a folder: the one just made is among them. */
const ALWAYS_KEPT = 3;
const MOST_KEPT = 8;

/** Rows stay in their pages, uncompressed: a search looks at many of them. */
const IN_PAGES = "WITH (toast_tuple_target = 8160)";

/** Names of an edition's own tables, as SQL. */
export function tablesOf(schema: string, edition: number) {
  return {
    passages: `${schema}.passages_${edition}`,
    terms: `${schema}.terms_${edition}`,
    embeddings: `${schema}.embeddings_${edition}`,
    meanings: `${schema}.meanings_${edition}`,
  };
}

/** The editions of a corpus that are in use, the newest first. */
export async function listEditions(database: Database, corpus: string): Promise<readonly Edition[]> {
  const { schema } = database;
  const rows = await database.read<EditionRow>(
    `SELECT number, division, embedder, dimensions, is_complete, revision, passages::float8, passage_words::float8,
       sentences::float8, sentence_words::float8,
       EXISTS (SELECT 1 FROM ${schema}.sources s WHERE s.edition = e.number AND s.retired_at < now() - ${GRACE})
       OR EXISTS (SELECT 1 FROM ${schema}.editions o WHERE o.corpus = e.corpus AND o.retired_at < now() - ${GRACE})
       AS has_rubbish, used_at < now() - interval '1 hour' AS is_idle
     FROM ${schema}.editions e WHERE corpus = $1 AND retired_at IS NULL ORDER BY number DESC`,
    [corpus],
  );
  return rows.map(readEdition);
}

function readEdition(row: EditionRow): Edition {
  const { number, division, embedder, dimensions, revision, passages, sentences } = row;
  return {
    number,
    makers: { division, embedder: embedder === null ? null : { id: embedder, dimensions: dimensions ?? 0 } },
    isComplete: row.is_complete,
    revision,
    statistics: {
      passages,
      averagePassageLength: passages === 0 ? 0 : row.passage_words / passages,
      sentences,
      averageSentenceLength: sentences === 0 ? 0 : row.sentence_words / sentences,
    },
    hasRubbish: row.has_rubbish,
    isIdle: row.is_idle,
  };
}

/** Whether an edition was made by these very makers. */
export function isMadeBy({ makers }: Edition, { division, embedder }: Makers): boolean {
  return (
    makers.division === division &&
    makers.embedder?.id === embedder?.id &&
    makers.embedder?.dimensions === embedder?.dimensions
  );
}

/** A new edition, empty, with its tables. Readers do not see it before `completeEdition`. */
export async function createEdition(
  database: Database,
  corpus: string,
  { division, embedder }: Makers,
): Promise<number> {
  if (embedder !== null) await ensureVectors(database);
  const { schema } = database;
  return database.transaction(async (run) => {
    const [row] = await run<{ number: number }>(
      `INSERT INTO ${schema}.editions (corpus, division, embedder, dimensions) VALUES ($1, $2, $3, $4) RETURNING number`,
      [corpus, division, embedder?.id ?? null, embedder?.dimensions ?? null],
    );
    const number = row?.number ?? 0;
    const tables = tablesOf(schema, number);
    await run(
      `CREATE TABLE ${tables.passages} (source integer NOT NULL, ordinal integer NOT NULL, first_sentence integer NOT NULL,
         range integer[] NOT NULL, sentences integer[] NOT NULL, context integer[] NOT NULL, length integer NOT NULL,
         terms tsvector NOT NULL, counts jsonb NOT NULL, PRIMARY KEY (source, ordinal))
       ${IN_PAGES}`,
    );
    await run(
      `CREATE TABLE ${tables.terms} (term text COLLATE "C" PRIMARY KEY, passages integer NOT NULL,
         sentences integer NOT NULL, form text NOT NULL, lead integer NOT NULL)
       WITH (fillfactor = 80)`,
    );
    if (embedder === null) return number;
    const vector = `vector(${Math.trunc(embedder.dimensions)}) NOT NULL`;
    await run(
      `CREATE TABLE ${tables.embeddings} (source integer NOT NULL, place integer NOT NULL, passage integer NOT NULL,
         sentence integer NOT NULL, key bytea NOT NULL, embedding ${vector}, PRIMARY KEY (source, place)) ${IN_PAGES}`,
    );
    await run(
      `CREATE TABLE ${tables.meanings} (term text COLLATE "C" PRIMARY KEY, length float8 NOT NULL, embedding ${vector})
       ${IN_PAGES}`,
    );
    return number;
  });
}

/** What a server says that has no files of pgvector. */
const NOT_INSTALLED = ["0A000", "58P01", "42704"];
/** Two that make an extension at once would fail; any number will do. */
const EXTENSION_LOCK = 4_606_412;

/** Afterwards the database knows vectors. @throws UserError when it does not and may not learn it. */
async function ensureVectors(database: Database): Promise<void> {
  const known = await database.read("SELECT 1 FROM pg_extension WHERE extname = 'vector'");
  if (known.length === 0) await makeExtension(database);
  const [seen] = await database.read<{ type: string | null }>("SELECT to_regtype('vector')::text AS type");
  if (seen?.type == null)
    throw new UserError(
      `the index database ${database.address.shown} has pgvector in a schema that this user does not search`,
      "Add that schema to the user's search_path, with ALTER ROLE … SET search_path, and give the user USAGE on it.",
    );
}

async function makeExtension(database: Database): Promise<void> {
  try {
    await database.transaction(async (run) => {
      await run("SELECT pg_advisory_xact_lock($1)", [EXTENSION_LOCK]);
      await run("CREATE EXTENSION IF NOT EXISTS vector");
    });
  } catch (error) {
    const isRefused = isWriteRefused(error);
    if (!isRefused && !NOT_INSTALLED.includes(stateOf(error))) throw error;
    throw new UserError(
      `the index database ${database.address.shown} has no vectors: pgvector is not ${isRefused ? "allowed" : "installed"} there`,
      "Install pgvector and run CREATE EXTENSION vector there as its owner; or do without: FOOTNOTE_EMBEDDER=none",
      { cause: error },
    );
  }
}

/** From now on readers see it; what its makers made of the corpus before is retired. */
export async function completeEdition(run: RunStatement, schema: string, number: number): Promise<void> {
  await run(
    `UPDATE ${schema}.editions o SET retired_at = now() FROM (
       SELECT o.number, o.division = e.division AND o.embedder IS NOT DISTINCT FROM e.embedder
           AND o.dimensions IS NOT DISTINCT FROM e.dimensions AS is_same,
         o.is_complete, o.used_at < now() - ${UNUSED} AS is_unused,
         row_number() OVER (PARTITION BY o.is_complete ORDER BY o.used_at DESC, o.number DESC) AS place
       FROM ${schema}.editions o JOIN ${schema}.editions e ON o.corpus = e.corpus AND o.number <> e.number
       WHERE e.number = $1 AND o.retired_at IS NULL) other
     WHERE o.number = other.number AND (is_same OR place >= ${MOST_KEPT}
       OR is_unused AND (NOT other.is_complete OR place >= ${ALWAYS_KEPT}))`,
    [number],
  );
  await run(`UPDATE ${schema}.editions SET is_complete = true, used_at = now() WHERE number = $1`, [number]);
}

/** Says that an edition is in use, so that it is not dropped. */
export async function touchEdition(database: Database, number: number): Promise<void> {
  const { schema } = database;
  await database.transaction((run) =>
    run(`UPDATE ${schema}.editions SET used_at = now() WHERE number = $1`, [number]),
  );
}

/** Drops editions and sources that were replaced and that nobody reads any more. */
export async function sweep(database: Database, corpus: string): Promise<void> {
  const { schema } = database;
  const retired = await database.read<{ number: number }>(
    `SELECT number FROM ${schema}.editions WHERE corpus = $1 AND retired_at < now() - ${GRACE}`,
    [corpus],
  );
  for (const { number } of retired) await database.transaction((run) => dropEdition(run, schema, number));
  const editions = await database.read<{ number: number; embedder: string | null; sources: number[] }>(
    `SELECT e.number, e.embedder, array_agg(s.number) AS sources
     FROM ${schema}.editions e JOIN ${schema}.sources s ON s.edition = e.number
     WHERE e.corpus = $1 AND s.retired_at < now() - ${GRACE} GROUP BY e.number, e.embedder`,
    [corpus],
  );
  for (const { number, embedder, sources } of editions)
    await database.transaction(async (run) => {
      const { passages, embeddings } = tablesOf(schema, number);
      await run(`DELETE FROM ${passages} WHERE source = ANY($1)`, [sources]);
      if (embedder !== null) await run(`DELETE FROM ${embeddings} WHERE source = ANY($1)`, [sources]);
      await run(`DELETE FROM ${schema}.sources WHERE edition = $1 AND number = ANY($2)`, [number, sources]);
    });
  await database.transaction((run) =>
    run(`DELETE FROM ${schema}.made_vectors WHERE made_at < now() - interval '7 days'`),
  );
}

/** Somebody has dropped it by hand, or the whole corpus. */
export function editionGoneError(): UserError {
  return new UserError(
    "the edition of the index that is being built is no longer in the database",
    "Somebody has dropped it: try again, and it is made anew.",
  );
}

export async function dropEdition(run: RunStatement, schema: string, number: number): Promise<void> {
  for (const table of Object.values(tablesOf(schema, number))) await run(`DROP TABLE IF EXISTS ${table}`);
  for (const [table, column] of [
    ["sources", "edition"],
    ["looks", "edition"],
    ["editions", "number"],
  ])
    await run(`DELETE FROM ${schema}.${table} WHERE ${column} = $1`, [number]);
}
