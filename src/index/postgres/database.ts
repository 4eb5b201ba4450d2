/**
 * A database as the rest of this folder sees it: rows for a statement, and transactions. Connections are pooled, and
 * shared by all who name the same address in this process. What fails in passing is tried again, with growing pauses.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient, QueryResultRow } from "pg";
import type { DatabaseAddress } from "./database-address.ts";
import { explainDatabaseFault, isPassing } from "./database-faults.ts";

/** Runs one statement; values take the places of $1, $2, … */
export type RunStatement = <Row extends QueryResultRow>(
  sql: string,
  values?: readonly unknown[],
) => Promise<Row[]>;

export interface TransactionOptions {
  /** The longest one statement may take; 0 for as long as it needs. Milliseconds. */
  readonly statementMs?: number;
}

const CONNECT_MS = 5_000;
/** Of a statement that reads; the driver gives up a little later than the server. */
const READ_MS = 15_000;
const WRITE_MS = 120_000;
const LOCK_MS = 10_000;
const IDLE_MS = 30_000;
/** The pause before the second attempt; each further one is twice as long, up to the longest. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** No attempt begins so long after the first: somebody waits for what is read, a build can wait longer. */
const READ_PATIENCE_MS = 4_000;
const WRITE_PATIENCE_MS = 20_000;

export class Database {
  readonly address: DatabaseAddress;
  readonly #pool: Pool;
  readonly #release: () => Promise<void>;
  #isClosed = false;

  constructor(address: DatabaseAddress, pool: Pool, release: () => Promise<void>) {
    this.address = address;
    this.#pool = pool;
    this.#release = release;
  }

  /** The rows of a statement that may be run twice without harm. */
  readonly read: RunStatement = (sql, values = []) =>
    this.#persist(READ_PATIENCE_MS, async () => {
      const query = { text: sql, values: [...values], query_timeout: READ_MS + 1_000 };
      return (await this.#pool.query(query)).rows;
    });

  /** All of `work` or nothing of it. It may be run several times: it must start from the beginning each time. */
  transaction<T>(
    work: (run: RunStatement) => Promise<T>,
    { statementMs = WRITE_MS }: TransactionOptions = {},
  ): Promise<T> {
    return this.#persist(WRITE_PATIENCE_MS, async () => {
      const client = await this.#pool.connect();
      try {
        await client.query(
          `BEGIN; SET LOCAL statement_timeout = ${statementMs}; SET LOCAL lock_timeout = ${LOCK_MS}`,
        );
        const result = await work(async (sql, values = []) => (await client.query(sql, [...values])).rows);
        await client.query("COMMIT");
        client.release();
        return result;
      } catch (error) {
        await rollBack(client);
        throw error;
      }
    });
  }

  /** Gives the shared connections back; calls under way may fail. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#release();
  }

  async #persist<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
    const last = Date.now() + patienceMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await attempt();
      } catch (error) {
        if (this.#isClosed || Date.now() + pause > last || !isPassing(error))
          throw explainDatabaseFault(error, this.address);
      }
      // A little chance, so that many processes do not come back at the same moment.
      await sleep(pause * (0.75 + Math.random() / 2));
    }
  }
}

/** A connection on which that fails is not used again. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query({ text: "ROLLBACK", query_timeout: 1_000 } as { text: string });
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

interface SharedPool {
  readonly pool: Pool;
  users: number;
}

const pools = new Map<string, Promise<SharedPool>>();

/** Connects at the first statement; the driver is loaded only now. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const key = `${address.connections} ${address.url}`;
  let opening = pools.get(key);
  if (opening === undefined) {
    opening = createPool(address).then((pool) => ({ pool, users: 0 }));
    pools.set(key, opening);
    opening.catch(() => pools.delete(key));
  }
  const shared = await opening;
  shared.users += 1;
  return new Database(address, shared.pool, async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    pools.delete(key);
    await shared.pool.end();
  });
}

async function createPool({ url, connections }: DatabaseAddress): Promise<Pool> {
  const { Pool } = await import("pg");
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    allowExitOnIdle: true,
    keepAlive: true,
    application_name: "footnote",
    // Behind a transaction pooler it may hold for others of the same user too, which does no harm.
    onConnect: async (client) => {
      client.on("error", () => undefined);
      await client.query(`SET statement_timeout = ${READ_MS}`);
    },
  });
  // An idle connection that is lost is not missed: the next statement makes another one.
  pool.on("error", () => undefined);
  return pool;
}
