/** A line of questions from a program: plain text, or a JSON object that holds the question. */

export interface QuestionLine {
  readonly id?: string | number;
  readonly question: string;
}

/** What the line asks. A line that is no JSON object is a question as it stands; one without a question asks "". */
export function parseQuestionLine(line: string): QuestionLine {
  if (!line.trimStart().startsWith("{")) return { question: line.trim() };
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row !== "object" || row === null) return { question: line };
    const id = "id" in row && (typeof row.id === "string" || typeof row.id === "number") ? row.id : undefined;
    const question = "question" in row && typeof row.question === "string" ? row.question : "";
    return id === undefined ? { question } : { id, question };
  } catch {
    return { question: line.trim() };
  }
}
