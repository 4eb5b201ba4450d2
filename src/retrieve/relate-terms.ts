/** Finds words of the corpus that mean much the same as words of the question: arms for weapons. */

import type { Embedder } from "../embedders/embedder.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";

/** Cosines below this one are chance. */
const LEAST_SIMILARITY = 0.3;
const MOST_RELATED = 30;
/** Words embedded for one question; each takes some two milliseconds. */
const MOST_WORDS = 12;

/** The analysis with related terms for its weightiest words; unchanged when the index has no term vectors. */
export async function relateTerms(
  analysis: QuestionAnalysis,
  index: CorpusIndex,
  embedder: Embedder,
  signal?: AbortSignal,
): Promise<QuestionAnalysis> {
  if (index.termsLike === undefined) return analysis;
  const chosen = analysis.terms
    .filter(({ isContent, term }) => isContent && !/^\d/.test(term))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS);
  if (chosen.length === 0) return analysis;
  const vectors = await embedder.embedDocuments(
    chosen.map(({ word }) => word.toLowerCase()),
    signal,
  );
  const related = new Map<QuestionTerm, ReadonlyMap<string, number>>();
  // All at once: each may be a way to a database and back.
  const nearest = await Promise.all(
    chosen.map((_, at) => index.termsLike?.(vectors[at] ?? [], MOST_RELATED) ?? []),
  );
  for (const [at, term] of chosen.entries()) {
    const pairs = (nearest[at] ?? [])
      .filter((one) => one.similarity >= LEAST_SIMILARITY && !analysis.asked.has(one.term))
      .map((one) => [one.term, one.similarity] as const);
    related.set(term, new Map(pairs));
  }
  const terms = analysis.terms.map((term) => ({ ...term, related: related.get(term) ?? term.related }));
  return { ...analysis, terms };
}
