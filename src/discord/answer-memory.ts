/** Remembers answers for as long as the index is the same: the same question, asked again, has the same answer. */
import type { App } from "../app.ts";
import type { Answer } from "../ground/answer.ts";
import type { AskedOptions } from "./answering.ts";

export interface AnswerMemory {
  get(app: App, question: string, options: AskedOptions): Promise<Answer>;
}

const MOST = 200;

export function createAnswerMemory(): AnswerMemory {
  const known = new Map<string, Promise<Answer>>();
  let report: App["report"] | null = null;
  return {
    get(app, question, options) {
      // A refresh brings a new report, and may bring other answers.
      if (report !== app.report) known.clear();
      report = app.report;
      const { previous, sourceIds } = options;
      const turn = previous && [previous.standaloneQuestion ?? previous.question, previous.citations];
      const key = JSON.stringify([question, sourceIds ?? null, turn ?? null]);
      const before = known.get(key);
      if (before !== undefined) return before;
      const answer = app.ask(question, options);
      known.set(key, answer);
      answer.catch(() => known.delete(key));
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      return answer;
    },
  };
}
