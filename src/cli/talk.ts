/** What a conversation in the terminal keeps: the last answers, so that the next question may lean on them. */

import type { Answer } from "../answers/answer.ts";
import { turnOfAnswer } from "../answers/conversation-turn.ts";
import type { App, AskOptions } from "../app.ts";
import { createAnswerWriter } from "./answer-writer.ts";
import type { CommandContext } from "./program.ts";

export interface Talk {
  /** The answer before; undefined at the beginning. */
  readonly last: Answer | undefined;
  /** Asks, prints the answer, and keeps it. Rejects as `App.ask` does. */
  ask(question: string, carried?: object): Promise<void>;
  /** Gives up the answer under way. False when there is none. */
  giveUp(): boolean;
  forget(): void;
}

/** A language model sees no more turns than this; its prompt may hold fewer. */
const MOST_TURNS = 20;

/** `look` is called before each question: see `createLook`. */
export function createTalk(
  context: CommandContext,
  app: App,
  look: (signal: AbortSignal) => Promise<void>,
): Talk {
  let answers: readonly Answer[] = [];
  let underWay: AbortController | null = null;
  return {
    get last() {
      return answers.at(-1);
    },
    async ask(question, carried = {}) {
      const writer = createAnswerWriter(context);
      const own = new AbortController();
      underWay = own;
      const signal = AbortSignal.any([context.signal, own.signal]);
      const options: AskOptions = {
        signal,
        previous: answers.at(-1),
        history: answers.map(turnOfAnswer),
        onStatement: writer.onStatement,
      };
      try {
        await look(signal);
        const answer = await app.ask(question, options);
        writer.finish(answer, carried);
        answers = [...answers, answer].slice(-MOST_TURNS);
      } catch (error) {
        if (!own.signal.aborted || context.signal.aborted) throw error;
        context.terminal.note("\nGiven up.\n");
      } finally {
        writer.abandon();
        underWay = null;
      }
    },
    giveUp() {
      underWay?.abort();
      return underWay !== null;
    },
    forget() {
      answers = [];
    },
  };
}
