/**
 * A real PostgreSQL for a test file, without any installation: PGlite with pgvector behind its socket server, spoken
 * to over TCP. With FOOTNOTE_TEST_POSTGRES=postgres://… it is that server instead, in a schema that is dropped.
 */
import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { Pool } from "pg";
import { startQueueingProxy } from "./queueing-proxy.ts";

export interface TestDatabase {
  /** What `--index` takes. */
  readonly url: string;
  readonly schema: string;
  /** Whether pgvector is there. PGlite has it; of another server it is found out. */
  readonly hasVectors: boolean;
  /** The same database by another port of this machine, or in another schema. */
  urlWith(changes: { readonly port?: number; readonly settings?: string }): string;
  readonly host: string;
  readonly port: number;
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export const SERVER = process.env.FOOTNOTE_TEST_POSTGRES;
/** How the database is called in the names of tests. */
export const DATABASE_NAME = SERVER === undefined ? "PGlite" : "the server of FOOTNOTE_TEST_POSTGRES";

export async function startTestDatabase(): Promise<TestDatabase> {
  const { address, stop } = SERVER === undefined ? await startPGlite() : { address: SERVER, stop: null };
  const schema = `footnote_test_${randomBytes(6).toString("hex")}`;
  const url = new URL(address);
  url.searchParams.set("schema", schema);
  const pool = new Pool({ connectionString: address, max: 1, allowExitOnIdle: true });
  pool.on("error", () => undefined);
  const query = async (sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows;
  const known = await query("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'");
  return {
    url: url.href,
    schema,
    hasVectors: known.length > 0,
    host: url.hostname,
    port: Number(url.port || 5432),
    query,
    urlWith: ({ port, settings }) => {
      const other = new URL(url);
      if (port !== undefined) {
        other.hostname = "127.0.0.1";
        other.port = String(port);
      }
      return `${other.href}${settings === undefined ? "" : `&${settings}`}`;
    },
    stop: async () => {
      await query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`).catch(() => undefined);
      await pool.end();
      await stop?.();
    },
  };
}

async function startPGlite(): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const db = await PGlite.create({ extensions: { vector } });
  const server = new PGLiteSocketServer({ db, port: 0, maxConnections: 100 });
  await server.start();
  const port = Number(server.getServerConn().split(":").at(-1));
  const proxy = await startQueueingProxy(port, () => !db.isInTransaction());
  return {
    address: `postgres://postgres:secret@127.0.0.1:${proxy.port}/postgres`,
    stop: async () => {
      await proxy.close();
      await server.stop();
      await db.close();
    },
  };
}
