/**
 * Decides whether a claimed quotation is real: every place where it stands, or the passage it comes closest to and
 * how it differs. The comparison may be lenient; what is shown is always the source's own text.
 */
import { type Claim, readClaim } from "./claim.ts";
import { measureDress } from "./compare-dress.ts";
import { type Comparison, compareNearest, compareWith } from "./compare-nearest.ts";
import { composeAbsent, composeFaithful, composeUnfaithful, type Unfaithful } from "./compose-check.ts";
import { coverClaim } from "./cover-claim.ts";
import {
  type ClaimMatch,
  editedPattern,
  type FoundMatches,
  findMatches,
  literalPattern,
} from "./match-claim.ts";
import { cutBeginning, narrowClaim } from "./narrow-claim.ts";
import { unreadNote } from "./notes.ts";
import { type DiffPart, FLAGS, type QuoteCheck, type QuoteFlag } from "./quote-check.ts";
import { type ReadMatch, readEditedMatch, readLiteralMatch } from "./read-match.ts";
import type { IndexedSource, WordIndex } from "./word-index.ts";

/** Share of a claim's words, plain and weighted by rarity, that a passage must have to be the one it was altered from. */
const ALTERED_SHARE = 0.6;
const ALTERED_WEIGHT = 0.35;
/** Below that, rare words in common still say that the passage is meant. */
const NEAR_SHARE = 0.45;
const NEAR_WEIGHT = 0.5;
/** Share of a stitched claim's words that its pieces cover. */
const STITCHED_COVER = 0.85;
/** By so many words pieces from elsewhere must explain more of a claim than the nearest passage does. */
const STRAY_WORDS = 2;

const ORDER = ["exact", "typographic", "elided", "bracketed"] as const;

/** Text compared mark by mark for one claim, in all its places together: UTF-16 code units. */
const MOST_READ = 2_000_000;
/** A bracket or an ellipsis costs about so many more at each place. */
const READ_FOR_HOLE = 2_000;

/** Places of a claim that were looked at, and how many there are. */
interface ReadMatches extends Omit<FoundMatches, "matches"> {
  readonly matches: readonly ReadMatch[];
}

/** The first places, as many as can be read; the rest is only counted. */
function readFirst(
  { matches, ...found }: FoundMatches,
  cost: number,
  read: (match: ClaimMatch) => ReadMatch,
): ReadMatches {
  return { ...found, matches: matches.slice(0, Math.max(1, Math.floor(MOST_READ / cost))).map(read) };
}

/** Places where the claim stands: with its marks taken for the source's, else for the writer's. */
function readMatches(index: WordIndex, claim: Claim): ReadMatches {
  const found = findMatches(index, literalPattern(claim));
  const length = 1 + claim.text.length;
  if (found.matches.length > 0 || (!claim.hasEllipsis && !claim.hasBrackets))
    return readFirst(found, length, (match) => readLiteralMatch(index, claim, match));
  const cost = length + READ_FOR_HOLE * claim.holes.length;
  return readFirst(findMatches(index, editedPattern(claim)), cost, (match) =>
    readEditedMatch(index, claim, match),
  );
}

/** The best first: the nearest in dress, then the first. */
function sortMatches(claim: Claim, matches: readonly ReadMatch[], named: IndexedSource | null): ReadMatch[] {
  const dress = matches.length > 1 ? measureDress(claim) : () => 0;
  const ranked = matches.map((match, place) => ({
    match,
    place,
    isElsewhere: named !== null && match.source !== named ? 1 : 0,
    verdict: ORDER.indexOf(match.verdict),
    dress: dress(match),
  }));
  ranked.sort(
    (a, b) =>
      a.isElsewhere - b.isElsewhere || a.verdict - b.verdict || a.dress - b.dress || a.place - b.place,
  );
  return ranked.map(({ match }) => match);
}

function flagsOf(faults: ReadMatch["faults"]): QuoteFlag[] {
  return FLAGS.filter((flag) => faults.includes(flag));
}

/** From the source to the claim, where only marks differ. */
function diffMarks(index: WordIndex, { source, from, to, marks }: ReadMatch): DiffPart[] {
  const { text } = source.source;
  const parts: DiffPart[] = [];
  let at = index.starts[from] ?? 0;
  const add = (op: DiffPart["op"], part: string) => part !== "" && parts.push({ op, text: part });
  for (const mark of marks) {
    const [start, end] = [index.starts[mark.from] ?? 0, index.ends[mark.to - 1] ?? 0];
    if (start < at) continue;
    add("equal", text.slice(at, start));
    add("delete", text.slice(start, end));
    add("insert", mark.claimed);
    at = end;
  }
  add("equal", text.slice(at, index.ends[to - 1] ?? at));
  return parts;
}

