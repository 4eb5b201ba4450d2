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
import { type Database, quoteName, type RunStatement } from "./database.ts";
import { isMissing, isWriteRefused, stateOf } from "./database-faults.ts";
import { MIGRATIONS } from "./migrations.ts";

/** Any number will do, as long as nobody else takes it. */
const MIGRATION_LOCK = 4_606_411;
const OLDEST_SERVER = 13;

/** Whether the tables are there; if not, and they cannot be made, why not. */
export type SchemaReading = { readonly isThere: true } | { readonly isThere: false; readonly why: string };

/** Makes the tables, or brings them up to date, where that is allowed. @throws UserError for a schema not to be used. */
export async function ensureSchema(database: Database): Promise<SchemaReading> {
  const { schema, isReadOnly } = database.address;
  const version = await readVersion(database);
  if (version === MIGRATIONS.length) return { isThere: true };
  if (isReadOnly && version > 0) throw olderSchemaError(schema);
  if (isReadOnly) return { isThere: false, why: "access=read in its address says so" };
  try {
    await database.transaction((run) => migrate(run, schema));
    return { isThere: true };
  } catch (error) {
    if (!isWriteRefused(error)) throw error;
    if (version > 0) throw olderSchemaError(schema);
    const isForReading = stateOf(error) === "25006";
    return {
      isThere: false,
      why: isForReading
        ? "it is a replica, or was set to be read-only"
        : `the user may make no schema ${schema} there`,
    };
  }
}

/** Whether the tables are there, and of this version. @throws UserError when the schema is not to be used. */
export async function hasSchema(database: Database): Promise<boolean> {
  const { read, address } = database;
  const version = await readVersion(database);
  if (version === MIGRATIONS.length) return true;
  if (version > 0 && address.isReadOnly) throw olderSchemaError(address.schema);
  await checkServer(read);
  const there = version === 0 ? await lookIntoSchema(read, address.schema) : null;
  if (there?.example != null) throw foreignSchemaError(address.schema, there.example);
  return false;
}

/** 0 where nothing is. @throws UserError when what is there was not made by Footnote, or by a newer one. */
async function readVersion({ read, schema, address }: Database): Promise<number> {
  try {
    return await askVersion(read, schema, address.schema);
  } catch (error) {
    if (isMissing(error)) return 0;
    // A table of that name with other columns.
    if (["42703", "42804", "42809"].includes(stateOf(error)))
      throw foreignSchemaError(address.schema, "footnote_schema");
    throw error;
  }
}

async function askVersion(run: RunStatement, schema: string, name: string): Promise<number> {
  const [row, more] = await run<{ version: unknown }>(`SELECT version FROM ${schema}.footnote_schema`);
  const version = row?.version;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1 || more !== undefined)
    throw foreignSchemaError(name, "footnote_schema");
  if (version > MIGRATIONS.length) throw newerSchemaError(name);
  return version;
}

async function migrate(run: RunStatement, name: string): Promise<void> {
  const schema = quoteName(name);
  await run("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
  await checkServer(run);
  const there = await lookIntoSchema(run, name);
  if (there === null) await run(`CREATE SCHEMA ${schema}`);
  else if (!there.hasVersion && there.example !== null) throw foreignSchemaError(name, there.example);
  const version = there?.hasVersion ? await askVersion(run, schema, name) : 0;
  if (version === 0) await run(`CREATE TABLE ${schema}.footnote_schema (version integer NOT NULL)`);
  for (const migration of MIGRATIONS.slice(version))
    for (const statement of migration(schema).split(";")) if (statement.trim() !== "") await run(statement);
  await run(`DELETE FROM ${schema}.footnote_schema`);
  await run(`INSERT INTO ${schema}.footnote_schema VALUES ($1)`, [MIGRATIONS.length]);
}

async function checkServer(run: RunStatement): Promise<void> {
  const [server] = await run<{ encoding: string; version: string; major: number }>(
    `SELECT current_setting('server_encoding') AS encoding, current_setting('server_version') AS version,
       current_setting('server_version_num')::integer / 10000 AS major`,
  );
  if (server === undefined)
    throw new UserError("the index database says nothing of itself", "Is it PostgreSQL?");
  if (server.major < OLDEST_SERVER)
    throw new UserError(
      `the index database is PostgreSQL ${server.version}, which is too old`,
      `PostgreSQL ${OLDEST_SERVER} or later is needed: see docs/postgres.md.`,
    );
  if (server.encoding !== "UTF8")
    throw new UserError(
      `the index database is encoded in ${server.encoding}`,
      "Make one with createdb -E UTF8 -T template0.",
    );
}

/**
 * What a schema holds before anything is made there: a table of our version, and one of any name. What an extension
 * has brought does not count, but a schema that is itself an extension's does. Null where there is no such schema.
 */
async function lookIntoSchema(run: RunStatement, name: string) {
  const [row] = await run<{ has_version: boolean; example: string | null }>(
    `SELECT EXISTS (SELECT 1 FROM pg_class c WHERE c.relnamespace = n.oid AND c.relname = 'footnote_schema') AS has_version,
       coalesce(
         (SELECT 'an extension' FROM pg_depend d
          WHERE d.classid = 'pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e' LIMIT 1),
         (SELECT min(c.relname::text) FROM pg_class c
          WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND NOT EXISTS (
            SELECT 1 FROM pg_depend d
            WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))) AS example
     FROM pg_namespace n WHERE n.nspname = $1`,
    [name],
  );
  return row === undefined ? null : { hasVersion: row.has_version, example: row.example };
}

function foreignSchemaError(schema: string, example: string): UserError {
  return new UserError(
    `the schema ${schema} of the index database holds what is not Footnote's, such as ${example}`,
    "Nothing was written there. Name another schema in the address, as in ?schema=<name>: it is made if need be.",
  );
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
