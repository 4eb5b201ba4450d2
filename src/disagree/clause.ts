/** Which words of a sentence go with a value: its clause, as marks and joining words bound it. */
import type { Figure } from "./read-figures.ts";
import type { ReadSentence } from "./read-sentence.ts";

const CLAUSE_END = /[;:—()]|\s[–-]\s/;

const CLAUSE_OPENERS = new Set("and but or while whereas which who although though yet then".split(" "));

/** Words before a date in brackets that say what is dated. */
const BEFORE_BRACKET = 8;

/** The tokens of the clause that holds a value: between marks, or a comma and a word that opens a clause. */
export function clauseAround(
  { text, tokens, words }: ReadSentence,
  first: number,
  next: number,
): [number, number] {
  const isEdge = (at: number) => {
    const gap = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    return CLAUSE_END.test(gap) || (gap.includes(",") && CLAUSE_OPENERS.has(words[at] ?? ""));
  };
  let from = first;
  while (from > 0 && !isEdge(from)) from -= 1;
  let to = next;
  while (to < tokens.length && !isEdge(to)) to += 1;
  if (from === 0 && first <= 1 && next === to) {
    // "2022 – The embassy closed …": a date that stands before what happened.
    for (to = Math.min(tokens.length, to + 1); to < tokens.length && !isEdge(to); ) to += 1;
  }
  const isBracketed = from === first && to - next <= 2 && from > 0;
  return [isBracketed ? Math.max(0, from - BEFORE_BRACKET) : from, to];
}

export function pauseAfter({ text, tokens }: ReadSentence, next: number): number {
  let at = next;
  while (at < tokens.length && !/[,;:()—]/.test(text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0)))
    at += 1;
  return at;
}

/** Where several figures of a kind stand in one clause, each has the words up to the "and" or comma beside it. */
export function betweenSiblings(
  read: ReadSentence,
  figure: Figure,
  siblings: readonly Figure[],
  from: number,
  to: number,
): [number, number] {
  let [start, stop] = [from, to];
  for (const { first, next } of siblings) {
    if (next <= figure.first) start = Math.max(start, lastBreak(read, next, figure.first));
    if (first >= figure.next) stop = Math.min(stop, lastBreak(read, figure.next, first));
  }
  return [start, stop];
}

/** The token from which on words go with what follows; the first one when nothing parts them. */
function lastBreak({ text, tokens, words }: ReadSentence, from: number, to: number): number {
  for (let at = to; at > from; at--) {
    const gap = text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    if (gap.includes(",") || /^(?:and|or|but|to|versus|against)$/.test(words[at] ?? "")) return at;
  }
  return from;
}
