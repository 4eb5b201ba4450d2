/** Finds the place of an earlier quotation in today's text: by the quotation, and by what stood before and behind it. */
import type { TextRange } from "../corpus/source.ts";
import { type FoldedText, foldText, unfoldRange } from "../text/fold.ts";
import type { EarlierCitation } from "./read-earlier-answer.ts";

/** Places weighed: a quotation that stands more often is told apart by its old offset alone. */
const MOST_PLACES = 2_000;
/** Context shorter than this stands anywhere. Folded units. */
const SHORTEST_CONTEXT = 8;
/** A changed quotation is at most so many times as long as it was, and a sentence. */
const LONGEST_GROWTH = 3;
const SENTENCE_UNITS = 200;

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
  const { quote, prefix, suffix, start } = citation;
  let best: { range: TextRange; context: number; distance: number } | null = null;
  let at = text.indexOf(quote, from);
  for (let places = 0; at !== -1 && places < MOST_PLACES; places += 1) {
    const end = at + quote.length;
    const context = sharedEnd(text, at, prefix) + sharedStart(text, end, suffix);
    const distance = Math.abs(at - start);
    if (best === null || context > best.context || (context === best.context && distance < best.distance))
      best = { range: { start: at, end }, context, distance };
    at = text.indexOf(quote, at + 1);
  }
  return best?.range ?? null;
}

/** What stands between the old prefix and the old suffix today, in whatever dress; null when they are gone. */
export function findBetweenContext(text: string, from: number, citation: EarlierCitation): TextRange | null {
  const prefix = foldText(citation.prefix).text.trimStart();
  const suffix = foldText(citation.suffix).text.trimEnd();
  if (prefix.trim().length < SHORTEST_CONTEXT || suffix.trim().length < SHORTEST_CONTEXT) return null;
  const folded = foldText(text.slice(from));
  const longest = citation.quote.length * LONGEST_GROWTH + SENTENCE_UNITS;
  let best: TextRange | null = null;
  let at = folded.text.indexOf(prefix);
  for (let places = 0; at !== -1 && places < MOST_PLACES; places += 1) {
    const start = at + prefix.length;
    const length = folded.text.slice(start, start + longest + suffix.length).indexOf(suffix);
    // Where the prefix stands twice, the nearer one is meant.
    const range = length > 0 ? rangeWithin(folded, start, start + length) : null;
    if (range !== null && (best === null || range.end - range.start < best.end - best.start)) best = range;
    at = folded.text.indexOf(prefix, at + 1);
  }
  return best === null ? null : { start: best.start + from, end: best.end + from };
}

function rangeWithin(folded: FoldedText, from: number, to: number): TextRange | null {
  const inner = folded.text.slice(from, to);
  const start = from + inner.length - inner.trimStart().length;
  return unfoldRange(folded, start, from + inner.trimEnd().length);
}
