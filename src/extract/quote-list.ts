/**
 * Quotes a list whole where a question asks for one: its items or rows, with the line that announces them, or the
 * sentences of a paragraph that count ("The first …", "The second …"). Pure. What is too long is left to the items alone.
 */

import type { Sentence } from "../passages/passage.ts";
import type { RankedSentence } from "../retrieve/retrieval.ts";
import type { DraftQuote } from "./draft.ts";

/** A list is quoted whole up to this many UTF-16 code units. */
const LONGEST_LIST = 700;
const COUNTS =
  /^["'“‘(]*(?:the\s+|a\s+)?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|final(?:ly)?|last(?:ly)?)\b/iu;

/** The list that the sentence belongs to or announces, a quote for each paragraph of it; empty when there is none. */
export function quoteList({ passage, sentence, index, score }: RankedSentence): DraftQuote[] {
  const { sentences } = passage.passage;
  const isMember = (at: number) => isOfList(passage.source.text, sentences[at]);
  const start = isMember(index) ? index : isMember(index + 1) ? index + 1 : null;
  if (start === null || sentence.kind === "heading") return [];
  let [first, last] = [start, start];
  while (isMember(first - 1) && isNear(sentences, first - 1, first)) first -= 1;
  while (isMember(last + 1) && isNear(sentences, last, last + 1)) last += 1;
  if (first === last) return [];
  return byParagraph(withLeadIn(sentences, first), sentences, last).flatMap((group) => {
    const [one, end] = [group[0], group.at(-1)];
    if (one === undefined || end === undefined || end.range.end - one.range.start > LONGEST_LIST) return [];
    const ranked = group.includes(sentence) ? sentence : one;
    return [{ passage, sentences: group, ranked, score, answerSpan: null }];
  });
}

function isOfList(text: string, sentence: Sentence | undefined): boolean {
  if (sentence === undefined) return false;
  if (sentence.kind === "item" || sentence.kind === "row") return true;
  return (
    sentence.kind === "prose" && COUNTS.test(text.slice(sentence.range.start, sentence.range.start + 40))
  );
}

/** Items may stand in paragraphs of their own; a new kind of line is a new list. */
function isNear(sentences: readonly Sentence[], at: number, next: number): boolean {
  const [one, other] = [sentences[at], sentences[next]];
  return one !== undefined && one.kind === other?.kind && other.paragraph - one.paragraph <= 1;
}

/** The line before the list, where it stands in the same paragraph. */
function withLeadIn(sentences: readonly Sentence[], first: number): number {
  const [before, one] = [sentences[first - 1], sentences[first]];
  const leads = before?.kind === "prose" && one?.kind !== "prose" && before.paragraph === one?.paragraph;
  return leads ? first - 1 : first;
}

function byParagraph(first: number, sentences: readonly Sentence[], last: number): Sentence[][] {
  const groups: Sentence[][] = [];
  for (const sentence of sentences.slice(first, last + 1)) {
    const group = groups.at(-1);
    if (group?.[0]?.paragraph === sentence.paragraph) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}
