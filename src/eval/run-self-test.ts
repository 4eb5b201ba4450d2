/** Runs a self-test on whatever answers from an index. It asks one question after the other and can be stopped between. */
import type { Answer } from "../answers/answer.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import { breathe } from "./breathe.ts";
import { type DrawnSentence, drawSentences } from "./draw-sentences.ts";
import { findRepeats } from "./find-repeats.ts";
import { hidePassages } from "./hide-passages.ts";
import type { SelfTestCase } from "./self-test.ts";

/** What is tested: something that answers, and lets its index be read and seen otherwise. */
export interface SelfTestSubject {
  readIndex<T>(body: (index: CorpusIndex) => Promise<T>): Promise<T>;
  ask(question: string, options: AskedThrough): Promise<Answer>;
}

interface AskedThrough {
  readonly signal?: AbortSignal | undefined;
  readonly view?: ((index: CorpusIndex) => CorpusIndex) | undefined;
}

export interface SelfTestPlan {
  /** Most sentences asked for. */
  readonly count: number;
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A case for each sentence drawn; none where the texts hold no sentence that can be asked for. */
export async function runSelfTest(subject: SelfTestSubject, plan: SelfTestPlan): Promise<SelfTestCase[]> {
  const { count, seed, signal, onProgress } = plan;
  const drawn = await subject.readIndex((index) => drawSentences(index, count, seed, signal));
  const cases: SelfTestCase[] = [];
  for (const one of drawn) {
    await breathe(signal);
    onProgress?.(cases.length, drawn.length);
    cases.push(await examine(subject, one, signal));
  }
  return cases;
}

async function examine(
  subject: SelfTestSubject,
  drawn: DrawnSentence,
  signal: AbortSignal | undefined,
): Promise<SelfTestCase> {
  const { places, hidden } = await subject.readIndex(async (index) => {
    const found = await findRepeats(index, drawn);
    const keys = new Set(found.map(({ passage }) => passage.key));
    return { places: found, hidden: await hidePassages(index, keys) };
  });
  const answer = await subject.ask(drawn.question, { signal });
  const hiddenAnswer = await subject.ask(drawn.question, { signal, view: () => hidden });
  return { drawn, places, answer, hiddenAnswer };
}
