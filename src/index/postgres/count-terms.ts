/** Keeps the table of terms exact: what sources add to it, and what those that are removed take off it. */
import { takeForm } from "../full-text/source-words.ts";
import type { RunStatement } from "./database.ts";
import { tablesOf } from "./edition.ts";
import type { SourceRows } from "./source-rows.ts";

/** Rows sent in one statement: a few megabytes. */
const ROWS_AT_ONCE = 1_000;

/** Takes off what the sources of these numbers had added. */
export async function discountTerms(
  run: RunStatement,
  schema: string,
  edition: number,
  removed: readonly number[],
): Promise<void> {
  if (removed.length === 0) return;
  const { terms } = tablesOf(schema, edition);
  await run(
    `UPDATE ${terms} t SET passages = t.passages - c.passages, sentences = t.sentences - c.sentences
     FROM (SELECT count ->> 0 AS term, sum((count ->> 1)::integer)::integer AS passages,
         sum((count ->> 2)::integer)::integer AS sentences
       FROM ${schema}.sources s, json_array_elements(s.counts) AS count
       WHERE s.edition = $1 AND s.number = ANY($2) GROUP BY 1) c
     WHERE t.term = c.term`,
    [edition, removed],
  );
}

/** A term's form is settled by majority vote, source by source as in a folder: no list of forms is kept. */
export async function countTerms(
  run: RunStatement,
  schema: string,
  edition: number,
  added: readonly SourceRows[],
): Promise<void> {
  const { terms } = tablesOf(schema, edition);
  const names = [...new Set(added.flatMap((source) => source.terms.map(({ term }) => term)))];
  const known = await run<{ term: string; form: string; lead: number }>(
    `SELECT term, form, lead FROM ${terms} WHERE term = ANY($1)`,
    [names],
  );
  const sums = new Map(known.map((row) => [row.term, { ...row, passages: 0, sentences: 0 }]));
  for (const source of added)
    for (const { term, passages, sentences, form } of source.terms) {
      const sum = sums.get(term) ?? { term, passages: 0, sentences: 0, form, lead: 0 };
      sum.passages += passages;
      sum.sentences += sentences;
      takeForm(sum, form, sentences);
      sums.set(term, sum);
    }
  const rows = [...sums];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    await run(
      `INSERT INTO ${terms} AS t (term, passages, sentences, form, lead)
       SELECT term, passages, sentences, form, lead
       FROM unnest($1::text[], $2::integer[], $3::integer[], $4::text[], $5::integer[])
         AS row (term, passages, sentences, form, lead)
       ON CONFLICT (term) DO UPDATE SET passages = t.passages + excluded.passages,
         sentences = t.sentences + excluded.sentences, form = excluded.form, lead = excluded.lead`,
      [
        some.map(([term]) => term),
        some.map(([, { passages }]) => passages),
        some.map(([, { sentences }]) => sentences),
        some.map(([, { form }]) => form),
        some.map(([, { lead }]) => lead),
      ],
    );
  }
}

/** Terms that stood in nothing but what was removed. */
export async function dropTerms(
  run: RunStatement,
  schema: string,
  edition: number,
  removed: readonly number[],
  hasVectors: boolean,
): Promise<void> {
  if (removed.length === 0) return;
  const { terms, meanings } = tablesOf(schema, edition);
  const dropped = await run<{ term: string }>(
    `DELETE FROM ${terms} WHERE passages <= 0 AND term IN
       (SELECT count ->> 0 FROM ${schema}.sources s, json_array_elements(s.counts) AS count
        WHERE s.edition = $1 AND s.number = ANY($2)) RETURNING term`,
    [edition, removed],
  );
  if (hasVectors && dropped.length > 0)
    await run(`DELETE FROM ${meanings} WHERE term = ANY($1)`, [dropped.map(({ term }) => term)]);
}
