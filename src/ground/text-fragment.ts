/**
 * Links that open a page at the quote (`#:~:text=`, WICG Scroll to Text Fragment).
 * A link is made only where it matches once in the source's text, so that it never leads to another place.
 */
import { sliceRange, type TextRange } from "../corpus/source.ts";

/** Up to this many characters the whole quote stands in the link; longer ones by their first and last words. */
const WHOLE_QUOTE = 120;
const EDGE_WORDS = [4, 8, 16];
const CONTEXT_WORDS = 4;

/** `url` with a fragment that names `range` of `text` and nothing else; plain `url` where no fragment does. */
export function textFragmentLink(url: string, text: string, range: TextRange): string {
  const page = squeeze(text).toLowerCase();
  const quote = squeeze(sliceRange(text, range)).trim();
  const before = words(text.slice(Math.max(0, range.start - 200), range.start))
    .slice(-CONTEXT_WORDS)
    .join(" ");
  const after = words(text.slice(range.end, range.end + 200))
    .slice(0, CONTEXT_WORDS)
    .join(" ");
  for (const edges of edgePairs(quote)) {
    if (countMatches(page, edges) === 1) return `${url}#:~:text=${edges.map(encode).join(",")}`;
  }
  const unique = before !== "" && after !== "" && countMatches(page, [`${before} ${quote} ${after}`]) === 1;
  if (!unique) return url;
  const edges = edgePairs(quote)[0] ?? [quote];
  return `${url}#:~:text=${encode(before)}-,${edges.map(encode).join(",")},-${encode(after)}`;
}

/** Ways to name a quote, shortest first: whole, or its first and last words. */
function edgePairs(quote: string): string[][] {
  if (quote.length <= WHOLE_QUOTE) return [[quote]];
  const all = words(quote);
  return EDGE_WORDS.filter((count) => all.length > 2 * count).map((count) => [
    all.slice(0, count).join(" "),
    all.slice(-count).join(" "),
  ]);
}

/** How often the fragment could match, counted to two: a browser takes the first start, then the next end. */
function countMatches(page: string, edges: readonly string[]): number {
  const [start = "", end] = edges.map((edge) => edge.toLowerCase());
  const first = page.indexOf(start);
  if (first < 0) return 0;
  if (page.indexOf(start, first + 1) >= 0) return 2;
  return end === undefined || page.indexOf(end, first + start.length) >= 0 ? 1 : 0;
}

/** Browsers match without regard to the kind and number of spaces. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, " ");
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** Commas, hyphens and ampersands part the terms of a fragment and must be escaped inside one. */
function encode(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replaceAll("-", "%2D");
}
