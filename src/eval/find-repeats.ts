/** Finds where else a fact stands: without these places it could still be answered, and rightly so. */
import type { CorpusIndex, IndexedPassage } from "../index/corpus-index.ts";
import type { Sentence } from "../passages/passage.ts";
import { tokenize } from "../text/tokens.ts";
import { findValues } from "../text/values.ts";
import type { DrawnSentence } from "./draw-sentences.ts";

/** A sentence that says the fact. */
export interface FactPlace {
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
}

const [BY_WORDS, BY_VECTOR] = [20, 10];
/** Of the words asked with, and of those held back. */
const SHARED = 0.5;
/** Of all the words of the sentence: then it is the sentence itself again. */
const THE_SAME = 0.8;

/** The sentence drawn, first, and every sentence among its nearest that says the same of the same. */
export async function findRepeats(index: CorpusIndex, drawn: DrawnSentence): Promise<FactPlace[]> {
  const places: FactPlace[] = [{ passage: drawn.passage, sentence: drawn.sentence }];
  for (const key of await nearestPassages(index, drawn)) {
    const passage = await index.passage(key);
    for (const sentence of passage.passage.sentences) {
      const { start, end } = sentence.range;
      const isItself = key === drawn.passage.key && start === drawn.sentence.range.start;
      if (!isItself && saysTheSame(passage.source.text.slice(start, end), drawn))
        places.push({ passage, sentence });
    }
  }
  return places;
}

async function nearestPassages(index: CorpusIndex, drawn: DrawnSentence): Promise<ReadonlySet<number>> {
  const { passage, sentence, kept, withheld } = drawn;
  const keys = new Set([passage.key]);
  for (const { key } of await index.searchFullText([...kept, ...withheld], BY_WORDS)) keys.add(key);
  const vectors = await index.sentenceVectors(passage.key);
  const vector = vectors[passage.passage.sentences.indexOf(sentence)];
  if (vector !== undefined)
    for (const { key } of await index.searchVectors([...vector], BY_VECTOR)) keys.add(key);
  return keys;
}

function saysTheSame(text: string, { kept, withheld, value }: DrawnSentence): boolean {
  const tokens = tokenize(text);
  const terms = new Set(tokens.map(({ term }) => term));
  const share = (of: readonly string[]) => of.filter((term) => terms.has(term)).length / of.length;
  if (share([...kept, ...withheld]) >= THE_SAME) return true;
  if (share(kept) < SHARED) return false;
  if (value === null) return share(withheld) >= SHARED;
  return findValues(text, tokens).some(({ canonical }) => canonical === value);
}
