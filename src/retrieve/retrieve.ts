/**
 * From a question to ranked sentences and how sure they are. Reads an index through its port and writes nothing;
 * the same question and index give the same result.
 */

import type { Embedder } from "../embedders/embedder.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import { isCalendarWord } from "../text/dates.ts";
import type { AliasGroups } from "./aliases.ts";
import { analyzeQuestion, type QuestionAnalysis } from "./analyze-question.ts";
import { isCounted } from "./answer-fit.ts";
import { type InTime, preferAskedTime } from "./asked-time.ts";
import { type Circumstances, type Decision, decideZone } from "./decide-zone.ts";
import { readShape, type ShapedQuestion } from "./question-shape.ts";
import { type MeasuredSentence, rankSentences } from "./rank-sentences.ts";
import { relateTerms } from "./relate-terms.ts";
import type { RankedSentence, Retrieval } from "./retrieval.ts";
import { preferAskedOwner, unsaidRelation } from "./unsaid-relation.ts";

export interface RetrieveOptions {
  /** Only these sources are read. */
  readonly sourceIds?: readonly string[];
  /** Names that mean the same. */
  readonly aliases?: AliasGroups;
  readonly signal?: AbortSignal;
}

/** Sentences handed on: enough for quotes of several sources, and for a model's prompt. */
const MOST_SENTENCES = 50;
/** What of an endless question the embedder reads. */
const MOST_CHARACTERS_EMBEDDED = 1_000;
/** Shown for a broad question that no single sentence answers: neither high nor low. */
const BROAD_CONFIDENCE = 0.5;
const SENTENCES_LOOKED_AT = 10;
/** What is refused is never called likely. */
const HIGHEST_DOUBT = 0.35;

/** What the index holds for the question. Works on words alone when `embedder` is null or the index has no vectors. */
export async function retrieve(
  index: CorpusIndex,
  embedder: Embedder | null,
  question: string,
  { sourceIds, aliases, signal }: RetrieveOptions = {},
): Promise<Retrieval> {
  signal?.throwIfAborted();
  const shaped = readShape(question);
  const read = await analyzeQuestion(shaped.about, index, aliases);
  const askable = read.terms.some(({ isContent }) => isContent);
  const encoder = index.hasVectors && askable ? embedder : null;
  const vector =
    encoder && (await encoder.embedQuery(shaped.about.trim().slice(0, MOST_CHARACTERS_EMBEDDED), signal));
  const related = encoder ? await relateTerms(read, index, encoder, signal) : read;
  const analysis = { ...related, missingTerms: await missingTerms(related, index, sourceIds) };
  signal?.throwIfAborted();
  const found = askable ? await rankSentences(analysis, index, vector, sourceIds) : [];
  signal?.throwIfAborted();
  const owned = preferAskedOwner(shaped.about, analysis, found);
  const { ranked, isApart, isTimed } = preferAskedTime(question, owned, shaped.shape === "broad");
  const { sentences } = index.statistics;
  return {
    question,
    sentences: ranked.slice(0, MOST_SENTENCES).map(withoutFeatures),
    missingTerms: analysis.missingTerms,
    shape: shaped.shape,
    sides: shaped.sides,
    ...decide(shaped, analysis, ranked, { isApart, isTimed }, { hasVectors: vector !== null, sentences }),
  };
}

/** A time that was asked about must be told; a broad question is answered by whatever holds all of its words. */
function decide(
  { shape, about }: ShapedQuestion,
  analysis: QuestionAnalysis,
  ranked: readonly MeasuredSentence[],
  { isApart, isTimed }: Pick<InTime<MeasuredSentence>, "isApart" | "isTimed">,
  circumstances: Circumstances,
): Decision {
  const decision = decideZone(analysis, ranked, circumstances);
  if ((isApart || (isTimed && lacksAmount(analysis, ranked))) && decision.zone === "answered") {
    const confidence = Math.min(decision.confidence, HIGHEST_DOUBT);
    return {
      zone: "closest",
      confidence,
      reason: "No sentence of the sources says this of the time asked about.",
    };
  }
  const unsaid = decision.zone === "answered" ? unsaidRelation(about, analysis, ranked) : null;
  if (unsaid !== null) {
    const confidence = Math.min(decision.confidence, HIGHEST_DOUBT);
    return {
      zone: "closest",
      confidence,
      reason: `No sentence of the sources clearly says this: “${unsaid}”.`,
    };
  }
  const isBroad = shape === "broad" && !isApart && analysis.missingTerms.length === 0;
  if (!isBroad || decision.zone === "answered" || !holdsAll(analysis, ranked)) return decision;
  return { zone: "answered", confidence: BROAD_CONFIDENCE, reason: null };
}

/** How much was it in 2019? What speaks of 2019 without a number says it as little as a number of another year. */
function lacksAmount({ answerType }: QuestionAnalysis, [best]: readonly MeasuredSentence[]): boolean {
  if (!isCounted(answerType) || answerType === "date") return false;
  return best !== undefined && best.features.amountFit === 0;
}

/** Whether one of the first sentences holds every word asked about; times need not be named, as they were looked at. */
function holdsAll({ terms }: QuestionAnalysis, ranked: readonly MeasuredSentence[]): boolean {
  const wanted = terms.filter(
    ({ term, isContent }) => isContent && !/^\d/.test(term) && !isCalendarWord(term),
  );
  return ranked
    .slice(0, SENTENCES_LOOKED_AT)
    .some(
      ({ matchedTerms, features }) =>
        features.windowCoverage === 1 || wanted.every(({ term }) => matchedTerms.includes(term)),
    );
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
