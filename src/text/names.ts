/** Finds names by their capitals. Pure and linear; it knows no list of names, so that any text can be read. */
import { isCalendarWord } from "./dates.ts";
import { foldWord, isStopTerm, type Token, tokenize } from "./tokens.ts";

/** A run of capitalised words and its range (UTF-16, half-open). */
export interface Name {
  readonly start: number;
  readonly end: number;
  /** The terms of its words, joining words left out. */
  readonly terms: readonly string[];
  /** Its capital may only be that of the sentence's first word. */
  readonly isDoubtful: boolean;
}

/** Words that may stand, in lower case, between the capitalised words of one name. */
const JOINING: ReadonlySet<string> = new Set(
  "of de la le du des del da di von van der den ibn bin al el e".split(" "),
);
const CAPITAL = /^\p{Lu}/u;
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\d.&]+)s?$/u;
/** What may stand between two words of one name. */
const NAME_GAP = /^(?:[ \u00a0]|-|['’])$/;
/** After an initial or a short title a full stop does not end the name: J. Smith, Dr. Smith. */
const NAME_GAP_AFTER_SHORT = /^(?:\.?[ \u00a0]|-|['’])$/;
const LONGEST_SHORT = 2;
const SENTENCE_START = /(?:^|[.!?:;…\n]["'”’)\]]*\s+|^\s*)["'“‘([*_]*$/u;

/** The names of `text` in order. `tokens` spares cutting the text again. */
export function findNames(text: string, tokens: readonly Token[] = tokenize(text)): Name[] {
  const names: Name[] = [];
  for (let at = 0; at < tokens.length; ) {
    const last = lastOfName(text, tokens, at);
    if (last < at) at += 1;
    else {
      const name = nameFrom(text, tokens.slice(at, last + 1));
      if (name !== null) names.push(name);
      at = last + 1;
    }
  }
  return names;
}

/** The index of the last token of the name that begins at `at`; less than `at` when none does. */
function lastOfName(text: string, tokens: readonly Token[], at: number): number {
  let last = at - 1;
  for (let next = at; next < tokens.length; next++) {
    const token = tokens[next];
    if (token === undefined || (next > at && !isJoined(text, tokens[next - 1], token))) break;
    const word = text.slice(token.start, token.end);
    if (CAPITAL.test(word) && !isCalendarWord(foldWord(word))) last = next;
    else if (next === at || !JOINING.has(word)) break;
  }
  return last;
}

function isJoined(text: string, before: Token | undefined, token: Token): boolean {
  if (before === undefined) return false;
  const gap = text.slice(before.end, Math.min(token.start, before.end + 4));
  const isShort = before.end - before.start <= LONGEST_SHORT;
  return (isShort ? NAME_GAP_AFTER_SHORT : NAME_GAP).test(gap);
}

function nameFrom(text: string, tokens: readonly Token[]): Name | null {
  const first = tokens[0];
  const isFirstWord =
    first !== undefined && SENTENCE_START.test(text.slice(Math.max(0, first.start - 8), first.start));
  const opensWithStopWord = first !== undefined && isStopTerm(first.term) && !isAcronym(text, first);
  const kept = opensWithStopWord ? tokens.slice(1) : tokens;
  const [start, last] = [kept[0], kept.at(-1)];
  if (start === undefined || last === undefined) return null;
  if (kept.length === 1 && isStopTerm(start.term) && !isAcronym(text, start)) return null;
  return {
    start: start.start,
    end: last.end,
    terms: kept.filter(({ term }) => !isStopTerm(term)).map(({ term }) => term),
    isDoubtful: isFirstWord && kept.length === 1 && !opensWithStopWord && !isAcronym(text, start),
  };
}

function isAcronym(text: string, token: Token): boolean {
  return ACRONYM.test(text.slice(token.start, token.end));
}
