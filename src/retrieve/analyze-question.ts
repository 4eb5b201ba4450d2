/**
 * Reads a question: which of its words count, how much, how else the corpus may spell them, and what kind of
 * answer it asks for. Copes with any text: of endless questions only the rarest words are kept.
 */
import type { CorpusIndex, NearTerm, TermFrequency } from "../index/corpus-index.ts";
import { findNames } from "../text/names.ts";
import { foldWord, isAskingTerm, isContentTerm, type Token, tokenize } from "../text/tokens.ts";
import { findValues } from "../text/values.ts";
import { type AnswerType, expectedAnswer } from "./answer-type.ts";

/** A term of the corpus that may stand for a word of the question, and how surely, above 0 up to 1. */
export interface Variant {
  readonly term: string;
  readonly trust: number;
}

/** A distinct term of the question. */
export interface QuestionTerm {
  readonly term: string;
  /** As typed, at its first place. */
  readonly word: string;
  /** Its places among the question's kept terms, from 0. */
  readonly position: number;
  /** Information (natural log) by passages and by sentences; asking words have none. */
  readonly weight: number;
  readonly sentenceWeight: number;
  readonly isContent: boolean;
  /** Written as a name, or a number. */
  readonly isName: boolean;
  /** Occurs nowhere in the corpus as typed. */
  readonly isUnknown: boolean;
  /** Other spellings to look for when it is unknown. */
  readonly variants: readonly Variant[];
}

export interface QuestionAnalysis {
  /** In the order of the question; question words and auxiliaries are left out. */
  readonly terms: readonly QuestionTerm[];
  readonly answerType: AnswerType | null;
  /** Terms and values of the question: an answer that only repeats them is none. */
  readonly asked: ReadonlySet<string>;
  /** Content words, as typed, that occur nowhere, nor do spellings close to them. */
  readonly missingTerms: readonly string[];
}

/** Distinct terms kept of one question: far more than anybody asks. */
const MOST_TERMS = 64;
/** Words looked at for the kind of answer; it stands near the question word. */
const MOST_WORDS_FOR_TYPE = 200;
const MOST_CHARACTERS_FOR_NAMES = 4_000;
/** How far spellings are trusted: one letter off, two letters off, only the same beginning. */
const [TRUST_ONE_OFF, TRUST_TWO_OFF, TRUST_SAME_START] = [0.8, 0.6, 0.4];
const MOST_VARIANTS = 6;
/** Shorter unknown words have too many neighbours by chance. */
const SHORTEST_CORRECTED = 4;

/** What `question` asks of `index`. */
export async function analyzeQuestion(question: string, index: CorpusIndex): Promise<QuestionAnalysis> {
  const tokens = tokenize(question);
  const distinct = firstOfEach(tokens);
  const frequencies = await index.termFrequencies([...distinct.keys()]);
  const kept = await keepRarest(question, distinct, frequencies, index);
  const short = question.slice(0, MOST_CHARACTERS_FOR_NAMES);
  const values = findValues(short).map(({ canonical }) => canonical);
  const words = tokens
    .slice(0, MOST_WORDS_FOR_TYPE)
    .map(({ start, end }) => foldWord(question.slice(start, end)));
  return {
    terms: kept,
    answerType: expectedAnswer(words),
    asked: new Set([...distinct.keys(), ...values]),
    missingTerms: kept.filter(isMissing).map(({ word }) => word),
  };
}

function isMissing({ isContent, isUnknown, variants }: QuestionTerm): boolean {
  return isContent && isUnknown && variants.length === 0;
}

function firstOfEach(tokens: readonly Token[]): Map<string, Token> {
  const distinct = new Map<string, Token>();
  for (const token of tokens) if (!distinct.has(token.term)) distinct.set(token.term, token);
  return distinct;
}

async function keepRarest(
  question: string,
  distinct: ReadonlyMap<string, Token>,
  frequencies: ReadonlyMap<string, TermFrequency>,
  index: CorpusIndex,
): Promise<QuestionTerm[]> {
  const { passages, sentences } = index.statistics;
  const nameStarts = new Set(nameTermsOf(question));
  const weighed = [...distinct.values()]
    .filter(({ term }) => !isAskingTerm(term))
    .map((token) => {
      const frequency = frequencies.get(token.term) ?? { passages: 0, sentences: 0 };
      return {
        token,
        isUnknown: frequency.passages === 0 && frequency.sentences === 0,
        weight: information(passages, frequency.passages),
        sentenceWeight: information(sentences, frequency.sentences),
      };
    });
  const rarest = [...weighed].sort((a, b) => b.weight - a.weight || a.token.start - b.token.start);
  const kept = new Set(rarest.slice(0, MOST_TERMS));
  const terms: QuestionTerm[] = [];
  for (const { token, isUnknown, weight, sentenceWeight } of weighed.filter((one) => kept.has(one))) {
    const word = question.slice(token.start, token.end);
    const isContent = isContentTerm(token.term);
    const near = isUnknown && isContent ? spellings(await index.termsNear(token.term), token.term) : [];
    const isName = nameStarts.has(token.term) || /^\d/.test(token.term);
    terms.push({
      ...{
        term: token.term,
        word,
        position: terms.length,
        weight,
        sentenceWeight,
        isContent,
        isName,
        isUnknown,
      },
      variants: near,
    });
  }
  return terms;
}

function nameTermsOf(question: string): string[] {
  return findNames(question.slice(0, MOST_CHARACTERS_FOR_NAMES))
    .filter(({ isDoubtful }) => !isDoubtful)
    .flatMap(({ terms }) => terms);
}

/** The spellings of the nearest kind only: a typing error is not also a word that begins alike. */
function spellings(near: readonly NearTerm[], term: string): Variant[] {
  if (term.length < SHORTEST_CORRECTED || /^\d/.test(term)) return [];
  const [nearest] = near;
  return near
    .filter(({ distance }) => distance === nearest?.distance)
    .slice(0, MOST_VARIANTS)
    .map(({ term: spelling, distance }) => ({
      term: spelling,
      trust: distance === null ? TRUST_SAME_START : distance < 2 ? TRUST_ONE_OFF : TRUST_TWO_OFF,
    }));
}

/** How much a term tells that stands in `holding` of `all`: the idf of BM25, never negative. */
function information(all: number, holding: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}
