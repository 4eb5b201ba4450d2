/**
 * Writes sources into an edition, each batch in one transaction: who reads sees all of it or nothing, and the counts
 * of the corpus fit at every moment. What is replaced stays for those who read an earlier revision; `sweep` takes it.
 */
import type { SourceRecord } from "../store/index-manifest.ts";
import type { VectorKey } from "../vectors/vector-cache.ts";
import type { BuildLease } from "./build-lease.ts";
import { countTerms, discountTerms, dropTerms } from "./count-terms.ts";
import type { Database, RunStatement } from "./database.ts";
import { editionGoneError, tablesOf } from "./edition.ts";
import type { SourceRows } from "./source-rows.ts";
import { jsonText } from "./stored-text.ts";

/** A source that an edition holds, by its number there. */
export interface KnownSource extends SourceRecord {
  readonly number: number;
}

export interface SourceBatch {
  readonly added: readonly SourceRows[];
  /** Replaced by one of `added`, or gone. */
  readonly removed: readonly KnownSource[];
  /** The same texts under other ids. */
  readonly renamed: readonly { readonly number: number; readonly id: string }[];
  /** Null in an edition without vectors; else of every sentence of `added`. */
  readonly vectors: ReadonlyMap<VectorKey, Float32Array> | null;
}

/** Rows sent in one statement: a few megabytes. */
const ROWS_AT_ONCE = 1_000;

export async function writeBatch(
  database: Database,
  lease: BuildLease,
  edition: number,
  batch: SourceBatch,
): Promise<void> {
  await database.transaction(async (run) => {
    await lease.assertHeld(run);
    const { schema } = database;
    const [state] = await run<{ revision: number; next_source: number }>(
      `UPDATE ${schema}.editions SET revision = revision + 1, next_source = next_source + $2 WHERE number = $1
       RETURNING revision, next_source`,
      [edition, batch.added.length],
    );
    if (state === undefined) throw editionGoneError();
    const first = state.next_source - batch.added.length;
    await retire(run, schema, edition, batch.removed, state.revision);
    for (const { number, id } of batch.renamed)
      await run(`UPDATE ${schema}.sources SET id = $3 WHERE edition = $1 AND number = $2`, [
        edition,
        number,
        id,
      ]);
    for (const [at, rows] of batch.added.entries())
      await insertSource(run, schema, edition, first + at, rows, state.revision);
    await insertPassages(run, schema, edition, first, batch.added);
    if (batch.vectors !== null) await insertVectors(run, schema, edition, first, batch.added, batch.vectors);
    const removed = batch.removed.map(({ number }) => number);
    await discountTerms(run, schema, edition, removed);
    await countTerms(run, schema, edition, batch.added);
    await dropTerms(run, schema, edition, removed, batch.vectors !== null);
    await recount(run, schema, edition, batch);
  });
}

async function retire(
  run: RunStatement,
  schema: string,
  edition: number,
  removed: readonly KnownSource[],
  revision: number,
): Promise<void> {
  if (removed.length === 0) return;
  const numbers = removed.map(({ number }) => number);
  await run(
    `UPDATE ${schema}.sources SET until = $3, retired_at = now() WHERE edition = $1 AND number = ANY($2)`,
    [edition, numbers, revision],
  );
}

