/** What a sentence leans on: the sentences before it in its paragraph, its headings, the title of its source. */
import type { Source } from "../corpus/source.ts";
import type { SubjectWord } from "./claim.ts";
import type { ComparedSentence } from "./compared-sentence.ts";
import { type Period, periodOf } from "./period.ts";
import { type ReadSentence, readSentence, wordsOf } from "./read-sentence.ts";

/** What a sentence leans on: words around it, and the time they give. */
export interface SentenceContext {
  readonly support: ReadonlySet<string>;
  readonly inherited: Period | null;
  /** Subject words of the sentence before, for a sentence that only points back to it. */
  readonly pointedAt: ReadonlyMap<string, SubjectWord>;
}

const POINTS_BACK =
  /^\W*(?:this|that|these|those|he|she|it|they|its|their|his|her|the (?:former|latter)|of (?:these|those|them))\b/iu;

const PAST =
  /^(?:was|were|had|did|became|rose|fell|grew|came|stood|made|took|won|lost|sold|paid|cost|spent|brought|drew|kept|met|hit)$|[a-z]{2}ed$/;
/** A subject named by such a word alone stands in the sentence before. */
const MOST_BEFORE = 2;

export function contextOf({ passage, sentence }: ComparedSentence, read: ReadSentence): SentenceContext {
  const { source, passage: block } = passage;
  const at = block.sentences.indexOf(sentence);
  const before = block.sentences
    .slice(Math.max(0, at - MOST_BEFORE), Math.max(0, at))
    .filter(({ paragraph, kind }) => paragraph === sentence.paragraph && kind !== "row")
    .map(({ range }) => readSentence(source.text.slice(range.start, range.end)));
  const above = [
    ...block.context,
    ...block.sentences
      .slice(0, Math.max(0, at))
      .filter(({ kind }) => kind === "heading")
      .map(({ range }) => range),
  ].map(({ start, end }) => readSentence(source.text.slice(start, end)));
  const support = new Set<string>();
  for (const one of [...before, ...above])
    for (const key of wordsOf(one, 0, one.tokens.length, -1).keys()) support.add(key);
  for (const key of titleWords(source)) support.add(key);
  const previous = before.at(-1);
  const subject = wordsOf(read, 0, read.tokens.length, -1);
  const pointsBack = previous !== undefined && (POINTS_BACK.test(read.text) || subject.size === 0);
  const dates = before.flatMap(({ values }) => values.filter(({ kind }) => kind === "date"));
  // A date in the title is the source's own: it does not say when each thing happened.
  const nearest = above.at(-1)?.text === source.title ? undefined : above.at(-1);
  const headed = nearest?.values.filter(({ kind }) => kind === "date") ?? [];
  // What is said in the present is not of the year before.
  const last = read.words.some((word) => PAST.test(word)) ? (dates.at(-1) ?? headed.at(-1)) : headed.at(-1);
  return {
    support,
    inherited: last === undefined ? null : periodOf(last.canonical),
    pointedAt: pointsBack ? wordsOf(previous, 0, previous.tokens.length, -1) : new Map(),
  };
}

const titles = new WeakMap<Source, readonly string[]>();

/** Each title is read once. */
function titleWords(source: Source): readonly string[] {
  const known = titles.get(source);
  if (known !== undefined) return known;
  const read = readSentence(source.title);
  const words = [...wordsOf(read, 0, read.tokens.length, -1).keys()];
  titles.set(source, words);
  return words;
}
