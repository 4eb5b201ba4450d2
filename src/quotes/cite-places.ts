/** Makes citations of places, and with them the JSON of the quote check and of a re-checked answer. */
import type { Source } from "../corpus/source.ts";
import type { Citation } from "../ground/answer.ts";
import { citeRange, type SentencePlace } from "../ground/citation.ts";
import type { Sentence } from "../passages/passage.ts";
import type { DiffPart, QuoteCheck, QuoteFlag, QuotePlace, Verdict } from "./quote-check.ts";
import type { CitationStatus, VerifiedCitation } from "./verify-citations.ts";

/** The sentences of a source, in order. */
export type SentencesOf = (source: Source) => readonly Sentence[];

/** The quote check as the contract prints it; fields beyond the contract are additions. */
export interface QuoteCheckJson {
  readonly id?: string | number;
  readonly claimed: string;
  readonly verdict: Verdict;
  readonly faithful: boolean;
  readonly matches: readonly Citation[];
  readonly nearest: Citation | null;
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
  readonly pieces: readonly { readonly text: string; readonly citation: Citation }[];
  readonly note: string | null;
}

export interface VerifiedCitationJson {
  readonly n: number;
  readonly id: string | null;
  readonly status: CitationStatus;
  readonly quote: string;
  /** Where it stands today. */
  readonly citation: Citation | null;
  readonly diff: readonly DiffPart[];
  readonly flags: readonly QuoteFlag[];
  readonly note: string | null;
}

/** The first sentence that ends behind `offset`: its index. Sentences do not overlap. */
function firstEndingAfter(sentences: readonly Sentence[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.range.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentences that a range touches, as far as they stand in the paragraph of the first. */
function sentencesAt(sentences: readonly Sentence[], { range }: QuotePlace): SentencePlace {
  const at = Math.min(firstEndingAfter(sentences, range.start), sentences.length - 1);
  const first = sentences[at];
  if (first === undefined) return { paragraph: 1, first: 1, last: 1 };
  let last = first;
  for (let next = at + 1; next < sentences.length; next += 1) {
    const sentence = sentences[next];
    if (sentence === undefined || sentence.paragraph !== first.paragraph || sentence.range.start >= range.end)
      break;
    last = sentence;
  }
  return { paragraph: first.paragraph, first: first.number, last: last.number };
}

/** The citation of a place: its id covers whole sentences, its range is exact. */
export function citePlace(place: QuotePlace, n: number, sentencesOf: SentencesOf): Citation {
  return citeRange(place.source, place.range, sentencesAt(sentencesOf(place.source), place), n);
}

/** The contract's shape of a check; `id` is carried over when it is given. */
export function citeQuoteCheck(
  check: QuoteCheck,
  sentencesOf: SentencesOf,
  id?: string | number,
): QuoteCheckJson {
  return {
    ...(id !== undefined && { id }),
    claimed: check.claimed,
    verdict: check.verdict,
    faithful: check.faithful,
    matches: check.matches.map((place, at) => citePlace(place, at + 1, sentencesOf)),
    nearest: check.nearest === null ? null : citePlace(check.nearest, 1, sentencesOf),
    diff: check.diff,
    flags: check.flags,
    pieces: check.pieces.map(({ text, place }, at) => ({
      text,
      citation: citePlace(place, at + 1, sentencesOf),
    })),
    note: check.note,
  };
}

/** What `footnote verify` prints for one citation. */
export function citeVerified(verified: VerifiedCitation, sentencesOf: SentencesOf): VerifiedCitationJson {
  const { citation, status, place, diff, flags, note } = verified;
  return {
    n: citation.n,
    id: citation.id,
    status,
    quote: citation.quote,
    citation: place === null ? null : citePlace(place, citation.n, sentencesOf),
    diff,
    flags,
    note,
  };
}
