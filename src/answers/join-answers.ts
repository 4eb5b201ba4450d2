/**
 * One answer from the answers to the parts of a question: "When was it built, and who paid?". The best of each part
 * comes before the second best of any; what is not answered is named. Pure.
 */
import type { Answer, Citation, Disagreement, Statement } from "./answer.ts";
import type { GroundedAnswer } from "./ground-answer.ts";

const MOST_CLOSEST = 3;

/** The answer to `question`, of which `parts` (at least one) answer a part each; at most `top` citations. */
export function joinAnswers(
  question: string,
  parts: readonly [GroundedAnswer, ...GroundedAnswer[]],
  top: number,
): GroundedAnswer {
  const [first] = parts;
  if (parts.length === 1) return first;
  const answered = parts.filter(({ status }) => status === "answered");
  if (answered.length === 0) return refuse(question, parts);
  const { citations, numbers } = interleave(answered, top);
  const renumber = (part: GroundedAnswer, cited: readonly number[]) =>
    cited.flatMap((n) => numbers.get(part)?.get(n) ?? []);
  return {
    ...first,
    question,
    status: "answered",
    confidence: Math.min(...answered.map(({ confidence }) => confidence)),
    statements: answered.flatMap((part) => renumberStatements(part, citations, renumber)).filter(isFirst),
    citations,
    disagreements: answered.flatMap((part) => renumberDisagreements(part, renumber)),
    abstention: null,
    unanswered: parts.filter(({ status }) => status !== "answered").map((part) => part.question),
  };
}

type Renumber = (part: GroundedAnswer, cited: readonly number[]) => number[];

/**
 * Citations of all parts, the surer part first, and what became of the numbers of each part. A quote that holds another
 * one is cited for both.
 */
function interleave(parts: readonly GroundedAnswer[], top: number) {
  const bySureness = [...parts].sort((a, b) => b.confidence - a.confidence);
  const citations: Citation[] = [];
  const numbers = new Map(parts.map((part) => [part, new Map<number, number>()]));
  const longest = Math.max(...parts.map((part) => part.citations.length));
  for (let round = 0; round < longest; round++) {
    for (const part of bySureness) {
      const citation = part.citations[round];
      if (citation === undefined) continue;
      const known = citations.findIndex((one) => holds(one, citation) || holds(citation, one));
      const place = known < 0 ? citations.length : known;
      if (place === top) continue;
      if (known < 0 || !holds(citations[known] ?? citation, citation))
        citations[place] = { ...citation, n: place + 1 };
      numbers.get(part)?.set(citation.n, place + 1);
    }
  }
  return { citations, numbers };
}

function holds(one: Citation, other: Citation): boolean {
  return one.source.id === other.source.id && one.start <= other.start && one.end >= other.end;
}

function sharesText(one: Citation, other: Citation): boolean {
  return one.source.id === other.source.id && one.start < other.end && other.start < one.end;
}

/** What cites nothing that is shown is not said; a statement is its citation's quote, whichever part it came from. */
function renumberStatements(
  part: GroundedAnswer,
  shown: readonly Citation[],
  renumber: Renumber,
): Statement[] {
  return part.statements.flatMap((statement) => {
    const citations = renumber(part, statement.citations);
    const quote = shown.find(({ n }) => n === citations[0])?.quote;
    return quote === undefined ? [] : [{ ...statement, text: quote, citations }];
  });
}

/** A place that two parts cite is told once, with the first. */
function isFirst({ citations }: Statement, at: number, all: readonly Statement[]): boolean {
  return all.findIndex((one) => one.citations.some((n) => citations.includes(n))) === at;
}

function renumberDisagreements(part: GroundedAnswer, renumber: Renumber): Disagreement[] {
  return part.disagreements.flatMap((disagreement) => {
    const sides = disagreement.sides
      .map((side) => ({ ...side, citations: renumber(part, side.citations) }))
      .filter(({ citations }) => citations.length > 0);
    return sides.length < 2 ? [] : [{ ...disagreement, sides }];
  });
}

function refuse(question: string, parts: readonly [GroundedAnswer, ...GroundedAnswer[]]): GroundedAnswer {
  const abstentions = parts.flatMap(({ abstention }) => abstention ?? []);
  const closest: Citation[] = [];
  for (const citation of abstentions.flatMap((one) => one.closest)) {
    if (closest.length < MOST_CLOSEST && !closest.some((one) => sharesText(one, citation)))
      closest.push({ ...citation, n: closest.length + 1 });
  }
  const abstention: Answer["abstention"] = {
    reason: abstentions[0]?.reason ?? "",
    missingTerms: [...new Set(abstentions.flatMap(({ missingTerms }) => missingTerms))],
    closest,
  };
  return { ...parts[0], question, confidence: Math.max(...parts.map((one) => one.confidence)), abstention };
}
