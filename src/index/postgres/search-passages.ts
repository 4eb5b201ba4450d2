/**
 * Full-text search in SQL: the same BM25 over the same terms as the folder's. The terms of a passage are a tsvector of
 * our own making, whose GIN index gives the candidates; how often each stands there, and how long the passage is, are
 * columns; how rare a term is, is told by the table of terms. PostgreSQL's own dictionaries and ranking have no part.
 */
import type { IndexStatistics } from "../corpus-index.ts";
import type { Database } from "./database.ts";
import { quoteTerm } from "./source-rows.ts";

/** How soon more of the same word stops to count, and how much a long passage is held back. As in the folder's. */
const K1 = 1.2;
const B = 0.75;

/**
 * When the rarest terms stand in so many passages, those that are more frequent choose no candidates; they still
 * score. Whether that can have missed anything is checked afterwards.
 */
const ENOUGH_CANDIDATES = 5_000;
/** Of passages with the very same score: beyond these, which come first is not settled. */
const MOST_TIES = 10_000;

/** A term that stands somewhere, and in how many passages. */
export interface CountedTerm {
  readonly term: string;
  readonly passages: number;
}

export interface FoundPassage {
  readonly source: number;
  readonly ordinal: number;
  readonly score: number;
}

export interface PassageSearch {
  /** The table, as SQL. */
  readonly table: string;
  readonly terms: readonly CountedTerm[];
  readonly k: number;
  readonly statistics: IndexStatistics;
  /** Numbers of the sources to search; null for all. */
  readonly sources: readonly number[] | null;
}

/** The `k` best passages, and those that score like the last of them. */
export async function searchPassages(
  database: Database,
  search: PassageSearch,
): Promise<readonly FoundPassage[]> {
  const weighed = search.terms.map(({ term, passages }) => ({
    term,
    passages,
    idf: Math.log(1 + (search.statistics.passages - passages + 0.5) / (passages + 0.5)),
  }));
  const rarest = [...weighed].sort((a, b) => a.passages - b.passages);
  let candidates = 0;
  let chosen = 0;
  for (const { passages } of rarest) {
    if (candidates > 0 && candidates + passages > ENOUGH_CANDIDATES) break;
    candidates += passages;
    chosen += 1;
  }
  const choosing = rarest.slice(0, chosen).map(({ term }) => term);
  const found = await run(database, search, weighed, choosing);
  // A passage that holds none of the choosing terms scores less than this.
  const mostMissed = rarest.slice(chosen).reduce((sum, { idf }) => sum + idf * (K1 + 1), 0);
  const isComplete = (found[search.k - 1]?.score ?? 0) > mostMissed;
  if (chosen === rarest.length || isComplete) return found;
  return run(
    database,
    search,
    weighed,
    rarest.map(({ term }) => term),
  );
}

async function run(
  database: Database,
  { table, k, statistics, sources }: PassageSearch,
  weighed: readonly { readonly term: string; readonly idf: number }[],
  choosing: readonly string[],
): Promise<readonly FoundPassage[]> {
  const values: unknown[] = [
    choosing.map(quoteTerm).join("|"),
    k,
    Math.max(1, statistics.averagePassageLength),
    MOST_TIES,
  ];
  const value = (one: unknown): string => `$${values.push(one)}`;
  const frequencies: string[] = [];
  const scores: string[] = [];
  for (const [at, { term, idf }] of weighed.entries()) {
    const count = `coalesce((counts ->> ${value(term)}::text)::float8, 1)`;
    frequencies.push(
      `CASE WHEN terms @@ ${value(quoteTerm(term))}::tsquery THEN ${count} ELSE 0 END AS f${at}`,
    );
    scores.push(`${value(idf)}::float8 * f${at} * ${K1 + 1}::float8 / (f${at} + norm)`);
  }
  const only = sources === null ? "" : `AND source = ANY(${value(sources)}::integer[])`;
  // OFFSET 0 keeps the planner from looking up every frequency twice.
  return database.read<FoundPassage & { source: number }>(
    `SELECT * FROM (
       SELECT source, ordinal, ${scores.join(" + ")} AS score FROM (
         SELECT source, ordinal, ${frequencies.join(", ")},
           ${K1}::float8 * (${1 - B}::float8 + ${B}::float8 * length / $3::float8) AS norm
         FROM ${table} WHERE terms @@ $1::tsquery ${only} OFFSET 0) AS candidates
       ORDER BY score DESC FETCH FIRST ($2::integer) ROWS WITH TIES) AS best
     LIMIT $4::integer`,
    values,
  );
}
