/** Finds the place of an earlier quotation in today's text: by the quotation, and by what stood before and behind it. */
import type { Source, TextRange } from "../corpus/source.ts";
import { type FoldedText, foldText, unfoldRange } from "../text/fold.ts";
import { visitOccurrences } from "./occurrences.ts";
import type { EarlierCitation } from "./read-earlier-answer.ts";

/** Places weighed: a quotation that stands more often is told apart by its old offset alone. */
const MOST_PLACES = 2_000;
/** Context shorter than this stands anywhere. Folded units. */
const SHORTEST_CONTEXT = 8;
/** A changed quotation is at most so many times as long as it was, and a sentence; and no longer than a few pages. */
const LONGEST_GROWTH = 3;
const SENTENCE_UNITS = 200;
const LONGEST_REPLACED = 20_000;

/** Texts folded so far: an answer cites a source more than once. */
const folded = new WeakMap<Source, FoldedText>();

function foldedBody(source: Source): FoldedText {
  const known = folded.get(source) ?? foldText(source.text.slice(source.bodyStart));
  folded.set(source, known);
  return known;
}

function sharedEnd(text: string, at: number, prefix: string): number {
  let shared = 0;
  while (shared < prefix.length && text.charAt(at - 1 - shared) === prefix.charAt(prefix.length - 1 - shared))
    shared += 1;
  return shared;
}

function sharedStart(text: string, at: number, suffix: string): number {
  let shared = 0;
  while (shared < suffix.length && text.charAt(at + shared) === suffix.charAt(shared)) shared += 1;
  return shared;
}

/** Where the quotation stands word for word: the place with most of its context, then the nearest to the old one. */
export function findVerbatim(text: string, from: number, citation: EarlierCitation): TextRange | null {
  const { quote, start } = citation;
  const [prefix, suffix] = [citation.prefix.slice(-64), citation.suffix.slice(0, 64)];
  let best: { range: TextRange; context: number; distance: number } | null = null;
  let places = 0;
  visitOccurrences(text, quote, from, (at) => {
    const end = at + quote.length;
    const context = sharedEnd(text, at, prefix) + sharedStart(text, end, suffix);
    const distance = Math.abs(at - start);
    if (best === null || context > best.context || (context === best.context && distance < best.distance))
      best = { range: { start: at, end }, context, distance };
    places += 1;
    return places < MOST_PLACES;
  });
  return (best as { range: TextRange } | null)?.range ?? null;
}

/** What stands between the old prefix and the old suffix today, in whatever dress; null when they are gone. */
export function findBetweenContext(source: Source, citation: EarlierCitation): TextRange | null {
  const prefix = foldText(citation.prefix.slice(-64)).text.trimStart();
  const suffix = foldText(citation.suffix.slice(0, 64)).text.trimEnd();
  if (prefix.trim().length < SHORTEST_CONTEXT || suffix.trim().length < SHORTEST_CONTEXT) return null;
  const body = foldedBody(source);
  const longest = Math.min(LONGEST_REPLACED, citation.quote.length * LONGEST_GROWTH + SENTENCE_UNITS);
  let best: TextRange | null = null;
  // The suffix is sought from left to right: one that stands behind several prefixes is found once.
  let end = -1;
  let places = 0;
  visitOccurrences(body.text, prefix, 0, (at) => {
    const start = at + prefix.length;
    if (end < start + 1) end = body.text.indexOf(suffix, start + 1);
    if (end === -1) return false;
    const range = end - start <= longest ? rangeWithin(body, start, end) : null;
    // Where the prefix stands twice, the nearer one is meant.
    if (range !== null && (best === null || range.end - range.start < best.end - best.start)) best = range;
    places += 1;
    return places < MOST_PLACES;
  });
  const nearest = best as TextRange | null;
  return nearest === null
    ? null
    : { start: nearest.start + source.bodyStart, end: nearest.end + source.bodyStart };
}

function rangeWithin(body: FoldedText, from: number, to: number): TextRange | null {
  const inner = body.text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  return unfoldRange(body, start, from + inner.trimEnd().length);
}
