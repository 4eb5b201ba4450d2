/**
 * Links that open a page at the quote (`#:~:text=`, WICG Scroll to Text Fragment). A link names a place only where
 * nothing else in the source's text fits it, so that it never leads to another one. Addresses that a browser should
 * not be sent to become no link at all.
 */
import type { Source, TextRange } from "../corpus/source.ts";
import { WordPlaces } from "./word-places.ts";

/** Up to this many characters the whole quote stands in the link; longer ones by their first and last words. */
const WHOLE_QUOTE = 120;
const EDGE_WORDS = [4, 8, 16];
const CONTEXT_WORDS = 4;
/** UTF-16 code units around a quote that are looked at for its context. */
const CONTEXT_UNITS = 200;
/** Of a longer text, in UTF-16 code units, the page alone is linked: the places of its words would fill the memory. */
const LONGEST_TEXT = 4_000_000;

/** Plain web addresses: no spaces, nothing hidden, nothing that ends an address in a text, nobody's name before the host. */
const ADDRESS = /^https?:\/\/(?![^/?#]*@)[^\s\p{C}\\<>"`]+$/iu;

/** The words of each source that was linked to, read once. */
const wordPlaces = new WeakMap<Pick<Source, "text">, WordPlaces>();

/** The address of `source` with a fragment that names `range` and nothing else; without one where none does; or null. */
export function quoteLink(source: Pick<Source, "text" | "url">, range: TextRange): string | null {
  const { url } = source;
  if (url === null || !ADDRESS.test(url) || !URL.canParse(url)) return null;
  const directive = source.text.length > LONGEST_TEXT ? null : findDirective(source, range);
  const [page = "", ...fragment] = url.split("#");
  const part = fragment.join("#").split(":~:")[0] ?? "";
  if (directive !== null) return `${page}#${part}:~:${directive}`;
  return part === "" ? page : `${page}#${part}`;
}

/** `text=…` that names `range`; null where none names it alone. */
function findDirective(source: Pick<Source, "text">, { start, end }: TextRange): string | null {
  const { text } = source;
  const places = wordPlaces.get(source) ?? new WordPlaces(text);
  wordPlaces.set(source, places);
  const words = wordsIn(text, start, end);
  for (const edges of edgesOf(words)) {
    if (namesAlone(places, edges)) return `text=${edges.map((edge) => encode(text, edge)).join(",")}`;
  }
  return withContext(text, places, words);
}

/** The same with what stands before and after it. */
function withContext(text: string, places: WordPlaces, words: readonly TextRange[]): string | null {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  const before = joined(wordsBefore(text, first.start));
  const after = joined(wordsAfter(text, last.end));
  if (before === null || after === null) return null;
  const edges = edgesOf(words)[0] ?? [{ start: first.start, end: last.end }];
  const [begin = first, finish] = edges;
  const around =
    finish === undefined
      ? [{ start: before.start, end: after.end }]
      : [
          { start: before.start, end: begin.end },
          { start: finish.start, end: after.end },
        ];
  if (!namesAlone(places, around)) return null;
  const named = edges.map((edge) => encode(text, edge)).join(",");
  return `text=${encode(text, before)}-,${named},-${encode(text, after)}`;
}

/** Ways to name a quote, shortest first: whole, or its first and last words. */
function edgesOf(words: readonly TextRange[]): TextRange[][] {
  const whole = joined(words);
  if (whole === null) return [];
  if (whole.end - whole.start <= WHOLE_QUOTE) return [[whole]];
  return EDGE_WORDS.filter((count) => words.length > 2 * count).map((count) =>
    [joined(words.slice(0, count)), joined(words.slice(-count))].flatMap((edge) => edge ?? []),
  );
}

/** Whether a browser, which takes the first start and then the next end, can find nothing else. */
function namesAlone(places: WordPlaces, [start, end]: readonly TextRange[]): boolean {
  if (start === undefined) return false;
  const run = places.runIn(start.start, start.end);
  if (!places.standsOnce(run)) return false;
  return end === undefined || places.isFirstFrom(places.runIn(end.start, end.end), run.end);
}

/** The words between white space in a range. */
function wordsIn(text: string, start: number, end: number): TextRange[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/g), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }));
}

/** Whole words only: one that is cut off by the distance is not one of the page. */
function wordsBefore(text: string, end: number): TextRange[] {
  const from = Math.max(0, end - CONTEXT_UNITS);
  const words = wordsIn(text, from, end).filter(({ start }) => start > from || from === 0);
  return words.slice(-CONTEXT_WORDS);
}

function wordsAfter(text: string, start: number): TextRange[] {
  const to = Math.min(text.length, start + CONTEXT_UNITS);
  const words = wordsIn(text, start, to).filter(({ end }) => end < to || to === text.length);
  return words.slice(0, CONTEXT_WORDS);
}

function joined(words: readonly TextRange[]): TextRange | null {
  const [first, last] = [words[0], words.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Commas, hyphens and ampersands part the terms of a fragment and must be escaped inside one; spaces are all alike. */
function encode(text: string, { start, end }: TextRange): string {
  const words = text.slice(start, end).replace(/\s+/g, " ");
  return encodeURIComponent(words.toWellFormed()).replaceAll("-", "%2D");
}
