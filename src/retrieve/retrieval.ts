/** What retrieval hands on: sentences in order of how well they answer, and how sure it is. */
import type { TextRange } from "../corpus/source.ts";
import type { IndexedPassage } from "../index/corpus-index.ts";
import type { Sentence } from "../passages/passage.ts";
import type { QuestionShape } from "./question-shape.ts";

/** A sentence that may answer, with its passage at hand. */
export interface RankedSentence {
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
  /** Its place in `passage.passage.sentences`, from 0. */
  readonly index: number;
  /** Higher is better; comparable within one retrieval only. */
  readonly score: number;
  /** The stems of the question's content words that stand in this sentence. */
  readonly matchedTerms: readonly string[];
  /** The dates, numbers, amounts or spans of time in it that are of the kind asked for, in the source's text. */
  readonly answers: readonly TextRange[];
}

/** `answered`: worth showing as the answer. `closest`: near, but no answer. `nothing`: not even near. */
export type Zone = "answered" | "closest" | "nothing";

export interface Retrieval {
  readonly question: string;
  /** What form of answer the question wants. */
  readonly shape: QuestionShape;
  /** What it compares, as typed; empty unless it is a comparison. */
  readonly sides: readonly string[];
  /** Best first; at least ten when the corpus has as many that share anything with the question. */
  readonly sentences: readonly RankedSentence[];
  readonly zone: Zone;
  /** From 0 to 1: the measured share of answers right at this level. */
  readonly confidence: number;
  /** Content words of the question, as typed, that occur nowhere in the corpus (or the sources asked). */
  readonly missingTerms: readonly string[];
  /** Why the zone is not `answered`, in one sentence for a reader; null when it is. */
  readonly reason: string | null;
}
