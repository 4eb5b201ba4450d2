/** Reads a statement, or a sentence it cites, once for all checks: words with their clauses, figures, names. Pure. */
import { foldWord, isContentTerm, type Token, tokenize } from "../text/tokens.ts";
import { plainFigures } from "./plain-figures.ts";
import { type Figure, readFigures } from "./read-figures.ts";
import { type NameRun, readNames } from "./read-names.ts";

export interface ReadWord extends Token {
  /** Folded, not stemmed; `n't` is the word `not`. */
  readonly key: string;
  /** Counted from 0 over the whole text. */
  readonly clause: number;
  /** Counted likewise; a semicolon ends one. */
  readonly sentence: number;
  readonly isContent: boolean;
}

export interface ReadText {
  /** With figures made plain; the words' ranges are its. */
  readonly text: string;
  readonly words: readonly ReadWord[];
  readonly terms: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly figures: readonly Figure[];
  readonly names: readonly NameRun[];
}

/** Words that open a clause of their own. */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  "but although though while whereas because since which who whom whose if unless until where when so yet".split(
    " ",
  ),
);
/** Words of a list's item before its `and`. */
const LONGEST_ITEM = 2;
/** In a question they ask; in a statement they say what somebody does. */
const TELLING = /^(?:explain|describe|tell)/;
const SENTENCE_BREAK = /[!?;\n]|\.["”’)]*\s/u;
const CLAUSE_BREAK = /[.!?;:,()—|…\n]|\s[-–]\s/u;

/** `text` read; it is not kept longer than the caller keeps the result. */
export function readText(text: string): ReadText {
  const plain = plainFigures(text);
  const tokens = tokenize(plain);
  const words: ReadWord[] = [];
  let clause = 0;
  let sentence = 0;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const key = foldWord(plain.slice(token.start, token.end));
    if (
      before !== undefined &&
      opensClause(plain.slice(before.end, token.start), key) &&
      !isInList(plain, tokens, at)
    )
      clause += 1;
    if (before !== undefined && SENTENCE_BREAK.test(plain.slice(before.end, token.start).slice(0, 64)))
      sentence += 1;
    if (isContraction(plain, token, key))
      words.push({ ...token, term: "not", key: "not", clause, sentence, isContent: false });
    else
      words.push({
        ...token,
        key,
        clause,
        sentence,
        isContent: isContentTerm(token.term) || TELLING.test(key),
      });
  }
  return {
    text: plain,
    words,
    terms: new Set(words.map(({ term }) => term)),
    keys: new Set(words.map(({ key }) => key)),
    figures: readFigures(plain, words),
    names: readNames(plain, words),
  };
}

function opensClause(gap: string, key: string): boolean {
  return CLAUSE_OPENERS.has(key) || CLAUSE_BREAK.test(gap.slice(0, 64));
}

/** A comma before an item of a list: `salt water, fuel or wine`. */
function isInList(text: string, tokens: readonly Token[], at: number): boolean {
  const [before, first] = [tokens[at - 1], tokens[at]];
  if (before === undefined || first === undefined || text.slice(before.end, first.start).trim() !== ",")
    return false;
  return tokens.slice(at + 1, at + 1 + LONGEST_ITEM).some(({ term }) => term === "or" || term === "and");
}

/** The `t` of `isn't`: the tokens before it end in n. */
function isContraction(text: string, token: Token, key: string): boolean {
  return key === "t" && /n['’ʼ]$/iu.test(text.slice(Math.max(0, token.start - 2), token.start));
}
