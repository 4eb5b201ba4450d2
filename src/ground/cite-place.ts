/** Cites any range of a source that holds words, whole sentences or not: its id names the sentences it touches. */
import type { Source, TextRange } from "../corpus/source.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { Citation } from "./answer.ts";
import { citeRange, sectionAbove } from "./citation.ts";

/** The citation of `range`. A range over several paragraphs is named by its sentences in the first. */
export async function citePlace(
  index: CorpusIndex,
  source: Source,
  range: TextRange,
  n: number,
): Promise<Citation> {
  const passages = await index.passagesOf(source.id);
  const touched = passages.flatMap(({ passage }) =>
    passage.sentences
      .filter((sentence) => sentence.range.end > range.start && sentence.range.start < range.end)
      .map((sentence) => ({ passage, sentence })),
  );
  const [first] = touched;
  if (first === undefined) throw new RangeError(`no sentence at ${range.start}-${range.end} of ${source.id}`);
  const { paragraph, number } = first.sentence;
  const last =
    touched.findLast(({ sentence }) => sentence.paragraph === paragraph)?.sentence.number ?? number;
  const section = sectionAbove(source, first.passage, first.sentence);
  return citeRange(source, range, { paragraph, first: number, last }, n, section);
}
