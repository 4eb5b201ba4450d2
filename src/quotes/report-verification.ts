/**
 * Re-checks an earlier answer against today's sources: what `footnote verify --json` prints. Nothing is intact unless
 * all that it says of itself agrees.
 */
import type { Citation } from "../answers/answer.ts";
import { placeCiter } from "../answers/cite-place.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import { contradictionsIn, type Difference, differencesFrom } from "./compare-citation.ts";
import type { DiffPart, QuoteFlag } from "./quote-check.ts";
import type { QuoteChecker } from "./quote-checker.ts";
import { type EarlierCitation, readEarlierAnswer } from "./read-earlier-answer.ts";
import { type CitationStatus, type FoundCitation, findCitations } from "./verify-citations.ts";
import { verifyAbsence, verifyCheck } from "./verify-findings.ts";
import { type PartReport, problemsOf, verifyParts } from "./verify-statements.ts";

export interface CitationReport {
  /** As the earlier answer gave it; the id of the source where it gave none. */
  readonly id: string;
  readonly n: number;
  readonly quote: string;
  readonly status: CitationStatus;
  /** Where it stands today, or what stands in its stead; null when it is gone. */
  readonly now: Citation | null;
  /** What it says of its place and its source that is not so today. */
  readonly differences: readonly Difference[];
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
  readonly note: string | null;
}

export interface VerificationReport {
  /** Whether all that the answer says is so today. */
  readonly intact: boolean;
  /** Whether every quote still stands word for word, be it elsewhere, and nothing else is wrong. */
  readonly holds: boolean;
  /** Of citations and closest passages. */
  readonly counts: Readonly<Record<CitationStatus, number>>;
  readonly citations: readonly CitationReport[];
  readonly closest: readonly CitationReport[];
  readonly statements: readonly PartReport[];
  readonly disagreements: readonly PartReport[];
  /** In what the answer contradicts itself, each in words. */
  readonly problems: readonly string[];
}

/** What stands around a quotation changes when its file does; all else at an unchanged place does not. */
const AROUND = new Set(["prefix", "suffix"]);

/** What is to be said of a citation whose words stand in their range. */
function judgeInPlace(
  { own, citation }: FoundCitation,
  differences: readonly Difference[],
): { readonly status: CitationStatus; readonly note: string | null } {
  if (differences.length === 0) return { status: "intact", note: null };
  if (own?.id !== citation.sourceId)
    return { status: "changed", note: `Its file is the source ${own?.id ?? "?"} now.` };
  if (differences.every(({ field }) => field === "source.file"))
    return { status: "changed", note: `Its file is called ${own.file} now.` };
  if (differences.some(({ field }) => AROUND.has(field)))
    return {
      status: "changed",
      note: "Its words stand in their place; what stands around them is not what it says.",
    };
  const fields = differences.map(({ field }) => field).join(", ");
  return { status: "forged", note: `Its words and place are those of the file, but not its ${fields}.` };
}

/** Of a quotation that moved, only what it says of its source can be compared. */
function judgeMoved(
  { own, place, note }: FoundCitation,
  differences: readonly Difference[],
): { readonly status: CitationStatus; readonly note: string | null } {
  const isSame = own !== undefined && own === place?.source;
  if (!isSame || differences.length === 0) return { status: "moved", note };
  const fields = differences.map(({ field }) => field).join(", ");
  return { status: "changed", note: `Its words stand elsewhere now, and its ${fields} is another.` };
}

async function reportCitation(
  cite: ReturnType<typeof placeCiter>,
  found: FoundCitation,
): Promise<CitationReport> {
  const { citation, place, diff, flags } = found;
  const { id, n, quote } = citation;
  const now = place === null ? null : await cite(place.source, place.range, n);
  const all = now === null ? [] : differencesFrom(citation, now);
  const ofSource = all.filter(({ field }) => field.startsWith("source."));
  const differences = found.status === "intact" ? all : ofSource;
  const contradictions = contradictionsIn(citation, found.own);
  const judged =
    contradictions.length > 0
      ? { status: "forged" as const, note: contradictions.join(" ") }
      : found.status === "intact"
        ? judgeInPlace(found, differences)
        : found.status === "moved"
          ? judgeMoved(found, differences)
          : { status: found.status, note: found.note };
  return { id, n, quote, now, differences, diff, flags, ...judged };
}

async function reportCitations(
  cite: ReturnType<typeof placeCiter>,
  checker: QuoteChecker,
  citations: readonly EarlierCitation[],
): Promise<CitationReport[]> {
  const reports: CitationReport[] = [];
  for (const found of findCitations(checker, citations)) reports.push(await reportCitation(cite, found));
  return reports;
}

/**
 * Verifies `answer` (parsed JSON) against the sources of `checker`, which `index` must hold. Throws a UserError when it
 * is no answer.
 */
export async function verifyAnswer(
  index: CorpusIndex,
  checker: QuoteChecker,
  answer: unknown,
): Promise<VerificationReport> {
  const earlier = readEarlierAnswer(answer);
  const cite = placeCiter(index);
  const citations = await reportCitations(cite, checker, earlier.citations);
  const closest = await reportCitations(cite, checker, earlier.closest);
  const byNumber = new Map(citations.map((report) => [report.n, report]));
  const parts = verifyParts(earlier, byNumber);
  const problems = [
    ...problemsOf(earlier),
    ...(await verifyAbsence(index, earlier)),
    ...verifyCheck(checker, earlier),
  ];
  const counts = { intact: 0, moved: 0, changed: 0, gone: 0, forged: 0 };
  for (const { status } of [...citations, ...closest]) counts[status] += 1;
  const statuses = [...citations, ...closest, ...parts.statements, ...parts.disagreements].map(
    ({ status }) => status,
  );
  const isSound = problems.length === 0;
  return {
    intact: isSound && statuses.every((status) => status === "intact"),
    holds: isSound && statuses.every((status) => status === "intact" || status === "moved"),
    counts,
    citations,
    closest,
    ...parts,
    problems,
  };
}
