/** Where the sources of an index stand: their passages have keys in corpus order, whichever part holds them. */
import type { Source } from "../corpus/source.ts";
import type { IndexedPassage } from "./corpus-index.ts";
import { type SourceRecord, sourcesOfPart } from "./store/index-manifest.ts";
import type { OpenGeneration } from "./store/open-generation.ts";
import { decodeSections, type Sections } from "./store/sections.ts";
import { readPassages, readText } from "./store/source-entry.ts";

/** A source of the index, and what was read of it so far. */
export interface Shelf {
  readonly record: SourceRecord;
  readonly source: Source;
  /** The key of its first passage. */
  readonly firstKey: number;
  /** Its passages, read when they are first asked for. */
  readonly passages: () => readonly IndexedPassage[];
}

export function shelve(generation: OpenGeneration): readonly Shelf[] {
  let next = 0;
  return generation.manifest.sources.map((record) => {
    const source = lazySource(generation, record);
    const firstKey = next;
    next += record.passages;
    let known: readonly IndexedPassage[] | null = null;
    const passages = (): readonly IndexedPassage[] => {
      known ??= readPassages(entryOf(generation, record)).map((passage) => {
        return { key: firstKey + passage.ordinal, source, passage };
      });
      return known;
    };
    return { record, source, firstKey, passages };
  });
}

/** The key of each passage that a part holds, -1 for those of withdrawn sources. */
export function keysInPart(
  generation: OpenGeneration,
  part: number,
  shelves: ReadonlyMap<SourceRecord, Shelf>,
): Int32Array {
  const records = sourcesOfPart(generation.manifest, part);
  const keys = new Int32Array(records.reduce((sum, { passages }) => sum + passages, 0)).fill(-1);
  let passage = 0;
  for (const record of records) {
    const firstKey = shelves.get(record)?.firstKey;
    for (let ordinal = 0; ordinal < record.passages; ordinal++, passage++)
      if (firstKey !== undefined) keys[passage] = firstKey + ordinal;
  }
  return keys;
}

/** A source whose text is read when it is first asked for: few questions need more than a few of them. */
function lazySource(generation: OpenGeneration, record: SourceRecord): Source {
  const { id, file, format, title, author, date, url, bodyStart, hash } = record;
  let known: string | null = null;
  return {
    ...{ id, file, format, title, author, date, url, bodyStart, hash },
    get text() {
      known ??= readText(entryOf(generation, record));
      return known;
    },
  };
}

function entryOf(generation: OpenGeneration, record: SourceRecord): Sections {
  return decodeSections(generation.entryOf(record));
}
