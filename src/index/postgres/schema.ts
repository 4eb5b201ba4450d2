/**
 * The tables of the index, made and brought up to date by version. Two that start at once wait for each other, by a
 * lock that ends with its transaction, so that it holds behind a transaction pooler too.
 *
 *     corpora        one row a corpus; who builds it, and until when he is believed to be alive
 *     editions       what one set of makers (rules, embedder) has made of a corpus, and its counts
 *     sources        the sources of an edition, each version of each text: see `since` and `until`
 *     looks          the stamps of files as one machine saw them
 *     made_vectors   vectors of a build that has not come to its end
 *     records        what the processes of a bot share
 *
 * and for each edition N tables of its own, since its vectors have a length of their own, and so that an edition
 * can be loaded before its indexes are made, and dropped without a trace:
 *
 *     passages_N     ranges, and the terms as a tsvector
 *     terms_N        in how many passages and sentences each term stands
 *     embeddings_N   a vector for each sentence
 *     meanings_N     a vector for each word that says something, less what all of them have in common
 */
import { UserError } from "../../errors.ts";
import type { Database, RunStatement } from "./database.ts";
import { isMissing, isWriteRefused } from "./database-faults.ts";

/** Sources that have not been replaced are valid until here. */
export const FOREVER = 2_147_483_647;

/** Any number will do, as long as nobody else takes it. */
const MIGRATION_LOCK = 4_606_411;

/** Each brings the schema up by one version, and is never changed once published. */
const MIGRATIONS: readonly ((schema: string) => string)[] = [
  (schema) => `
    CREATE TABLE ${schema}.corpora (
      name text PRIMARY KEY,
      builder text,
      builder_until timestamptz
    );
    CREATE TABLE ${schema}.editions (
      number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      corpus text NOT NULL REFERENCES ${schema}.corpora,
      division text NOT NULL,
      embedder text,
      dimensions integer,
      is_complete boolean NOT NULL DEFAULT false,
      revision integer NOT NULL DEFAULT 0,
      next_source integer NOT NULL DEFAULT 0,
      passages bigint NOT NULL DEFAULT 0,
      passage_words bigint NOT NULL DEFAULT 0,
      sentences bigint NOT NULL DEFAULT 0,
      sentence_words bigint NOT NULL DEFAULT 0,
      mean bytea,
      used_at timestamptz NOT NULL DEFAULT now(),
      retired_at timestamptz
    );
    CREATE TABLE ${schema}.sources (
      edition integer NOT NULL,
      number integer NOT NULL,
      id text NOT NULL,
      file text NOT NULL,
      hash text NOT NULL,
      about json NOT NULL,
      text bytea NOT NULL,
      counts json NOT NULL,
      body_start integer NOT NULL,
      paragraphs integer NOT NULL,
      passages integer NOT NULL,
      passage_words integer NOT NULL,
      sentences integer NOT NULL,
      words integer NOT NULL,
      since integer NOT NULL,
      until integer NOT NULL DEFAULT ${FOREVER},
      retired_at timestamptz,
      PRIMARY KEY (edition, number)
    );
    CREATE INDEX sources_retired ON ${schema}.sources (edition) WHERE retired_at IS NOT NULL;
    CREATE TABLE ${schema}.looks (
      edition integer NOT NULL,
      place text NOT NULL,
      notes json NOT NULL,
      PRIMARY KEY (edition, place)
    );
    CREATE TABLE ${schema}.made_vectors (
      embedder text NOT NULL,
      key bytea NOT NULL,
      embedding bytea NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (embedder, key)
    );`,
  (schema) => `
    CREATE TABLE ${schema}.records (
      id text PRIMARY KEY,
      belongs_to text,
      at bigint NOT NULL,
      body text NOT NULL
    );
    CREATE INDEX records_belonging ON ${schema}.records (belongs_to, at);`,
];

/** Whether the tables are there. Makes them, or brings them up to date, where that is allowed. */
export async function ensureSchema(database: Database): Promise<boolean> {
  const { schema, isReadOnly } = database.address;
  const version = await readVersion(database.read, schema);
  if (version === MIGRATIONS.length) return true;
  if (version > MIGRATIONS.length) throw newerSchemaError(schema);
  if (isReadOnly && version > 0) throw olderSchemaError(schema);
  if (isReadOnly) return false;
  try {
    await database.transaction((run) => migrate(run, schema));
    return true;
  } catch (error) {
    if (error instanceof UserError && isWriteRefused(error.cause)) {
      if (version > 0) throw olderSchemaError(schema);
      return false;
    }
    throw error;
  }
}

/** Whether the tables are there, and of this version. */
export async function hasSchema(database: Database): Promise<boolean> {
  return (await readVersion(database.read, database.address.schema)) === MIGRATIONS.length;
}

async function readVersion(run: RunStatement, schema: string): Promise<number> {
  try {
    const [row] = await run<{ version: number }>(`SELECT version FROM ${schema}.footnote_schema`);
    return row?.version ?? 0;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

async function migrate(run: RunStatement, schema: string): Promise<void> {
  await run("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
  const [{ encoding } = { encoding: "" }] = await run<{ encoding: string }>(
    "SELECT current_setting('server_encoding') AS encoding",
  );
  if (encoding !== "UTF8")
    throw new UserError(
      `the index database is encoded in ${encoding}`,
      "Make one with createdb -E UTF8 -T template0.",
    );
  const known = await run("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]);
  if (known.length === 0) await run(`CREATE SCHEMA ${schema}`);
  await run(`CREATE TABLE IF NOT EXISTS ${schema}.footnote_schema (version integer NOT NULL)`);
  const version = await readVersion(run, schema);
  if (version > MIGRATIONS.length) throw newerSchemaError(schema);
  for (const migration of MIGRATIONS.slice(version))
    for (const statement of migration(schema).split(";")) if (statement.trim() !== "") await run(statement);
  await run(`DELETE FROM ${schema}.footnote_schema`);
  await run(`INSERT INTO ${schema}.footnote_schema VALUES ($1)`, [MIGRATIONS.length]);
}

function olderSchemaError(schema: string): UserError {
  return new UserError(
    `the schema ${schema} of the index database was made by an older Footnote, and may not be brought up to date`,
    "Run footnote index once with a user who owns the schema.",
  );
}

function newerSchemaError(schema: string): UserError {
  return new UserError(
    `the schema ${schema} of the index database was made by a newer Footnote`,
    "Install that version here too, or name another schema in the address: ?schema=<name>",
  );
}
