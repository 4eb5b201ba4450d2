/** How a sentence or passage holds the words of a question: as such, in another spelling, or by a word of like meaning. */
import type { QuestionTerm } from "./analyze-question.ts";
import type { SentenceView } from "./passage-view.ts";
import { areRelatives, SHARED_START } from "./spelling-variants.ts";

/** 1 when the term itself stands in the sentence, a variant's trust when only that does, else 0. */
export function trustIn(sentence: SentenceView | undefined, { term, variants }: QuestionTerm): number {
  if (sentence === undefined) return 0;
  if (sentence.places.has(term)) return 1;
  let best = 0;
  for (const { terms, trust } of variants)
    if (trust > best && terms.every((one) => sentence.places.has(one))) best = trust;
  return best;
}

/** Where the term, or what stands for it, is found, counted in tokens. */
export function placesIn(sentence: SentenceView, { term, variants }: QuestionTerm): readonly number[] {
  const own = sentence.places.get(term);
  if (own !== undefined) return own;
  return variants.flatMap(({ terms }) => sentence.places.get(terms[0] ?? "") ?? []);
}

/** Whether a word of the sentence begins so much alike that it is likely of the same family. */
export function hasRelative(sentence: SentenceView, { term }: QuestionTerm): boolean {
  const alike = sentence.byStart.get(term.slice(0, SHARED_START)) ?? [];
  return term.length >= SHARED_START && alike.some((one) => areRelatives(term, one));
}

/** The cosine of the term and the word of the sentence nearest to it in meaning; 0 when none is near. */
function likenessIn(sentence: SentenceView, { related }: QuestionTerm): number {
  let best = 0;
  for (const [term, similarity] of related)
    if (similarity > best && sentence.places.has(term)) best = similarity;
  return best;
}

/** Whether a word stands in the sentence that English is known to use for the term. */
export function hasSynonym(sentence: SentenceView, { synonyms }: QuestionTerm): boolean {
  for (const term of synonyms) if (sentence.places.has(term)) return true;
  return false;
}

/** How a sentence holds each of some terms, in their order. */
export interface TermGrades {
  /** As `trustIn` says. */
  readonly trust: readonly number[];
  /** Whether, unmatched, the term has a relative in the sentence. */
  readonly hasRelative: readonly boolean[];
  /** Whether, without either, it has a synonym there. */
  readonly hasSynonym: readonly boolean[];
  /** As `likenessIn` says, of terms that have none of these. */
  readonly likeness: readonly number[];
}

export function gradeTerms(terms: readonly QuestionTerm[], sentence: SentenceView): TermGrades {
  const trust = terms.map((term) => trustIn(sentence, term));
  const relative = terms.map((term, at) => trust[at] === 0 && hasRelative(sentence, term));
  const synonym = terms.map((term, at) => trust[at] === 0 && !relative[at] && hasSynonym(sentence, term));
  const likeness = terms.map((term, at) =>
    trust[at] === 0 && !relative[at] && !synonym[at] ? likenessIn(sentence, term) : 0,
  );
  return { trust, hasRelative: relative, hasSynonym: synonym, likeness };
}

/**
 * The share of the terms' information (that of those `of` accepts) that `grade`, from 0 to 1, gives them by their
 * places in `terms`; 0 for no terms.
 */
export function shareOf(
  terms: readonly QuestionTerm[],
  grade: (at: number) => number | boolean,
  of: (term: QuestionTerm) => boolean = () => true,
): number {
  let total = 0;
  let held = 0;
  for (const [at, term] of terms.entries()) {
    if (!of(term)) continue;
    total += term.weight;
    held += term.weight * Number(grade(at));
  }
  return total === 0 ? 0 : held / total;
}
