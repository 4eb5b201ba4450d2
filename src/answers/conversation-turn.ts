/** What a conversation keeps of a turn for the language model: what was asked, and what the reader was told. */
import type { Answer } from "./answer.ts";

export interface ConversationTurn {
  /** Standing alone. */
  readonly question: string;
  /** The statements shown, one a line; empty when there was no answer. */
  readonly answer: string;
}

/** Of an answer that was shown. */
export function turnOfAnswer({ question, standaloneQuestion, statements }: Answer): ConversationTurn {
  return {
    question: standaloneQuestion ?? question,
    answer: statements.map(({ text }) => text).join("\n"),
  };
}
