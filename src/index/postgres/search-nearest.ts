/**
 * The rows of a table whose vectors are nearest to one asked for, in one round trip.
 *
 * Plain `pg` rather than LangChain's PGVectorStore (@langchain/community/vectorstores/pgvector): that store makes its
 * own table of texts with JSON beside them under ids of its own, writes outside of the caller's transaction, cannot be
 * told how many candidates a search holds (`hnsw.ef_search`), and gives documents back where keys are wanted. Here a
 * source's text, words and vectors must change in one transaction, and a text is stored once.
 */
import type { QueryResultRow } from "pg";
import type { Database } from "./database.ts";
import { vectorText } from "./write-sources.ts";

/** Candidates held while the graph is walked: recall@10 is then over .99. pgvector takes at most 1,000. */
const SEARCH_CANDIDATES = 128;
const MOST_CANDIDATES = 1_000;

export type Nearest<Row> = Row & { readonly similarity: number };

/**
 * The `k` nearest, by cosine, nearest first; exact where the table has no graph. The number of candidates holds for
 * this one statement, as a transaction pooler wants it: the inner query must come after `setting`, since it needs it.
 */
export async function searchNearest<Row extends QueryResultRow>(
  database: Database,
  table: string,
  columns: string,
  vector: ArrayLike<number>,
  k: number,
): Promise<readonly Nearest<Row>[]> {
  const candidates = Math.min(MOST_CANDIDATES, Math.max(SEARCH_CANDIDATES, 2 * k));
  return database.read<Nearest<Row>>(
    `SELECT near.* FROM (SELECT set_config('hnsw.ef_search', $3, true) AS value) AS setting
     CROSS JOIN LATERAL (
       SELECT ${columns}, 1 - (embedding <=> $1::vector) AS similarity FROM ${table}
       ORDER BY embedding <=> $1::vector LIMIT $2::integer + 0 * length(setting.value)) AS near
     ORDER BY similarity DESC`,
    [vectorText(vector), k, String(candidates)],
  );
}

/** The same, exact, among the rows that `where` accepts; equal ones beyond the `k`th are given too. */
export async function searchAll<Row extends QueryResultRow>(
  database: Database,
  table: string,
  columns: string,
  vector: ArrayLike<number>,
  k: number,
  where: { readonly sql: string; readonly values: readonly unknown[] },
): Promise<readonly Nearest<Row>[]> {
  return database.read<Nearest<Row>>(
    `WITH own AS MATERIALIZED (SELECT ${columns}, embedding <=> $1::vector AS distance FROM ${table} WHERE ${where.sql})
     SELECT *, 1 - distance AS similarity FROM own ORDER BY distance FETCH FIRST ($2::integer) ROWS WITH TIES`,
    [vectorText(vector), k, ...where.values],
  );
}
