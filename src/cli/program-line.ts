/** A line from a program: a JSON object, or plain text. What it calls itself (`id`) is carried over to what it gets back. */

interface ProgramLine {
  /** The id of the line, to be spread into the JSON that answers it. */
  readonly carried: { readonly id?: unknown };
}

export interface QuestionLine extends ProgramLine {
  readonly question: string;
}

export interface ClaimLine extends ProgramLine {
  readonly quote: string;
  readonly source: string | undefined;
}

/** What the line asks. A line that is no JSON object is a question as it stands; one without a question asks "". */
export function parseQuestionLine(line: string): QuestionLine {
  const fields = parseFields(line);
  if (fields === null) return { carried: {}, question: line.trim() };
  return { carried: idOf(fields), question: textOf(fields.question) ?? "" };
}

/** The quotation to check, and where it is said to stand. A line that is no JSON object is the quotation itself. */
export function parseClaimLine(line: string): ClaimLine {
  const fields = parseFields(line);
  if (fields === null) return { carried: {}, quote: line, source: undefined };
  return { carried: idOf(fields), quote: textOf(fields.quote) ?? "", source: textOf(fields.source) };
}

function parseFields(line: string): Readonly<Record<string, unknown>> | null {
  if (!line.trimStart().startsWith("{")) return null;
  try {
    return { ...JSON.parse(line) };
  } catch {
    return null;
  }
}

function idOf({ id }: Readonly<Record<string, unknown>>): ProgramLine["carried"] {
  return id === undefined ? {} : { id };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
