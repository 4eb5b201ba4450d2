/** Looks at the database of an index for `footnote doctor`: reads only, and makes nothing. */
import { UserError } from "../../errors.ts";
import { openDatabase } from "./database.ts";
import { parseDatabaseUrl } from "./database-address.ts";
import { listEditions } from "./edition.ts";
import { corpusName } from "./open-postgres-index.ts";
import { hasSchema } from "./schema.ts";

export interface DatabaseExamination {
  /** Without password. */
  readonly shown: string;
  readonly serverVersion: string;
  /** Version of pgvector in the database; null when it is not there. */
  readonly vectorVersion: string | null;
  /** Whether the server could make it. */
  readonly isVectorAvailable: boolean;
  /** Why its schema cannot be used; null when it can. */
  readonly schemaFault: UserError | null;
  /** Whether this user could write: false on a replica, or without the right to. */
  readonly isWritable: boolean;
  /** The name of the corpus there, and how much of it is indexed; null when nothing is. */
  readonly corpus: string;
  readonly indexed: { readonly passages: number; readonly embedder: string | null } | null;
}

/** @throws UserError when the database cannot be asked. */
export async function examineDatabase(indexPath: string, corpusPath: string): Promise<DatabaseExamination> {
  const address = parseDatabaseUrl(indexPath);
  const database = await openDatabase(address);
  try {
    const [server] = await database.read<{
      version: string;
      vector: string | null;
      available: boolean;
      replica: boolean;
      creates: boolean;
      uses: boolean | null;
    }>(
      `SELECT current_setting('server_version') AS version, pg_is_in_recovery() AS replica,
         (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS vector,
         EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'vector') AS available,
         has_database_privilege(current_database(), 'CREATE') AS creates,
         (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = $1) AS uses`,
      [address.schema],
    );
    if (server === undefined)
      throw new UserError("the index database says nothing of itself", "Is it PostgreSQL?");
    const corpus = address.corpus ?? (await corpusName(corpusPath));
    const schema = await hasSchema(database).catch((error: unknown) => {
      if (error instanceof UserError) return error;
      throw error;
    });
    const edition =
      schema === true
        ? (await listEditions(database, corpus)).find(({ isComplete }) => isComplete)
        : undefined;
    return {
      shown: address.shown,
      serverVersion: server.version,
      vectorVersion: server.vector,
      isVectorAvailable: server.available,
      schemaFault: schema instanceof UserError ? schema : null,
      isWritable: !address.isReadOnly && !server.replica && (server.uses ?? server.creates),
      corpus,
      indexed: edition
        ? { passages: edition.statistics.passages, embedder: edition.makers.embedder?.id ?? null }
        : null,
    };
  } finally {
    await database.close();
  }
}
