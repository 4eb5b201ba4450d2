/**
 * What each part of the ranking is worth: the questions are asked again and again, each time without one part. The
 * other weights stay as they are, and nothing is refused, so the figures tell of ranking and quoting alone.
 */

import type { Embedder } from "../src/embedders/embedder.ts";
import type { LabelledQuestion } from "../src/eval/labelled-question.ts";
import { extractAnswer } from "../src/extract/extract-answer.ts";
import type { CorpusIndex } from "../src/index/corpus-index.ts";
import {
  analyzeQuestion,
  type QuestionAnalysis,
  type QuestionTerm,
} from "../src/retrieve/analyze-question.ts";
import { rankSentences } from "../src/retrieve/rank-sentences.ts";
import { relateTerms } from "../src/retrieve/relate-terms.ts";
import { chooseWeights, type FeatureWeights } from "../src/retrieve/weights.ts";

interface Ablation {
  readonly name: string;
  readonly withoutVectors?: boolean;
  /** Parts of what is known of a question's words that are forgotten. */
  readonly forget?: (term: QuestionTerm) => Partial<QuestionTerm>;
  /** Features that count nothing. */
  readonly without?: readonly (keyof FeatureWeights)[];
  readonly only?: FeatureWeights;
}

const NO_VARIANTS = { variants: [] };
const NO_SYNONYMS = { synonyms: new Set<string>() };
const ABLATIONS: readonly Ablation[] = [
  { name: "everything" },
  { name: "without vectors of sentences and words", withoutVectors: true },
  { name: "without words of like meaning", forget: () => ({ related: new Map() }) },
  { name: "without synonyms", forget: () => NO_SYNONYMS },
  { name: "without other spellings and names", forget: () => NO_VARIANTS },
  {
    name: "without kinds of answer",
    without: ["dateFit", "amountFit", "nameFit", "reasonFit", "fitNearby", "definition", "opening"],
  },
  {
    name: "without neighbours and headings",
    without: ["windowCoverage", "before", "leanedOn", "underHead", "passageMatch", "passageSimilarity"],
  },
  { name: "without phrases", without: ["phrases"] },
  { name: "without relatives of words", without: ["relatives"] },
  {
    name: "BM25 of sentences alone",
    withoutVectors: true,
    forget: () => ({ ...NO_VARIANTS, ...NO_SYNONYMS }),
    only: { sentenceMatch: 1 },
  },
];
const MOST_RANKED = 50;
const QUOTES = 3;

/** Prints, for each ablation, how often the first quote and the first three are right. */
export async function printAblations(
  index: CorpusIndex,
  embedder: Embedder,
  questions: readonly LabelledQuestion[],
): Promise<void> {
  const answerable = questions.filter((one) => one.answerable && one.earlierTurns.length === 0);
  const hits = ABLATIONS.map(() => ({ first: 0, three: 0 }));
  for (const labelled of answerable) {
    const analysis = await relateTerms(await analyzeQuestion(labelled.question, index), index, embedder);
    const vector = await embedder.embedQuery(labelled.question);
    for (const [at, ablation] of ABLATIONS.entries()) {
      const quotes = await quotesOf(index, analysis, vector, ablation);
      const count = hits[at];
      const right = quotes.map((quote) => isRight(labelled, quote));
      if (count === undefined) continue;
      if (right[0]) count.first += 1;
      if (right.includes(true)) count.three += 1;
    }
  }
  for (const [at, { name }] of ABLATIONS.entries()) {
    const { first = 0, three = 0 } = hits[at] ?? {};
    console.log(`  ${name.padEnd(42)}${share(first, answerable.length)}  ${share(three, answerable.length)}`);
  }
}

interface QuotedPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

async function quotesOf(
  index: CorpusIndex,
  analysis: QuestionAnalysis,
  vector: readonly number[],
  { withoutVectors, forget, without = [], only }: Ablation,
): Promise<QuotedPlace[]> {
  const gone = (term: QuestionTerm) => ({ ...forget?.(term), ...(withoutVectors && { related: new Map() }) });
  const terms = analysis.terms.map((term) => ({ ...term, ...gone(term) }));
  const usual = only ?? chooseWeights(!withoutVectors);
  const weights = { ...usual, ...Object.fromEntries(without.map((name) => [name, 0])) };
  const used = withoutVectors ? null : vector;
  const ranked = await rankSentences({ ...analysis, terms }, index, used, undefined, weights);
  return extractAnswer(ranked.slice(0, MOST_RANKED), QUOTES).quotes.map(({ passage, sentences }) => ({
    file: passage.source.file,
    start: sentences[0]?.range.start ?? 0,
    end: sentences.at(-1)?.range.end ?? 0,
  }));
}

function isRight({ source, spans, also }: LabelledQuestion, { file, start, end }: QuotedPlace): boolean {
  return [{ source, spans }, ...also].some(
    (places) => places.source === file && places.spans.some(([from, to]) => start <= from && to <= end),
  );
}

function share(count: number, all: number): string {
  return (count / Math.max(1, all)).toFixed(3);
}
