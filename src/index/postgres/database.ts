/**
 * A database as the rest of this folder sees it: rows for a statement, and transactions. What fails in passing is
 * tried again, with growing pauses; what fails for good is told in words. Strings go in and come out as they are,
 * whatever they hold: see `stored-text.ts`.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { PoolClient, QueryResultRow } from "pg";
import { type SharedConnections, shareConnections } from "./connections.ts";
import type { DatabaseAddress } from "./database-address.ts";
import { explainDatabaseFault, isPassing, stateOf } from "./database-faults.ts";
import { isSqlState } from "./server-faults.ts";
import { fromStoredValue, toStoredValue } from "./stored-text.ts";
import { untilAborted } from "./until-aborted.ts";

/** Runs one statement; values take the places of $1, $2, … */
export type RunStatement = <Row extends QueryResultRow>(
  sql: string,
  values?: readonly unknown[],
) => Promise<Row[]>;

export interface TransactionOptions {
  /** The longest one statement may take; 0 for as long as it needs. Milliseconds. */
  readonly statementMs?: number;
}

const WRITE_MS = 120_000;
const LOCK_MS = 10_000;
/** The driver gives up so much later than the server, when nothing comes at all. */
const GRACE_MS = 1_000;
const ROLL_BACK_MS = 1_000;
/** The pause before the second attempt; each further one is twice as long, up to the longest. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** No attempt begins so long after the first: somebody waits for what is read, a build can wait longer. */
const READ_PATIENCE_MS = 4_000;
const WRITE_PATIENCE_MS = 20_000;

export class Database {
  readonly address: DatabaseAddress;
  /** The schema of Footnote's tables, as SQL. */
  readonly schema: string;
  readonly #connections: SharedConnections;
  readonly #signal: AbortSignal | undefined;
  /** What a driver has thrown: it is told in words, other errors are defects and are not. */
  readonly #faults = new WeakSet<Error>();
  #isClosed = false;

  constructor(address: DatabaseAddress, connections: SharedConnections, signal?: AbortSignal) {
    this.address = address;
    this.schema = quoteName(address.schema);
    this.#connections = connections;
    this.#signal = signal;
  }

  /** The same database; but what is asked of this one ends, with the reason of the signal, when that is aborted. */
  until(signal: AbortSignal | undefined): Database {
    return new Database(this.address, { ...this.#connections, release: async () => undefined }, signal);
  }

  /** The rows of a statement that may be run twice without harm. */
  readonly read: RunStatement = (sql, values = []) =>
    this.#persist(READ_PATIENCE_MS, () =>
      this.#withClient((client) => this.#run(client, this.address.readMs, sql, values)),
    );

  /** All of `work` or nothing of it. It may be run several times: it must start from the beginning each time. */
  transaction<T>(
    work: (run: RunStatement) => Promise<T>,
    { statementMs = WRITE_MS }: TransactionOptions = {},
  ): Promise<T> {
    return this.#persist(WRITE_PATIENCE_MS, () =>
      this.#withClient(async (client) => {
        const limits = `SET LOCAL statement_timeout = ${statementMs}; SET LOCAL lock_timeout = ${LOCK_MS}`;
        await this.#run(client, WRITE_MS, `BEGIN; ${limits}`);
        const result = await work((sql, values = []) => this.#run(client, statementMs, sql, values));
        await this.#run(client, WRITE_MS, "COMMIT");
        return result;
      }),
    );
  }

  /** Gives the shared connections back; calls under way may fail. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#connections.release();
  }

  /** The connection goes back as it was, or not at all. */
  async #withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const connecting = this.#connections.connect();
    const client = await this.#await(
      connecting,
      () =>
        void connecting.then(
          (late) => late.release(),
          () => undefined,
        ),
    );
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      if (this.#isLost(error)) client.release(true);
      else await rollBack(client);
      throw error;
    }
  }

  /** Whether a connection is not to be used again: what it was asked is still under way, or it is gone. */
  #isLost(error: unknown): boolean {
    const isFault = error instanceof Error && this.#faults.has(error);
    return this.#signal?.aborted === true || (isFault && !isSqlState(stateOf(error)));
  }

  /** Without values a text may hold several statements. */
  async #run<Row extends QueryResultRow>(
    client: PoolClient,
    statementMs: number,
    text: string,
    values?: readonly unknown[],
  ): Promise<Row[]> {
    const limit = statementMs === 0 ? {} : { query_timeout: statementMs + GRACE_MS };
    const stored = values === undefined ? {} : { values: values.map(toStoredValue) };
    const { rows } = await this.#await(client.query<Row>({ text, ...stored, ...limit }));
    return rows?.map((row) => fromStoredValue(row) as Row) ?? [];
  }

  /** What the driver promises, unless the signal is aborted first; then `onAbort` sees to what is left. */
  async #await<T>(promised: Promise<T>, onAbort?: () => void): Promise<T> {
    const noted = promised.catch((error: unknown) => {
      const fault = error instanceof Error ? error : new Error(String(error));
      this.#faults.add(fault);
      throw fault;
    });
    return untilAborted(noted, this.#signal, onAbort);
  }

  async #persist<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
    const last = Date.now() + patienceMs;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      this.#signal?.throwIfAborted();
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Error) || !this.#faults.has(error)) throw error;
        if (this.#isClosed || Date.now() + pause > last || !isPassing(error))
          throw explainDatabaseFault(error, this.address);
      }
      // A little chance, so that many processes do not come back at the same moment.
      await untilAborted(sleep(pause * (0.75 + Math.random() / 2)), this.#signal);
    }
  }
}

/** Connects at the first statement; the driver is loaded only now. @throws UserError for files that the address names. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  return new Database(address, await shareConnections(address));
}

/** A name as SQL, whatever it is: a reserved word too. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A connection on which that fails is not used again. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query({ text: "ROLLBACK", query_timeout: ROLL_BACK_MS } as { text: string });
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}
