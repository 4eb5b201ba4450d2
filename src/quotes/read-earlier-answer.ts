/** Reads the citations of an earlier answer, whatever else the JSON holds. Throws a UserError where there are none. */
import { UserError } from "../errors.ts";

/** What an earlier answer says of a quotation and its place. */
export interface EarlierCitation {
  readonly n: number;
  /** Its citation id; the source's id where the answer gave none. */
  readonly id: string;
  readonly sourceId: string;
  readonly file: string | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly suffix: string;
}

const HINT = "Give a JSON answer as `footnote ask --json` prints it, or a list of its citations.";

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function offsetOf(value: unknown, name: string, label: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw new UserError(
    `${label} has no usable "${name}": it must be a whole number, not ${describe(value)}.`,
    HINT,
  );
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return JSON.stringify(String(value).slice(0, 40));
}

function readCitation(value: unknown, place: number): EarlierCitation {
  const label = `Citation ${place + 1}`;
  if (!isFields(value)) throw new UserError(`${label} is no object.`, HINT);
  const { source, quote, id } = value;
  const sourceId = isFields(source) ? textOf(source.id) : textOf(source);
  const ownQuote = textOf(quote);
  if (sourceId === null || sourceId === "") throw new UserError(`${label} names no source.`, HINT);
  if (ownQuote === null || ownQuote.trim() === "") throw new UserError(`${label} has no quote.`, HINT);
  const start = offsetOf(value.start, "start", label);
  const end = offsetOf(value.end, "end", label);
  if (end < start) throw new UserError(`${label} ends before it starts.`, HINT);
  return {
    n: typeof value.n === "number" && Number.isFinite(value.n) ? value.n : place + 1,
    id: textOf(id) ?? sourceId,
    sourceId,
    file: isFields(source) ? textOf(source.file) : null,
    quote: ownQuote,
    start,
    end,
    prefix: textOf(value.prefix) ?? "",
    suffix: textOf(value.suffix) ?? "",
  };
}

/** An answer, a quote check, a citation in its place, one citation or a list of citations: the list in each of them. */
function listOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  if (!isFields(answer)) throw new UserError(`This is no answer but ${describe(answer)}.`, HINT);
  for (const list of [answer.citations, answer.matches]) if (Array.isArray(list)) return list;
  if (isFields(answer.citation)) return [answer.citation];
  if ("quote" in answer) return [answer];
  throw new UserError("This JSON holds no citations.", HINT);
}

/** The citations of `answer`: parsed JSON of any shape. Empty for an answer that abstained. */
export function readEarlierAnswer(answer: unknown): EarlierCitation[] {
  return listOf(answer).map(readCitation);
}
