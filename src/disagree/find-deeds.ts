/** Who did what only one can have done: "designed by Henrik Aalto", "Henrik Aalto designed". English; few verbs, on purpose. */
import { foldWord, termOf } from "../text/tokens.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { keyOf } from "./word-classes.ts";

export interface Deed {
  /** `by:` and the key of the verb. */
  readonly kind: string;
  /** Keys of the name's words. */
  readonly name: readonly string[];
  /** The tokens of the name: the first, and the one after the last. */
  readonly first: number;
  readonly next: number;
  /** Which name of the sentence it is. */
  readonly index: number;
}

const VERBS = new Set(
  "designed invented discovered wrote written composed painted sculpted founded directed assassinated carved coined patented"
    .split(" ")
    .map((verb) => termOf(foldWord(verb))),
);
/** Words between "by" and the name: "by the Danish architect Henrik Aalto". */
const MOST_BETWEEN = 3;

export function findDeeds(read: ReadSentence): Deed[] {
  const { tokens, words } = read;
  return tokens.flatMap(({ term }, at) => {
    if (!VERBS.has(term)) return [];
    const first = words[at + 1] === "by" ? nameAfter(read, at + 2) : nameBefore(read, at);
    const index = read.named[first] ?? -1;
    if (index < 0) return [];
    let next = first;
    while (read.named[next] === index) next += 1;
    const isOneOfSome =
      words[first - 1] === "and" || words[next] === "and" || /^\s?[,&]/.test(gapAfter(read, next));
    const name = tokens.slice(first, next).map((token) => keyOf(token.term, true));
    // One word may be a place, a firm or a people; two are mostly a person.
    if (name.length < 2 || (isOneOfSome && words[at + 1] !== "by")) return [];
    return words[next] === "and" || words[first - 1] === "and"
      ? []
      : [{ kind: `by:${term}`, name, first, next, index }];
  });
}

function nameAfter({ named, words, text, tokens }: ReadSentence, from: number): number {
  for (let at = from; at <= from + MOST_BETWEEN; at++) {
    if ((named[at] ?? -1) >= 0) return at;
    if (/[,;:.]/.test(text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0))) return -1;
    if (words[at] === "and") return -1;
  }
  return -1;
}

/** The first token of the name that stands right before the verb. */
function nameBefore({ named, words }: ReadSentence, verb: number): number {
  const index = named[verb - 1] ?? -1;
  if (index < 0 || /^(?:was|were|is|been|be)$/.test(words[verb - 1] ?? "")) return -1;
  let first = verb - 1;
  while (first > 0 && named[first - 1] === index) first -= 1;
  return first;
}

function gapAfter({ text, tokens }: ReadSentence, next: number): string {
  return text.slice(tokens[next - 1]?.end ?? 0, tokens[next]?.start ?? text.length);
}
