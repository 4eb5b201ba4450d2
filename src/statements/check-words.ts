/** Whether a statement speaks of what its sentences speak of: enough of its content words must be theirs. */
import { termOf } from "../text/tokens.ts";
import { AkinWords } from "./akin-words.ts";
import { checkClauses } from "./check-clauses.ts";
import { isVerb } from "./check-deeds.ts";
import { turnedKeys } from "./check-negations.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

/** Least share of content words that must be the sentences'. Measured over scripted claims: none is lost up to 0.5. */
const LEAST_SHARE = 0.5;
/** With so few known words and figures a line may not rest on a verb that the sentences do not know. */
const THIN = 3;
/** Content words on end that nothing supports: something was added. */
const LONGEST_FOREIGN_RUN = 5;
const FEWEST_ADDED = 2;
/** Verbs that bind what a sentence names and say hardly more: with a gun, carried a gun. */
const LIGHT: ReadonlySet<string> = new Set(
  "have carry hold include contain happen occur become remain make do get take come go say use stay still also now"
    .split(" ")
    .map(termOf),
);
/** So many figures and names that hold are ground enough when no other word does. */
const FIRM = 2;
/** English and a few neighbours: with none of these words the text is in another language. */
const ENGLISH =
  /^(?:the|of|and|to|in|is|are|was|were|that|for|with|on|by|from|at|an|it|its|has|had|not|be|as)$/;

export function checkWords(statement: ReadText, { cited, frame, question, place }: Evidence): Fault | null {
  const known = new AkinWords(cited.terms);
  const framing = new AkinWords([...frame.terms, ...question.terms]);
  const content = contentOf(statement);
  // Figures were held against the sentences before: each of them is common ground.
  const figures = statement.figures.length;
  const own = content.filter(({ term }) => known.has(term));
  const counted = content.filter(({ term }) => known.has(term) || !(framing.has(term) || LIGHT.has(term)));
  // Words of another language cannot be compared; it may only be that of the question.
  if (own.length === 0 && figures === 0 && statement.names.length === 0)
    return { kind: "words", reason: `Nothing of the line stands in ${place}.` };
  if (!isSameLanguage(statement, cited) && isSameLanguage(statement, question)) return null;
  if (content.length === 0 && figures === 0)
    return { kind: "empty", reason: "The line says nothing that could be looked up." };
  if (own.length === 0 && content.length > 0 && figures < FIRM)
    return { kind: "words", reason: `Nothing of the line stands in ${place}.` };
  if (own.length + figures < LEAST_SHARE * (counted.length + figures))
    return { kind: "words", reason: `Most of the line's words do not stand in ${place}.` };
  const added = addedBehindAnd(statement, known, new AkinWords(question.terms));
  if (added !== null) return { kind: "words", reason: `Nothing in ${place} speaks of “${added}”.` };
  const foreign = foreignRun(content, known, framing);
  if (foreign.length >= LONGEST_FOREIGN_RUN) {
    const words = foreign.map(({ start, end }) => statement.text.slice(start, end)).join(" … ");
    return { kind: "words", reason: `Nothing in ${place} speaks of “${words}”.` };
  }
  const news = own.length + figures > THIN ? null : newDeed(statement, cited, known, framing);
  if (news !== null) return { kind: "words", reason: `Nothing in ${place} says “${news}”.` };
  return isEnglish(statement) ? checkClauses(statement, known, framing, place) : null;
}

/** Two words or more behind an `and`, up to the next little word, none of which the sentences know. */
function addedBehindAnd({ text, words }: ReadText, known: AkinWords, asked: AkinWords): string | null {
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
    if (
      run.every(({ term }) => !known.hasRelative(term) && !asked.hasRelative(term) && !/^\p{N}/u.test(term))
    )
      return text.slice(first.start, last.end);
  }
  return null;
}

/** The first verb of a line none of whose verbs is known. */
function newDeed(statement: ReadText, cited: ReadText, known: AkinWords, framing: AkinWords): string | null {
  const { text, words } = statement;
  const verbs = words.filter((word, at) => word.isContent && isVerb(words, at) && !LIGHT.has(word.term));
  const [first] = verbs;
  if (first === undefined || verbs.some(({ term }) => known.has(term) || framing.has(term))) return null;
  const turned = turnedKeys(statement, cited);
  if (verbs.some(({ key }) => turned.has(key))) return null;
  return text.slice(first.start, first.end);
}

function contentOf({ words, figures }: ReadText): ReadWord[] {
  const inFigure = new Set(
    figures.flatMap(({ first, next }) => Array.from({ length: next - first }, (_, at) => first + at)),
  );
  return words.filter((word, at) => word.isContent && !inFigure.has(at));
}

function foreignRun(content: readonly ReadWord[], known: AkinWords, framing: AkinWords): readonly ReadWord[] {
  let longest: readonly ReadWord[] = [];
  let run: ReadWord[] = [];
  for (const word of content) {
    run = known.has(word.term) || framing.has(word.term) ? [] : [...run, word].slice(-LONGEST_FOREIGN_RUN);
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
