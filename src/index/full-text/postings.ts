/** The full text of one part of a corpus, read where it lies: its vocabulary, and where each term stands. */
import type { TermFrequency } from "../corpus-index.ts";
import type { FullText } from "./full-text-builder.ts";
import { decodeStrings, lowerBound, type StringList } from "./string-list.ts";

export class Postings {
  readonly vocabulary: StringList;
  readonly text: FullText;

  constructor(text: FullText) {
    this.text = text;
    this.vocabulary = decodeStrings({ bytes: text.vocabulary, starts: text.vocabularyStarts });
  }

  /** The number of a term in the vocabulary. */
  numberOf(term: string): number | undefined {
    const place = lowerBound(this.vocabulary, term);
    return place < this.vocabulary.length && this.vocabulary.at(place) === term ? place : undefined;
  }

  /** The postings of the term of that number: from the first to the one after the last. */
  rangeOf(number: number): readonly [number, number] {
    const { postingStarts } = this.text;
    return [postingStarts[number] ?? 0, postingStarts[number + 1] ?? 0];
  }

  frequencyOf(term: string): TermFrequency {
    const number = this.numberOf(term);
    if (number === undefined) return { passages: 0, sentences: 0 };
    const [start, end] = this.rangeOf(number);
    return { passages: end - start, sentences: this.text.sentenceFrequencies[number] ?? 0 };
  }
}
