/** Vectors of the words of an edition, less what all of them have in common: made for a build, asked for by readers. */

import type { Embedder } from "../../embedders/embedder.ts";
import { dotProduct } from "../../embedders/unit-vectors.ts";
import type { LikeTerm } from "../corpus-index.ts";
import { MOST_TERMS, saysSomething } from "../vectors/choose-terms.ts";
import type { Database } from "./database.ts";
import { tablesOf } from "./edition.ts";
import { keysOf, makeVectors, readVector, type VectorTools, writeVector } from "./make-vectors.ts";
import { searchNearest } from "./search-nearest.ts";
import { vectorText } from "./write-sources.ts";

/** Rows sent in one statement. */
const ROWS_AT_ONCE = 1_000;

interface TermForm {
  readonly term: string;
  readonly form: string;
}

/** Afterwards the words that matter have a vector, at most as many as the embedder can be asked for. */
export async function writeMeanings(database: Database, edition: number, tools: VectorTools): Promise<void> {
  const { embedder } = tools;
  const { schema } = database;
  const missing = await listMissing(database, edition, embedder);
  if (missing.length === 0) return;
  const forms = keysOf(missing.map(({ form }) => form));
  const { vectors } = await makeVectors(database, forms, tools);
  const vectorOf = new Map(Array.from(forms, ([key, form]) => [form, vectors.get(key)]));
  const known = await readMean(database, edition);
  const mean = known ?? meanOf([...vectorOf.values()], embedder.dimensions);
  await database.transaction(async (run) => {
    if (known === null)
      await run(`UPDATE ${schema}.editions SET mean = $2 WHERE number = $1`, [edition, writeVector(mean)]);
    for (let at = 0; at < missing.length; at += ROWS_AT_ONCE) {
      const some = missing.slice(at, at + ROWS_AT_ONCE).map(({ term, form }) => ({
        term,
        ...centre(vectorOf.get(form) ?? mean, mean),
      }));
      await run(
        `INSERT INTO ${tablesOf(schema, edition).meanings} (term, length, embedding)
         SELECT term, length, embedding::vector FROM unnest($1::text[], $2::float8[], $3::text[])
           AS row (term, length, embedding) ON CONFLICT (term) DO NOTHING`,
        [
          some.map(({ term }) => term),
          some.map(({ length }) => length),
          some.map(({ direction }) => vectorText(direction)),
        ],
      );
    }
  });
}

async function listMissing(
  database: Database,
  edition: number,
  { mostTerms = MOST_TERMS }: Embedder,
): Promise<readonly TermForm[]> {
  const { terms, meanings } = tablesOf(database.schema, edition);
  const [{ count } = { count: 0 }] = await database.read<{ count: number }>(
    `SELECT count(*)::float8 AS count FROM ${meanings}`,
  );
  const room = mostTerms - count;
  if (room <= 0) return [];
  const rows = await database.read<TermForm>(
    `SELECT t.term, t.form FROM ${terms} t WHERE t.sentences > 0
       AND NOT EXISTS (SELECT 1 FROM ${meanings} m WHERE m.term = t.term)
     ORDER BY t.sentences DESC, t.term`,
  );
  return rows.filter(({ term }) => saysSomething(term)).slice(0, room);
}

export async function readMean(database: Database, edition: number): Promise<Float32Array | null> {
  const [row] = await database.read<{ mean: Buffer | null }>(
    `SELECT mean FROM ${database.schema}.editions WHERE number = $1`,
    [edition],
  );
  return row?.mean == null ? null : readVector(row.mean);
}

/** The `k` words nearest to a vector, nearest first. */
export async function findLike(
  database: Database,
  edition: number,
  mean: Float32Array,
  vector: readonly number[],
  k: number,
): Promise<readonly LikeTerm[]> {
  const { meanings } = tablesOf(database.schema, edition);
  const { direction } = centre(Float32Array.from(vector), mean);
  const rows = await searchNearest<{ term: string }>(database, meanings, "term", direction, k);
  return rows.map(({ term, similarity }) => ({ term, similarity }));
}

/** The vectors of those of the terms that have one, very nearly as they were made. */
export async function readMeanings(
  database: Database,
  edition: number,
  mean: Float32Array,
  terms: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await database.read<{ term: string; length: number; embedding: Buffer }>(
    `SELECT term, length, substr(vector_send(embedding), 5) AS embedding
     FROM ${tablesOf(database.schema, edition).meanings} WHERE term = ANY($1)`,
    [terms],
  );
  return new Map(
    rows.map(({ term, length, embedding }) => [
      term,
      Array.from(readVector(embedding), (value, at) => value * length + (mean[at] ?? 0)),
    ]),
  );
}

function meanOf(vectors: readonly (Float32Array | undefined)[], dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions);
  for (const vector of vectors)
    for (const [at, value] of vector?.entries() ?? []) sums[at] = (sums[at] ?? 0) + value;
  return Float32Array.from(sums, (sum) => sum / Math.max(1, vectors.length));
}

/** What is left of a vector without the mean: its direction, of length 1, and how much is left. */
function centre(vector: Float32Array, mean: Float32Array): { direction: Float32Array; length: number } {
  const direction = mean.map((value, at) => (vector[at] ?? 0) - value);
  const length = Math.sqrt(dotProduct(direction, direction));
  if (length > 0) for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) / length;
  return { direction, length };
}
