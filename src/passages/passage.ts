/** How a source is divided. All of it is ranges into `Source.text`; the text itself is never copied or mended. */
import type { TextRange } from "../corpus/source.ts";

/** `heading`, `item` and `row` are sentences of their own, as is a line of code; the rest is prose. */
export type SentenceKind = "prose" | "heading" | "item" | "row" | "code";

/** A sentence: trimmed, never empty, without the marks (`#`, `-`, `>`) that open its line. */
export interface Sentence {
  readonly range: TextRange;
  readonly kind: SentenceKind;
  /** The paragraph it stands in, counted from 1 in its source. */
  readonly paragraph: number;
  /** Its place in that paragraph, counted from 1. */
  readonly number: number;
}

/** A block of text between blank lines. */
export interface Paragraph {
  /** Counted from 1 in its source; front matter is not counted. */
  readonly number: number;
  readonly range: TextRange;
  readonly sentences: readonly Sentence[];
}

/**
 * What is indexed, ranked and shown as "closest": whole sentences of one or several neighbouring paragraphs
 * (short ones are merged, long ones cut at sentence ends).
 */
export interface Passage {
  /** Its place in the source, counted from 0. */
  readonly ordinal: number;
  /** From the start of its first sentence to the end of its last. */
  readonly range: TextRange;
  readonly sentences: readonly Sentence[];
  /** Headings above it and the lead-in line of its list: words that help to find it, outside its range. */
  readonly context: readonly TextRange[];
}

/** A source, divided. Passages hold every sentence exactly once, in order. */
export interface DividedSource {
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
}
