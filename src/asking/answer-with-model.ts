/** Has a language model phrase an answer: the prompt, its lines as they come, each through the gate before it is shown. */

import type { Citation, DroppedLine, Statement } from "../answers/answer.ts";
import { ModelFault } from "../models/model-fault.ts";
import type { ModelUse } from "../models/model-use.ts";
import { readLines } from "../models/read-lines.ts";
import { askedText, composeHistory, composeSources, type ToldTurn } from "../prompts/compose-prompt.ts";
import type { Prompts } from "../prompts/load-prompts.ts";
import { type OfferedSentence, offerSentences } from "../prompts/offer-sentences.ts";
import type { Retrieval } from "../retrieve/retrieval.ts";
import { type FindContrary, type GateLimits, StatementGate } from "../statements/statement-gate.ts";
import type { Secrets } from "../text/secrets.ts";

export interface GenerateOptions {
  /** Standing alone. */
  readonly question: string;
  readonly turns: readonly ToldTurn[];
  /** ISO. */
  readonly today: string;
  readonly limits: GateLimits;
  /** What of the offered sentences says otherwise than those cited. */
  readonly findContrary: (offered: readonly OfferedSentence[]) => FindContrary;
  /** What must not be shown, whatever the model says. */
  readonly secrets: Secrets;
  readonly onStatement: (statement: Statement, citations: readonly Citation[]) => void;
  readonly signal: AbortSignal | undefined;
}

/** What holds of what a model said; without statements, `note` says why. */
export interface GeneratedAnswer {
  readonly statements: readonly Statement[];
  /** In order of first use, numbered from 1. */
  readonly citations: readonly Citation[];
  readonly dropped: readonly DroppedLine[];
  readonly note: string | null;
  readonly noteHint: string | null;
}

/** Lines kept of those that are dropped. */
const MOST_DROPPED = 50;

/** Rejects only when the signal is aborted, and for a defect. */
export async function answerWithModel(
  retrieval: Retrieval,
  use: ModelUse,
  prompts: Prompts,
  options: GenerateOptions,
): Promise<GeneratedAnswer> {
  const { question, turns, today, limits, findContrary, secrets, onStatement, signal } = options;
  const offered = offerSentences(retrieval.sentences);
  const gate = new StatementGate(offered, question, limits, findContrary(offered), secrets);
  const prompt = await prompts.answer.fill({
    today,
    sources: composeSources(offered),
    history: composeHistory(turns),
    question: askedText(question),
  });
  const statements: Statement[] = [];
  const dropped: DroppedLine[] = [];
  let saysNoAnswer = false;
  const take = (line: string) => {
    const verdict = gate.take(line);
    if (verdict.kind === "shown") {
      statements.push(verdict.statement);
      onStatement(verdict.statement, verdict.citations);
    } else if (verdict.kind === "no-answer") saysNoAnswer = true;
    else if (dropped.length < MOST_DROPPED) dropped.push(verdict.dropped);
    return !saysNoAnswer && !gate.isFull;
  };
  const end = await readAnswer(use, prompt, take, signal);
  const known = { statements, citations: gate.citations, dropped };
  if (end instanceof ModelFault) return { ...known, note: end.message, noteHint: end.hint };
  const { id } = use.model;
  if (end === "flood")
    return { ...known, note: `The language model ${id} did not come to an end.`, noteHint: null };
  const note = statements.length > 0 ? null : whyNothing(id, saysNoAnswer, dropped.length);
  return { ...known, note, noteHint: null };
}

/** Hands each line on as it ends, until `take` has enough. */
async function readAnswer(
  use: ModelUse,
  prompt: Parameters<ModelUse["ask"]>[0],
  take: (line: string) => boolean,
  signal: AbortSignal | undefined,
): Promise<"end" | "flood" | ModelFault> {
  const lines = readLines(use.ask(prompt, signal));
  try {
    for (;;) {
      const step = await lines.next();
      if (step.done) return step.value;
      if (!take(step.value)) {
        await lines.return("end");
        return "end";
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ModelFault) return error;
    throw error;
  }
}

function whyNothing(id: string, saysNoAnswer: boolean, dropped: number): string {
  if (saysNoAnswer) return `The language model ${id} found no answer in these sources.`;
  if (dropped === 0) return `The language model ${id} said nothing.`;
  return `Nothing that the language model ${id} said holds against the sources.`;
}
