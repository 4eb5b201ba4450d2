/** The words around a place of a source: what a writer's gloss may name without bringing anything new. */
import { bareKey, basesOf } from "./inflections.ts";
import type { WordRange } from "./match-claim.ts";
import { isSourceName } from "./name-words.ts";
import { scanWords } from "./scan-words.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";
import { wordKey } from "./word-key.ts";

/** Words on either side of the place: about a page. */
const REACH = 200;

export interface PassageWords {
  /** Whether the word, or a form of it, stands near, or in the title. */
  has(key: string): boolean;
  /** Whether it stands there as a name. */
  hasName(key: string): boolean;
}

interface KnownWords {
  readonly bases: ReadonlySet<string>;
  /** Where each word stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly titleNames: ReadonlySet<string>;
}

function readWords(index: WordIndex, source: IndexedSource, { from, to }: WordRange): KnownWords {
  const bases = new Set<string>();
  const places = new Map<string, number[]>();
  const titleNames = new Set<string>();
  const last = Math.min(source.last, to + REACH);
  for (let at = Math.max(source.first, from - REACH); at < last; at += 1) {
    const key = index.keyAt(at);
    for (const base of basesOf(key)) bases.add(base);
    const known = places.get(bareKey(key));
    if (known === undefined) places.set(bareKey(key), [at]);
    else known.push(at);
  }
  const { title } = source.source;
  scanWords(title, 0, title.length, (start, end) => {
    const key = wordKey(title.slice(start, end));
    for (const base of basesOf(key)) bases.add(base);
    if (/^\p{Lu}/u.test(title.slice(start, end))) titleNames.add(bareKey(key));
  });
  return { bases, places, titleNames };
}

/** The words around `place`, read when they are first asked for. */
export function passageWords(index: WordIndex, source: IndexedSource, place: WordRange): PassageWords {
  let read: KnownWords | undefined;
  const known = (): KnownWords => {
    read ??= readWords(index, source, place);
    return read;
  };
  return {
    has: (key) => basesOf(key).some((base) => known().bases.has(base)),
    hasName: (key) => {
      const { places, titleNames } = known();
      const bare = bareKey(key);
      return titleNames.has(bare) || (places.get(bare)?.some((at) => isSourceName(index, at)) ?? false);
    },
  };
}
