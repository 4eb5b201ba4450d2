/** What stands between blank lines, taken apart into what is divided into sentences on its own. */
import type { TextRange } from "../corpus/source.ts";
import type { SentenceKind } from "./passage.ts";

/** Lines that run on: no sentence begins in one unit and ends in the next. */
export interface TextUnit {
  readonly kind: SentenceKind;
  /** Of a heading, from 1 (highest); 0 for anything else. */
  readonly level: number;
  /** The words of each line, in order, never empty. */
  readonly lines: readonly TextRange[];
}

/** A paragraph of the contract. One of nothing but rules and marks has no unit. */
export interface TextBlock {
  /** Its lines, without white space before the first and after the last character. */
  readonly range: TextRange;
  readonly units: readonly TextUnit[];
}
