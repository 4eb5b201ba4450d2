/** A line of a source and what kind it is: the vocabulary between reading lines and making sentences of them. */
import type { TextRange } from "../corpus/source.ts";

/**
 * `fence`, `underline` and `rule` (no letter or digit) hold no sentence; the others do. `text` may run on over
 * several lines, as may `item`.
 */
export type LineKind =
  | "blank"
  | "fence"
  | "code"
  | "heading"
  | "underline"
  | "rule"
  | "row"
  | "item"
  | "text";

export interface SourceLine {
  readonly kind: LineKind;
  /** The whole line without its line end. */
  readonly range: TextRange;
  /** Its words: without opening and closing marks and outer white space. */
  readonly content: TextRange;
  /** White space before its words or its list mark, in code units. */
  readonly indent: number;
  /** Of a heading or an underline, from 1. */
  readonly level: number;
}
