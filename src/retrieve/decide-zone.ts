/**
 * Decides whether what was found answers the question, is only near it, or is nothing at all, and says why.
 * Pure. It never looks at the distance between the first and the second sentence: sources repeat facts.
 */
import type { QuestionAnalysis } from "./analyze-question.ts";
import type { MeasuredSentence } from "./rank-sentences.ts";
import type { Retrieval } from "./retrieval.ts";

export type Decision = Pick<Retrieval, "zone" | "confidence" | "reason">;

/** Shares of the best sentence's passage match from which it answers, or is near, without vectors. */
const [ANSWERS_BY_TEXT, NEAR_BY_TEXT] = [0.24, 0.1];
/** The same for the sum below, with vectors. */
const [ANSWERS, NEAR] = [-0.71, -3];

export function decideZone(
  question: QuestionAnalysis,
  ranked: readonly MeasuredSentence[],
  hasVectors: boolean,
): Decision {
  const [best] = ranked;
  if (!question.terms.some(({ isContent }) => isContent))
    return { zone: "nothing", confidence: 0, reason: "The question holds no word that could be looked for." };
  if (best === undefined)
    return { zone: "nothing", confidence: 0, reason: neverMentioned(question.missingTerms) };
  const { passageMatch, similarity } = best.features;
  const level = hasVectors ? 20 * passageMatch + 9.3 * similarity - 9.95 : 25 * (passageMatch - 0.25);
  const confidence = 1 / (1 + Math.exp(-level));
  const [answers, near] = hasVectors
    ? [level >= ANSWERS, level >= NEAR]
    : [passageMatch >= ANSWERS_BY_TEXT, passageMatch >= NEAR_BY_TEXT];
  if (answers) return { zone: "answered", confidence, reason: null };
  return { zone: near ? "closest" : "nothing", confidence, reason: neverMentioned(question.missingTerms) };
}

function neverMentioned(missing: readonly string[]): string {
  if (missing.length === 0) return "No sentence of the sources answers this clearly.";
  const listed = missing.slice(0, 5).map((word) => `“${word}”`);
  return `The sources never mention ${listed.join(", ")}.`;
}
