/** The indexes of an edition's tables: made once the tables are filled, which is many times faster than before. */
import type { Database } from "./database.ts";
import { type Edition, tablesOf } from "./edition.ts";

/** Vectors above so many are searched by a graph; below, comparing with each is as fast, and exact. */
export const MOST_WITHOUT_GRAPH = 5_000;
/** pgvector links no longer ones. */
const MOST_DIMENSIONS_LINKED = 2_000;

/** Makes the indexes that searching needs. Those that are there stay. `isFresh`: when most of the rows are new. */
export async function indexEdition(
  database: Database,
  { number, makers, statistics }: Pick<Edition, "number" | "makers" | "statistics">,
  isFresh: boolean,
): Promise<void> {
  const { passages, terms, embeddings, meanings } = tablesOf(database.schema, number);
  const statements = [`CREATE INDEX IF NOT EXISTS passages_${number}_terms ON ${passages} USING gin (terms)`];
  if (isFresh) statements.push(`ANALYZE ${passages}`, `ANALYZE ${terms}`);
  if (makers.embedder !== null) {
    statements.push(`CREATE INDEX IF NOT EXISTS embeddings_${number}_key ON ${embeddings} (key)`);
    const [{ words } = { words: 0 }] = await database.read<{ words: number }>(
      `SELECT count(*)::float8 AS words FROM ${meanings}`,
    );
    const isLinked = (rows: number): boolean =>
      rows > MOST_WITHOUT_GRAPH && (makers.embedder?.dimensions ?? 0) <= MOST_DIMENSIONS_LINKED;
    if (isLinked(statistics.sentences)) statements.push(graphOf(`embeddings_${number}`, embeddings));
    if (isLinked(words)) statements.push(graphOf(`meanings_${number}`, meanings));
    if (isFresh) statements.push(`ANALYZE ${embeddings}`, `ANALYZE ${meanings}`);
  }
  for (const statement of statements) await database.transaction((run) => run(statement), { statementMs: 0 });
}

function graphOf(name: string, table: string): string {
  return `CREATE INDEX IF NOT EXISTS ${name}_graph ON ${table} USING hnsw (embedding vector_cosine_ops)`;
}
