/**
 * Measures answers against labelled questions: hit@k, recall@10 and mrr@10 as in information retrieval, and how
 * often Footnote answers or refuses where it should. Pure; asking and reading are done by who calls it.
 */
import { type Answer, shownCitations } from "../answers/answer.ts";
import type { LabelledPlaces, LabelledQuestion } from "./labelled-question.ts";

/** A passage as retrieved: where it stands and what it says. */
export interface RetrievedPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A labelled question with all that came of it. */
export interface Outcome {
  readonly labelled: LabelledQuestion;
  readonly answer: Answer;
  /** Best first. */
  readonly passages: readonly RetrievedPlace[];
  /** Citations shown whose quote is not what stands in the file at its place. */
  readonly falseQuotes: number;
}

/** The measures of the contract; null where there is nothing to measure. */
export interface Measures {
  readonly questions: number;
  readonly answerable: number;
  readonly "hit@1": number | null;
  readonly "hit@3": number | null;
  readonly "recall@10": number | null;
  readonly "mrr@10": number | null;
  readonly quoteIntegrity: number | null;
  readonly answeredShare: number | null;
  readonly falseAbstention: number | null;
  readonly refusal: number | null;
  readonly latencyMs: { readonly p50: number | null; readonly p95: number | null };
}

/** The measures over the questions of one shape. */
export interface ShapeMeasures extends Measures {
  readonly shape: string;
}

const RETRIEVED = 10;

/** The measures over `outcomes`. An abstention on an answerable question is a miss. */
export function measure(outcomes: readonly Outcome[]): Measures {
  const answerable = outcomes.filter(({ labelled }) => labelled.answerable);
  const unanswerable = outcomes.filter(({ labelled }) => !labelled.answerable);
  const refused = ({ answer }: Outcome) => answer.status === "abstained";
  const quotes = outcomes.flatMap(({ answer }) => shownCitations(answer)).length;
  const falseQuotes = outcomes.reduce((sum, outcome) => sum + outcome.falseQuotes, 0);
  const latencies = outcomes.map(({ answer }) => answer.timings.totalMs).sort((a, b) => a - b);
  return {
    questions: outcomes.length,
    answerable: answerable.length,
    "hit@1": share(answerable, (outcome) => hitRank(outcome, 1) !== null),
    "hit@3": share(answerable, (outcome) => hitRank(outcome, 3) !== null),
    "recall@10": share(answerable, (outcome) => passageRank(outcome) !== null),
    "mrr@10": mean(answerable.map((outcome) => 1 / (passageRank(outcome) ?? Number.POSITIVE_INFINITY))),
    quoteIntegrity: quotes === 0 ? null : 1 - falseQuotes / quotes,
    answeredShare: share(outcomes, (outcome) => !refused(outcome)),
    falseAbstention: share(answerable, refused),
    refusal: share(unanswerable, refused),
    latencyMs: { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) },
  };
}

/** The measures of each shape that `outcomes` name, in order of appearance. */
export function measureShapes(outcomes: readonly Outcome[]): ShapeMeasures[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { shape } = outcome.labelled;
    if (shape !== "") groups.set(shape, [...(groups.get(shape) ?? []), outcome]);
  }
  return [...groups].map(([shape, own]) => ({ shape, ...measure(own) }));
}

/** The rank, from 1, of the first citation that hits among the first `k`; null when none does. */
export function hitRank({ labelled, answer }: Outcome, k: number): number | null {
  const places = answer.citations.map(({ source, start, end, quote }) => ({
    file: source.file,
    start,
    end,
    text: quote,
  }));
  return rankOf(labelled, places.slice(0, k));
}

function passageRank({ labelled, passages }: Outcome): number | null {
  return rankOf(labelled, passages.slice(0, RETRIEVED));
}

function rankOf(labelled: LabelledQuestion, places: readonly RetrievedPlace[]): number | null {
  const found = places.findIndex((place) => hits(labelled, place));
  return found === -1 ? null : found + 1;
}

/** Of that source and around one of the spans; without spans, holding one of the answers. */
function hits(labelled: LabelledQuestion, place: RetrievedPlace): boolean {
  return [labelled, ...labelled.also].some((places) => {
    if (!isFile(place.file, places)) return false;
    if (places.spans.length > 0)
      return places.spans.some(([start, end]) => place.start <= start && end <= place.end);
    const text = squeeze(place.text);
    return labelled.answers.some((answer) => squeeze(answer) !== "" && text.includes(squeeze(answer)));
  });
}

/** A label names its file by path or by name alone. */
function isFile(file: string, { source }: LabelledPlaces): boolean {
  return file === source || file.endsWith(`/${source}`);
}

/** Case and spacing apart. */
function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/gu, " ").trim();
}

function share<T>(all: readonly T[], holds: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(holds).length / all.length;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Nearest rank. */
function quantile(sorted: readonly number[], q: number): number | null {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;
}
