/** Reads all of an index and measures what it counts against what it holds: what is half written does not pass. */
import { expect } from "vitest";
import type { CorpusIndex, IndexedPassage } from "../../../src/index/corpus-index.ts";
import { divideSource } from "../../../src/passages/divide-source.ts";
import { tokenize } from "../../../src/text/tokens.ts";

/** The text of each source by its file. Fails unless the index is whole. */
export async function readWholeIndex(index: CorpusIndex): Promise<ReadonlyMap<string, string>> {
  await index.loadTexts?.();
  const passages: IndexedPassage[] = [];
  for (const source of index.sources) {
    const own = await index.passagesOf(source.id);
    expect(own.map(({ passage }) => passage)).toEqual(divideSource(source).passages);
    passages.push(...own);
  }
  expect(await Promise.all(passages.map(({ key }) => index.passage(key)))).toEqual(passages);
  const sentences = passages.flatMap((passage) => sentencesOf(passage));
  expect(index.statistics).toMatchObject({ passages: passages.length, sentences: sentences.length });
  const frequencies = new Map<string, { passages: number; sentences: number }>();
  const count = (term: string) => {
    const frequency = frequencies.get(term) ?? { passages: 0, sentences: 0 };
    frequencies.set(term, frequency);
    return frequency;
  };
  for (const passage of passages) for (const term of termsOf(passage)) count(term).passages += 1;
  for (const text of sentences)
    for (const term of new Set(tokenize(text).map((one) => one.term))) count(term).sentences += 1;
  expect(await index.termFrequencies([...frequencies.keys()])).toEqual(frequencies);
  for (const { key, passage } of index.hasVectors ? passages : [])
    expect(await index.sentenceVectors(key)).toHaveLength(passage.sentences.length);
  return new Map(index.sources.map(({ file, text }) => [file, text]));
}

function sentencesOf({ source, passage }: IndexedPassage): string[] {
  return passage.sentences.map(({ range }) => source.text.slice(range.start, range.end));
}

function termsOf(passage: IndexedPassage): ReadonlySet<string> {
  const context = passage.passage.context.map(({ start, end }) => passage.source.text.slice(start, end));
  return new Set(
    [...sentencesOf(passage), ...context].flatMap((text) => tokenize(text).map(({ term }) => term)),
  );
}
