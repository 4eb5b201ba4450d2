/** The way of a question through the rooms: made whole, sentences ranked, quotes chosen, grounded, timed. */
import { extractAnswer } from "./answer/extract-answer.ts";
import type { Answer } from "./ground/answer.ts";
import { groundAnswer } from "./ground/ground-answer.ts";
import type { CorpusIndex } from "./index/corpus-index.ts";
import type { Embedder } from "./index/embedder.ts";
import type { Retrieval } from "./retrieve/retrieval.ts";
import { retrieve } from "./retrieve/retrieve.ts";
import { completeQuestion } from "./retrieve/standalone-question.ts";

export interface QuestionOptions {
  /** Most quotes shown. */
  readonly top: number;
  /** Only these sources; all when empty. */
  readonly sourceIds: readonly string[];
  /** The answer before this question in its conversation: a follow-up is completed from it. */
  readonly previous?: Answer | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** An answer, and the passages it was chosen from, best first. */
export interface DetailedAnswer {
  readonly answer: Answer;
  readonly passages: readonly {
    readonly file: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** Answers from `index`; the same question, index and options give the same answer, timings apart. */
export async function answerQuestion(
  index: CorpusIndex,
  embedder: Embedder | null,
  question: string,
  { top, sourceIds, previous, signal }: QuestionOptions,
): Promise<DetailedAnswer> {
  const completed = completeQuestion(question, previous && turnOf(previous));
  const started = performance.now();
  const retrieval = await retrieve(index, embedder, completed ?? question, {
    ...(sourceIds.length > 0 && { sourceIds }),
    ...(signal && { signal }),
  });
  const retrieved = performance.now();
  const grounded = groundAnswer(retrieval, extractAnswer(retrieval.sentences, top));
  const ended = performance.now();
  const timings = {
    retrieveMs: milliseconds(retrieved - started),
    answerMs: milliseconds(ended - retrieved),
    totalMs: milliseconds(ended - started),
  };
  const answer = { ...grounded, question, standaloneQuestion: completed, timings };
  return { answer, passages: passagesOf(retrieval) };
}

/** What the next question may lean on. */
function turnOf(answer: Answer) {
  return {
    question: answer.standaloneQuestion ?? answer.question,
    quotes: answer.citations.map(({ quote }) => quote),
  };
}

/** The passages of the ranked sentences, each once. */
function passagesOf({ sentences }: Retrieval): DetailedAnswer["passages"] {
  return [...new Set(sentences.map(({ passage }) => passage))].map(({ source, passage }) => ({
    file: source.file,
    ...passage.range,
    text: source.text.slice(passage.range.start, passage.range.end),
  }));
}

function milliseconds(value: number): number {
  return Math.round(value * 10) / 10;
}
