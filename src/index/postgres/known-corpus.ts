/** What the database knows of a corpus: its sources, all but their texts, and its files as this machine last saw them. */
import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { resolve } from "node:path";
import type { SourceFormat } from "../../corpus/source.ts";
import { compareCodePoints } from "../../text/code-point-order.ts";
import type { FileNote, IndexManifest } from "../store/index-manifest.ts";
import type { Database } from "./database.ts";
import type { Edition } from "./edition.ts";
import { jsonText } from "./stored-text.ts";
import type { KnownSource } from "./write-sources.ts";

/** A manifest without files: what changed is told from it as for a folder. */
export interface KnownCorpus extends IndexManifest {
  readonly sources: readonly KnownSource[];
}

/** What only an index in a folder has. */
const NO_FILES = { generation: "", files: {}, parts: [], withdrawn: [] };
const NO_PLACE = { part: 0, start: 0, length: 0, checksum: "" };

interface SourceRow {
  readonly number: number;
  readonly id: string;
  readonly file: string;
  readonly hash: string;
  readonly about: {
    readonly format: SourceFormat;
    readonly title: string;
    readonly author: string | null;
    readonly date: string | null;
    readonly url: string | null;
  };
  readonly body_start: number;
  readonly paragraphs: number;
  readonly passages: number;
  readonly sentences: number;
  readonly words: number;
}

export async function readKnownCorpus(
  database: Database,
  edition: Edition,
  corpusPath: string,
): Promise<KnownCorpus> {
  const { schema } = database;
  const [sources, looks] = await Promise.all([
    readSources(database, edition),
    database.read<{ notes: readonly FileNote[] }>(
      `SELECT notes FROM ${schema}.looks WHERE edition = $1 AND place = $2`,
      [edition.number, placeOf(corpusPath)],
    ),
  ]);
  const { makers } = edition;
  return {
    ...NO_FILES,
    revision: revisionOf(edition, sources),
    makers,
    pendingVectors: 0,
    notes: looks[0]?.notes ?? [],
    sources,
  };
}

/** The sources of an edition at its revision, in corpus order. */
export async function readSources(
  database: Database,
  { number, revision }: Edition,
): Promise<readonly KnownSource[]> {
  const { schema } = database;
  const rows = await database.read<SourceRow>(
    `SELECT number, id, file, hash, about, body_start, paragraphs, passages, sentences, words
     FROM ${schema}.sources WHERE edition = $1 AND since <= $2 AND until > $2`,
    [number, revision],
  );
  return rows.map(readSource).sort((a, b) => compareCodePoints(a.file, b.file));
}

function readSource({ body_start, about, ...row }: SourceRow): KnownSource {
  const { format, title, author, date, url } = about;
  return { ...NO_PLACE, ...row, format, title, author, date, url, bodyStart: body_start };
}

/** Keeps the stamps of the files as this machine sees them: unchanged files are not opened again. */
export async function keepNotes(
  database: Database,
  edition: number,
  corpusPath: string,
  notes: readonly FileNote[],
): Promise<void> {
  const { schema } = database;
  await database.transaction((run) =>
    run(
      `INSERT INTO ${schema}.looks (edition, place, notes) VALUES ($1, $2, $3)
       ON CONFLICT (edition, place) DO UPDATE SET notes = excluded.notes`,
      [edition, placeOf(corpusPath), jsonText(notes)],
    ),
  );
}

/** Stamps of one machine say nothing to another. */
function placeOf(corpusPath: string): string {
  return createHash("sha256")
    .update(`${hostname()}\0${resolve(corpusPath)}`)
    .digest("hex")
    .slice(0, 16);
}

/** The same for the same texts, rules and embedder, on every machine and however often the index is made. */
export function revisionOf({ makers }: Edition, sources: readonly KnownSource[]): string {
  const known = sources.map(({ id, file, title, author, date, url, hash }) => {
    return [id, file, title, author, date, url, hash];
  });
  return createHash("sha256")
    .update(JSON.stringify([makers, known]))
    .digest("hex")
    .slice(0, 16);
}
