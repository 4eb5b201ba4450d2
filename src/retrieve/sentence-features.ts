/**
 * Measures how well a sentence fits a question, in figures of about 0 to 1 that `weights.ts` weighs. Pure.
 * "Information" is the idf of a question's content words; shares of it do not depend on how many there are.
 */
import type { IndexStatistics } from "../index/corpus-index.ts";
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";
import { measureAnswerFit } from "./answer-fit.ts";
import { matchPassage, matchSentence } from "./bm25.ts";
import { gradeTerms, shareOf, type TermGrades } from "./match-terms.ts";
import { LEADS_IN, type PassageView, type SentenceView } from "./passage-view.ts";

export interface SentenceFeatures {
  /** BM25 of the sentence over all words but question words, as a share of the highest possible. */
  readonly sentenceMatch: number;
  /** BM25 of the passage over content words, as a share of the highest possible. */
  readonly passageMatch: number;
  /** Share of the information that stands in the sentence. */
  readonly coverage: number;
  /** … in the sentence, its neighbours or the headings. */
  readonly windowCoverage: number;
  /** … in the sentence before it only. */
  readonly before: number;
  /** The same, for a sentence that leans on the one before: "This …", "They …". */
  readonly leanedOn: number;
  /** … only in what stands above the sentence: headings, the lead-in of its list, the head of its table. */
  readonly underHead: number;
  /** Share of the information of unmatched words that have a relative in the sentence: invade, invasion. */
  readonly relatives: number;
  /** … that have a synonym in the sentence. */
  readonly synonyms: number;
  /** … that have a word of nearly the same meaning, or of a like meaning, in the sentence. */
  readonly sameMeaning: number;
  readonly likeMeaning: number;
  /** Share of the information found neither in the passage and its headings nor by meaning. */
  readonly missing: number;
  /** Share of the question's pairs of neighbouring words that are neighbours in the sentence. */
  readonly phrases: number;
  /** How well something in the sentence fits the kind of answer asked for, by kind. */
  readonly dateFit: number;
  readonly amountFit: number;
  readonly nameFit: number;
  readonly reasonFit: number;
  /** 1 when only a neighbour has something that fits. */
  readonly fitNearby: number;
  /** 1 when it defines what is asked about; 1 for the first sentence of a passage, if a definition is asked for. */
  readonly definition: number;
  readonly opening: number;
  /** Share of the information of the question's names that stands in the sentence, or not even in the passage. */
  readonly namesHere: number;
  readonly namesMissing: number;
  /** … stands neither in the sentence nor in the headings nor, if it leans on it, in the sentence before. */
  readonly namesApart: number;
  /** The same of words that are no names, when nothing like them is there either: what is asked about the names. */
  readonly relationApart: number;
  /** Cosine of question and sentence, the highest of its passage, and the first by `sentenceMatch`. */
  readonly similarity: number;
  readonly passageSimilarity: number;
  readonly similarMatch: number;
  readonly isQuestion: number;
  /** 1 for a heading, or a line that ends in a colon: it names what others say. */
  readonly isLeadIn: number;
}

