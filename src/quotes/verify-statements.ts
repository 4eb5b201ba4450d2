/**
 * Re-checks what an earlier answer says with its citations: statements and disagreements. In extractive mode a
 * statement is a quote; one of a model passes the same gate as when it was made.
 */
import { checkStatement } from "../statements/check-statement.ts";
import { visitOccurrences } from "./occurrences.ts";
import type { EarlierAnswer, EarlierDisagreement, EarlierStatement } from "./read-earlier-answer.ts";
import type { CitationReport } from "./report-verification.ts";

/** `changed`: what it rests on is not intact, so it cannot be judged, or holds no longer. */
export type PartStatus = "intact" | "changed" | "forged";

/** A statement or a disagreement, checked. */
export interface PartReport {
  readonly text: string;
  readonly status: PartStatus;
  readonly note: string | null;
}

type CitedReports = ReadonlyMap<number, CitationReport>;

function part(text: string, status: PartStatus, note: string | null = null): PartReport {
  return { text, status, note };
}

/** The citations of these numbers; a number that none has is told. */
function citedBy(
  numbers: readonly number[],
  reports: CitedReports,
): { cited: CitationReport[]; unknown: number | undefined } {
  const cited = numbers.flatMap((n) => reports.get(n) ?? []);
  return { cited, unknown: numbers.find((n) => !reports.has(n)) };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function verifyStatement(
  { text, citations }: EarlierStatement,
  { mode, question }: EarlierAnswer,
  reports: CitedReports,
): PartReport {
  if (text.trim() === "") return part(text, "forged", "It says nothing.");
  if (citations.length === 0) return part(text, "forged", "It cites nothing.");
  const { cited, unknown } = citedBy(citations, reports);
  if (unknown !== undefined) return part(text, "forged", `There is no citation ${unknown}.`);
  const holds = cited.every(({ status }) => status === "intact" || status === "moved");
  if (mode !== "generative") {
    if (!cited.some(({ quote }) => quote === text))
      return part(text, "forged", "It is none of the quotes it cites.");
    return holds ? part(text, "intact") : part(text, "changed", "What it cites is not intact.");
  }
  if (!holds) return part(text, "changed", "What it cites is not intact, so it cannot be judged.");
  const sentences = cited.map(({ quote, now }, at) => ({
    label: at + 1,
    text: quote,
    title: now?.source.title ?? "",
    date: now?.source.date ?? null,
    section: now?.section ?? null,
  }));
  const check = checkStatement(text, sentences, question);
  return check.passes ? part(text, "intact") : part(text, "forged", check.reason);
}

/** Whether the words stand in the text, whole. */
function holdsWords(text: string, words: string): boolean {
  const [whole, wanted] = [squeeze(text), squeeze(words)];
  const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
  let isHeld = false;
  visitOccurrences(whole, wanted, 0, (at) => {
    const cutsBefore = isWord(whole.charAt(at - 1)) && isWord(wanted.charAt(0));
    const cutsBehind = isWord(whole.charAt(at + wanted.length)) && isWord(wanted.at(-1) ?? "");
    isHeld = !cutsBefore && !cutsBehind;
    return !isHeld;
  });
  return isHeld;
}

function verifyDisagreement({ about, sides }: EarlierDisagreement, reports: CitedReports): PartReport {
  const text = `${about}: ${sides.map(({ value }) => value).join(" / ")}`;
  if (sides.length < 2) return part(text, "forged", "It has less than two sides.");
  if (new Set(sides.map(({ value }) => squeeze(value).toLowerCase())).size < sides.length)
    return part(text, "forged", "Two of its sides say the same.");
  const all: CitationReport[] = [];
  for (const { value, citations } of sides) {
    const { cited, unknown } = citedBy(citations, reports);
    if (unknown !== undefined) return part(text, "forged", `There is no citation ${unknown}.`);
    if (!cited.some(({ quote }) => holdsWords(quote, value)))
      return part(text, "forged", `No quote of that side says “${value}”.`);
    all.push(...cited);
  }
  if (about.trim() !== "" && !all.some(({ quote }) => holdsWords(quote, about)))
    return part(text, "forged", `No quote of either side speaks of “${about}”.`);
  const isIntact = all.every(({ status }) => status === "intact" || status === "moved");
  return isIntact ? part(text, "intact") : part(text, "changed", "What it cites is not intact.");
}

/** Contradictions of an answer as a whole, each in words. */
export function problemsOf(answer: EarlierAnswer): string[] {
  const { status, mode, model, citations, statements, closest, abstention, confidence } = answer;
  const problems: string[] = [];
  if (status === "answered" && (citations.length === 0 || statements.length === 0))
    problems.push("It says that it answers, and states or cites nothing.");
  if (status === "abstained" && (citations.length > 0 || statements.length > 0))
    problems.push("It says that the sources do not say, and yet states or cites something.");
  if (abstention !== null && (status === "answered" || citations.length + statements.length > 0))
    problems.push("It answers, and yet says why there is no answer.");
  if (status === "answered" && closest.length > 0)
    problems.push("It answers, and yet names closest passages in place of an answer.");
  if (confidence !== null && !(typeof confidence === "number" && confidence >= 0 && confidence <= 1))
    problems.push("Its confidence is no number from 0 to 1.");
  if (status !== null && status !== "answered" && status !== "abstained")
    problems.push(`“${status}” is no status.`);
  if (mode !== null && mode !== "extractive" && mode !== "generative") problems.push(`“${mode}” is no mode.`);
  if (mode === "generative" && model === null && status === "answered")
    problems.push("A language model is said to have phrased it, and none is named.");
  return problems;
}

/** What an answer says with its citations, whose reports are given by number. */
export function verifyParts(
  answer: EarlierAnswer,
  reports: CitedReports,
): { readonly statements: readonly PartReport[]; readonly disagreements: readonly PartReport[] } {
  return {
    statements: answer.statements.map((statement) => verifyStatement(statement, answer, reports)),
    disagreements: answer.disagreements.map((one) => verifyDisagreement(one, reports)),
  };
}