async function insertSource(
  run: RunStatement,
  schema: string,
  edition: number,
  number: number,
  { source, paragraphs, words, passages, sentences, terms }: SourceRows,
  revision: number,
): Promise<void> {
  const { id, file, format, title, author, date, url, bodyStart, hash, text } = source;
  // Half of a surrogate pair has no UTF-8 form, and no character of a quote may change.
  const encoding = text.isWellFormed() ? "utf8" : "utf16le";
  await run(
    `INSERT INTO ${schema}.sources (edition, number, id, file, hash, about, text, counts, body_start, paragraphs,
       passages, passage_words, sentences, words, since)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[edition, number, id, file, hash],
      jsonText({ format, title, author, date, url, encoding }),
      Buffer.from(text, encoding),
      jsonText(terms.map((row) => [row.term, row.passages, row.sentences])),
      ...[bodyStart, paragraphs, passages.length],
      passages.reduce((sum, { length }) => sum + length, 0),
      ...[sentences.length, words, revision],
    ],
  );
}

async function insertPassages(
  run: RunStatement,
  schema: string,
  edition: number,
  first: number,
  added: readonly SourceRows[],
): Promise<void> {
  const { passages } = tablesOf(schema, edition);
  const rows = added.flatMap((one, at) =>
    one.passages.map((passage) => ({ source: first + at, ...passage })),
  );
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    await run(
      `INSERT INTO ${passages} (source, ordinal, first_sentence, range, sentences, context, length, terms, counts)
       SELECT source, ordinal, first, range::integer[], sentences::integer[], context::integer[], length,
         terms::tsvector, counts::jsonb
       FROM unnest($1::integer[], $2::integer[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::integer[],
         $8::text[], $9::text[]) AS row (source, ordinal, first, range, sentences, context, length, terms, counts)`,
      [
        some.map((row) => row.source),
        some.map((row) => row.ordinal),
        some.map((row) => row.firstSentence),
        some.map((row) => arrayText(row.range)),
        some.map((row) => arrayText(row.sentences)),
        some.map((row) => arrayText(row.context)),
        some.map((row) => row.length),
        some.map((row) => row.terms),
        some.map((row) => row.counts),
      ],
    );
  }
}

async function insertVectors(
  run: RunStatement,
  schema: string,
  edition: number,
  first: number,
  added: readonly SourceRows[],
  vectors: ReadonlyMap<VectorKey, Float32Array>,
): Promise<void> {
  const { embeddings } = tablesOf(schema, edition);
  const rows = added.flatMap((one, at) =>
    one.sentences.map((sentence, place) => ({ source: first + at, place, ...sentence })),
  );
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    await run(
      `INSERT INTO ${embeddings} (source, place, passage, sentence, key, embedding)
       SELECT source, place, passage, sentence, key, embedding::vector
       FROM unnest($1::integer[], $2::integer[], $3::integer[], $4::integer[], $5::bytea[], $6::text[])
         AS row (source, place, passage, sentence, key, embedding)`,
      [
        some.map((row) => row.source),
        some.map((row) => row.place),
        some.map((row) => row.passage),
        some.map((row) => row.sentence),
        some.map((row) => Buffer.from(row.key, "latin1")),
        some.map((row) => vectorText(vectors.get(row.key))),
      ],
    );
  }
}

/** Adds what was added to the counts of the edition, and takes off what was removed. */
async function recount(
  run: RunStatement,
  schema: string,
  edition: number,
  { added, removed }: SourceBatch,
): Promise<void> {
  const sum = (count: (rows: SourceRows) => number): number =>
    added.reduce((all, rows) => all + count(rows), 0);
  await run(
    `UPDATE ${schema}.editions e SET passages = e.passages + $3 - r.passages,
       passage_words = e.passage_words + $4 - r.passage_words, sentences = e.sentences + $5 - r.sentences,
       sentence_words = e.sentence_words + $6 - r.words
     FROM (SELECT coalesce(sum(passages), 0) AS passages, coalesce(sum(passage_words), 0) AS passage_words,
         coalesce(sum(sentences), 0) AS sentences, coalesce(sum(words), 0) AS words
       FROM ${schema}.sources WHERE edition = $1 AND number = ANY($2)) r
     WHERE e.number = $1`,
    [
      edition,
      removed.map(({ number }) => number),
      sum(({ passages }) => passages.length),
      sum(({ passages }) => passages.reduce((all, { length }) => all + length, 0)),
      sum(({ sentences }) => sentences.length),
      sum(({ words }) => words),
    ],
  );
}

/** Numbers as PostgreSQL writes an array. */
function arrayText(numbers: readonly number[]): string {
  return `{${numbers.join(",")}}`;
}

/** Numbers as pgvector writes a vector. */
export function vectorText(vector: ArrayLike<number> | undefined): string {
  if (vector === undefined) throw new Error("a sentence has no vector");
  return `[${Array.from(vector).join(",")}]`;
}
