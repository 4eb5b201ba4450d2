/** Sees to it that an answer to a comparison speaks of both sides, where the sources do. Pure. */

import type { RankedSentence } from "../retrieve/retrieval.ts";
import { isContentTerm, tokenize } from "../text/tokens.ts";
import { completeSentence } from "./complete-sentence.ts";
import type { DraftQuote } from "./draft.ts";

/** `chosen` (best first, at most `top`) with the best sentence of each side that none of them speaks of. */
export function chooseSides(
  chosen: readonly DraftQuote[],
  ranked: readonly RankedSentence[],
  sides: readonly string[],
  top: number,
): DraftQuote[] {
  const [left = [], right = []] = sides.map(termsOf);
  const quotes = [...chosen];
  for (const own of [
    left.filter((term) => !right.includes(term)),
    right.filter((term) => !left.includes(term)),
  ]) {
    if (own.length === 0 || quotes.some((quote) => speaksOf(textOf(quote), own))) continue;
    const found = ranked.find(({ passage, sentence: { range, kind } }) => {
      return kind !== "heading" && speaksOf(passage.source.text.slice(range.start, range.end), own);
    });
    if (found === undefined) continue;
    // The first quote stays; the weakest gives way.
    if (quotes.length >= top) quotes.splice(Math.max(1, top - 1));
    if (quotes.length < top) quotes.push(completeSentence(found));
  }
  return quotes;
}

function speaksOf(text: string, terms: readonly string[]): boolean {
  const said = new Set(tokenize(text).map(({ term }) => term));
  return terms.every((term) => said.has(term));
}

function termsOf(side: string): string[] {
  return tokenize(side).flatMap(({ term }) => (isContentTerm(term) ? [term] : []));
}

function textOf({ passage, sentences }: DraftQuote): string {
  return passage.source.text.slice(sentences[0]?.range.start, sentences.at(-1)?.range.end);
}
