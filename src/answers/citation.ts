/** Makes citations: the exact place of a proven quote, in every form that a reader or a program looks it up by. */
import { type Source, sliceRange, type TextRange } from "../corpus/source.ts";
import type { IndexedPassage } from "../index/corpus-index.ts";
import { formatCitationId } from "../passages/citation-id.ts";
import type { Passage, Sentence } from "../passages/passage.ts";
import { boundaryAfter, boundaryBefore } from "../text/graphemes.ts";
import { findLineStarts, lineNumberAt } from "../text/lines.ts";
import type { Citation } from "./answer.ts";
import { quoteLink } from "./text-fragment.ts";
import { quoteAt } from "./verify-quote.ts";

/** UTF-16 code units of context, as in the W3C TextQuoteSelector; fewer where the last would tear a character. */
const CONTEXT_UNITS = 32;

/** Line starts are found once for each source that is open. */
const lineStarts = new WeakMap<Source, readonly number[]>();

/** Cites neighbouring sentences of one paragraph, given in the order of the source; `sentences` is never empty. */
export function citeSentences(
  { source, passage }: IndexedPassage,
  sentences: readonly Sentence[],
  n: number,
): Citation {
  const [first, last] = [sentences[0], sentences.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("nothing to cite");
  const section = sectionAbove(source, passage, first);
  const range = { start: first.range.start, end: last.range.end };
  return citeRange(
    source,
    range,
    { paragraph: first.paragraph, first: first.number, last: last.number },
    n,
    section,
  );
}

/** The nearest heading or lead-in above a sentence, unless it only repeats the title. */
export function sectionAbove(source: Source, passage: Passage, sentence: Sentence): string | null {
  const inside = passage.sentences.findLast(
    ({ kind, range }) => kind === "heading" && range.end <= sentence.range.start,
  );
  const above = inside?.range ?? passage.context.findLast(({ end }) => end <= sentence.range.start);
  const section = above === undefined ? null : sliceRange(source.text, above);
  return section === source.title ? null : section;
}

/** The sentences that hold a range: what its citation id names. */
export interface SentencePlace {
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
}

/** Cites any range of a source; throws a RangeError where no quote can stand. */
export function citeRange(
  source: Source,
  range: TextRange,
  { paragraph, first, last }: SentencePlace,
  n: number,
  section: string | null = null,
): Citation {
  const quote = quoteAt(source, range);
  const { text } = source;
  return {
    n,
    id: formatCitationId(source.id, paragraph, first, last),
    source: {
      id: source.id,
      title: source.title,
      file: source.file,
      author: source.author,
      date: source.date,
      url: source.url,
    },
    quote: quote.text,
    start: range.start,
    end: range.end,
    prefix: text.slice(boundaryAfter(text, range.start - CONTEXT_UNITS), range.start),
    suffix: text.slice(range.end, boundaryBefore(text, range.end + CONTEXT_UNITS)),
    line: lineOf(source, range.start),
    endLine: lineOf(source, range.end - 1),
    paragraph,
    page: null,
    link: quoteLink(source, range),
    section,
    answerSpan: null,
  };
}

/** The line of the file, from 1, that holds an offset. */
export function lineOf(source: Source, offset: number): number {
  return lineNumberAt(startsOf(source), offset);
}

/** The offsets at which the lines of a source begin. */
export function startsOf(source: Source): readonly number[] {
  const known = lineStarts.get(source);
  if (known !== undefined) return known;
  const starts = findLineStarts(source.text);
  lineStarts.set(source, starts);
  return starts;
}
