/** Whether a statement speaks of what its sentences speak of: enough of its content words must be theirs. */
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

/** Least share of content words that must be the sentences', measured over scripted claims. */
const LEAST_SHARE = 0.4;
/** Content words on end that nothing supports: something was added. */
const LONGEST_FOREIGN_RUN = 5;
const FEWEST_ADDED = 2;
/** Words with a common beginning of this length are relatives: expel, expulsion. */
const ROOT = 5;
/** English and a few neighbours: with none of these words the text is in another language. */
const ENGLISH =
  /^(?:the|of|and|to|in|is|are|was|were|that|for|with|on|by|from|at|an|it|its|has|had|not|be|as)$/;

export function checkWords(statement: ReadText, { cited, frame, question, place }: Evidence): Fault | null {
  const roots = new Set([...cited.terms].map(rootOf));
  const framing = new Set([...frame.terms, ...question.terms].map(rootOf));
  const content = contentOf(statement);
  // Figures were held against the sentences before: each of them is common ground.
  const figures = statement.figures.length;
  const own = content.filter(({ term }) => roots.has(rootOf(term)));
  const counted = content.filter(({ term }) => roots.has(rootOf(term)) || !framing.has(rootOf(term)));
  // Words of another language cannot be compared; it may only be that of the question.
  if (own.length === 0 && figures === 0 && statement.names.length === 0)
    return { kind: "words", reason: `Nothing of the line stands in ${place}.` };
  if (!isSameLanguage(statement, cited) && isSameLanguage(statement, question)) return null;
  if (content.length === 0 && figures === 0)
    return { kind: "empty", reason: "The line says nothing that could be looked up." };
  if (own.length === 0 && content.length > 0)
    return { kind: "words", reason: `Nothing of the line stands in ${place}.` };
  if (own.length + figures < LEAST_SHARE * (counted.length + figures))
    return { kind: "words", reason: `Most of the line's words do not stand in ${place}.` };
  const added = addedBehindAnd(statement, new Set([...roots, ...[...question.terms].map(rootOf)]));
  if (added !== null) return { kind: "words", reason: `Nothing in ${place} speaks of “${added}”.` };
  const foreign = foreignRun(content, new Set([...roots, ...framing]));
  if (foreign.length < LONGEST_FOREIGN_RUN) return null;
  const words = foreign.map(({ start, end }) => statement.text.slice(start, end)).join(" … ");
  return { kind: "words", reason: `Nothing in ${place} speaks of “${words}”.` };
}

/** Two words or more behind an `and`, up to the next little word, none of which the sentences know. */
function addedBehindAnd({ text, words }: ReadText, known: ReadonlySet<string>): string | null {
  for (const [at, { key }] of words.entries()) {
    if (key !== "and" && key !== "or") continue;
    const run: ReadWord[] = [];
    for (
      let next = at + 1;
      words[next]?.isContent && words[next]?.clause === words[at + 1]?.clause;
      next += 1
    ) {
      const word = words[next];
      if (word !== undefined) run.push(word);
    }
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || run.length < FEWEST_ADDED) continue;
    if (run.every(({ term }) => !known.has(rootOf(term)) && !/^\p{N}/u.test(term)))
      return text.slice(first.start, last.end);
  }
  return null;
}

function contentOf({ words, figures }: ReadText): ReadWord[] {
  const inFigure = new Set(
    figures.flatMap(({ first, next }) => Array.from({ length: next - first }, (_, at) => first + at)),
  );
  return words.filter((word, at) => word.isContent && !inFigure.has(at));
}

function rootOf(term: string): string {
  return term.slice(0, ROOT);
}

function foreignRun(content: readonly ReadWord[], known: ReadonlySet<string>): readonly ReadWord[] {
  let longest: readonly ReadWord[] = [];
  let run: ReadWord[] = [];
  for (const word of content) {
    run = known.has(rootOf(word.term)) ? [] : [...run, word].slice(-LONGEST_FOREIGN_RUN);
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

function isSameLanguage(one: ReadText, other: ReadText): boolean {
  return scriptOf(one) === scriptOf(other);
}

/** Whether the order of words can be read as English. */
export function isEnglish(text: ReadText): boolean {
  return scriptOf(text) === "english";
}

/** Rough: the script, and for Latin letters whether the little words are English. */
function scriptOf({ text, words }: ReadText): string {
  if (/\p{Script=Latin}/u.test(text))
    return words.length < 6 || words.some(({ key }) => ENGLISH.test(key)) ? "english" : "latin";
  return "other";
}
