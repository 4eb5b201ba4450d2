/**
 * Reads a question: which of its words count, how much, how else the corpus may say them, and what kind of answer
 * it asks for. Copes with any text: of endless questions only the rarest words are kept.
 */
import type { CorpusIndex, TermFrequency } from "../index/corpus-index.ts";
import { findNames } from "../text/names.ts";
import { foldWord, isAskingTerm, isContentTerm, type Token, tokenize } from "../text/tokens.ts";
import { findValues } from "../text/values.ts";
import { type AliasGroups, findAliases } from "./aliases.ts";
import { type AnswerType, expectedAnswer } from "./answer-type.ts";
import { type CountedTerm, type FoundVariants, findVariants } from "./find-variants.ts";
import { findKnownWords, type KnownWords } from "./known-words.ts";
import { hasCapitals, namesInCorpus } from "./names-in-corpus.ts";
import { isSlipOfFunctionWord, type Variant } from "./spelling-variants.ts";

/** A distinct term of the question. */
export interface QuestionTerm {
  readonly term: string;
  /** As typed, at its first place. */
  readonly word: string;
  /** Information (natural log) by passages and by sentences. */
  readonly weight: number;
  readonly sentenceWeight: number;
  readonly isContent: boolean;
  /** Written as a name. */
  readonly isName: boolean;
  /** Occurs nowhere in the corpus as typed. */
  readonly isUnknown: boolean;
  /** Other ways in which the corpus may write it. */
  readonly variants: readonly Variant[];
  /** Terms of the corpus that English is known to use for it. */
  readonly synonyms: ReadonlySet<string>;
  /** Terms of like meaning and the cosine of the two; empty without term vectors. */
  readonly related: ReadonlyMap<string, number>;
}

export interface QuestionAnalysis {
  /** In the order of the question; question words and auxiliaries are left out. */
  readonly terms: readonly QuestionTerm[];
  readonly answerType: AnswerType | null;
  /** Terms and values of the question: an answer that only repeats them is none. */
  readonly asked: ReadonlySet<string>;
  /** Pairs of neighbouring terms, joined by a space. */
  readonly pairs: ReadonlySet<string>;
  /** Content words, as typed, that occur nowhere, nor do spellings close to them. */
  readonly missingTerms: readonly string[];
}

/** Distinct terms kept of one question: far more than anybody asks. */
const MOST_TERMS = 64;
/** Words looked at for the kind of answer and for phrases; of names only the first characters' worth. */
const MOST_WORDS_READ = 200;
const MOST_CHARACTERS_FOR_NAMES = 4_000;
const NO_RELATED: ReadonlyMap<string, number> = new Map();
const NOTHING_KNOWN: KnownWords = { variants: [], synonyms: new Set() };

/** What `question` asks of `index`; `aliases` are names that mean the same. */
export async function analyzeQuestion(
  question: string,
  index: CorpusIndex,
  aliases: AliasGroups = [],
): Promise<QuestionAnalysis> {
  const tokens = tokenize(question);
  const distinct = new Map<string, Token>();
  for (const token of tokens) if (!distinct.has(token.term)) distinct.set(token.term, token);
  const words = tokens
    .slice(0, MOST_WORDS_READ)
    .map(({ start, end }) => foldWord(question.slice(start, end)));
  const { type, sign } = expectedAnswer(words);
  const signTerm = sign === null ? undefined : tokens[sign]?.term;
  const kept = await keepRarest(question, [...distinct.values()], index);
  const opening = question.slice(0, MOST_CHARACTERS_FOR_NAMES);
  const openingTokens = tokens.filter(({ end }) => end <= opening.length);
  const found = await findVariants(opening, openingTokens, kept, index);
  const known = await findKnownWords(openingTokens, new Set(distinct.keys()), index);
  const named = findAliases(openingTokens, aliases);
  const names = hasCapitals(opening)
    ? nameTerms(opening, openingTokens)
    : await namesInCorpus(
        kept.map(({ token }) => token.term).filter((term) => isContentTerm(term) && !/^\d/.test(term)),
        index,
      );
  const completed = await Promise.all(
    kept.map((one) =>
      completeTerm(
        one,
        names,
        found,
        known.get(one.token.term) ?? NOTHING_KNOWN,
        named.get(one.token.term) ?? [],
        index,
      ),
    ),
  );
  const terms = completed.map((one) => (one.term === signTerm ? { ...one, isContent: false } : one));
  const values = findValues(opening, openingTokens).map(({ canonical }) => canonical);
  return {
    terms,
    answerType: type,
    asked: new Set([...distinct.keys(), ...values]),
    pairs: pairsOf(tokens.slice(0, MOST_WORDS_READ)),
    missingTerms: terms
      .filter((one) => one.isContent && one.isUnknown && one.variants.length === 0 && one.synonyms.size === 0)
      .map(({ word }) => word),
  };
}

