/**
 * Finds the quotations in a longer text: between quotation marks of any language, and in lines behind `>`. A quotation
 * inside another one belongs to it. An apostrophe is no quotation mark; a mark that nothing closes opens nothing.
 */
import { extractBlockQuotes } from "./extract-block-quotes.ts";

export interface Quotation {
  /** Without its marks; for a block quote without the `>` of its lines. */
  readonly quote: string;
  /** Where it stands in the text, marks not included: UTF-16, half-open. */
  readonly range: { readonly start: number; readonly end: number };
}

/** Closing marks for each opening one. The German low mark closes with either of two, guillemets point either way. */
const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”‟",
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  '"': '"',
  "＂": "＂",
  "‘": "’",
  "‚": "‘’",
  "‹": "›",
  "'": "'",
};
const OPENERS = /["“„«»「『＂‘‚‹']/g;
/** Marks that may also be an apostrophe, a foot or an inch: they open only before a word and close only behind one. */
const AMBIGUOUS = "\"'’‘";
/** A quotation ends at the latest here; what is longer is a forgotten mark. UTF-16 code units. */
const LONGEST = 20_000;
/** Straight single marks around fewer words cannot be told from apostrophes. */
const FEWEST_WORDS_SINGLE = 2;
/** A mark that may be the plural's apostrophe closes unless another one does within so many UTF-16 code units. */
const LONGEST_BEHIND_PLURAL = 1_000;
const WORD = /[\p{L}\p{N}]/u;
const BLANK_LINE = /\n[ \t]*\r?\n/g;

function isWordAt(text: string, at: number): boolean {
  return WORD.test(text.charAt(at)) || /[\uD800-\uDFFF]/.test(text.charAt(at));
}

/** An ambiguous mark opens where a word or a mark follows and none precedes. */
function mayOpen(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!AMBIGUOUS.includes(mark)) return mark !== "»" || !isWordAt(text, at - 1);
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + 1);
  return !isWordAt(text, at - 1) && !/[)\].,;!?]/.test(before) && behind !== "" && !/\s/.test(behind);
}

/** An ambiguous mark closes behind a word or a stop, where no word goes on. */
function mayClose(text: string, at: number): boolean {
  return !isWordAt(text, at + 1) && !/\s/.test(text.charAt(at - 1));
}

/** `the dogs’ food`: behind an s and before a lower-case word the mark is more likely the plural's apostrophe. */
function isPluralApostrophe(text: string, at: number): boolean {
  return /[sz]/i.test(text.charAt(at - 1)) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 4));
}

/** The offset of the mark that closes what opens at `open`; -1 when none does before `limit`. */
function findClose(text: string, open: number, limit: number): number {
  const mark = text.charAt(open);
  const closers = CLOSERS[mark] ?? "";
  const isSingle = "‘'‚".includes(mark);
  let plural = -1;
  let depth = 0;
  for (let at = open + 1; at < limit; at += 1) {
    if (plural !== -1 && at > plural + LONGEST_BEHIND_PLURAL) return plural;
    const character = text.charAt(at);
    if (character === mark && !closers.includes(mark)) {
      // A second opening mark nests, except for one that opens every paragraph of a long quotation.
      if (!/\n\s*$/.test(text.slice(Math.max(open, at - 8), at))) depth += 1;
    } else if (closers.includes(character) && (!AMBIGUOUS.includes(character) || mayClose(text, at))) {
      if (isSingle && isPluralApostrophe(text, at)) plural = plural === -1 ? at : plural;
      else if (depth === 0) return at;
      else depth -= 1;
    }
  }
  return plural;
}

/** Where the paragraph of `at` ends. `borders` are the paragraph borders in order. */
function paragraphEnd(
  borders: readonly number[],
  from: number,
  at: number,
  length: number,
): [end: number, next: number] {
  let next = from;
  while ((borders[next] ?? length) <= at) next += 1;
  return [borders[next] ?? length, next];
}

function isQuotation(mark: string, inner: string): boolean {
  return mark !== "'" || inner.trim().split(/\s+/).length >= FEWEST_WORDS_SINGLE;
}

/** Quotations between marks from `from` to `to`. */
function extractMarked(text: string, from: number, to: number): Quotation[] {
  const quotations: Quotation[] = [];
  const borders = Array.from(text.slice(from, to).matchAll(BLANK_LINE), ({ index }) => from + index);
  // A mark that nothing closed is not sought again before this offset: the search stays linear.
  const hopeless = new Map<string, number>();
  let border = 0;
  // Only this part is searched: a text of many parts is not read to its end for each of them.
  const part = text.slice(from, to);
  OPENERS.lastIndex = 0;
  for (let match = OPENERS.exec(part); match !== null; match = OPENERS.exec(part)) {
    const open = from + match.index;
    const mark = match[0];
    if (!mayOpen(text, open) || open < (hopeless.get(mark) ?? 0)) continue;
    let end: number;
    [end, border] = paragraphEnd(borders, border, open, to);
    const isDirected = !AMBIGUOUS.includes(mark);
    const limit = Math.min(to, open + LONGEST, isDirected ? to : end);
    const close = findClose(text, open, limit);
    if (close === -1) hopeless.set(mark, limit);
    if (close === -1) continue;
    const inner = text.slice(open + 1, close);
    const saysSomething = WORD.test(inner);
    if (saysSomething && !isQuotation(mark, inner)) continue;
    if (saysSomething) quotations.push({ quote: inner, range: { start: open + 1, end: close } });
    // Where there is no word, there is none in the marks inside either.
    OPENERS.lastIndex = close + 1 - from;
  }
  return quotations;
}

/** Every quotation of `text`, in order, none inside another. */
export function extractQuotations(text: string): Quotation[] {
  const blocks = extractBlockQuotes(text);
  const quotations: Quotation[] = [];
  let from = 0;
  for (const block of blocks) {
    quotations.push(...extractMarked(text, from, block.range.start), block);
    from = block.range.end;
  }
  return [...quotations, ...extractMarked(text, from, text.length)];
}
