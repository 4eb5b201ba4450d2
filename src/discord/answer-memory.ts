/** Remembers answers for as long as the index is the same: the same question, asked again, has the same answer. */

import type { Answer } from "../answers/answer.ts";
import type { App } from "../app.ts";
import type { AskedOptions } from "./answering.ts";

export interface AnswerMemory {
  ask(question: string, options: AskedOptions): Promise<Answer>;
}

const MOST = 200;

export function createAnswerMemory(app: Pick<App, "ask" | "revision">): AnswerMemory {
  const known = new Map<string, Promise<Answer>>();
  let { revision } = app;
  return {
    ask(question, options) {
      if (revision !== app.revision) known.clear();
      revision = app.revision;
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
