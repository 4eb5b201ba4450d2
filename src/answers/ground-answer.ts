/**
 * Turns a draft into the answer readers see: every quote passes the gate, every statement is cited.
 * No model, no clock, no network; what cannot be proven is left out, never mended.
 */

import type { DraftWithDisagreements } from "../disagree/add-disagreements.ts";
import type { Draft, DraftQuote } from "../extract/draft.ts";
import type { RankedSentence, Retrieval } from "../retrieve/retrieval.ts";
import type { Abstention, Answer, Citation, Disagreement, Statement } from "./answer.ts";
import { citeSentences } from "./citation.ts";

/** "Closest passages" beside a refusal. */
const MOST_CLOSEST = 3;

/** Everything of an answer that does not depend on the clock. */
export type GroundedAnswer = Omit<Answer, "timings">;

/** The extractive answer: each statement is a quote, word for word, and cites itself; disagreements cite both sides. */
export function groundAnswer(retrieval: Retrieval, draft: Draft | DraftWithDisagreements): GroundedAnswer {
  if (retrieval.zone !== "answered" || draft.quotes.length === 0) return abstain(retrieval);
  const citations = draft.quotes.map((quote, at) => citeDraftQuote(quote, at + 1));
  const statements = inOrderOfTime(draft.quotes)
    .map((at) => citations[at])
    .flatMap(stateQuote);
  const disagreements = "disagreements" in draft ? numberDisagreements(draft) : [];
  return { ...frame(retrieval), status: "answered", statements, citations, disagreements, abstention: null };
}

/** Places of the quotes as they are told: by strength, or by time where the quotes say from when they tell. */
function inOrderOfTime(quotes: readonly DraftQuote[]): number[] {
  const since = (at: number) => quotes[at]?.since ?? 0;
  return quotes.map((_, at) => at).sort((a, b) => since(a) - since(b) || a - b);
}

function stateQuote(citation: Citation | undefined): Statement[] {
  return citation === undefined ? [] : [{ text: citation.quote, citations: [citation.n] }];
}

/** Disagreements by footnote number; a side whose quotes are not shown falls away, and what then has one side. */
function numberDisagreements({ quotes, disagreements }: DraftWithDisagreements): Disagreement[] {
  return disagreements.flatMap(({ about, sides }) => {
    const shown = sides
      .map((side) => ({
        value: side.value,
        citations: side.quotes
          .map((quote) => quotes.indexOf(quote) + 1)
          .filter((n) => n > 0)
          .sort((a, b) => a - b),
      }))
      .filter(({ citations }) => citations.length > 0);
    return shown.length < 2 ? [] : [{ about, sides: shown }];
  });
}

/** What is said when the sources do not say: why, and what comes closest. */
function abstain(retrieval: Retrieval): GroundedAnswer {
  const closest = retrieval.zone === "nothing" ? [] : closestPassages(retrieval.sentences);
  const abstention: Abstention = {
    reason: retrieval.reason ?? "No sentence of the sources answers this clearly.",
    missingTerms: retrieval.missingTerms,
    closest,
  };
  return { ...frame(retrieval), status: "abstained", statements: [], citations: [], abstention };
}

function frame({ question, confidence }: Retrieval) {
  return {
    question,
    standaloneQuestion: null,
    mode: "extractive",
    model: null,
    confidence: Math.round(confidence * 1000) / 1000,
    disagreements: [],
    unanswered: [],
    dropped: [],
    note: null,
    noteHint: null,
    usage: null,
  } as const;
}

/** The best sentence of each of the nearest paragraphs. */
function closestPassages(ranked: readonly RankedSentence[]): Citation[] {
  const seen = new Set<string>();
  const closest: Citation[] = [];
  for (const { passage, sentence } of ranked) {
    const place = `${passage.source.id}:${sentence.paragraph}`;
    if (seen.has(place)) continue;
    seen.add(place);
    closest.push(citeSentences(passage, [sentence], closest.length + 1));
    if (closest.length === MOST_CLOSEST) break;
  }
  return closest;
}

function citeDraftQuote({ passage, sentences, answerSpan }: DraftQuote, n: number): Citation {
  return { ...citeSentences(passage, sentences, n), answerSpan };
}
