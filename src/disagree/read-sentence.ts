/** A sentence cut into what comparing reads: tokens, values, names, and the words that tell what it is about. */
import { findNames } from "../text/names.ts";
import { foldWord, type Token, tokenize } from "../text/tokens.ts";
import { findValues, type Value } from "../text/values.ts";
import type { SubjectWord } from "./claim.ts";
import { type Figure, readFigures } from "./read-figures.ts";
import { isTelling, keyOf, placesApart } from "./word-classes.ts";

export interface ReadSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly values: readonly Value[];
  readonly figures: readonly Figure[];
  /** For each token, which name it belongs to; -1 for none. */
  readonly named: readonly number[];
}

export function readSentence(text: string): ReadSentence {
  const tokens = tokenize(text);
  const values = findValues(text, tokens);
  const names = findNames(text, tokens);
  let name = 0;
  const named = tokens.map(({ start, end }) => {
    while ((names[name]?.end ?? text.length) <= start) name += 1;
    const here = names[name];
    return here !== undefined && !here.isDoubtful && start >= here.start && end <= here.end ? name : -1;
  });
  const words = tokens.map(({ start, end }) => foldWord(text.slice(start, end)));
  // "Revenue of Orion Cables": the capital of a sentence's first word makes no name with what follows "of".
  if (words[1] === "of" && named[0] === named[2]) named[0] = -1;
  return { text, tokens, words, values, figures: readFigures(text, tokens, values), named };
}

function inValue({ values, figures, tokens }: ReadSentence, token: Token): boolean {
  return (
    values.some(({ start, end }) => token.start >= start && token.end <= end) ||
    figures.some(
      ({ first, next }) =>
        token.start >= (tokens[first]?.start ?? 0) && token.end <= (tokens[next - 1]?.end ?? 0),
    )
  );
}

/** The telling words from one token to another, by key; values, and the name `except`, left out. */
export function wordsOf(
  read: ReadSentence,
  from: number,
  to: number,
  value: number,
  except = -1,
): Map<string, SubjectWord> {
  const found = new Map<string, SubjectWord>();
  const { text, tokens, words, named } = read;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || !isTelling(token.term) || /^\d/.test(token.term)) continue;
    if (inValue(read, token) || (except >= 0 && named[at] === except)) continue;
    const isName = (named[at] ?? -1) >= 0;
    const key = keyOf(token.term, isName);
    const distance = value < 0 ? 0 : Math.abs(at - value);
    const known = found.get(key);
    if (known !== undefined && known.distance <= distance) continue;
    const last = tokens[at - 1];
    const isBeside =
      last !== undefined &&
      !inValue(read, last) &&
      /^[\s-]$/.test(text.slice(last.end, token.start)) &&
      isTelling(last.term);
    found.set(key, {
      ...{ key, term: token.term, isName, distance },
      ...{ word: words[at] ?? "", before: isBeside ? (words[at - 1] ?? "") : "" },
    });
  }
  return found;
}

/** Words that exclude each other, from one token to another. */
export function cellsIn(read: ReadSentence, from: number, to: number) {
  const cells = new Map<number, Set<number>>();
  const partial = new Set<number>();
  for (const token of read.tokens.slice(from, to)) {
    if (inValue(read, token)) continue;
    for (const { group, cell, isPart } of placesApart(token.term)) {
      cells.set(group, (cells.get(group) ?? new Set()).add(cell));
      if (isPart) partial.add(group);
    }
  }
  return { cells, partial };
}

/** The words with those of dates blanked: May is a month, not a wish. */
export function wordsBesideDates({ tokens, words, values }: ReadSentence): string[] {
  const dates = values.filter(({ kind }) => kind === "date");
  return words.map((word, at) => {
    const { start = 0, end = 0 } = tokens[at] ?? {};
    return dates.some((date) => start >= date.start && end <= date.end) ? "" : word;
  });
}
