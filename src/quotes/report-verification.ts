/** Earlier citations re-checked, their places today as citations: what `footnote verify --json` prints. */
import type { Citation } from "../ground/answer.ts";
import { citePlace } from "../ground/cite-place.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { DiffPart, QuoteFlag } from "./quote-check.ts";
import type { CitationStatus, VerifiedCitation } from "./verify-citations.ts";

export interface CitationReport {
  /** As the earlier answer gave it; the id of the source where it gave none. */
  readonly id: string;
  readonly quote: string;
  readonly status: CitationStatus;
  /** Where it stands today, or what stands in its stead; null when it is gone. */
  readonly now: Citation | null;
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
  readonly note: string | null;
}

export interface VerificationReport {
  /** Whether every quote still stands word for word, be it elsewhere. */
  readonly holds: boolean;
  readonly counts: Readonly<Record<CitationStatus, number>>;
  readonly citations: readonly CitationReport[];
}

/** `verified`, its places looked up in `index`, which must hold the sources of the check. */
export async function reportVerification(
  index: CorpusIndex,
  verified: readonly VerifiedCitation[],
): Promise<VerificationReport> {
  const counts = { intact: 0, moved: 0, changed: 0, gone: 0 };
  for (const { status } of verified) counts[status] += 1;
  const citations = await Promise.all(
    verified.map(async ({ citation, status, place, diff, flags, note }, at) => ({
      id: citation.id,
      quote: citation.quote,
      status,
      now: place === null ? null : await citePlace(index, place.source, place.range, at + 1),
      diff,
      flags,
      note,
    })),
  );
  return { holds: counts.changed + counts.gone === 0, counts, citations };
}
