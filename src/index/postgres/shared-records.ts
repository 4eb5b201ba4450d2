/**
 * Small records that the processes of a bot share in the database of their index: what one of them showed, another
 * answers for when a button is pressed. What a record says is the caller's business.
 */
import { type Database, openDatabase, quoteName } from "./database.ts";
import { type DatabaseAddress, parseDatabaseUrl } from "./database-address.ts";
import { ensureSchema } from "./schema.ts";

export interface SharedRecord {
  readonly id: string;
  /** What it belongs to beside others; null for nothing. */
  readonly group: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly body: string;
}

/** All reject with a UserError while the database cannot be reached. */
export interface SharedRecords {
  add(record: SharedRecord): Promise<void>;
  get(id: string): Promise<SharedRecord | null>;
  /** The newest of a group, at most `most`, oldest first. */
  newestOf(group: string, most: number): Promise<readonly SharedRecord[]>;
  /** Forgets what is older. */
  dropBefore(at: number): Promise<void>;
  /** Forgets these, and all of these groups. Returns what it forgot. */
  remove(ids: readonly string[], groups: readonly string[]): Promise<readonly SharedRecord[]>;
  close(): Promise<void>;
}

interface RecordRow {
  readonly id: string;
  readonly belongs_to: string | null;
  readonly at: number;
  readonly body: string;
}

/** Opens them; nothing is asked of the database before the first record. */
export function openSharedRecords(indexPath: string): SharedRecords {
  const address = parseDatabaseUrl(indexPath);
  let opening: Promise<Database> | null = null;
  const open = (): Promise<Database> => {
    opening ??= openWithSchema(address);
    opening.catch(() => {
      opening = null;
    });
    return opening;
  };
  const table = `${quoteName(address.schema)}.records`;
  const columns = "id, belongs_to, at::float8 AS at, body";
  return {
    async add({ id, group, at, body }) {
      await (await open()).transaction((run) =>
        run(
          `INSERT INTO ${table} (id, belongs_to, at, body) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`,
          [id, group, Math.trunc(at), body],
        ),
      );
    },
    async get(id) {
      const rows = await (await open()).read<RecordRow>(`SELECT ${columns} FROM ${table} WHERE id = $1`, [
        id,
      ]);
      return rows.map(readRecord)[0] ?? null;
    },
    async newestOf(group, most) {
      const rows = await (await open()).read<RecordRow>(
        `SELECT ${columns} FROM ${table} WHERE belongs_to = $1 ORDER BY at DESC LIMIT $2`,
        [group, most],
      );
      return rows.map(readRecord).reverse();
    },
    async dropBefore(at) {
      await (await open()).transaction((run) => run(`DELETE FROM ${table} WHERE at < $1`, [Math.trunc(at)]));
    },
    async remove(ids, groups) {
      const rows = await (await open()).transaction((run) =>
        run<RecordRow>(
          `DELETE FROM ${table} WHERE id = ANY($1) OR belongs_to = ANY($2) RETURNING ${columns}`,
          [ids, groups],
        ),
      );
      return rows.map(readRecord);
    },
    async close() {
      await (await opening?.catch(() => null))?.close();
    },
  };
}

async function openWithSchema(address: DatabaseAddress): Promise<Database> {
  const database = await openDatabase({ ...address, connections: 1 });
  try {
    await ensureSchema(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function readRecord({ id, belongs_to, at, body }: RecordRow): SharedRecord {
  return { id, group: belongs_to, at, body };
}
