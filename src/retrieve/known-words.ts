/** What English is known to say for the words of a question, as far as the corpus has it: synonyms, names of countries. */
import type { CorpusIndex } from "../index/corpus-index.ts";
import { metonymsOf, nationNamesOf, synonymsOf } from "../text/synonyms.ts";
import type { Token } from "../text/tokens.ts";
import type { Variant } from "./spelling-variants.ts";

export interface KnownWords {
  /** Other names of the same country: as good as the word itself, nearly. */
  readonly variants: readonly Variant[];
  /** Terms that say much the same. */
  readonly synonyms: ReadonlySet<string>;
}

const SAME_COUNTRY = 0.85;
/** Words looked up of one question. */
const MOST_TOKENS = 200;

/**
 * By term, for the tokens of a question; terms of which nothing is known are left out. A word that is `asked`
 * stands for itself alone.
 */
export async function findKnownWords(
  tokens: readonly Token[],
  asked: ReadonlySet<string>,
  index: CorpusIndex,
): Promise<ReadonlyMap<string, KnownWords>> {
  const names = new Map<string, Set<string>>();
  const synonyms = new Map<string, Set<string>>();
  for (const [at, { term }] of tokens.slice(0, MOST_TOKENS).entries()) {
    const next = tokens[at + 1]?.term ?? "";
    const pair = `${term} ${next}`;
    addAll(names, term, nationNamesOf(term));
    for (const one of [term, next]) addAll(names, one, nationNamesOf(pair));
    for (const one of [synonymsOf(term), synonymsOf(pair), metonymsOf(term)]) addAll(synonyms, term, one);
    for (const one of [term, next]) addAll(synonyms, one, metonymsOf(pair));
  }
  const all = [...names.values(), ...synonyms.values()].flatMap((found) => [...found]);
  const frequencies = await index.termFrequencies([...new Set(all.flatMap((one) => one.split(" ")))]);
  const isKnown = (words: string) =>
    words.split(" ").every((word) => (frequencies.get(word)?.sentences ?? 0) > 0);
  const known = new Map<string, KnownWords>();
  for (const term of new Set([...names.keys(), ...synonyms.keys()])) {
    const variants = [...(names.get(term) ?? [])]
      .filter((name) => !asked.has(name) && isKnown(name))
      .map((name) => ({ terms: name.split(" "), trust: SAME_COUNTRY }));
    const own = [...(synonyms.get(term) ?? [])].filter(
      (one) => !one.includes(" ") && !asked.has(one) && isKnown(one),
    );
    if (variants.length + own.length > 0) known.set(term, { variants, synonyms: new Set(own) });
  }
  return known;
}

function addAll(found: Map<string, Set<string>>, term: string, added: ReadonlySet<string>): void {
  if (added.size > 0) found.set(term, new Set([...(found.get(term) ?? []), ...added]));
}
