/** The way of a question through the rooms: made whole, sentences ranked, quotes chosen or statements checked, timed. */

import type { Answer, StatementShown } from "../answers/answer.ts";
import { disagreementsAmong } from "../answers/cite-disagreements.ts";
import { turnOfAnswer } from "../answers/conversation-turn.ts";
import { type GroundedAnswer, groundAnswer } from "../answers/ground-answer.ts";
import { joinAnswers } from "../answers/join-answers.ts";
import { addDisagreements } from "../disagree/add-disagreements.ts";
import { contraryAmong } from "../disagree/find-contrary.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { extractAnswer } from "../extract/extract-answer.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { ModelFault } from "../models/model-fault.ts";
import { ModelUse } from "../models/model-use.ts";
import type { ToldTurn } from "../prompts/compose-prompt.ts";
import type { AliasGroups } from "../retrieve/aliases.ts";
import { completeQuestion } from "../retrieve/follow-ups/standalone-question.ts";
import { joinRetrievals } from "../retrieve/join-retrievals.ts";
import type { Retrieval } from "../retrieve/retrieval.ts";
import { retrieve } from "../retrieve/retrieve.ts";
import { splitQuestion } from "../retrieve/split-question.ts";
import type { GeneratedAnswer } from "./answer-with-model.ts";
import type { Phrasing } from "./phrasing.ts";

export interface QuestionOptions {
  /** Most quotes shown. */
  readonly top: number;
  /** Only these sources; all when empty. */
  readonly sourceIds: readonly string[];
  /** Names that mean the same. */
  readonly aliases?: AliasGroups | undefined;
  /** The answer before this question in its conversation: a follow-up is completed from it. */
  readonly previous?: Answer | undefined;
  /** The turns of its conversation, oldest first, for the model; `previous` alone when it is not given. */
  readonly history?: readonly ToldTurn[] | undefined;
  /** Null for answers made of quotes alone. */
  readonly phrasing?: Phrasing | null | undefined;
  readonly onStatement?: ((shown: StatementShown) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Statements of a model that are shown, at most. */
const MOST_STATEMENTS = 12;

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

/**
 * Answers from `index`. Without a model the same question, index and options give the same answer, timings apart; with
 * one the reader gets at least that answer, and a note of why the model's is not shown.
 */
export async function answerQuestion(
  index: CorpusIndex,
  embedder: Embedder | null,
  question: string,
  options: QuestionOptions,
): Promise<DetailedAnswer> {
  const { top, sourceIds, signal, phrasing } = options;
  const asked = performance.now();
  const use = phrasing ? new ModelUse(phrasing.model) : null;
  const { completed, turns, fault } = await complete(question, use, options);
  const started = performance.now();
  const whole = completed ?? question;
  const found = await retrieveParts(whole, top, (part) =>
    retrieve(index, embedder, part, {
      ...(sourceIds.length > 0 && { sourceIds }),
      ...(options.aliases && { aliases: options.aliases }),
      ...(signal && { signal }),
    }),
  );
  const retrieval = joinRetrievals(whole, found);
  const retrieved = performance.now();
  const grounded = joinAnswers(
    whole,
    mapParts(found, (part) => extract(part, top)),
    top,
  );
  let firstStatementMs: number | null = null;
  const onStatement: OnStatement = (statement, citations) => {
    firstStatementMs ??= milliseconds(performance.now() - asked);
    options.onStatement?.({ standaloneQuestion: completed, statement, citations });
  };
  const asks = use !== null && phrasing && grounded.status === "answered";
  const generated = !asks
    ? null
    : fault !== null
      ? silenced(fault)
      : await (await import("./answer-with-model.ts")).answerWithModel(retrieval, use, phrasing.prompts, {
          question: completed ?? question,
          turns,
          today: phrasing.today(),
          limits: { statements: MOST_STATEMENTS, citations: phrasing.top },
          findContrary: contraryAmong,
          secrets: phrasing.secrets,
          onStatement,
          signal,
        });
  const ended = performance.now();
  const timings = {
    retrieveMs: milliseconds(retrieved - started),
    answerMs: milliseconds(ended - retrieved),
    totalMs: milliseconds(ended - (use === null ? started : asked)),
    ...(use?.hasAsked && { modelMs: milliseconds(use.ms) }),
    ...(firstStatementMs !== null && { firstStatementMs }),
  };
  const answer = {
    ...phrased(grounded, generated, use, retrieval),
    question,
    standaloneQuestion: completed,
    timings,
  };
  return { answer, passages: passagesOf(retrieval) };
}

type Parts<T> = readonly [T, ...T[]];

/** A question that asks two things is looked up for each, where both can be shown. */
async function retrieveParts(
  question: string,
  top: number,
  find: (part: string) => Promise<Retrieval>,
): Promise<Parts<Retrieval>> {
  const [first = question, ...others] = splitQuestion(question);
  if (others.length === 0 || others.length >= top) return [await find(question)];
  return [await find(first), ...(await Promise.all(others.map(find)))];
}

function mapParts<From, To>([first, ...others]: Parts<From>, map: (part: From) => To): Parts<To> {
  return [map(first), ...others.map(map)];
}

/** The quotes that answer, and where they differ. */
function extract(retrieval: Retrieval, top: number): GroundedAnswer {
  const draft = extractAnswer(retrieval.sentences, top, retrieval);
  return groundAnswer(retrieval, addDisagreements(draft, retrieval, top));
}

type OnStatement = (statement: Answer["statements"][number], citations: Answer["citations"]) => void;

/** The question made whole: by the model where there is one and its reply can be used, else by rule. */
async function complete(
  question: string,
  use: ModelUse | null,
  { previous, history, phrasing, signal }: QuestionOptions,
): Promise<{
  readonly completed: string | null;
  readonly turns: readonly ToldTurn[];
  readonly fault: ModelFault | null;
}> {
  const byRule = completeQuestion(question, previous && turnOf(previous));
  const turns = history ?? (previous === undefined ? [] : [turnOfAnswer(previous)]);
  if (use === null || !phrasing || turns.length === 0) return { completed: byRule, turns, fault: null };
  const today = phrasing.today();
  const { completeWithModel } = await import("./complete-with-model.ts");
  const { prompts, secrets } = phrasing;
  const byModel = await completeWithModel(question, turns, use, prompts, { today, secrets, signal });
  // A model that only repeats a follow-up has not understood it: the rule leaves alone what stands alone.
  const rewritten = byModel.question === question.trim() ? null : byModel.question;
  const completed = rewritten ?? byRule;
  return { completed, turns, fault: byModel.fault };
}

/** A model that failed a moment ago is not asked again for the same answer. */
function silenced({ message, hint }: ModelFault): GeneratedAnswer {
  return { statements: [], citations: [], dropped: [], note: message, noteHint: hint };
}

/** The model's statements where any hold, else the extractive answer with a note. */
function phrased(
  grounded: GroundedAnswer,
  generated: GeneratedAnswer | null,
  use: ModelUse | null,
  retrieval: Retrieval,
): GroundedAnswer {
  if (!use?.hasAsked) return grounded;
  const asked = { model: use.model.id, usage: use.usage };
  if (generated === null) return { ...grounded, ...asked };
  const { statements, citations, dropped, note, noteHint } = generated;
  const told = { ...grounded, ...asked, dropped, note, noteHint };
  if (statements.length === 0) return told;
  const passages = [...new Set(retrieval.sentences.map(({ passage }) => passage))];
  const disagreements = disagreementsAmong(citations, passages);
  return { ...told, mode: "generative", statements, citations, disagreements };
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
