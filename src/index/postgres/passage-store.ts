/**
 * Passages, texts and vectors as a process has fetched them: what is asked for in one moment is fetched together, and
 * the latest is kept, up to a bound. What was handed out stays whole, whatever happens to the database afterwards.
 */

import type { Source } from "../../corpus/source.ts";
import { UserError } from "../../errors.ts";
import type { IndexedPassage } from "../corpus-index.ts";
import type { Database } from "./database.ts";
import { tablesOf } from "./edition.ts";
import { readVector } from "./make-vectors.ts";
import type { Shelf } from "./shelf.ts";
import { readPassage } from "./source-rows.ts";
import type { KnownSource } from "./write-sources.ts";

export interface FetchedPassage {
  readonly passage: IndexedPassage;
  /** Of its sentences, in order; empty without vectors. */
  readonly vectors: readonly Float32Array[];
}

interface PassageRow {
  readonly source: number;
  readonly ordinal: number;
  readonly range: readonly number[];
  readonly sentences: readonly number[];
  readonly context: readonly number[];
  readonly vectors: Buffer | null;
}

interface TextRow {
  readonly number: number;
  readonly text: Buffer;
  readonly about: { readonly encoding?: "utf8" | "utf16le" };
}

/** Passages kept: some 40 MB with their vectors. */
const MOST_PASSAGES = 4_000;
/** UTF-16 code units of texts kept; a text that is asked for is kept however long it is. */
const MOST_TEXT = 64 * 1024 * 1024;

export class PassageStore {
  readonly #database: Database;
  readonly #edition: number;
  readonly #hasVectors: boolean;
  readonly #texts = new Map<number, Source>();
  readonly #passages = new Map<string, FetchedPassage>();
  #textLength = 0;
  #keepsAll = false;
  #waiting: Map<string, { readonly shelf: Shelf; readonly ordinal: number }> | null = null;
  #fetching: Promise<void> = Promise.resolve();

  constructor(database: Database, edition: number, hasVectors: boolean) {
    this.#database = database;
    this.#edition = edition;
    this.#hasVectors = hasVectors;
  }

  /** The text of a source, if it is at hand. */
  textOf(number: number): string | undefined {
    return this.#texts.get(number)?.text;
  }

