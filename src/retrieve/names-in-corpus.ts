/** For questions typed without capitals: which of their words the corpus writes as names. */
import type { CorpusIndex } from "../index/corpus-index.ts";
import { viewPassage } from "./passage-view.ts";

/** Passages looked at for one word, and words looked at. */
const MOST_PASSAGES = 3;
const MOST_TERMS = 16;
const CAPITAL = /^\p{Lu}/u;

/** Whether a question tells names from other words: it has a capital after its first letter. */
export function hasCapitals(question: string): boolean {
  return /\p{Lu}/u.test(question.trimStart().slice(1));
}

/** Of `terms`, those that always stand with a capital where no sentence begins, in the passages that hold them most. */
export async function namesInCorpus(
  terms: readonly string[],
  index: CorpusIndex,
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const term of terms.slice(0, MOST_TERMS)) if (await isWrittenAsName(term, index)) names.add(term);
  return names;
}

async function isWrittenAsName(term: string, index: CorpusIndex): Promise<boolean> {
  let capitals = 0;
  for (const { key } of await index.searchFullText([term], MOST_PASSAGES)) {
    for (const { places, tokens, text } of viewPassage(await index.passage(key)).sentences) {
      for (const place of places.get(term) ?? []) {
        if (place === 0) continue;
        if (!CAPITAL.test(text.slice(tokens[place]?.start ?? 0))) return false;
        capitals += 1;
      }
    }
  }
  return capitals > 0;
}
