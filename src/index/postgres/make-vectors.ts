/**
 * The vectors of texts: those that the database knows already, and those the embedder makes now. What is made is kept
 * at once, so that a stopped build is taken up where it stopped.
 */
import type { Embedder } from "../../embedders/embedder.ts";
import { keyBytesOf, keyOf, type VectorKey } from "../vectors/vector-cache.ts";
import type { Database } from "./database.ts";
import { tablesOf } from "./edition.ts";

export interface MadeVectors {
  readonly vectors: ReadonlyMap<VectorKey, Float32Array>;
  /** How many were made now. */
  readonly made: number;
}

export interface VectorTools {
  readonly embedder: Embedder;
  /** Editions whose vectors are of this embedder, too. */
  readonly editions: readonly number[];
  readonly onEmbedded: (done: number, total: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** Texts given to the embedder at once: some seconds of work, the most a stopped build can lose. */
const AT_ONCE = 128;
/** Keys looked up in one statement. */
const KEYS_AT_ONCE = 2_000;

/** Rejects when aborted, or when the embedder fails; what was made until then is kept. */
export async function makeVectors(
  database: Database,
  texts: ReadonlyMap<VectorKey, string>,
  tools: VectorTools,
): Promise<MadeVectors> {
  const { embedder, onEmbedded, signal } = tools;
  const vectors = await findVectors(database, [...texts.keys()], tools);
  const missing = [...texts].filter(([key]) => !vectors.has(key));
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    onEmbedded(at, missing.length);
    const batch = missing.slice(at, at + AT_ONCE);
    const made = await embedder.embedDocuments(
      batch.map(([, text]) => text),
      signal,
    );
    for (const [place, [key]] of batch.entries()) {
      const vector = made[place];
      if (vector?.length !== embedder.dimensions) throw new Error(`${embedder.id} gave no vector for a text`);
      vectors.set(key, Float32Array.from(vector));
    }
    // The last ones are written with their source a moment later.
    if (at + AT_ONCE < missing.length) await keep(database, embedder, batch, vectors);
  }
  if (missing.length > AT_ONCE) onEmbedded(missing.length, missing.length);
  return { vectors, made: missing.length };
}

/** Throws away what was kept for the build of an edition that holds it now; what other builds have made stays. */
export async function dropKeptVectors(
  database: Database,
  embedder: Embedder,
  edition: number,
): Promise<void> {
  const { schema } = database;
  await database.transaction((run) =>
    run(
      `DELETE FROM ${schema}.made_vectors m WHERE embedder = $1
         AND EXISTS (SELECT 1 FROM ${tablesOf(schema, edition).embeddings} e WHERE e.key = m.key)`,
      [nameOf(embedder)],
    ),
  );
}

/** Texts by the keys of their vectors. */
export function keysOf(texts: readonly string[]): ReadonlyMap<VectorKey, string> {
  return new Map(texts.map((text) => [keyOf(keyBytesOf(text)), text]));
}

async function findVectors(
  database: Database,
  keys: readonly VectorKey[],
  { embedder, editions }: VectorTools,
): Promise<Map<VectorKey, Float32Array>> {
  const { schema } = database;
  const found = new Map<VectorKey, Float32Array>();
  const look = async (select: string, extra: readonly unknown[]): Promise<void> => {
    const wanted = keys.filter((key) => !found.has(key));
    for (let at = 0; at < wanted.length; at += KEYS_AT_ONCE) {
      const some = wanted.slice(at, at + KEYS_AT_ONCE).map((key) => Buffer.from(key, "latin1"));
      const rows = await database.read<{ key: Buffer; embedding: Buffer }>(select, [some, ...extra]);
      for (const { key, embedding } of rows) found.set(keyOf(key), readVector(embedding));
    }
  };
  await look(`SELECT key, embedding FROM ${schema}.made_vectors WHERE key = ANY($1) AND embedder = $2`, [
    nameOf(embedder),
  ]);
  for (const edition of editions)
    await look(
      `SELECT DISTINCT ON (key) key, substr(vector_send(embedding), 5) AS embedding
       FROM ${tablesOf(schema, edition).embeddings} WHERE key = ANY($1)`,
      [],
    );
  return found;
}

async function keep(
  database: Database,
  embedder: Embedder,
  batch: readonly (readonly [VectorKey, string])[],
  vectors: ReadonlyMap<VectorKey, Float32Array>,
): Promise<void> {
  const { schema } = database;
  await database.transaction((run) =>
    run(
      `INSERT INTO ${schema}.made_vectors (embedder, key, embedding)
       SELECT $1, key, embedding FROM unnest($2::bytea[], $3::bytea[]) AS row (key, embedding)
       ON CONFLICT DO NOTHING`,
      [
        nameOf(embedder),
        batch.map(([key]) => Buffer.from(key, "latin1")),
        batch.map(([key]) => writeVector(vectors.get(key) ?? new Float32Array())),
      ],
    ),
  );
}

function nameOf({ id, dimensions }: Embedder): string {
  return `${id} ${dimensions}`;
}

/** Numbers as pgvector sends them: 32 bits each, the highest byte first. */
export function readVector(bytes: Buffer): Float32Array {
  const vector = new Float32Array(bytes.length / 4);
  for (let at = 0; at < vector.length; at++) vector[at] = bytes.readFloatBE(4 * at);
  return vector;
}

export function writeVector(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(4 * vector.length);
  for (const [at, value] of vector.entries()) bytes.writeFloatBE(value, 4 * at);
  return bytes;
}
