/**
 * What came of asking for sentences in other words, once as the texts are and once with the fact taken out.
 * Pure; asking is done by who calls it.
 */
import { type Answer, type Citation, shownCitations } from "../answers/answer.ts";
import type { DrawnSentence } from "./draw-sentences.ts";
import type { FactPlace } from "./find-repeats.ts";

/** A drawn sentence with all that came of it. */
export interface SelfTestCase {
  readonly drawn: DrawnSentence;
  /** Where the fact stands: the sentence, then its repeats. */
  readonly places: readonly FactPlace[];
  readonly answer: Answer;
  /** The answer to the same question with the passages of all places hidden. */
  readonly hiddenAnswer: Answer;
}

export interface SelfTestOutcome {
  /** The citation id of the sentence. */
  readonly id: string;
  readonly question: string;
  readonly sentence: string;
  /** Other sentences that say the same. */
  readonly repeats: number;
  readonly verdict: "first" | "later" | "refused" | "wrong";
  /** Citation ids, strongest first. */
  readonly citations: readonly string[];
  readonly refusedWhenHidden: boolean;
  readonly citationsWhenHidden: readonly string[];
  /** The first quote shown though the fact was hidden; null when it refused. */
  readonly quoteWhenHidden: string | null;
}

/** Shares from 0 to 1; null when nothing was asked. */
export interface SelfTestMeasures {
  readonly questions: number;
  readonly "found@1": number | null;
  readonly "found@3": number | null;
  /** Refused although the sentence is there. */
  readonly falseAbstention: number | null;
  readonly refusedWhenHidden: number | null;
  /** Quotes, closest passages included, from a passage that was hidden: must be 0. */
  readonly quotedHidden: number;
}

const AMONG = 3;

/** The outcome of each case in short. */
export function summariseCases(cases: readonly SelfTestCase[]): SelfTestOutcome[] {
  return cases.map((one) => {
    const { drawn, places, answer, hiddenAnswer } = one;
    const { source } = drawn.passage;
    const { paragraph, number } = drawn.sentence;
    return {
      id: `${source.id}:${paragraph}.${number}`,
      question: drawn.question,
      sentence: drawn.text,
      repeats: places.length - 1,
      verdict: judge(answer, places),
      citations: answer.citations.map(({ id }) => id),
      refusedWhenHidden: hiddenAnswer.status === "abstained",
      citationsWhenHidden: hiddenAnswer.citations.map(({ id }) => id),
      quoteWhenHidden: hiddenAnswer.citations[0]?.quote ?? null,
    };
  });
}

/** The measures over `cases`. */
export function measureSelfTest(cases: readonly SelfTestCase[]): SelfTestMeasures {
  const outcomes = summariseCases(cases);
  const share = (holds: (one: SelfTestOutcome) => boolean) =>
    outcomes.length === 0 ? null : outcomes.filter(holds).length / outcomes.length;
  return {
    questions: outcomes.length,
    "found@1": share(({ verdict }) => verdict === "first"),
    "found@3": share(({ verdict }) => verdict === "first" || verdict === "later"),
    falseAbstention: share(({ verdict }) => verdict === "refused"),
    refusedWhenHidden: share((one) => one.refusedWhenHidden),
    quotedHidden: cases.reduce((sum, one) => sum + countHidden(one), 0),
  };
}

function judge(answer: Answer, places: readonly FactPlace[]): SelfTestOutcome["verdict"] {
  if (answer.status === "abstained") return "refused";
  const rank = answer.citations
    .slice(0, AMONG)
    .findIndex((citation) => places.some((place) => quotes(citation, place)));
  return rank === -1 ? "wrong" : rank === 0 ? "first" : "later";
}

/** Whether the citation shows the sentence, or is a part of it: long sentences may be quoted in part. */
function quotes({ source, start, end }: Citation, { passage, sentence: { range } }: FactPlace): boolean {
  if (source.id !== passage.source.id) return false;
  return (start <= range.start && range.end <= end) || (range.start <= start && end <= range.end);
}

function countHidden({ hiddenAnswer, places }: SelfTestCase): number {
  return shownCitations(hiddenAnswer).filter(({ source, start, end }) =>
    places.some(({ passage: { source: own, passage } }) => {
      return source.id === own.id && start < passage.range.end && passage.range.start < end;
    }),
  ).length;
}
