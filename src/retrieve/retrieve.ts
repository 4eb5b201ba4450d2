/**
 * From a question to ranked sentences and how sure they are. Reads an index through its port and writes nothing;
 * the same question and index give the same result.
 */
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { Embedder } from "../index/embedder.ts";
import { analyzeQuestion, type QuestionAnalysis } from "./analyze-question.ts";
import { decideZone } from "./decide-zone.ts";
import { type MeasuredSentence, rankSentences } from "./rank-sentences.ts";
import { relateTerms } from "./relate-terms.ts";
import type { RankedSentence, Retrieval } from "./retrieval.ts";

export interface RetrieveOptions {
  /** Only these sources are read. */
  readonly sourceIds?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Sentences handed on: enough for quotes of several sources, and for a model's prompt. */
const MOST_SENTENCES = 50;
/** What of an endless question the embedder reads. */
const MOST_CHARACTERS_EMBEDDED = 1_000;

/** What the index holds for the question. Works on words alone when `embedder` is null or the index has no vectors. */
export async function retrieve(
  index: CorpusIndex,
  embedder: Embedder | null,
  question: string,
  { sourceIds, signal }: RetrieveOptions = {},
): Promise<Retrieval> {
  signal?.throwIfAborted();
  const read = await analyzeQuestion(question, index);
  const askable = read.terms.some(({ isContent }) => isContent);
  const encoder = index.hasVectors && askable ? embedder : null;
  const vector = encoder && (await encoder.embedQuery(question.trim().slice(0, MOST_CHARACTERS_EMBEDDED)));
  const related = encoder ? await relateTerms(read, index, encoder) : read;
  const analysis = { ...related, missingTerms: await missingTerms(related, index, sourceIds) };
  signal?.throwIfAborted();
  const ranked = askable ? await rankSentences(analysis, index, vector, sourceIds) : [];
  signal?.throwIfAborted();
  const { sentences } = index.statistics;
  return {
    question,
    sentences: ranked.slice(0, MOST_SENTENCES).map(withoutFeatures),
    missingTerms: analysis.missingTerms,
    ...decideZone(analysis, ranked, { hasVectors: vector !== null, sentences }),
  };
}

/** Content words that occur in none of the sources asked, in no spelling. */
async function missingTerms(
  { terms, missingTerms: nowhere }: QuestionAnalysis,
  index: CorpusIndex,
  sourceIds: readonly string[] | undefined,
): Promise<readonly string[]> {
  if (sourceIds === undefined) return nowhere;
  const missing: string[] = [];
  for (const { term, word, isContent, variants } of terms) {
    if (!isContent) continue;
    const wanted = [term, ...variants.flatMap((variant) => variant.terms)];
    if ((await index.searchFullText(wanted, 1, sourceIds)).length === 0) missing.push(word);
  }
  return missing;
}

function withoutFeatures({ features: _, ...ranked }: MeasuredSentence): RankedSentence {
  return ranked;
}
