/**
 * The right to build a corpus: one process has it at a time. It is a row with a term, not a lock of the session, which
 * a transaction pooler would lend to others; a builder that dies loses it when the term is over, and one that slept
 * past its term is kept from writing by `assertHeld` in each of its transactions.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../errors.ts";
import type { Database, RunStatement } from "./database.ts";

/** How long a builder is believed to be alive without a sign of life, and how often it gives one. */
const TERM = "interval '15 seconds'";
const RENEW_MS = 4_000;
const LOOK_AGAIN_MS = 400;

export class BuildLease {
  readonly #database: Database;
  readonly #corpus: string;
  readonly #builder: string;
  readonly #timer: NodeJS.Timeout;

  private constructor(database: Database, corpus: string, builder: string) {
    this.#database = database;
    this.#corpus = corpus;
    this.#builder = builder;
    this.#timer = setInterval(() => void this.#renew(), RENEW_MS).unref();
  }

  /** Waits for whoever builds. Rejects with the reason of an abort. */
  static async claim(
    database: Database,
    corpus: string,
    onWait: () => void,
    signal: AbortSignal | undefined,
  ): Promise<BuildLease> {
    for (;;) {
      signal?.throwIfAborted();
      const lease = await BuildLease.tryClaim(database, corpus);
      if (lease !== null) return lease;
      onWait();
      await sleep(LOOK_AGAIN_MS, undefined, signal && { signal }).catch(() => signal?.throwIfAborted());
    }
  }

  /** Null when somebody builds. */
  static async tryClaim(database: Database, corpus: string): Promise<BuildLease | null> {
    const builder = randomUUID();
    return (await claimRow(database, corpus, builder)) ? new BuildLease(database, corpus, builder) : null;
  }

  /** Holds the lease until the transaction ends. @throws UserError when another builder has it. */
  async assertHeld(run: RunStatement): Promise<void> {
    const { schema } = this.#database.address;
    const rows = await run(`SELECT 1 FROM ${schema}.corpora WHERE name = $1 AND builder = $2 FOR UPDATE`, [
      this.#corpus,
      this.#builder,
    ]);
    if (rows.length === 0)
      throw new UserError(
        "another process has taken over the building of this index",
        "Nothing is lost: that process goes on where this one was. Try again in a moment.",
      );
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    const { schema } = this.#database.address;
    // If it cannot be given back it ends by itself.
    await this.#database
      .transaction((run) =>
        run(
          `UPDATE ${schema}.corpora SET builder = NULL, builder_until = NULL WHERE name = $1 AND builder = $2`,
          [this.#corpus, this.#builder],
        ),
      )
      .catch(() => undefined);
  }

  async #renew(): Promise<void> {
    const { schema } = this.#database.address;
    await this.#database
      .transaction((run) =>
        run(
          `UPDATE ${schema}.corpora SET builder_until = clock_timestamp() + ${TERM} WHERE name = $1 AND builder = $2`,
          [this.#corpus, this.#builder],
        ),
      )
      .catch(() => undefined);
  }
}

async function claimRow(database: Database, corpus: string, builder: string): Promise<boolean> {
  const { schema } = database.address;
  return database.transaction(async (run) => {
    await run(`INSERT INTO ${schema}.corpora (name) VALUES ($1) ON CONFLICT (name) DO NOTHING`, [corpus]);
    const rows = await run(
      `UPDATE ${schema}.corpora SET builder = $2, builder_until = clock_timestamp() + ${TERM}
       WHERE name = $1 AND (builder IS NULL OR builder = $2 OR builder_until < clock_timestamp()) RETURNING 1`,
      [corpus, builder],
    );
    return rows.length > 0;
  });
}
