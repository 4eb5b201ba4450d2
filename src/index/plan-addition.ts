/**
 * Decides whether a changed corpus is indexed anew, or by a second part beside the first: what is large and mostly
 * unchanged is not written again for the sake of a file.
 */
import type { Source } from "../corpus/source.ts";
import { type SourceRecord, sourcesOfPart } from "./store/index-manifest.ts";
import type { OpenGeneration } from "./store/open-generation.ts";
import { isRead, type SurveyedSource } from "./survey-corpus.ts";

/** A first part that stays, and what of it is withdrawn. */
export interface Addition {
  readonly generation: OpenGeneration;
  readonly withdrawn: readonly SourceRecord[];
}

/** Below so many passages everything is written again in less than a second. */
const LEAST_PASSAGES = 1_000;
/** What the second part and the withdrawn sources may come to, as a share of the first part. */
const LARGEST_SHARE = 0.1;
/** Bytes of an entry for each UTF-16 unit of its text, about. */
const BYTES_A_UNIT = 3;

/** Null when all is to be written. `generation` must be of today's makers. */
export function planAddition(
  generation: OpenGeneration,
  sources: readonly SurveyedSource[],
  leastPassages = LEAST_PASSAGES,
): Addition | null {
  const held = sourcesOfPart(generation.manifest, 0);
  if (generation.folder === null || sum(held, ({ passages }) => passages) < leastPassages) return null;
  const kept = new Set(sources.filter(isKept).map(({ file }) => file));
  const withdrawn = held.filter((record) => !kept.has(record.file) || isWithdrawn(generation, record));
  const written = sum(sources, (source) => (isKept(source) ? 0 : bytesOf(source)));
  const share = (written + sum(withdrawn, bytesOf)) / Math.max(1, sum(held, bytesOf));
  return share > LARGEST_SHARE ? null : { generation, withdrawn };
}

/** Whether a source is as the first part holds it. */
export function isKept(source: SurveyedSource): source is SourceRecord {
  return !isRead(source) && source.part === 0;
}

function isWithdrawn({ manifest }: OpenGeneration, { start }: SourceRecord): boolean {
  return manifest.withdrawn.some((record) => record.start === start);
}

function bytesOf(source: SourceRecord | Source): number {
  return "text" in source ? source.text.length * BYTES_A_UNIT : source.length;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
