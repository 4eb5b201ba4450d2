/** Finds the passages that may answer and puts their sentences in order. Deterministic: ties keep corpus order. */
import type { CorpusIndex, IndexedPassage } from "../index/corpus-index.ts";
import type { QuestionAnalysis } from "./analyze-question.ts";
import { viewPassage } from "./passage-view.ts";
import type { RankedSentence } from "./retrieval.ts";
import { measureSentences, type SentenceFeatures, termsIn } from "./sentence-features.ts";
import { WEIGHTS_WITH_VECTORS, WEIGHTS_WITHOUT_VECTORS, weigh } from "./weights.ts";

/** Passages by full text: their sentences hold the right one nearly always when words are shared at all. */
const PASSAGES_BY_TEXT = 25;
/** Sentences by meaning alone; their passages join the candidates. */
const SENTENCES_BY_VECTOR = 25;

/** A ranked sentence with what it was ranked by. */
export interface MeasuredSentence extends RankedSentence {
  readonly features: SentenceFeatures;
}

/** The sentences of all candidate passages, best first. `vector` is the question's, or null. */
export async function rankSentences(
  question: QuestionAnalysis,
  index: CorpusIndex,
  vector: readonly number[] | null,
  sourceIds?: readonly string[],
): Promise<MeasuredSentence[]> {
  const weights = vector === null ? WEIGHTS_WITHOUT_VECTORS : WEIGHTS_WITH_VECTORS;
  const ranked: MeasuredSentence[] = [];
  for (const passage of await candidates(question, index, vector, sourceIds)) {
    const view = viewPassage(passage);
    const similarities = vector === null ? [] : cosines(vector, await index.sentenceVectors(passage.key));
    for (const [at, features] of measureSentences(question, view, index.statistics, similarities).entries()) {
      const sentence = view.sentences[at];
      if (sentence === undefined) continue;
      const matchedTerms = termsIn(sentence, question.terms);
      const score = weigh(features, weights);
      ranked.push({ passage, sentence: sentence.sentence, index: at, score, matchedTerms, features });
    }
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** In corpus order, each once. */
async function candidates(
  { terms }: QuestionAnalysis,
  index: CorpusIndex,
  vector: readonly number[] | null,
  sourceIds: readonly string[] | undefined,
): Promise<IndexedPassage[]> {
  const content = terms.filter(({ isContent }) => isContent);
  const wanted = content.flatMap(({ term, variants }) => [term, ...variants.map((variant) => variant.term)]);
  const byText = await index.searchFullText([...new Set(wanted)], PASSAGES_BY_TEXT, sourceIds);
  const byVector = vector === null ? [] : await index.searchVectors(vector, SENTENCES_BY_VECTOR, sourceIds);
  const keys = new Set([...byText, ...byVector].map(({ key }) => key));
  return Promise.all([...keys].sort((a, b) => a - b).map((key) => index.passage(key)));
}

function cosines(vector: readonly number[], vectors: readonly Float32Array[]): number[] {
  return vectors.map((own) => {
    let sum = 0;
    for (let at = 0; at < own.length; at++) sum += (vector[at] ?? 0) * (own[at] ?? 0);
    return sum;
  });
}
