/** Cuts a claim into words, those in brackets and those with a bracket inside told apart. */
import { isSingleQuote } from "../text/fold.ts";
import { type Bracket, withoutBrackets } from "./brackets.ts";
import { mayJoin } from "./joined-words.ts";
import { scanWords } from "./scan-words.ts";
import type { WordIndex } from "./word-index.ts";
import { wordKey } from "./word-key.ts";

export interface ClaimWord {
  readonly key: string;
  /** The key's number in the index; -1 when no source has it. */
  readonly id: number;
  /** Range in the claimed text, UTF-16, half-open. */
  readonly start: number;
  readonly end: number;
  /** Whether it may be one word with the next one. */
  readonly joinsNext: boolean;
  /** It stands in brackets, or has a part in brackets. */
  readonly isBracketed: boolean;
  /** It belongs to a bracket that speaks of the quotation: `[sic]`. */
  readonly isRemark: boolean;
  /** For `walk[ed]`: the letters inside the brackets, `ed`; null for every other word. */
  readonly put: string | null;
}

type KeyedWord = Omit<ClaimWord, "id" | "joinsNext">;

interface Span {
  readonly start: number;
  end: number;
  /** What stands in its brackets. */
  put: string;
}

const GLUED = /^[\p{L}\p{M}]{1,12}$/u;
const LETTER = /[\p{L}\p{M}]/u;
/** Letters of a word on either side of a bracket inside it. UTF-16 code units. */
const LONGEST_PART = 40;

/** `[T]he`, `walk[ed]` and `walk[]`: brackets inside a word, which is then read as one. */
function isGlued(text: string, { start, end, content, kind }: Bracket): boolean {
  // "accept[]" for "accepted": letters are left out.
  if (kind === "marks" && content.trim() === "") return LETTER.test(text.charAt(start - 1));
  if (kind !== "words" || !GLUED.test(content)) return false;
  return LETTER.test(text.charAt(start - 1)) || LETTER.test(text.charAt(end));
}

/** The words with brackets inside, in order. */
function findGluedWords(text: string, brackets: readonly Bracket[]): Span[] {
  const spans: Span[] = [];
  for (const bracket of brackets) {
    if (!isGlued(text, bracket)) continue;
    let { start, end } = bracket;
    while (start > bracket.start - LONGEST_PART && LETTER.test(text.charAt(start - 1))) start -= 1;
    while (end < bracket.end + LONGEST_PART && LETTER.test(text.charAt(end))) end += 1;
    const last = spans.at(-1);
    if (last !== undefined && last.end > start) {
      last.end = Math.max(last.end, end);
      last.put += bracket.content;
    } else spans.push({ start, end, put: bracket.content });
  }
  return spans;
}

interface WordRange {
  readonly start: number;
  end: number;
  readonly glued: Span | null;
}

/** Ranges of the words, those with brackets inside made whole. */
function rangesOf(text: string, brackets: readonly Bracket[]): WordRange[] {
  const ranges: WordRange[] = [];
  const spans = findGluedWords(text, brackets);
  let next = 0;
  scanWords(text, 0, text.length, (start, end, mark) => {
    if (mark === "close") return;
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const span = spans[next];
    const glued = span !== undefined && span.start < end ? span : null;
    const last = ranges.at(-1);
    if (glued !== null && last?.glued === glued) last.end = Math.max(end, glued.end);
    else if (glued !== null)
      ranges.push({ start: Math.min(start, glued.start), end: Math.max(end, glued.end), glued });
    else ranges.push({ start, end, glued: null });
  });
  return ranges;
}

/** A bracket that holds a sign and no word, as a word of its own: so that a reader can be shown it. */
function signWord({ start, end, content }: Bracket): KeyedWord {
  return {
    key: content.trim(),
    start: start + 1,
    end: end - 1,
    isBracketed: true,
    isRemark: false,
    put: null,
  };
}

/**
 * The key of the ending in "[the treaty]'s" or "[the boats]'re" if the word is one, else null. It belongs to the
 * bracket: the source has "its", or "they're".
 */
function endingBehind(text: string, bracket: Bracket, start: number, end: number): string | null {
  if (bracket.end !== start - 1 || !isSingleQuote(text.charAt(start - 1))) return null;
  const ending = text.slice(start, end).toLowerCase();
  if (ending === "s") return ending;
  return /^(?:re|ve|ll|d|m)$/.test(ending) ? `'${ending}` : null;
}

/** The words as they are written, each with its key. */
function keyWords(text: string, brackets: readonly Bracket[]): KeyedWord[] {
  const keys = new Map<string, string>();
  const keyOf = (spelling: string): string => {
    const known = keys.get(spelling) ?? wordKey(spelling);
    keys.set(spelling, known);
    return known;
  };
  let next = 0;
  return rangesOf(text, brackets).map(({ start, end, glued }) => {
    while ((brackets[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const closed = brackets[next - 1];
    const ending = closed === undefined ? null : endingBehind(text, closed, start, end);
    const opened = brackets[next];
    const own = ending !== null ? closed : opened !== undefined && opened.start < start ? opened : undefined;
    const spelling = text.slice(start, end);
    return {
      key: ending ?? keyOf(glued === null ? spelling : withoutBrackets(spelling)),
      start,
      end,
      isBracketed: own !== undefined || glued !== null,
      isRemark: glued === null && (own?.kind === "remark" || ending === "s"),
      put: glued === null ? null : wordKey(glued.put),
    };
  });
}

/**
 * The words of a claim in order; words that a hyphen cuts are joined where the sources have them whole. `withSigns`: a
 * bracket that holds nothing but a sign is one, too.
 */
export function readClaimWords(
  text: string,
  brackets: readonly Bracket[],
  index: WordIndex,
  withSigns: boolean,
): ClaimWord[] {
  const words: ClaimWord[] = [];
  const keyed = keyWords(text, brackets);
  const signs = withSigns ? brackets.filter(({ kind }) => kind === "sign") : [];
  if (signs.length > 0) {
    keyed.push(...signs.map(signWord));
    keyed.sort((a, b) => a.start - b.start);
  }
  keyed.forEach((word, at) => {
    const { key, start, end } = word;
    const next = keyed[at + 1];
    const joinsNext = next !== undefined && mayJoin(key, text.slice(end, next.start), next.key);
    const id = index.idOf(key);
    const last = words.at(-1);
    const joined =
      last?.joinsNext && !last.isBracketed && !word.isBracketed ? index.idOf(last.key + key) : -1;
    if (last !== undefined && joined >= 0 && prefersJoined(text, last, start, id))
      words[words.length - 1] = { ...last, key: last.key + key, id: joined, end, joinsNext };
    else words.push({ ...word, id, joinsNext });
  });
  return words;
}

/** A joined word that the sources have is read as one if a line ends in it, or its parts are no words of theirs. */
function prefersJoined(text: string, left: ClaimWord, start: number, rightId: number): boolean {
  return left.id < 0 || rightId < 0 || /\s/.test(text.slice(left.end, start));
}
