/** Answers and citations out of thin air, for tests of what is made of them. */
import type { Answer, Citation } from "../../src/answers/answer.ts";

export function madeCitation(quote: string, more: Partial<Citation> = {}): Citation {
  return {
    n: 1,
    id: "brief:3.1",
    source: {
      id: "brief",
      title: "A brief",
      file: "brief.md",
      author: null,
      date: "2026-03-05",
      url: null,
    },
    quote,
    start: 100,
    end: 100 + quote.length,
    prefix: "",
    suffix: "",
    line: 12,
    endLine: 12,
    paragraph: 3,
    page: null,
    link: null,
    section: null,
    answerSpan: null,
    ...more,
  };
}

/** An extractive answer that says these quotes; footnote numbers in their order. */
export function madeAnswer(quotes: readonly (string | Citation)[], more: Partial<Answer> = {}): Answer {
  const citations = quotes.map((quote, at) => {
    const n = at + 1;
    return typeof quote === "string"
      ? madeCitation(quote, { n, id: `brief:${n}.1`, paragraph: n })
      : { ...quote, n };
  });
  return {
    question: "What is it?",
    standaloneQuestion: null,
    status: "answered",
    mode: "extractive",
    model: null,
    confidence: 0.9,
    statements: citations.map(({ quote, n }) => ({ text: quote, citations: [n] })),
    citations,
    disagreements: [],
    abstention: null,
    unanswered: [],
    dropped: [],
    note: null,
    noteHint: null,
    usage: null,
    timings: { retrieveMs: 1, answerMs: 1, totalMs: 2 },
    ...more,
  };
}

/** An answer that says nothing, and what comes closest. */
export function madeAbstention(closest: readonly string[], more: Partial<Answer> = {}): Answer {
  const shown = madeAnswer(closest);
  return {
    ...shown,
    status: "abstained",
    confidence: 0.2,
    statements: [],
    citations: [],
    abstention: {
      reason: "No sentence of the sources says when.",
      missingTerms: ["Peru"],
      closest: shown.citations,
    },
    ...more,
  };
}
