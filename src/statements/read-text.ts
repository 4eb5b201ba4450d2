/** Reads a statement, or a sentence it cites, once for all checks: words with their clauses, figures, names. Pure. */
import type { Figure } from "../language/figures/figure.ts";
import { readFigures } from "../language/figures/read-figures.ts";
import type { Lexicon } from "../language/lexicon.ts";
import { readWords, type Word } from "../language/words/read-words.ts";
import type { FoldedText } from "../text/fold.ts";
import { type NameRun, readNames } from "./read-names.ts";

export type ReadWord = Word;

export interface ReadText {
  /** In plain dress; the words' ranges are its. */
  readonly text: string;
  /** The same with the way back to the text as it was written. */
  readonly plain: FoldedText;
  readonly words: readonly ReadWord[];
  readonly terms: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  readonly names: readonly NameRun[];
  /** The words of its language. */
  readonly lexicon: Lexicon;
}

/** `text` read; it is not kept longer than the caller keeps the result. */
export function readText(text: string): ReadText {
  const { plain, words, lexicon } = readWords(text);
  return {
    text: plain.text,
    plain,
    words,
    terms: new Set(words.map(({ term }) => term)),
    keys: new Set(words.map(({ key }) => key)),
    figures: readFigures(plain.text, words),
    names: readNames(plain.text, words),
    lexicon,
  };
}

/** A figure as its text writes it, in plain dress. */
export function written({ text, words }: ReadText, { first, next }: Figure): string {
  return text.slice(words[first]?.start ?? 0, words[next - 1]?.end ?? 0);
}
