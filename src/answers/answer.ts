/** The answer as every door shows it and as `--json` prints it. Fields may be added, never renamed. */
import type { SourceMetadata, TextRange } from "../corpus/source.ts";
import type { TokenUsage } from "../models/language-model.ts";

export interface CitedSource extends SourceMetadata {
  readonly id: string;
  readonly file: string;
}

/** A quote and its exact place. */
export interface Citation {
  /** Footnote number in its answer, from 1. */
  readonly n: number;
  /** `<source>:<paragraph>.<sentence>` or `<source>:<paragraph>.<first>-<last>`. */
  readonly id: string;
  readonly source: CitedSource;
  /** The source's text from `start` to `end`. */
  readonly quote: string;
  /** UTF-16 code units of the source's text, half-open. */
  readonly start: number;
  readonly end: number;
  /** Up to 32 code units before and after, as in the W3C TextQuoteSelector. */
  readonly prefix: string;
  readonly suffix: string;
  /** Lines of the file, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly paragraph: number;
  readonly page: number | null;
  /** Text-fragment URL when the source has a `url`. */
  readonly link: string | null;
  /** The nearest heading or lead-in above the quote, as it stands in the source. */
  readonly section: string | null;
  /** The one number, date or name in the quote that answers, in the source's text; null unless exactly one can. */
  readonly answerSpan: TextRange | null;
}

export interface Statement {
  readonly text: string;
  /** Footnote numbers. */
  readonly citations: readonly number[];
  /** Of a model's statement that cites one side of a disagreement only: the footnotes that say otherwise. */
  readonly beside?: readonly number[];
}

/** A line of a model that no reader sees. */
export interface DroppedLine {
  readonly text: string;
  /** Why, in one sentence for a reader. */
  readonly reason: string;
}

export interface DisagreementSide {
  readonly value: string;
  readonly citations: readonly number[];
}

export interface Disagreement {
  readonly about: string;
  readonly sides: readonly DisagreementSide[];
}

export interface Abstention {
  readonly reason: string;
  readonly missingTerms: readonly string[];
  readonly closest: readonly Citation[];
}

export interface Timings {
  readonly retrieveMs: number;
  readonly answerMs: number;
  readonly totalMs: number;
  /** From the first word sent to a model to the end of what it said; absent when none was asked. */
  readonly modelMs?: number;
  /** From the question to the first statement shown; absent when a model showed none. */
  readonly firstStatementMs?: number;
}

export interface Answer {
  readonly question: string;
  readonly standaloneQuestion: string | null;
  readonly status: "answered" | "abstained";
  readonly mode: "extractive" | "generative";
  /** `<provider>:<name>` of the model that was asked; null when none was. */
  readonly model: string | null;
  readonly confidence: number;
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly disagreements: readonly Disagreement[];
  readonly abstention: Abstention | null;
  /** Of a question that asks several things: what nothing answers, while the rest is answered. */
  readonly unanswered: readonly string[];
  /** What the model said and did not hold; empty in extractive mode without a model. */
  readonly dropped: readonly DroppedLine[];
  /** Why a model's answer is not shown, or not whole: one sentence for a reader. */
  readonly note: string | null;
  /** What who runs Footnote can do about the note; null when there is nothing. */
  readonly noteHint: string | null;
  /** Of all that the model was asked for this answer; null when it was not. */
  readonly usage: TokenUsage | null;
  readonly timings: Timings;
}

/** A statement of a model that has been checked, on its way to a reader. */
export interface StatementShown {
  /** Of the answer to come: a reader who sees its statements early wants to know what was understood. */
  readonly standaloneQuestion: string | null;
  readonly statement: Statement;
  /** Those it names, also in `beside`, numbered as in the answer to come. */
  readonly citations: readonly Citation[];
}

/** The citations a reader of the answer sees: those that answer, or the closest passages. */
export function shownCitations({ citations, abstention }: Answer): readonly Citation[] {
  return abstention === null ? citations : abstention.closest;
}
