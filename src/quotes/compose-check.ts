/** Puts what was found out about a claim into the words and shapes of a quote check. It decides nothing. */
import type { Source } from "../corpus/source.ts";
import type { Claim } from "./claim.ts";
import type { Comparison } from "./compare-nearest.ts";
import type { Run } from "./cover-claim.ts";
import type { FoundMatches } from "./match-claim.ts";
import { placesNote, punctuationNote, shortNote } from "./notes.ts";
import type { QuoteCheck, QuoteFlag, QuotePlace } from "./quote-check.ts";
import type { ReadMatch } from "./read-match.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

/** What is said of a claim that stands nowhere. */
export interface Unfaithful {
  readonly verdict: "altered" | "stitched" | "absent";
  readonly comparison: Comparison | null;
  readonly flags: readonly QuoteFlag[];
  readonly runs: readonly Run[];
}

function placeOf({ source, range }: ReadMatch): QuotePlace {
  return { source: source.source, range };
}

function rangeOfWords(index: WordIndex, source: Source, from: number, to: number): QuotePlace {
  const start = index.starts[from] ?? 0;
  return { source, range: { start, end: index.ends[to - 1] ?? start } };
}

function joinNotes(notes: readonly (string | null)[]): string | null {
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : said.join(" ");
}

/**
 * The check of a claim that stands where `matches` say, the best first, and `found` in how many places; `named` is where
 * it is said to stand.
 */
export function composeFaithful(
  claimed: string,
  claim: Claim,
  matches: readonly ReadMatch[],
  named: IndexedSource | null,
  found: Pick<FoundMatches, "total" | "isComplete">,
): QuoteCheck {
  const [best] = matches;
  if (best === undefined) throw new RangeError("no match to report");
  const isElsewhere = named !== null && best.source !== named;
  return {
    claimed,
    verdict: isElsewhere ? "misattributed" : best.verdict,
    faithful: !isElsewhere,
    matches: matches.map(placeOf),
    places: found.total,
    nearest: null,
    diff: [],
    flags: [],
    pieces: [],
    note: joinNotes([
      isElsewhere ? `It does not stand in ${named.source.id} but in ${best.source.source.id}.` : null,
      shortNote(claim),
      best.verdict === "typographic" ? punctuationNote(claim, best) : null,
      placesNote(matches.length, found),
    ]),
  };
}

/** The check of a claim that stands nowhere, `note` says what else a reader should know. */
export function composeUnfaithful(
  index: WordIndex,
  claimed: string,
  claim: Claim,
  judged: Unfaithful,
  note: string | null,
): QuoteCheck {
  const { verdict, comparison, flags, runs } = judged;
  const pieces = runs.map(({ from, to, at }) => ({
    text: claim.text.slice(claim.words[from]?.start, claim.words[to - 1]?.end),
    place: rangeOfWords(index, index.sourceAt(at).source, at, at + to - from),
  }));
  const longest = pieces.reduce(
    (best, piece) => (piece.text.length > best.text.length ? piece : best),
    pieces[0] ?? { text: "", place: null },
  );
  const nearest =
    comparison === null
      ? longest.place
      : rangeOfWords(index, comparison.source.source, comparison.from, comparison.to);
  return {
    claimed,
    verdict,
    faithful: false,
    matches: [],
    places: 0,
    nearest,
    diff: comparison?.diff ?? [],
    flags,
    pieces,
    note: joinNotes([note, shortNote(claim)]),
  };
}

/** The check of a claim in which there is nothing to look for, and why. */
export function composeAbsent(claimed: string, note: string): QuoteCheck {
  return {
    claimed,
    verdict: "absent",
    faithful: false,
    matches: [],
    places: 0,
    nearest: null,
    diff: [],
    flags: [],
    pieces: [],
    note,
  };
}
