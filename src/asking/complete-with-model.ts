/** Has a language model make a follow-up stand alone. What it writes is taken only when it invents nothing. */

import { ModelFault } from "../models/model-fault.ts";
import type { ModelUse } from "../models/model-use.ts";
import { askedText, composeHistory, type ToldTurn } from "../prompts/compose-prompt.ts";
import type { Prompts } from "../prompts/load-prompts.ts";
import type { Secrets } from "../text/secrets.ts";
import { acceptStandaloneQuestion } from "./accept-standalone-question.ts";

/** `question` is null when the model's reply cannot be used; then the rule has to do. */
export interface ModelCompletion {
  readonly question: string | null;
  /** What went wrong with the model itself. */
  readonly fault: ModelFault | null;
}

export interface CompletionOptions {
  readonly today: string;
  /** What must not be shown: a reply that holds any of it is not used. */
  readonly secrets: Secrets;
  readonly signal: AbortSignal | undefined;
}

/** UTF-16 code units of a reply that are read. */
const LONGEST_REPLY = 1_000;

/** Rejects only when the signal is aborted, and for a defect. */
export async function completeWithModel(
  question: string,
  turns: readonly ToldTurn[],
  use: ModelUse,
  prompts: Prompts,
  { today, secrets, signal }: CompletionOptions,
): Promise<ModelCompletion> {
  const prompt = await prompts.standaloneQuestion.fill({
    today,
    history: composeHistory(turns),
    question: askedText(question),
  });
  try {
    let reply = "";
    for await (const text of use.ask(prompt, signal)) {
      reply += text;
      if (reply.length > LONGEST_REPLY) return { question: null, fault: null };
    }
    const said = reply.replace(/^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i, "");
    const accepted = secrets.holds(said) ? null : acceptStandaloneQuestion(said, question, turns);
    return { question: accepted, fault: null };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ModelFault) return { question: null, fault: error };
    throw error;
  }
}
