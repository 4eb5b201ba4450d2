/**
 * Reads an earlier answer: what it cites, states, sets side by side and calls close. Fields that it lacks (an older
 * version wrote it) are claims not made. Throws a UserError for what is no answer, or is broken in a part that counts.
 */
import { UserError } from "../errors.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** What an earlier answer says of a quotation and its place. */
export interface EarlierCitation {
  readonly n: number;
  /** From 1, in its list. */
  readonly place: number;
  /** Its citation id; the source's id where the answer gave none. */
  readonly id: string;
  readonly sourceId: string;
  readonly file: string | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly suffix: string;
  /** All that is said of it, as it was given. */
  readonly given: Fields;
}

export interface EarlierStatement {
  readonly text: string;
  /** Footnote numbers, those of `beside` included. */
  readonly citations: readonly number[];
}

export interface EarlierDisagreement {
  readonly about: string;
  readonly sides: readonly { readonly value: string; readonly citations: readonly number[] }[];
}

export interface EarlierAbstention {
  readonly reason: string;
  /** Words of the question that are said to stand nowhere. */
  readonly missingTerms: readonly string[];
}

/** A quote check as it was told. */
export interface EarlierCheck {
  readonly claimed: string;
  /** Its verdict and what else it says of the quotation, places apart. */
  readonly given: Fields;
}

export interface EarlierAnswer {
  readonly citations: readonly EarlierCitation[];
  /** The closest passages of an answer that abstained; of a quote check the nearest passage and the pieces. */
  readonly closest: readonly EarlierCitation[];
  readonly statements: readonly EarlierStatement[];
  readonly disagreements: readonly EarlierDisagreement[];
  /** Why it says that the sources do not say; null where it does not say so. */
  readonly abstention: EarlierAbstention | null;
  /** What it says of a quotation; null where it is no quote check. */
  readonly check: EarlierCheck | null;
  /** How sure it says it is: whatever stands there. */
  readonly confidence: unknown;
  readonly mode: string | null;
  readonly model: string | null;
  readonly status: string | null;
  /** As it was understood. */
  readonly question: string;
}

/** More are no answer, and would be slow to compare. */
const MOST_ITEMS = 2_000;
const HINT = "Give a JSON answer as `footnote ask --json` prints it, or a list of its citations.";

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object";
  return JSON.stringify(String(value).slice(0, 40));
}

function offsetOf(value: unknown, name: string, label: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new UserError(
    `${label} has no usable "${name}": it must be a whole number, not ${describe(value)}.`,
    HINT,
  );
}

/** The items of a list; none where it is missing or null. */
function itemsOf(value: unknown, name: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new UserError(`"${name}" must be a list, not ${describe(value)}.`, HINT);
  if (value.length > MOST_ITEMS)
    throw new UserError(
      `"${name}" has ${value.length} items: more than ${MOST_ITEMS} are not compared at once.`,
      "Divide the list, and verify its parts one by one.",
    );
  return value;
}

function readCitation(value: unknown, at: number, label: string): EarlierCitation {
  if (!isFields(value)) throw new UserError(`${label} is no object.`, HINT);
  const { source } = value;
  const sourceId = isFields(source) ? textOf(source.id) : textOf(source);
  const quote = textOf(value.quote);
  if (sourceId === null || sourceId === "") throw new UserError(`${label} names no source.`, HINT);
  if (quote === null || quote.trim() === "") throw new UserError(`${label} has no quote.`, HINT);
  const start = offsetOf(value.start, "start", label);
  const end = offsetOf(value.end, "end", label);
  if (end < start) throw new UserError(`${label} ends before it starts.`, HINT);
  return {
    n: typeof value.n === "number" && Number.isFinite(value.n) ? value.n : at + 1,
    place: at + 1,
    id: textOf(value.id) ?? sourceId,
    sourceId,
    file: isFields(source) ? textOf(source.file) : null,
    quote,
    start,
    end,
    prefix: textOf(value.prefix) ?? "",
    suffix: textOf(value.suffix) ?? "",
    given: value,
  };
}

