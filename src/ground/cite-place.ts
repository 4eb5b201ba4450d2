/** Cites any range of a source that holds words, whole sentences or not: its id names the sentences it touches. */
import type { Source, TextRange } from "../corpus/source.ts";
import type { CorpusIndex, IndexedPassage } from "../index/corpus-index.ts";
import type { Citation } from "./answer.ts";
import { citeRange, sectionAbove } from "./citation.ts";

/**
 * The citation of `range`. A range over several paragraphs is named by its sentences in the first; one that touches
 * none (words beside a code fence, a lone symbol) by the sentence before it.
 */
export async function citePlace(
  index: CorpusIndex,
  source: Source,
  range: TextRange,
  n: number,
): Promise<Citation> {
  const passages = await index.passagesOf(source.id);
  const touched = passagesAt(passages, range).flatMap(({ passage }) =>
    passage.sentences
      .filter((sentence) => touches(sentence.range, range))
      .map((sentence) => ({ passage, sentence })),
  );
  const first = touched[0] ?? sentenceBefore(passages, range);
  if (first === undefined) return citeRange(source, range, { paragraph: 1, first: 1, last: 1 }, n);
  const { paragraph, number } = first.sentence;
  const last =
    touched.findLast(({ sentence }) => sentence.paragraph === paragraph)?.sentence.number ?? number;
  const section = sectionAbove(source, first.passage, first.sentence);
  return citeRange(source, range, { paragraph, first: number, last }, n, section);
}

/** Those that touch a range. They stand in order, so that a place among many is found at once. */
function passagesAt(passages: readonly IndexedPassage[], range: TextRange): IndexedPassage[] {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle]?.passage.range.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  const found: IndexedPassage[] = [];
  for (let at = low; at < passages.length; at += 1) {
    const one = passages[at];
    if (one === undefined || !touches(one.passage.range, range)) break;
    found.push(one);
  }
  return found;
}

function touches(one: TextRange, other: TextRange): boolean {
  return one.end > other.start && one.start < other.end;
}

/** The first sentence of all where none stands before; undefined where there is none at all. */
function sentenceBefore(passages: readonly IndexedPassage[], { start }: TextRange) {
  const { passage } = passages.findLast((one) => one.passage.range.start <= start) ?? passages[0] ?? {};
  const sentence = passage?.sentences.findLast(({ range }) => range.end <= start) ?? passage?.sentences[0];
  return passage && sentence && { passage, sentence };
}
