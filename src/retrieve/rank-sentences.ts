/** Finds the passages that may answer and puts their sentences in order. Deterministic: ties keep corpus order. */
import type { CorpusIndex, IndexedPassage } from "../index/corpus-index.ts";
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";
import { findAnswers } from "./answer-fit.ts";
import { trustIn } from "./match-terms.ts";
import { viewPassage } from "./passage-view.ts";
import type { RankedSentence } from "./retrieval.ts";
import { measureSentences, type SentenceFeatures } from "./sentence-features.ts";
import { chooseWeights, type FeatureWeights, weigh } from "./weights.ts";

/** Passages by the question's own words: they hold the right sentence nearly always when words are shared at all. */
const PASSAGES_BY_TEXT = 25;
/** Passages by words of like meaning, and sentences by meaning alone, join the candidates. */
const PASSAGES_BY_RELATED = 10;
const SENTENCES_BY_VECTOR = 25;
/** Words of like meaning that are searched for: the nearest of each word, from this cosine on. */
const RELATED_SEARCHED = 3;
const SYNONYMS_SEARCHED = 5;
const LEAST_RELATED_SEARCHED = 0.4;

/** A ranked sentence with what it was ranked by. */
export interface MeasuredSentence extends RankedSentence {
  readonly features: SentenceFeatures;
}

/**
 * The sentences of all candidate passages, best first. `vector` is the question's, or null; `weights` are others than
 * the usual only where parts are measured.
 */
export async function rankSentences(
  question: QuestionAnalysis,
  index: CorpusIndex,
  vector: readonly number[] | null,
  sourceIds?: readonly string[],
  weights: FeatureWeights = chooseWeights(vector !== null),
): Promise<MeasuredSentence[]> {
  const content = question.terms.filter(({ isContent }) => isContent);
  const ranked: MeasuredSentence[] = [];
  for (const passage of await findCandidates(content, index, vector, sourceIds)) {
    const view = viewPassage(passage);
    const similarities = vector === null ? [] : cosines(vector, await index.sentenceVectors(passage.key));
    const measured = measureSentences(question, view, index.statistics, similarities);
    for (const [at, sentence] of view.sentences.entries()) {
      const features = measured[at];
      if (features === undefined) continue;
      const score = weigh(features, weights);
      const matchedTerms = content.filter((term) => trustIn(sentence, term) > 0).map(({ term }) => term);
      const answers = findAnswers(question, sentence);
      ranked.push({
        passage,
        sentence: sentence.sentence,
        index: at,
        score,
        matchedTerms,
        answers,
        features,
      });
    }
  }
  return ranked.sort((a, b) => b.score - a.score);
}

/** In corpus order, each once. */
async function findCandidates(
  content: readonly QuestionTerm[],
  index: CorpusIndex,
  vector: readonly number[] | null,
  sourceIds: readonly string[] | undefined,
): Promise<IndexedPassage[]> {
  const own = content.flatMap(({ term, variants }) => [term, ...variants.flatMap(({ terms }) => terms)]);
  const related = content.flatMap((term) => [
    ...[...term.synonyms].slice(0, SYNONYMS_SEARCHED),
    ...[...term.related]
      .filter(([, similarity]) => similarity >= LEAST_RELATED_SEARCHED)
      .slice(0, RELATED_SEARCHED)
      .map(([one]) => one),
  ]);
  const found = await Promise.all([
    index.searchFullText([...new Set(own)], PASSAGES_BY_TEXT, sourceIds),
    related.length === 0 ? [] : index.searchFullText([...new Set(related)], PASSAGES_BY_RELATED, sourceIds),
    vector === null ? [] : index.searchVectors(vector, SENTENCES_BY_VECTOR, sourceIds),
  ]);
  const keys = new Set(found.flat().map(({ key }) => key));
  return Promise.all([...keys].sort((a, b) => a - b).map((key) => index.passage(key)));
}

function cosines(vector: readonly number[], vectors: readonly Float32Array[]): number[] {
  return vectors.map((own) => {
    let sum = 0;
    for (let at = 0; at < own.length; at++) sum += (vector[at] ?? 0) * (own[at] ?? 0);
    return sum;
  });
}
