/** Negations of a statement and of its sentences must govern the same words. */
import { deniedBy } from "../language/negations.ts";
import { termOf } from "../text/tokens.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import { type Polarity, polarityOf, rootOf } from "./polarity.ts";
import type { ReadText } from "./read-text.ts";

/** Of what a negation of the sentences governs, its first words tell what is denied. */
const GOVERNED = 4;
/** Letters that an ending may leave of the other word: battı of batmadı. */
const LONGEST_ENDING = 6;

export function checkNegations(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const [own, theirs] = [polarityOf(statement, cited), polarityOf(cited, statement)];
  const halves = [...theirs.halfDenied].some((root) => own.denied.has(root)) ? theirs.halves : 0;
  const turned = turnedWords(statement, cited);
  const plain = own.negations.filter(({ isPlain }) => isPlain).length;
  if (plain > theirs.negations.length + halves + turned.length)
    return { kind: "negation", reason: `The line denies more than what stands in ${place}.` };
  const [said, known] = [rootsOf(statement), rootsOf(cited)];
  const theirSuffering = new Set(theirs.negations.flatMap(({ subject }) => subject));
  const mayDeny = (term: string) =>
    theirs.denied.has(term) || theirs.halfDenied.has(term) || theirSuffering.has(term);
  for (const { terms, subject } of own.negations) {
    const shared = terms.filter((term) => known.has(term));
    const about = [...shared, ...subject.filter((term) => known.has(term))];
    const isAboutDenied = about.filter(mayDeny).length * 2 >= about.length;
    if (!isAboutDenied && !isAgreed(shared, (term) => mayDeny(term) || !own.denied.has(term)))
      return {
        kind: "negation",
        reason: `The line denies “${shared.join(" ")}”, which is not denied in ${place}.`,
      };
  }
  const suffering = new Set(own.negations.flatMap(({ subject }) => subject));
  for (const { terms } of theirs.negations) {
    const governed = terms.slice(0, GOVERNED);
    const shared = governed.filter((term) => said.has(term));
    if (shared.length * 2 < governed.length) continue;
    const agrees = (term: string) =>
      suffering.has(term) || own.denied.has(term) || own.halfDenied.has(term) || !theirs.denied.has(term);
    if (!isAgreed(shared, agrees))
      return {
        kind: "negation",
        reason: `The line asserts “${shared.join(" ")}”, which is denied in ${place}.`,
      };
  }
  const stray = turned.find((word) => !isTurnedTwice(word, own, theirs));
  return stray === undefined
    ? null
    : { kind: "negation", reason: `“${stray.turned}” stands on one side only, the line or ${place}.` };
}

function rootsOf({ terms }: ReadText): ReadonlySet<string> {
  return new Set([...terms].map(rootOf));
}

/** The word a negation stands next to decides, or else most of what it governs. */
function isAgreed(shared: readonly string[], agrees: (term: string) => boolean): boolean {
  const [first] = shared;
  return first === undefined || agrees(first) || shared.filter(agrees).length * 2 >= shared.length;
}

/** A word that the one text has and the other has with a syllable or an ending that denies it. */
interface TurnedWord {
  readonly turned: string;
  readonly base: string;
  readonly isOurs: boolean;
}

function turnedWords(statement: ReadText, cited: ReadText): TurnedWord[] {
  return [...turnedIn(statement, cited, true), ...turnedIn(cited, statement, false)];
}

/** The words of a statement that its sentences have with or without what denies them. */
export function turnedKeys(statement: ReadText, cited: ReadText): ReadonlySet<string> {
  return new Set(turnedWords(statement, cited).map(({ turned, base, isOurs }) => (isOurs ? turned : base)));
}

function turnedIn(one: ReadText, other: ReadText, isOurs: boolean): TurnedWord[] {
  return one.words.flatMap(({ key, term, isNegation }) => {
    if (isNegation || other.terms.has(term)) return [];
    const base = deniedBy(key, one.lexicon)
      .map((candidate) => wordLike(candidate, other))
      .find((word) => word !== null);
    // Where the text has both words, it speaks of both.
    return base === undefined || base === null || one.keys.has(base) ? [] : [{ turned: key, base, isOurs }];
  });
}

/** The word of a text that is `base`, or begins as it does where a language denies within the word. */
function wordLike(
  base: { readonly word: string; readonly isStem: boolean },
  { keys }: ReadText,
): string | null {
  if (keys.has(base.word)) return base.word;
  if (!base.isStem) return null;
  return (
    [...keys].find((key) => key.startsWith(base.word) && key.length <= base.word.length + LONGEST_ENDING) ??
    null
  );
}

/** `not unlikely` for `likely`, `unlikely` for `not likely`. */
function isTurnedTwice({ turned, base, isOurs }: TurnedWord, own: Polarity, theirs: Polarity): boolean {
  const [ours, others] = isOurs ? [turned, base] : [base, turned];
  const isDenied = ({ denied, halfDenied, negations }: Polarity, word: string) => {
    const root = rootOf(termOf(word));
    return (
      denied.has(root) || halfDenied.has(root) || negations.some(({ subject }) => subject.includes(root))
    );
  };
  return isDenied(own, ours) !== isDenied(theirs, others);
}
