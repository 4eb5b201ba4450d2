/** Looks a citation id up again: the quote, and the lines of the file around it. */
import type { Source, TextRange } from "../corpus/source.ts";
import { slugOf, sourceNames } from "../corpus/source-id.ts";
import { UserError } from "../errors.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import { formatCitationId, parseCitationId } from "../passages/citation-id.ts";
import type { Sentence } from "../passages/passage.ts";
import { lineContentEnd } from "../text/lines.ts";
import { nearestName } from "../text/nearest-name.ts";
import type { Citation } from "./answer.ts";
import { citeSentences, lineOf, startsOf } from "./citation.ts";

/** A line of the file; `marked` is the part of it, from its own start, that belongs to the quote. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
  readonly marked: TextRange | null;
}

export interface QuoteInPlace {
  readonly citation: Citation;
  readonly lines: readonly SourceLine[];
}

/** The citation that `id` names, with `around` paragraphs before and after. Throws a UserError naming the nearest. */
export async function citeInContext(index: CorpusIndex, id: string, around: number): Promise<QuoteInPlace> {
  const place = parseCitationId(id);
  if (place === null)
    throw new UserError(
      `“${id}” is no citation id.`,
      "A citation id names source, paragraph and sentences, as in baku-paradox:14.2 or baku-paradox:14.2-3.",
    );
  const source = findSource(index.sources, place.sourceId);
  const passages = await index.passagesOf(source.id);
  const sentences = passages.flatMap(({ passage }) => passage.sentences);
  const paragraph = sentences.filter((sentence) => sentence.paragraph === place.paragraph);
  const last = sentences.at(-1)?.paragraph ?? 0;
  if (paragraph.length === 0)
    throw new UserError(
      `There is no sentence in paragraph ${place.paragraph} of ${source.id}.`,
      `It has paragraphs 1 to ${last}.`,
    );
  const quoted = paragraph.filter(({ number }) => number >= place.first && number <= place.last);
  const [first] = quoted;
  const holder = passages.find(({ passage }) => first !== undefined && passage.sentences.includes(first));
  if (holder === undefined || quoted.length !== place.last - place.first + 1)
    throw new UserError(
      `Paragraph ${place.paragraph} of ${source.id} has no sentence ${place.last}.`,
      `It has ${paragraph.length}: try ${formatCitationId(source.id, place.paragraph, 1, paragraph.length)}.`,
    );
  const citation = citeSentences(holder, quoted, 1);
  const shown = sentences.filter((sentence) => Math.abs(sentence.paragraph - place.paragraph) <= around);
  return { citation, lines: linesAround(source, shown, citation) };
}

/**
 * The source of that id, in any letter case; also by a longer name of its own, and by its file.
 * @throws UserError naming those that share the name, else the nearest.
 */
export function findSource(sources: readonly Source[], id: string): Source {
  const wanted = id.trim().normalize("NFC").toLowerCase();
  const byId = (name: string) => sources.find((source) => source.id === name);
  const byFile = () => sources.find(({ file }) => file === id);
  const byLongName = () => only(sources.filter(({ file }) => sourceNames(file).lastIndexOf(wanted) > 0));
  // A name is typed with its accents and capitals, but nobody types what cannot be seen.
  const bySpelling = () => (/\p{C}/u.test(wanted) ? undefined : byId(slugOf(wanted)));
  const found = byId(wanted) ?? byFile() ?? byLongName() ?? bySpelling();
  if (found !== undefined) return found;
  const sharing = sources.filter(({ file }) => slugOf(wanted) === sourceNames(file)[0]);
  if (sharing.length > 0)
    throw new UserError(
      sharing.length === 1 ? `There is no source “${id}”.` : `“${id}” could mean several sources.`,
      `Did you mean ${namesInWords(sharing)}?`,
    );
  const near = nearestSource(sources, wanted);
  throw new UserError(
    `There is no source “${id}”.`,
    near === null ? "footnote sources lists them." : `Did you mean ${near}? footnote sources lists them all.`,
  );
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** More names are of no help. */
const MOST_NAMED = 5;

function namesInWords(sources: readonly Source[]): string {
  const ids = sources.slice(0, MOST_NAMED).map(({ id }) => id);
  return sources.length > MOST_NAMED ? `${ids.join(", ")}, …` : ids.join(" or ");
}

/** A source in a folder is often called by its last name alone. */
function nearestSource(sources: readonly Source[], wanted: string): string | null {
  const ids = sources.map(({ id }) => id);
  return ids.find((id) => id.endsWith(`-${wanted}`)) ?? nearestName(wanted, ids);
}

/** Whole lines of the file from the first of `sentences` to the last. */
function linesAround(source: Source, sentences: readonly Sentence[], quote: TextRange): SourceLine[] {
  const starts = startsOf(source);
  const from = lineOf(source, sentences[0]?.range.start ?? quote.start);
  const to = lineOf(source, (sentences.at(-1)?.range.end ?? quote.end) - 1);
  const lines: SourceLine[] = [];
  for (let line = from; line <= to; line += 1) {
    const start = starts[line - 1] ?? 0;
    const end = lineContentEnd(source.text, start, starts[line] ?? source.text.length);
    const marked = { start: Math.max(quote.start, start) - start, end: Math.min(quote.end, end) - start };
    const isMarked = marked.start < marked.end;
    lines.push({ line, text: source.text.slice(start, end), marked: isMarked ? marked : null });
  }
  return lines;
}
