/**
 * The right to build a corpus: one process has it at a time. It is a row with a term, not a lock of the session, which
 * a transaction pooler would lend to others; a builder that dies loses it when the term is over, and one that slept
 * past its term is kept from writing by `assertHeld` in each of its transactions.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../errors.ts";
import type { Database, RunStatement } from "./database.ts";
import { untilAborted } from "./until-aborted.ts";

/** How long a builder is believed to be alive without a sign of life, and how often it gives one. */
const TERM = "interval '15 seconds'";
const RENEW_MS = 4_000;
const LOOK_AGAIN_MS = 400;
/** How long giving it back may take: then it ends by itself. */
const RELEASE_MS = 2_000;

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
      const lease = await BuildLease.tryClaim(database, corpus, signal);
      if (lease !== null) return lease;
      onWait();
      await untilAborted(sleep(LOOK_AGAIN_MS), signal);
    }
  }

  /** Null when somebody builds. */
  static async tryClaim(
    database: Database,
    corpus: string,
    signal?: AbortSignal,
  ): Promise<BuildLease | null> {
    const lease = new BuildLease(database, corpus, randomUUID());
    const isClaimed = await claimRow(database.until(signal), corpus, lease.#builder).catch(async (error) => {
      // What is not known to have failed may have been done.
      if (signal?.aborted) await lease.release();
      lease.#stop();
      throw error;
    });
    if (isClaimed) return lease;
    lease.#stop();
    return null;
  }

  /** Holds the lease until the transaction ends. @throws UserError when another builder has it. */
  async assertHeld(run: RunStatement): Promise<void> {
    const { schema } = this.#database;
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

  #stop(): void {
    clearInterval(this.#timer);
  }

  async release(): Promise<void> {
    this.#stop();
    const { schema } = this.#database;
    await this.#database
      .until(AbortSignal.timeout(RELEASE_MS))
      .transaction((run) =>
        run(
          `UPDATE ${schema}.corpora SET builder = NULL, builder_until = NULL WHERE name = $1 AND builder = $2`,
          [this.#corpus, this.#builder],
        ),
      )
      .catch(() => undefined);
  }

  async #renew(): Promise<void> {
    const { schema } = this.#database;
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
  const { schema } = database;
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
