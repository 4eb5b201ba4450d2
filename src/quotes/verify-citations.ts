/**
 * Finds the citations of an earlier answer in today's sources, as the W3C's selectors are meant: the range first, then
 * the quotation with what stood around it, then the quote check. It looks at words alone; what else a citation says is
 * compared by `compare-citation.ts`.
 */
import { type Source, sliceRange } from "../corpus/source.ts";
import { UserError } from "../errors.ts";
import { findBetweenContext, findVerbatim } from "./find-by-context.ts";
import type { DiffPart, QuoteCheck, QuoteFlag, QuotePlace } from "./quote-check.ts";
import type { QuoteChecker } from "./quote-checker.ts";
import type { EarlierCitation } from "./read-earlier-answer.ts";

/**
 * `intact`: all it says is so. `moved`: its very words, character for character, stand elsewhere now. `changed`: the
 * source is another than it says, so it was changed, or the citation was. `gone`: nothing close is left. `forged`: it
 * says what was never so: it contradicts itself, or only its words fit the file.
 */
export type CitationStatus = "intact" | "moved" | "changed" | "gone" | "forged";

/** Where the words of a citation are today. */
export interface FoundCitation {
  readonly citation: EarlierCitation;
  /** The source it names; undefined when there is none. */
  readonly own: Source | undefined;
  /** `intact` says only that the words stand in their range. */
  readonly status: Exclude<CitationStatus, "forged">;
  /** Where it stands today, or what stands in its stead; null when it is gone. */
  readonly place: QuotePlace | null;
  /** From today's source to the earlier quotation; empty unless changed. */
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
  readonly note: string | null;
}

type Found = Omit<FoundCitation, "citation" | "own">;

function found(
  status: Found["status"],
  place: QuotePlace | null,
  note: string | null,
  { diff, flags }: Pick<QuoteCheck, "diff" | "flags"> = { diff: [], flags: [] },
): Found {
  return { status, place, diff, flags, note };
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
function findReplaced(citation: EarlierCitation, own: Source | undefined): Found | null {
  const range = own === undefined ? null : findBetweenContext(own, citation);
  if (own === undefined || range === null) return null;
  const diff: DiffPart[] = [
    { op: "delete", text: sliceRange(own.text, range) },
    { op: "insert", text: citation.quote },
  ];
  return found("changed", { source: own, range }, "Other words stand in its place now.", { diff, flags: [] });
}

/** The check of a quotation; null when it holds no word that could be looked up. */
function check(checker: QuoteChecker, quote: string, own: Source | undefined): QuoteCheck | null {
  try {
    return checker.check(quote, own === undefined ? {} : { source: own.id });
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function findWords(checker: QuoteChecker, citation: EarlierCitation, own: Source | undefined): Found {
  const { quote, start, end, sourceId } = citation;
  const range = { start, end };
  if (own !== undefined && start >= own.bodyStart && sliceRange(own.text, range) === quote)
    return found("intact", { source: own, range }, null);
  const moved = findMoved(checker, citation, own);
  if (moved !== null) return found("moved", moved, movedNote(moved, own));
  const checked = check(checker, quote, own);
  const match = checked?.matches[0];
  if (match !== undefined)
    return found("changed", match, "The words are the same; spaces, marks, brackets or letter case are not.");
  if (checked?.verdict === "altered" || checked?.verdict === "stitched")
    return found("changed", checked.nearest, checked.note, checked);
  const note = own === undefined ? `There is no source ${sourceId} any more.` : null;
  return findReplaced(citation, own) ?? found("gone", null, note);
}

/** Where the words of each citation are, in order. */
export function findCitations(checker: QuoteChecker, citations: readonly EarlierCitation[]): FoundCitation[] {
  const byId = new Map(checker.sources.map((source) => [source.id, source]));
  const byFile = new Map(checker.sources.map((source) => [source.file, source]));
  return citations.map((citation) => {
    const { sourceId, file } = citation;
    const own = byId.get(sourceId) ?? (file === null ? undefined : byFile.get(file));
    return { citation, own, ...findWords(checker, citation, own) };
  });
}
