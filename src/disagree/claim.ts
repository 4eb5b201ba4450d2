/** What a sentence says with one figure or date: of what, when, and in which way. Everything a comparison looks at. */
import type { TextRange } from "../corpus/source.ts";
import type { ComparedSentence } from "./compared-sentence.ts";
import type { Period } from "./period.ts";
import type { Figure } from "./read-figures.ts";

/** A word of the sentence by its key (`keyOf`): whether it is part of a name, and how near the value it stands. */
export interface SubjectWord {
  readonly key: string;
  readonly term: string;
  readonly isName: boolean;
  /** In tokens, from the value. */
  readonly distance: number;
  /** Its word in lower case, and the one right before it when only a space parts them; else empty. */
  readonly word: string;
  readonly before: string;
}

export interface Claim {
  readonly at: ComparedSentence;
  /** Of the value, in the source's text. */
  readonly range: TextRange;
  /** A figure's kind, `date`, or `by:` and the verb for who did something. */
  readonly kind: string;
  readonly figure: Figure | null;
  /** The keys of the name; empty for figures and dates. */
  readonly name: readonly string[];
  /** The other figures of its kind in the sentence; for a date, all figures of its clause. */
  readonly siblings: readonly Figure[];
  /** When what is said took place; for a date, the date itself. Null when the sentence does not tell. */
  readonly period: Period | null;
  /** The period was taken from a neighbour or a heading. */
  readonly isInherited: boolean;
  /** "first 11 months", "second quarter": the part of its period; empty for the whole. */
  readonly part: string;
  /** Telling words of its clause, by key. */
  readonly near: ReadonlyMap<string, SubjectWord>;
  /** All telling words of the sentence and what it leans on: neighbours it points back to, headings, title. */
  readonly all: ReadonlySet<string>;
  /** Words of the sentence itself, by key. */
  readonly said: ReadonlyMap<string, SubjectWord>;
  /** Months and days without a year that its clause names, as `--05`; empty when none. */
  readonly season: string;
  /** The key of the first telling word of its sentence: mostly its subject. */
  readonly opening: string;
  /** What its clause says of words that exclude each other: the cells by group. */
  readonly cells: ReadonlyMap<number, ReadonlySet<number>>;
  /** The groups whose words speak of a part. */
  readonly partial: ReadonlySet<number>;
  /** Keys of the words counted ("six Azerbaijani nationals"), the head noun last; empty for measures and dates. */
  readonly counted: readonly string[];
  /** What must be alike on both sides, as words: planned, per year, since, negated … */
  readonly manner: string;
}
