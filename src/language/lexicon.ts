/** The words of a language made ready to be looked up. */
import type { Language } from "./language.ts";
import { keysOf, LANGUAGES, wordKey } from "./languages.ts";

export interface NumberEntry {
  readonly value: number;
  readonly kind: "adding" | "scale" | "ordinal";
  /** Also an article or a pronoun: no number alone. */
  readonly isArticle: boolean;
  readonly isEveryday: boolean;
}

/** A phrase of another language, and the English word that figures are read by. */
export interface Gloss {
  readonly keys: readonly string[];
  readonly english: string;
  readonly isEveryday: boolean;
}

export interface Lexicon {
  readonly language: Language;
  readonly numbers: ReadonlyMap<string, NumberEntry>;
  readonly links: ReadonlySet<string>;
  /** By their first words, the longest first. */
  readonly glosses: ReadonlyMap<string, readonly Gloss[]>;
  readonly negations: ReadonlySet<string>;
  /** Letters of the longest number word. */
  readonly longest: number;
}

export const LEXICONS: readonly Lexicon[] = LANGUAGES.map(lexiconOf);

export function lexiconFor(language: Language): Lexicon {
  return LEXICONS.find((lexicon) => lexicon.language === language) ?? lexiconOf(language);
}

/** Whether a word is one of the English number words, no other number in words. */
export function isNumberWord(key: string): boolean {
  return LEXICONS.some(({ language, numbers }) => language.name === "english" && numbers.has(key));
}

const ORDINAL = /^(\d{1,4})(?:st|nd|rd|th)$/;

/** What an ordinal of English is worth, in figures or as one word; null for other words. */
export function ordinalValue(key: string): number | null {
  const digits = ORDINAL.exec(key)?.[1];
  if (digits !== undefined) return Number(digits);
  const entry = LEXICONS.find(({ language }) => language.name === "english")?.numbers.get(key);
  return entry?.kind === "ordinal" ? entry.value : null;
}

/** Lines of a value and its words, as pairs. */
export function valuedWords(lines: string): (readonly [word: string, value: number])[] {
  return lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [value = "0", ...words] = line.trim().split(/\s+/);
      return words.map((word) => [word, Number(value)] as const);
    });
}

function lexiconOf(language: Language): Lexicon {
  const { adding, scales, ordinals, ordinalEndings, articles, links } = language.numbers;
  const [everyday, article] = [keysOf(language.everyday), keysOf(articles)];
  const numbers = new Map<string, NumberEntry>();
  const put = (word: string, value: number, kind: NumberEntry["kind"]) => {
    const key = wordKey(word);
    if (!numbers.has(key))
      numbers.set(key, { value, kind, isArticle: article.has(key), isEveryday: everyday.has(key) });
  };
  for (const [word, value] of valuedWords(adding)) put(word, value, "adding");
  for (const [word, value] of valuedWords(scales)) put(word, value, "scale");
  for (const [stem, value] of valuedWords(ordinals))
    for (const ending of ordinalEndings?.split(" ") ?? [""]) put(`${stem}${ending}`, value, "ordinal");
  return {
    language,
    numbers,
    links: keysOf(links),
    glosses: glossesOf(language, everyday),
    negations: keysOf(language.negations.words),
    longest: Math.max(...[...numbers.keys()].map((key) => key.length)),
  };
}

function glossesOf({ glossary }: Language, everyday: ReadonlySet<string>): Map<string, Gloss[]> {
  const glosses = new Map<string, Gloss[]>();
  for (const line of glossary.trim().split("\n")) {
    const english = line.trim().split(" ")[0] ?? "";
    for (const phrase of line.trim().slice(english.length).split(",")) {
      const keys = phrase
        .trim()
        .split(/[\s'’-]+/)
        .map(wordKey);
      const isEveryday = keys.length === 1 && everyday.has(keys[0] ?? "");
      const known = glosses.get(keys[0] ?? "") ?? [];
      glosses.set(keys[0] ?? "", [...known, { keys, english, isEveryday }]);
    }
  }
  for (const all of glosses.values()) all.sort((left, right) => right.keys.length - left.keys.length);
  return glosses;
}