/** A match whose ellipses or brackets change what the source says, against its own place. */
function judgeFaulty(index: WordIndex, claim: Claim, faulty: ReadMatch): Unfaithful | null {
  if (faulty.faults.includes("far")) return null;
  const { source, from, to } = faulty;
  const hasSigns = claim.brackets.some(({ kind }) => kind === "sign");
  const shown = hasSigns ? readClaim(claim.text, index, true) : claim;
  const comparison = compareWith(index, shown, source, { from, to });
  if (comparison === null) return null;
  const isSame = comparison.diff.every(({ op }) => op === "equal");
  const diff = isSame ? diffMarks(index, faulty) : comparison.diff;
  return { verdict: "altered", comparison: { ...comparison, diff }, flags: flagsOf(faulty.faults), runs: [] };
}

function isNear({ share, weightedShare }: Comparison, leastShare: number, leastWeight: number): boolean {
  return share >= leastShare && weightedShare >= leastWeight;
}

function judgeUnfaithful(index: WordIndex, claim: Claim, named: IndexedSource | null): Unfaithful {
  const compared = compareNearest(index, claim, named);
  const near = compared.filter((one) => isNear(one, ALTERED_SHARE, ALTERED_WEIGHT));
  const own = near.find(({ source }) => source === named);
  const comparison = own ?? compared[0] ?? null;
  const altered: Unfaithful = { verdict: "altered", comparison, flags: comparison?.flags ?? [], runs: [] };
  const runs = coverClaim(index, claim);
  const covered = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  const words = claim.pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  if (runs.length > 1 && covered >= STITCHED_COVER * words) {
    const isOnePassage =
      near.length > 0 &&
      comparison !== null &&
      covered <= comparison.shared + STRAY_WORDS &&
      !comparison.leapsOverBorder;
    return isOnePassage ? altered : { ...altered, verdict: "stitched", flags: [], runs };
  }
  const isMeant =
    comparison !== null && (near.includes(comparison) || isNear(comparison, NEAR_SHARE, NEAR_WEIGHT));
  return isMeant ? altered : { verdict: "absent", comparison: null, flags: [], runs: [] };
}

/** A very long claim whose beginning stands nowhere stands nowhere: its beginning is compared in its stead. */
function readPossible(index: WordIndex, claimed: string): Claim {
  const beginning = cutBeginning(claimed);
  if (beginning === null) return readClaim(claimed, index);
  const claim = readClaim(beginning, index);
  const isHopeless = claim.pieces.length > 0 && readMatches(index, claim).matches.length === 0;
  return isHopeless ? claim : readClaim(claimed, index);
}

/** Checks a claim that is not blank; `named` is the source it is said to come from. */
export function checkQuote(index: WordIndex, claimed: string, named: IndexedSource | null): QuoteCheck {
  if (index.size === 0) return composeAbsent(claimed, "The sources hold no words.");
  const claim = readPossible(index, claimed);
  if (claim.words.length === 0) return composeAbsent(claimed, "There are no words in it to look for.");
  if (claim.pieces.length === 0)
    return composeAbsent(claimed, "All its words stand in brackets: nothing in it is quoted.");
  const read = readMatches(index, claim);
  const matches = sortMatches(claim, read.matches, named);
  const faithful = matches.filter(({ faults }) => faults.length === 0);
  const faultyThere =
    named === null ? undefined : matches.find(({ source, faults }) => source === named && faults.length > 0);
  if (faithful.length > 0 && (faultyThere === undefined || faithful.some(({ source }) => source === named)))
    return composeFaithful(claimed, claim, faithful, named, {
      total: Math.max(faithful.length, read.total - matches.length + faithful.length),
      isComplete: read.isComplete,
    });
  const faulty = faultyThere ?? matches[0];
  const judgedHere = faulty === undefined ? null : judgeFaulty(index, claim, faulty);
  if (judgedHere !== null) return composeUnfaithful(index, claimed, claim, judgedHere, null);
  const narrowed = narrowClaim(index, claim);
  const judged = judgeUnfaithful(index, narrowed, named);
  const note = narrowed === claim ? null : unreadNote(narrowed);
  return composeUnfaithful(index, claimed, narrowed, judged, note);
}
