/** Disagreements with citations: those among quotes that are cited already, and those of a whole corpus. */
import type { ComparedSentence } from "../disagree/compared-sentence.ts";
import { type FoundDisagreement, findDisagreements } from "../disagree/find-disagreements.ts";
import type { IndexedPassage } from "../index/corpus-index.ts";
import type { Citation, Disagreement } from "./answer.ts";
import { citeSentences } from "./citation.ts";

/** What the cited sentences disagree on; `passages` hold them. Sides cite by number. */
export function disagreementsAmong(
  citations: readonly Citation[],
  passages: readonly IndexedPassage[],
): Disagreement[] {
  const numbers = new Map<ComparedSentence, number>();
  for (const { n, source, start, end } of citations) {
    for (const passage of passages) {
      if (passage.source.id !== source.id) continue;
      for (const sentence of passage.passage.sentences)
        if (sentence.range.start >= start && sentence.range.end <= end) numbers.set({ passage, sentence }, n);
    }
  }
  return findDisagreements([...numbers.keys()]).flatMap(({ about, sides }) => {
    const cited = sides.map(({ value, places }) => ({
      value,
      citations: [...new Set(places.flatMap(({ at }) => numbers.get(at) ?? []))].sort((a, b) => a - b),
    }));
    const isOneQuote = new Set(cited.flatMap((side) => side.citations)).size < 2;
    return isOneQuote ? [] : [{ about, sides: cited }];
  });
}

/** Disagreements of a whole corpus: as in an answer, the sides cite by the numbers of `citations`. */
export interface ListedDisagreements {
  readonly disagreements: readonly Disagreement[];
  readonly citations: readonly Citation[];
}

/** Every place of each side cited, its value as the answer span; numbers run through. */
export function citeDisagreements(found: readonly FoundDisagreement[]): ListedDisagreements {
  const citations: Citation[] = [];
  const disagreements = found.map(({ about, sides }) => ({
    about,
    sides: sides.map(({ value, places }) => ({
      value,
      citations: places.map(({ at, range }) => {
        const n = citations.length + 1;
        citations.push({ ...citeSentences(at.passage, [at.sentence], n), answerSpan: range });
        return n;
      }),
    })),
  }));
  return { disagreements, citations };
}
