/** Looks up how else the corpus may write the words of a question. */
import type { CorpusIndex, TermFrequency } from "../index/corpus-index.ts";
import { findNames } from "../text/names.ts";
import { synonymsOf } from "../text/synonyms.ts";
import { isContentTerm, type Token } from "../text/tokens.ts";
import {
  acronymVariant,
  initialsOf,
  mendSpelling,
  soundAlike,
  spellOut,
  type Variant,
} from "./spelling-variants.ts";

/** A term of the question and how often the corpus has it. */
export interface CountedTerm {
  readonly token: Token;
  readonly word: string;
  readonly isUnknown: boolean;
  readonly frequency: TermFrequency;
}

/** Variants by the question's term. */
export type FoundVariants = ReadonlyMap<string, readonly Variant[]>;

const ACRONYM = /^(?:\p{Lu}\.?){2,6}$/u;
/** Passages read to learn what an acronym stands for. */
const PASSAGES_FOR_ACRONYM = 8;
/** Words looked up for their neighbours: each look takes some milliseconds in a large vocabulary. */
const MOST_LOOKED_UP = 12;

/** Variants for the words of `question`: of unknown words their mended spelling, of names other spellings too. */
export async function findVariants(
  question: string,
  tokens: readonly Token[],
  terms: readonly CountedTerm[],
  index: CorpusIndex,
): Promise<FoundVariants> {
  const found = new Map<string, Variant[]>();
  const add = (term: string, variants: readonly Variant[]) =>
    found.set(term, [...(found.get(term) ?? []), ...variants]);
  const content = terms.filter(({ token }) => isContentTerm(token.term));
  const names = findNames(question, tokens);
  const inName = new Set(names.flatMap((name) => name.terms));
  const lookedUp = content.filter(({ token, isUnknown }) => isUnknown || inName.has(token.term));
  for (const { token, word, isUnknown } of lookedUp.slice(0, MOST_LOOKED_UP)) {
    const near = await index.termsNear(token.term);
    if (inName.has(token.term)) add(token.term, soundAlike(word, near));
    // A word that English is known to have is no slip of another: "currency" of "current".
    const mayBeSlip = isUnknown && synonymsOf(token.term).size === 0;
    if (mayBeSlip && !found.get(token.term)?.length) add(token.term, mendSpelling(token.term, near));
  }
  for (const { token, word } of content.filter((one) => ACRONYM.test(one.word)).slice(0, MOST_LOOKED_UP))
    add(token.term, await meaningsOf(word.replaceAll(".", "").toLowerCase(), token.term, index));
  for (const { start, end, terms: own } of names) {
    const initials = initialsOf(
      question,
      tokens.filter((token) => token.start >= start && token.end <= end),
    );
    if (initials === null || !(await isKnown(initials, index))) continue;
    for (const term of own) add(term, [acronymVariant(initials)]);
  }
  return found;
}

/** What the passages that hold an acronym write out beside it. */
async function meaningsOf(acronym: string, term: string, index: CorpusIndex): Promise<Variant[]> {
  const variants = new Map<string, Variant>();
  for (const { key } of await index.searchFullText([term], PASSAGES_FOR_ACRONYM)) {
    const { passage, source } = await index.passage(key);
    for (const variant of spellOut(acronym, source.text.slice(passage.range.start, passage.range.end)))
      variants.set(variant.terms.join(" "), variant);
  }
  return [...variants.values()];
}

async function isKnown(term: string, index: CorpusIndex): Promise<boolean> {
  return ((await index.termFrequencies([term])).get(term)?.passages ?? 0) > 0;
}