async function keepRarest(
  question: string,
  distinct: readonly Token[],
  index: CorpusIndex,
): Promise<CountedTerm[]> {
  const frequencies = await index.termFrequencies(distinct.map(({ term }) => term));
  const counted = distinct.flatMap((token): CountedTerm[] => {
    const frequency = frequencies.get(token.term) ?? { passages: 0, sentences: 0 };
    const isUnknown = frequency.passages === 0 && frequency.sentences === 0;
    const word = question.slice(token.start, token.end);
    if (isAskingTerm(token.term) || (isUnknown && isSlipOfFunctionWord(word))) return [];
    return [{ token, word, isUnknown, frequency }];
  });
  if (counted.length <= MOST_TERMS) return counted;
  const rarest = [...counted].sort(
    (a, b) => a.frequency.passages - b.frequency.passages || a.token.start - b.token.start,
  );
  const kept = new Set(rarest.slice(0, MOST_TERMS));
  return counted.filter((one) => kept.has(one));
}

async function completeTerm(
  { token, word, isUnknown, frequency }: CountedTerm,
  names: ReadonlySet<string>,
  found: FoundVariants,
  known: KnownWords,
  named: readonly Variant[],
  index: CorpusIndex,
): Promise<QuestionTerm> {
  const { passages, sentences } = index.statistics;
  const variants = [...named, ...(found.get(token.term) ?? []), ...known.variants];
  const meant = isUnknown ? await frequencyOfVariants(variants, index) : frequency;
  return {
    term: token.term,
    word,
    weight: information(passages, meant.passages),
    sentenceWeight: information(sentences, meant.sentences),
    isContent: isContentTerm(token.term),
    isName: names.has(token.term),
    isUnknown,
    variants,
    synonyms: known.synonyms,
    related: NO_RELATED,
  };
}

/** An unknown word weighs as much as the rarest word it may have been meant to be. */
async function frequencyOfVariants(variants: readonly Variant[], index: CorpusIndex): Promise<TermFrequency> {
  const frequencies = await index.termFrequencies(variants.flatMap(({ terms }) => terms));
  const known = [...frequencies.values()].filter(({ sentences }) => sentences > 0);
  const rarest = known.sort((a, b) => a.sentences - b.sentences)[0];
  return rarest ?? { passages: 0, sentences: 0 };
}

function nameTerms(text: string, tokens: readonly Token[]): ReadonlySet<string> {
  const names = findNames(text, tokens).filter(({ isDoubtful }) => !isDoubtful);
  return new Set(names.flatMap(({ terms }) => terms));
}

function pairsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const [at, { term }] of tokens.entries()) {
    const next = tokens[at + 1]?.term;
    if (next !== undefined && !(isAskingTerm(term) && isAskingTerm(next))) pairs.add(`${term} ${next}`);
  }
  return pairs;
}

/** How much a term tells that stands in `holding` of `all`: the idf of BM25, never negative. */
function information(all: number, holding: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}
