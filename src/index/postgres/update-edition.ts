/**
 * Brings an edition up to date with the files: sources that are new or changed are divided, counted and embedded, and
 * written a source at a time. An edition that nobody reads yet is filled in larger batches.
 */

import type { Source } from "../../corpus/source.ts";
import type { Embedder } from "../../embedders/embedder.ts";
import type { RefreshProgress } from "../refresh-progress.ts";
import { isRead, type Survey } from "../survey-corpus.ts";
import type { BuildLease } from "./build-lease.ts";
import type { Database } from "./database.ts";
import type { KnownCorpus } from "./known-corpus.ts";
import { dropKeptVectors, makeVectors } from "./make-vectors.ts";
import { rowsOf, type SourceRows } from "./source-rows.ts";
import { type KnownSource, writeBatch } from "./write-sources.ts";

export interface UpdateTools {
  readonly database: Database;
  readonly lease: BuildLease;
  readonly embedder: Embedder | null;
  /** Editions that hold vectors of this embedder. */
  readonly vectorEditions: readonly number[];
  readonly onProgress: (progress: RefreshProgress) => void;
  readonly signal: AbortSignal | undefined;
}

/** What one source needs: rows to write, a version to retire, another id. */
interface SourceChange {
  readonly added: Source | null;
  readonly removed: KnownSource | null;
  readonly renamed: { readonly number: number; readonly id: string } | null;
}

/** Of a batch for an edition that nobody reads yet: enough that a transaction costs little, a second of work. */
const PASSAGES_AT_ONCE = 300;
const SOURCES_AT_ONCE = 200;

/** How many sentences were embedded. */
export async function updateEdition(
  edition: number,
  survey: Survey,
  known: KnownCorpus,
  isBatched: boolean,
  tools: UpdateTools,
): Promise<number> {
  const { onProgress, signal, database, embedder } = tools;
  const changes = compare(survey, known);
  let embedded = 0;
  let batch: SourceChange[] = [];
  let rows: SourceRows[] = [];
  const flush = async (): Promise<void> => {
    embedded += await write(edition, batch, rows, tools);
    batch = [];
    rows = [];
  };
  for (const [done, change] of changes.entries()) {
    signal?.throwIfAborted();
    onProgress({ phase: "writing", done, total: changes.length });
    batch.push(change);
    if (change.added !== null) rows.push(rowsOf(change.added));
    const passages = rows.reduce((sum, one) => sum + one.passages.length, 0);
    if (!isBatched || passages >= PASSAGES_AT_ONCE || rows.length >= SOURCES_AT_ONCE) await flush();
  }
  if (batch.length > 0) await flush();
  if (embedder !== null && embedded > 0) await dropKeptVectors(database, embedder, edition);
  return embedded;
}

function compare(survey: Survey, known: KnownCorpus): readonly SourceChange[] {
  const before = new Map(known.sources.map((source) => [source.file, source]));
  const now = new Set(survey.sources.map(({ file }) => file));
  const gone = known.sources.filter(({ file }) => !now.has(file));
  const changes = survey.sources.flatMap((source): SourceChange[] => {
    const old = before.get(source.file) ?? null;
    if (old !== null && old.hash === source.hash)
      return old.id === source.id
        ? []
        : [{ added: null, removed: null, renamed: { number: old.number, id: source.id } }];
    if (!isRead(source)) throw new Error(`${source.file} was not read`);
    return [{ added: source, removed: old, renamed: null }];
  });
  // First what is gone: its id may be another's from now on.
  return [...gone.map((removed) => ({ added: null, removed, renamed: null })), ...changes];
}

async function write(
  edition: number,
  batch: readonly SourceChange[],
  added: readonly SourceRows[],
  { database, lease, embedder, vectorEditions, onProgress, signal }: UpdateTools,
): Promise<number> {
  const texts = new Map(added.flatMap(({ sentences }) => sentences.map(({ key, text }) => [key, text])));
  const onEmbedded = (done: number, total: number): void => onProgress({ phase: "embedding", done, total });
  const made =
    embedder &&
    (await makeVectors(database, texts, { embedder, editions: vectorEditions, onEmbedded, signal }));
  await writeBatch(database, lease, edition, {
    added,
    removed: batch.flatMap(({ removed }) => (removed === null ? [] : [removed])),
    renamed: batch.flatMap(({ renamed }) => (renamed === null ? [] : [renamed])),
    vectors: made?.vectors ?? null,
  });
  return made?.made ?? 0;
}
