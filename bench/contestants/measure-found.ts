/** How good it is what was found: by the contract's rule, a place hits when it contains a labelled span. */
import type { LabelledQuestion } from "../../src/eval/labelled-question.ts";
import type { Found } from "./contestant.ts";

export interface FoundMeasures {
  readonly hit1: number;
  readonly hit3: number;
  /** Of the unanswerable questions; NaN without any. */
  readonly refusal: number;
  /** Mean length of what stands first: a long piece hits easily. */
  readonly length: number;
}

export function measureFound(
  questions: readonly LabelledQuestion[],
  found: readonly (readonly Found[] | null)[],
): FoundMeasures {
  let [answerable, first, three, refused, shown, length] = [0, 0, 0, 0, 0, 0];
  for (const [at, question] of questions.entries()) {
    const places = found[at] ?? null;
    const [best] = places ?? [];
    if (best !== undefined) {
      shown += 1;
      length += best.end - best.start;
    }
    if (!question.answerable) refused += places === null ? 1 : 0;
    else {
      answerable += 1;
      const rank = (places ?? []).findIndex((place) => hits(question, place));
      first += rank === 0 ? 1 : 0;
      three += rank >= 0 ? 1 : 0;
    }
  }
  return {
    hit1: first / answerable,
    hit3: three / answerable,
    refusal: refused / (questions.length - answerable),
    length: length / Math.max(1, shown),
  };
}

function hits(question: LabelledQuestion, { file, start, end }: Found): boolean {
  return [question, ...question.also].some(
    ({ source, spans }) => source === file && spans.some(([from, to]) => start <= from && to <= end),
  );
}
