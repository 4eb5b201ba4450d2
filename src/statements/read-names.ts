/** The names of a text as roots, so that a country, its people and its capital's government are known as one. Pure. */
import { findNames } from "../text/names.ts";
import { foldWord } from "../text/tokens.ts";
import type { ReadWord } from "./read-text.ts";

export interface NameRun {
  /** Folded words, joining words left out. */
  readonly keys: readonly string[];
  /** As written. */
  readonly written: string;
  /** Its capital may only be that of a sentence's first word. */
  readonly isDoubtful: boolean;
  /** Indexes of its words, half-open. */
  readonly first: number;
  readonly next: number;
  readonly isPossessive: boolean;
}

/** The runs of capitalised words in order. */
export function readNames(text: string, words: readonly ReadWord[]): NameRun[] {
  const runs: NameRun[] = [];
  let at = 0;
  for (const name of findNames(text, words)) {
    while (at < words.length && (words[at]?.start ?? 0) < name.start) at += 1;
    const first = at;
    while (at < words.length && (words[at]?.start ?? 0) < name.end) at += 1;
    const own = words
      .slice(first, at)
      .filter(({ start, end }) => /^[\p{Lu}\d]/u.test(text.slice(start, end)));
    runs.push({
      keys: own.map(({ start, end, key, readings }) =>
        readings === undefined ? foldWord(text.slice(start, end)) : key,
      ),
      written: text.slice(name.start, name.end),
      isDoubtful: name.isDoubtful,
      first,
      next: at,
      isPossessive: /^['’ʼ]/u.test(text.slice(name.end, name.end + 1)),
    });
  }
  return runs;
}