  /** One passage, fetched with all others that are asked for before the next turn. */
  async fetch(shelf: Shelf, ordinal: number): Promise<FetchedPassage> {
    const name = `${shelf.record.number}:${ordinal}`;
    const known = this.#passages.get(name);
    if (known !== undefined) {
      this.#passages.delete(name);
      this.#passages.set(name, known);
      return known;
    }
    if (this.#waiting === null) {
      const waiting = new Map<string, { readonly shelf: Shelf; readonly ordinal: number }>();
      this.#waiting = waiting;
      this.#fetching = Promise.resolve().then(() => {
        this.#waiting = null;
        return this.#fetchAll([...waiting.values()]);
      });
    }
    this.#waiting.set(name, { shelf, ordinal });
    const fetching = this.#fetching;
    await fetching;
    const fetched = this.#passages.get(name);
    if (fetched === undefined) throw replacedError();
    return fetched;
  }

  /** All passages of a source, in order. */
  async fetchSource(shelf: Shelf): Promise<readonly IndexedPassage[]> {
    const [rows, sources] = await Promise.all([
      this.#database.read<PassageRow>(
        `SELECT source, ordinal, range, sentences, context, NULL AS vectors
         FROM ${tablesOf(this.#database.schema, this.#edition).passages} WHERE source = $1 ORDER BY ordinal`,
        [shelf.record.number],
      ),
      this.#fetchTexts([shelf]),
    ]);
    const source = sources.get(shelf.record.number);
    if (source === undefined || rows.length !== shelf.record.passages) throw replacedError();
    return rows.map((row) => ({ key: shelf.firstKey + row.ordinal, source, passage: readPassage(row) }));
  }

  /** Afterwards every text is at hand, and stays so. */
  async fetchAllTexts(shelves: readonly Shelf[]): Promise<void> {
    this.#keepsAll = true;
    for (let at = 0; at < shelves.length; at += 200) await this.#fetchTexts(shelves.slice(at, at + 200));
    if (shelves.some(({ record }) => !this.#texts.has(record.number))) throw replacedError();
  }

  async #fetchAll(wanted: readonly { readonly shelf: Shelf; readonly ordinal: number }[]): Promise<void> {
    const [rows, sources] = await Promise.all([
      this.#fetchRows(wanted),
      this.#fetchTexts([...new Set(wanted.map(({ shelf }) => shelf))]),
    ]);
    const shelves = new Map(wanted.map(({ shelf }) => [shelf.record.number, shelf]));
    for (const row of rows) {
      const [source, shelf] = [sources.get(row.source), shelves.get(row.source)];
      if (source === undefined || shelf === undefined) continue;
      const passage = { key: shelf.firstKey + row.ordinal, source, passage: readPassage(row) };
      const vectors = splitVectors(row.vectors, passage.passage.sentences.length);
      this.#passages.set(`${row.source}:${row.ordinal}`, { passage, vectors });
    }
    const most = Math.max(MOST_PASSAGES, wanted.length);
    for (const name of this.#passages.keys()) {
      if (this.#passages.size <= most) break;
      this.#passages.delete(name);
    }
  }

  #fetchRows(wanted: readonly { readonly shelf: Shelf; readonly ordinal: number }[]): Promise<PassageRow[]> {
    const { passages, embeddings } = tablesOf(this.#database.schema, this.#edition);
    const vectors = this.#hasVectors
      ? `(SELECT string_agg(substr(vector_send(e.embedding), 5), ''::bytea ORDER BY e.place) FROM ${embeddings} e
          WHERE e.source = p.source AND e.place >= p.first_sentence
            AND e.place < p.first_sentence + cardinality(p.sentences) / 5)`
      : "NULL::bytea";
    return this.#database.read<PassageRow>(
      `SELECT p.source, p.ordinal, p.range, p.sentences, p.context, ${vectors} AS vectors
       FROM ${passages} p JOIN unnest($1::integer[], $2::integer[]) AS w (source, ordinal)
         ON p.source = w.source AND p.ordinal = w.ordinal`,
      [wanted.map(({ shelf }) => shelf.record.number), wanted.map(({ ordinal }) => ordinal)],
    );
  }

  async #fetchTexts(shelves: readonly Shelf[]): Promise<ReadonlyMap<number, Source>> {
    const known = new Map<number, Source>();
    for (const { record } of shelves) {
      const source = this.#texts.get(record.number);
      if (source === undefined) continue;
      known.set(record.number, source);
      this.#texts.delete(record.number);
      this.#texts.set(record.number, source);
    }
    const missing = shelves.filter(({ record }) => !known.has(record.number));
    if (missing.length === 0) return known;
    const rows = await this.#database.read<TextRow>(
      `SELECT number, text, about FROM ${this.#database.schema}.sources
       WHERE edition = $1 AND number = ANY($2)`,
      [this.#edition, missing.map(({ record }) => record.number)],
    );
    const records = new Map(missing.map(({ record }) => [record.number, record]));
    for (const { number, text, about } of rows) {
      const record = records.get(number);
      if (record === undefined) continue;
      const source = sourceOf(record, text.toString(about.encoding ?? "utf8"));
      known.set(number, source);
      if (!this.#texts.has(number)) this.#textLength += source.text.length;
      this.#texts.set(number, source);
    }
    this.#forgetTexts(known);
    return known;
  }

  #forgetTexts(wanted: ReadonlyMap<number, Source>): void {
    for (const [number, { text }] of this.#texts) {
      if (this.#keepsAll || this.#textLength <= MOST_TEXT) return;
      if (wanted.has(number)) continue;
      this.#texts.delete(number);
      this.#textLength -= text.length;
    }
  }
}

export function sourceOf(record: KnownSource, text: string): Source {
  const { id, file, format, title, author, date, url, bodyStart, hash } = record;
  return { id, file, format, title, author, date, url, text, bodyStart, hash };
}

function splitVectors(bytes: Buffer | null, sentences: number): readonly Float32Array[] {
  if (bytes === null || sentences === 0) return [];
  const length = bytes.length / sentences;
  return Array.from({ length: sentences }, (_, at) =>
    readVector(bytes.subarray(at * length, (at + 1) * length)),
  );
}

/** Only who takes longer over a question than replaced texts are kept meets it. */
function replacedError(): UserError {
  return new UserError("a text was replaced while it was read", "Ask again: the new text is there.");
}
