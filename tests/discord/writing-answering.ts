/** A language model that takes its time, as the bot sees it. */

import type { Answer } from "../../src/answers/answer.ts";
import type { AskedOptions, WhileAsking } from "../../src/discord/answering.ts";
import { madeAnswer } from "../doubles/made-answer.ts";
import { ScriptedAnswering } from "../doubles/scripted-answering.ts";

/** The first statement, as a card shows it. */
export const SHOWN_STATEMENT = "The opening was in spring\\.";

/** Writes two statements; the second only when it is let. */
export class WritingAnswering extends ScriptedAnswering {
  letGo: () => void = () => undefined;
  readonly let = new Promise<void>((resolve) => {
    this.letGo = resolve;
  });
  wasGivenUp = false;

  override async ask(
    question: string,
    options: AskedOptions = {},
    { onStatement, signal }: WhileAsking = {},
  ): Promise<Answer> {
    this.asked.push({ question, ...options });
    const answer = madeAnswer(["It opened in April.", "Forty people came."], {
      question,
      mode: "generative",
      model: "ollama:scripted",
      statements: [
        { text: "The opening was in spring.", citations: [1] },
        { text: "About forty came.", citations: [2] },
      ],
    });
    for (const [at, statement] of answer.statements.entries()) {
      if (at === 1) await Promise.race([this.let, givenUp(signal)]);
      if (signal?.aborted) {
        this.wasGivenUp = true;
        throw new Error("given up");
      }
      const citations = answer.citations.slice(at, at + 1);
      onStatement?.({ standaloneQuestion: null, statement, citations });
    }
    return answer;
  }
}

function givenUp(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }));
}
