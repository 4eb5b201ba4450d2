/** Cites any range of a source that holds words, whole sentences or not: its id names the sentences it touches. */
import type { Source, TextRange } from "../corpus/source.ts";
import type { CorpusIndex, IndexedPassage } from "../index/corpus-index.ts";
import type { Citation } from "./answer.ts";
import { citeRange, sectionAbove } from "./citation.ts";

/**
 * Cites places of `index`, the passages of each source fetched once. A range over several paragraphs is named by its
 * sentences in the first; one that touches none (words beside a code fence, a lone symbol) by the sentence before it.
 */
export function placeCiter(
  index: CorpusIndex,
): (source: Source, range: TextRange, n: number) => Promise<Citation> {
  const fetched = new Map<string, Promise<readonly IndexedPassage[]>>();
  return async (source, range, n) => {
    const passages = fetched.get(source.id) ?? index.passagesOf(source.id);
    fetched.set(source.id, passages);
    return citeAmong(await passages, source, range, n);
  };
}

function citeAmong(
  passages: readonly IndexedPassage[],
  source: Source,
  range: TextRange,
  n: number,
): Citation {
  const touched = passagesOver(passages, range).flatMap(({ passage }) =>
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

function touches(one: TextRange, other: TextRange): boolean {
  return one.end > other.start && one.start < other.end;
}

/** The passages that touch a range; they stand in order and do not overlap. */
function passagesOver(passages: readonly IndexedPassage[], range: TextRange): readonly IndexedPassage[] {
  let [low, high] = [0, passages.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((passages[middle]?.passage.range.end ?? 0) <= range.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < passages.length && (passages[end]?.passage.range.start ?? 0) < range.end) end += 1;
  return passages.slice(low, end);
}

/** The first sentence of all where none stands before; undefined where there is none at all. */
function sentenceBefore(passages: readonly IndexedPassage[], { start }: TextRange) {
  const { passage } = passages.findLast((one) => one.passage.range.start <= start) ?? passages[0] ?? {};
  const sentence = passage?.sentences.findLast(({ range }) => range.end <= start) ?? passage?.sentences[0];
  return passage && sentence && { passage, sentence };
}
