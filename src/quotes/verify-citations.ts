/**
 * Re-checks the citations of an earlier answer against today's sources, as the W3C's selectors are meant: the range
 * first, then the quotation with what stood around it, then the quote check.
 */
import { type Source, sliceRange } from "../corpus/source.ts";
import { findBetweenContext, findVerbatim } from "./find-by-context.ts";
import type { DiffPart, QuoteCheck, QuoteFlag, QuotePlace } from "./quote-check.ts";
import type { QuoteChecker } from "./quote-checker.ts";
import { type EarlierCitation, readEarlierAnswer } from "./read-earlier-answer.ts";

/**
 * `intact`: the range still holds the quotation. `moved`: the same words stand elsewhere. `changed`: the words are
 * others now. `gone`: nothing close is left.
 */
export type CitationStatus = "intact" | "moved" | "changed" | "gone";

export interface VerifiedCitation {
  readonly citation: EarlierCitation;
  readonly status: CitationStatus;
  /** Where it stands today, or what stands in its stead; null when it is gone. */
  readonly place: QuotePlace | null;
  /** From today's source to the earlier quotation; empty unless changed. */
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
  readonly note: string | null;
}

function found(
  citation: EarlierCitation,
  status: CitationStatus,
  place: QuotePlace | null,
  note: string | null,
  { diff, flags }: Pick<QuoteCheck, "diff" | "flags"> = { diff: [], flags: [] },
): VerifiedCitation {
  return { citation, status, place, diff, flags, note };
}

/** The verbatim place in the source itself, else in the first other one that has it. */
function findMoved(
  checker: QuoteChecker,
  citation: EarlierCitation,
  own: Source | undefined,
): QuotePlace | null {
  const others = checker.sources.filter((source) => source !== own);
  for (const source of own === undefined ? others : [own, ...others]) {
    const range = findVerbatim(source.text, source.bodyStart, citation);
    if (range !== null) return { source, range };
  }
  return null;
}

function movedNote({ source }: QuotePlace, own: Source | undefined): string | null {
  return source === own ? null : `It stands in ${source.id} now.`;
}

/** What stands between the quotation's old neighbours, if anything does. */
function findReplaced(citation: EarlierCitation, own: Source | undefined): VerifiedCitation | null {
  const range = own === undefined ? null : findBetweenContext(own.text, own.bodyStart, citation);
  if (own === undefined || range === null) return null;
  const diff: DiffPart[] = [
    { op: "delete", text: sliceRange(own.text, range) },
    { op: "insert", text: citation.quote },
  ];
  return found(citation, "changed", { source: own, range }, "Other words stand in its place now.", {
    diff,
    flags: [],
  });
}

function verifyCitation(checker: QuoteChecker, citation: EarlierCitation): VerifiedCitation {
  const { quote, start, end, sourceId, file } = citation;
  const own =
    checker.sources.find(({ id }) => id === sourceId) ??
    (file === null ? undefined : checker.sources.find((source) => source.file === file));
  const range = { start, end };
  if (own !== undefined && start >= own.bodyStart && sliceRange(own.text, range) === quote)
    return found(citation, "intact", { source: own, range }, null);
  const moved = findMoved(checker, citation, own);
  if (moved !== null) return found(citation, "moved", moved, movedNote(moved, own));
  const check = checker.check(quote, own === undefined ? {} : { source: own.id });
  const [match] = check.matches;
  if (
    match !== undefined &&
    (check.verdict === "typographic" || check.verdict === "misattributed" || check.faithful)
  ) {
    const where = movedNote(match, own);
    return found(
      citation,
      "moved",
      match,
      where ?? "The words are the same; spaces, marks or letter case are not.",
    );
  }
  if (check.verdict === "altered" || check.verdict === "stitched")
    return found(citation, "changed", check.nearest, check.note, check);
  return findReplaced(citation, own) ?? found(citation, "gone", null, goneNote(own, sourceId));
}

function goneNote(own: Source | undefined, sourceId: string): string | null {
  return own === undefined ? `There is no source ${sourceId} any more.` : null;
}

/** Every citation of `answer` (parsed JSON), in its order. Throws a UserError when that holds no citations. */
export function verifyCitations(checker: QuoteChecker, answer: unknown): VerifiedCitation[] {
  return readEarlierAnswer(answer).map((citation) => verifyCitation(checker, citation));
}
