/** What an answer will say, before it is grounded: which sentences to quote, best first. */
import type { TextRange } from "../corpus/source.ts";
import type { IndexedPassage } from "../index/corpus-index.ts";
import type { Sentence } from "../passages/passage.ts";

/** One or a few neighbouring sentences of one paragraph, quoted together. */
export interface DraftQuote {
  readonly passage: IndexedPassage;
  /** In the order of the source; never empty. */
  readonly sentences: readonly Sentence[];
  /** The sentence that was ranked; the others are there so that it makes sense alone. */
  readonly ranked: Sentence;
  readonly score: number;
  /** The one number or date that answers, in the source's text; null unless exactly one can. */
  readonly answerSpan: TextRange | null;
  /**
   * Set where the answer tells a course of events: the first day the quote speaks of (20230131). Quotes without one are
   * told first.
   */
  readonly since?: number;
}

export interface Draft {
  /** In order of strength. */
  readonly quotes: readonly DraftQuote[];
}
