/** A sentence as comparing sees it: at its place, so that its neighbours and headings can be read too. */
import type { IndexedPassage } from "../index/corpus-index.ts";
import type { Sentence } from "../passages/passage.ts";

export interface ComparedSentence {
  /** Holds `sentence`. */
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
}

/** The words of a sentence, as they stand in its source. */
export function textOf({ passage, sentence }: ComparedSentence): string {
  return passage.source.text.slice(sentence.range.start, sentence.range.end);
}

/** Whether both are one place of one source. */
export function isSamePlace(a: ComparedSentence, b: ComparedSentence): boolean {
  return a.passage.source === b.passage.source && a.sentence.range.start === b.sentence.range.start;
}
