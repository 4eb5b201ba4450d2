/** A source as rows of the tables: its text, its passages with their sentences, its words counted. Pure. */
import { type Source, sliceRange } from "../../corpus/source.ts";
import { divideSource } from "../../passages/divide-source.ts";
import type { Passage, Sentence, SentenceKind } from "../../passages/passage.ts";
import { countWords, type SourceWords } from "../full-text/source-words.ts";
import { keyBytesOf, keyOf, type VectorKey } from "../vectors/vector-cache.ts";
import { jsonText } from "./stored-text.ts";

export interface PassageRow {
  readonly ordinal: number;
  /** The place of its first sentence in the source. */
  readonly firstSentence: number;
  readonly range: readonly number[];
  readonly sentences: readonly number[];
  readonly context: readonly number[];
  readonly length: number;
  /** As PostgreSQL writes a tsvector. */
  readonly terms: string;
  /** JSON: how often it holds each term that it holds more than once. */
  readonly counts: string;
}

export interface SentenceRow {
  /** The ordinal of its passage, and its place there, from 0. */
  readonly passage: number;
  readonly sentence: number;
  readonly key: VectorKey;
  readonly text: string;
}

/** In how many passages and sentences of a source a term stands, and how it is written most. */
export interface TermRow {
  readonly term: string;
  readonly passages: number;
  readonly sentences: number;
  readonly form: string;
}

export interface SourceRows {
  readonly source: Source;
  readonly paragraphs: number;
  readonly words: number;
  readonly passages: readonly PassageRow[];
  /** In order; a sentence's place is its place here. */
  readonly sentences: readonly SentenceRow[];
  readonly terms: readonly TermRow[];
}

const KINDS: readonly SentenceKind[] = ["prose", "heading", "item", "row", "code"];
const SENTENCE_FIELDS = 5;

export function rowsOf(source: Source): SourceRows {
  const { paragraphs, passages } = divideSource(source);
  const words = countWords(source.text, passages);
  const held = termsByPassage(words, passages.length);
  let firstSentence = 0;
  const rows = passages.map((passage, at): PassageRow => {
    const row = {
      ordinal: passage.ordinal,
      firstSentence,
      range: [passage.range.start, passage.range.end],
      sentences: passage.sentences.flatMap(sentenceFields),
      context: passage.context.flatMap(({ start, end }) => [start, end]),
      length: words.passageLengths[at] ?? 0,
      ...termsOf(held[at] ?? []),
    };
    firstSentence += passage.sentences.length;
    return row;
  });
  return {
    source,
    paragraphs: paragraphs.length,
    words: words.words,
    passages: rows,
    sentences: passages.flatMap((passage) =>
      passage.sentences.map((one, at) => sentenceRow(source, passage, one, at)),
    ),
    terms: termRows(words),
  };
}

/** The passage of a row. */
export function readPassage(row: {
  readonly ordinal: number;
  readonly range: readonly number[];
  readonly sentences: readonly number[];
  readonly context: readonly number[];
}): Passage {
  const sentences: Sentence[] = [];
  for (let at = 0; at < row.sentences.length; at += SENTENCE_FIELDS) {
    const [start = 0, end = 0, kind = 0, paragraph = 0, number = 0] = row.sentences.slice(
      at,
      at + SENTENCE_FIELDS,
    );
    sentences.push({ range: { start, end }, kind: KINDS[kind] ?? "prose", paragraph, number });
  }
  const context: { start: number; end: number }[] = [];
  for (let at = 0; at < row.context.length; at += 2)
    context.push({ start: row.context[at] ?? 0, end: row.context[at + 1] ?? 0 });
  const [start = 0, end = 0] = row.range;
  return { ordinal: row.ordinal, range: { start, end }, sentences, context };
}

/** A term as tsvector and tsquery write it. */
export function quoteTerm(term: string): string {
  return `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

function sentenceFields({ range, kind, paragraph, number }: Sentence): number[] {
  return [range.start, range.end, KINDS.indexOf(kind), paragraph, number];
}

function sentenceRow(
  source: Source,
  { ordinal }: Passage,
  { range }: Sentence,
  sentence: number,
): SentenceRow {
  const text = sliceRange(source.text, range);
  return { passage: ordinal, sentence, key: keyOf(keyBytesOf(text)), text };
}

type HeldTerm = readonly [term: string, count: number];

function termsByPassage(words: SourceWords, passages: number): readonly (readonly HeldTerm[])[] {
  const held = Array.from({ length: passages }, (): HeldTerm[] => []);
  for (const [number, term] of words.terms.entries()) {
    const end = words.postingStarts[number + 1] ?? 0;
    for (let at = words.postingStarts[number] ?? 0; at < end; at++)
      held[words.passages[at] ?? 0]?.push([term, words.frequencies[at] ?? 0]);
  }
  return held;
}

function termsOf(held: readonly HeldTerm[]): Pick<PassageRow, "terms" | "counts"> {
  const often = held.filter(([, count]) => count > 1);
  return {
    terms: held.map(([term]) => quoteTerm(term)).join(" "),
    // Written by hand, since an object would lose a term called __proto__.
    counts: `{${often.map(([term, count]) => `${jsonText(term)}:${count}`).join(",")}}`,
  };
}

function termRows(words: SourceWords): readonly TermRow[] {
  return words.terms.map((term, number) => ({
    term,
    passages: (words.postingStarts[number + 1] ?? 0) - (words.postingStarts[number] ?? 0),
    sentences: words.sentenceFrequencies[number] ?? 0,
    form: words.forms[number] ?? term,
  }));
}