function readCitations(list: readonly unknown[], label: string): EarlierCitation[] {
  return list.map((value, at) => readCitation(value, at, `${label} ${at + 1}`));
}

function numbersOf(value: unknown, name: string, label: string): number[] {
  return itemsOf(value, name).map((one) => {
    if (typeof one === "number" && Number.isSafeInteger(one)) return one;
    throw new UserError(`${label} cites ${describe(one)}: citations are named by their number.`, HINT);
  });
}

function readStatement(value: unknown, at: number): EarlierStatement {
  const label = `Statement ${at + 1}`;
  const text = isFields(value) ? textOf(value.text) : null;
  if (!isFields(value) || text === null) throw new UserError(`${label} has no text.`, HINT);
  const cited = numbersOf(value.citations, "citations", label);
  return { text, citations: [...cited, ...numbersOf(value.beside, "beside", label)] };
}

function readDisagreement(value: unknown, at: number): EarlierDisagreement {
  const label = `Disagreement ${at + 1}`;
  if (!isFields(value)) throw new UserError(`${label} is no object.`, HINT);
  const sides = itemsOf(value.sides, "sides").map((side) => {
    const said = isFields(side) ? textOf(side.value) : null;
    if (!isFields(side) || said === null) throw new UserError(`${label} has a side without a value.`, HINT);
    return { value: said, citations: numbersOf(side.citations, "citations", label) };
  });
  return { about: textOf(value.about) ?? "", sides };
}

/** An answer, a quote check, a citation in its place, one citation or a list of citations: the list in each of them. */
function listOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return itemsOf(answer, "citations");
  if (!isFields(answer)) throw new UserError(`This is no answer but ${describe(answer)}.`, HINT);
  if (Array.isArray(answer.citations)) return itemsOf(answer.citations, "citations");
  if (Array.isArray(answer.matches)) return itemsOf(answer.matches, "matches");
  if (isFields(answer.citation)) return [answer.citation];
  if ("quote" in answer) return [answer];
  if (isFields(answer.error)) throw new UserError("This is no answer but an error.", HINT);
  throw new UserError("This JSON holds no citations.", HINT);
}

function closestOf({ abstention, nearest, pieces }: Fields): EarlierCitation[] {
  const closest = isFields(abstention) ? itemsOf(abstention.closest, "closest") : [];
  const named = itemsOf(pieces, "pieces").flatMap((piece) => (isFields(piece) ? [piece.citation] : []));
  const near = isFields(nearest) ? [nearest] : [];
  return [closest, near, named].flatMap((list) => readCitations(list, "Closest passage"));
}

function abstentionOf({ abstention }: Fields): EarlierAbstention | null {
  if (abstention === undefined || abstention === null) return null;
  if (!isFields(abstention))
    throw new UserError(`"abstention" must be an object, not ${describe(abstention)}.`, HINT);
  const missingTerms = itemsOf(abstention.missingTerms, "missingTerms").flatMap((term) => textOf(term) ?? []);
  return { reason: textOf(abstention.reason) ?? "", missingTerms };
}

function checkOf(fields: Fields): EarlierCheck | null {
  const claimed = textOf(fields.claimed);
  return claimed === null || !Array.isArray(fields.matches) ? null : { claimed, given: fields };
}

/** What `answer` claims: parsed JSON of any shape. */
export function readEarlierAnswer(answer: unknown): EarlierAnswer {
  const citations = readCitations(listOf(answer), "Citation");
  const fields: Fields = isFields(answer) && !("quote" in answer) ? answer : {};
  return {
    citations,
    closest: closestOf(fields),
    statements: itemsOf(fields.statements, "statements").map(readStatement),
    disagreements: itemsOf(fields.disagreements, "disagreements").map(readDisagreement),
    abstention: abstentionOf(fields),
    check: checkOf(fields),
    confidence: fields.confidence ?? null,
    mode: textOf(fields.mode),
    model: textOf(fields.model),
    status: textOf(fields.status),
    question: textOf(fields.standaloneQuestion) ?? textOf(fields.question) ?? "",
  };
}
