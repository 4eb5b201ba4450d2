/** Labelled questions: what a question should be answered with, or that it should not be. JSON lines. */
import { UserError } from "../errors.ts";

/** Places of a source that answer: UTF-16, half-open. */
export interface LabelledPlaces {
  readonly source: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

export interface LabelledQuestion extends LabelledPlaces {
  readonly id: string;
  /** Asked before it in the same conversation, in order; empty when it stands alone. */
  readonly earlierTurns: readonly string[];
  readonly question: string;
  readonly answerable: boolean;
  readonly answers: readonly string[];
  /** Places elsewhere that answer as well. */
  readonly also: readonly LabelledPlaces[];
  /** A word for the kind of question; empty when it has none. */
  readonly shape: string;
}

const HINT =
  'Each line is a JSON object such as {"id":"1","question":"…","answerable":true,"source":"file.txt","answers":["…"],"spans":[[0,9]]}.';

/** The question on line `number` (from 1). Throws a UserError that names the line. */
export function parseLabelledQuestion(line: string, number: number): LabelledQuestion {
  const row = parseObject(line, number);
  const { id, answerable, answers, shape } = row;
  const { earlierTurns, question } = parseTurns(row, number);
  if (typeof answerable !== "boolean")
    throw new UserError(`Line ${number} of the questions does not say whether it is answerable.`, HINT);
  const also = Array.isArray(row.also) ? row.also.map((places) => parsePlaces(places, number)) : [];
  return {
    ...parsePlaces(row, number),
    id: typeof id === "string" || typeof id === "number" ? String(id) : String(number),
    earlierTurns,
    question,
    answerable,
    answers: Array.isArray(answers) ? answers.filter((answer) => typeof answer === "string") : [],
    also,
    shape: typeof shape === "string" ? shape : "",
  };
}

function parseObject(line: string, number: number): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return { ...row };
  } catch {
    // Told below, like any other line that is no object.
  }
  throw new UserError(`Line ${number} of the questions is no JSON object.`, HINT);
}

/** `turns` is a conversation whose last turn is the question; without it `question` stands alone. */
function parseTurns({ turns, question }: Record<string, unknown>, number: number) {
  const asked: unknown[] = Array.isArray(turns) && turns.length > 0 ? turns : [question];
  const said = asked.filter((turn) => typeof turn === "string" && turn.trim() !== "");
  const last = said.at(-1);
  if (typeof last !== "string" || said.length < asked.length)
    throw new UserError(`Line ${number} of the questions has no question.`, HINT);
  return { earlierTurns: said.slice(0, -1).map(String), question: last };
}

function parsePlaces(row: unknown, number: number): LabelledPlaces {
  const { source, spans } = typeof row === "object" && row !== null ? { source: "", spans: [], ...row } : {};
  const pairs = Array.isArray(spans) ? spans : [];
  if (!pairs.every(isSpan))
    throw new UserError(`Line ${number} of the questions has a span that is none.`, HINT);
  return { source: typeof source === "string" ? source : "", spans: pairs };
}

function isSpan(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isInteger) && value[0] < value[1];
}