/** Cosines of words from which they mean nearly the same, or something alike. */
const [SAME_MEANING, LIKE_MEANING] = [0.5, 0.38];
/** A relative goes for a word of so much likeness. */
const RELATIVE = 0.6;
const LEANS_BACK =
  /^["“'(]*(?:he|she|it|they|his|her|its|their|this|these|that|those|such|the (?:former|latter))\b/iu;

/** The features of a passage's sentences, in order. `similarities` holds a cosine for each, or is empty. */
export function measureSentences(
  question: QuestionAnalysis,
  view: PassageView,
  statistics: IndexStatistics,
  similarities: readonly number[],
): SentenceFeatures[] {
  const content = question.terms.filter(({ isContent }) => isContent);
  const grades = view.sentences.map((sentence) => gradeTerms(content, sentence));
  const inHead = view.sentences.map(({ above }) =>
    content.map((term) => view.titleTerms.has(term.term) || standsAbove(above, term)),
  );
  const inPassage = content.map(
    (_, at) => inHead.some((own) => own[at]) || grades.some(({ trust }) => (trust[at] ?? 0) > 0),
  );
  const ofPassage = {
    passageMatch: matchPassage(content, view, statistics),
    missing: shareOf(content, (at) =>
      inPassage[at]
        ? 0
        : 1 -
          Math.max(
            ...grades.map((own) =>
              own.hasRelative[at] || own.hasSynonym[at] ? RELATIVE : (own.likeness[at] ?? 0),
            ),
          ),
    ),
    namesMissing: shareOf(content, (at) => !inPassage[at], isName),
    passageSimilarity: Math.max(0, ...similarities),
  };
  return view.sentences.map((sentence, at) => {
    const sentenceMatch = matchSentence(question.terms, sentence, statistics);
    const similarity = similarities[at] ?? 0;
    const window = measureWindow(content, grades, inHead[at] ?? [], at, LEANS_BACK.test(sentence.text));
    const fit = measureAnswerFit(question, content, view, at);
    // Each figure by name: spreading objects into one of so many takes longer than all the measuring.
    return {
      passageMatch: ofPassage.passageMatch,
      missing: ofPassage.missing,
      namesMissing: ofPassage.namesMissing,
      passageSimilarity: ofPassage.passageSimilarity,
      relationApart: window.relationApart,
      coverage: window.coverage,
      windowCoverage: window.windowCoverage,
      before: window.before,
      leanedOn: window.leanedOn,
      relatives: window.relatives,
      synonyms: window.synonyms,
      sameMeaning: window.sameMeaning,
      likeMeaning: window.likeMeaning,
      namesHere: window.namesHere,
      namesApart: window.namesApart,
      underHead: shareOf(content, (term) => {
        const one = content[term];
        return grades[at]?.trust[term] === 0 && one !== undefined && standsAbove(sentence.above, one);
      }),
      dateFit: fit.dateFit,
      amountFit: fit.amountFit,
      nameFit: fit.nameFit,
      reasonFit: fit.reasonFit,
      fitNearby: fit.fitNearby,
      definition: fit.definition,
      opening: fit.opening,
      sentenceMatch,
      phrases: sharedPairs(question.pairs, sentence),
      similarity,
      similarMatch: similarity * sentenceMatch,
      isQuestion: Number(/\?["'”’)\]]*$/u.test(sentence.text)),
      isLeadIn: Number(sentence.sentence.kind === "heading" || LEADS_IN.test(sentence.text)),
    };
  });
}

/** What of the question's information stands in a sentence, and what around it. */
function measureWindow(
  content: readonly QuestionTerm[],
  grades: readonly TermGrades[],
  inHead: readonly boolean[],
  at: number,
  leansBack: boolean,
) {
  const own = grades[at];
  const isIn = (sentence: number, term: number) => (grades[sentence]?.trust[term] ?? 0) > 0;
  const isHere = (term: number) => isIn(at, term);
  const isBefore = (term: number) => isIn(at - 1, term);
  const likeness = (term: number) => own?.likeness[term] ?? 0;
  const before = shareOf(content, (term) => !isHere(term) && isBefore(term));
  const belongs = (term: number) => isHere(term) || inHead[term] === true || (leansBack && isBefore(term));
  const isMeant = (sentence: number, term: number) => {
    const graded = grades[sentence];
    if (graded === undefined) return false;
    const isAlike = graded.hasRelative[term] === true || graded.hasSynonym[term] === true;
    return isAlike || (graded.likeness[term] ?? 0) >= SAME_MEANING;
  };
  const isMeantThere = (term: number) => isMeant(at, term) || (leansBack && isMeant(at - 1, term));
  return {
    relationApart: shareOf(
      content,
      (term) => !belongs(term) && !isMeantThere(term),
      (term) => !isName(term),
    ),
    coverage: shareOf(content, isHere),
    windowCoverage: shareOf(
      content,
      (term) => isHere(term) || isBefore(term) || isIn(at + 1, term) || inHead[term] === true,
    ),
    before,
    leanedOn: leansBack ? before : 0,
    relatives: shareOf(content, (term) => own?.hasRelative[term] ?? false),
    synonyms: shareOf(content, (term) => own?.hasSynonym[term] ?? false),
    sameMeaning: shareOf(content, (term) => likeness(term) >= SAME_MEANING),
    likeMeaning: shareOf(content, (term) => likeness(term) >= LIKE_MEANING && likeness(term) < SAME_MEANING),
    namesHere: shareOf(content, isHere, isName),
    namesApart: shareOf(content, (term) => !belongs(term), isName),
  };
}

function standsAbove(above: ReadonlySet<string>, { term, variants }: QuestionTerm): boolean {
  return above.has(term) || variants.some(({ terms }) => terms.every((one) => above.has(one)));
}

function isName(term: QuestionTerm): boolean {
  return term.isName;
}

function sharedPairs(pairs: ReadonlySet<string>, { tokens }: SentenceView): number {
  if (pairs.size === 0) return 0;
  const shared = new Set<string>();
  for (const [at, { term }] of tokens.entries()) {
    const pair = `${term} ${tokens[at + 1]?.term}`;
    if (pairs.has(pair)) shared.add(pair);
  }
  return shared.size / pairs.size;
}
