/**
 * What a text denies. A negation governs the content words that follow it in its clause; two of them undo each other.
 * English, with the plainest words of other languages. Pure.
 */
import { termOf } from "../text/tokens.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

export interface Negation {
  /** `not`, `never`, `no`; verbs such as `refuse` are none. */
  readonly isPlain: boolean;
  /** Roots of the content words it governs, nearest first. */
  readonly terms: readonly string[];
  /** Content terms before it in its clause, when they suffer what is denied. */
  readonly subject: readonly string[];
}

export interface Polarity {
  readonly negations: readonly Negation[];
  /** Roots of words that stand somewhere under an odd number of negations. */
  readonly denied: ReadonlySet<string>;
  /** Terms behind words that come near to a negation, and how many such words there are. */
  readonly halfDenied: ReadonlySet<string>;
  readonly halves: number;
}

/** Verbs and adjectives that deny what they govern. */
const DENYING: ReadonlySet<string> = new Set(
  "refuse deny reject fail lack avoid prevent prohibit forbid abstain absent absence impossible unable unwilling exclude withhold decline cease omit neglect forgo devoid incapable bereft"
    .split(" ")
    .map(termOf),
);
/** They may be said with a negation as well: until it is done, as long as it is not done. */
const HALF_DENYING: ReadonlySet<string> = new Set(
  "until before out against stop stops stopped instead rather unless".split(" "),
);
/** They deny nothing of what is said: conditions and exceptions. */
const NO_DENIAL: ReadonlySet<string> = new Set(["unless", "except", "nor"]);
/** After a form of to be they deny what was said. */
const UNTRUE = /^(?:false|untrue|incorrect|wrong|baseless|unfounded)$/;
const BE = /^(?:is|are|was|were|be|been|being)$/;
const ROOT = 5;
const FARTHEST = 10;
const SCOPE_ENDS: ReadonlySet<string> = new Set(["and", "then", "than"]);

/** Relatives share their first letters: explain, explanation. */
export function rootOf(term: string): string {
  return term.slice(0, ROOT);
}

/** The negations of a text and what they deny. Half negations that the `other` text has as well cancel out. */
export function polarityOf({ words }: ReadText, other: ReadText): Polarity {
  const negations: Negation[] = [];
  // What both texts deny by the same verb they deny alike.
  const isDenying = (term: string) => DENYING.has(term) && !other.terms.has(term);
  const halfDenied = new Set<string>();
  const depth = new Uint8Array(words.length);
  let halves = 0;
  for (const [at, word] of words.entries()) {
    const isPlain = isPlainAt(words, at);
    const isHalf = !isPlain && HALF_DENYING.has(word.key) && !other.terms.has(word.term);
    const isUntrue = UNTRUE.test(word.key) && BE.test(words[at - 1]?.key ?? "") && !other.keys.has(word.key);
    if (!isPlain && !isHalf && !isUntrue && !isDenying(word.term)) continue;
    const governed = governedFrom(words, at);
    const terms = governed.flatMap((index) => termAt(words, index));
    if (isHalf) {
      halves += 1;
      for (const term of terms) halfDenied.add(term);
      continue;
    }
    for (const index of governed) depth[index] = (depth[index] ?? 0) + 1;
    negations.push({ isPlain, terms, subject: subjectBefore(words, at) });
  }
  const denied = new Set(words.filter((_, at) => (depth[at] ?? 0) % 2 === 1).map(({ term }) => rootOf(term)));
  return { negations, denied, halfDenied, halves };
}

/** `no more than` bounds a number, `not only` adds. */
function isPlainAt(words: readonly ReadWord[], at: number): boolean {
  const key = words[at]?.key ?? "";
  if (words[at]?.isNegation !== true || NO_DENIAL.has(key)) return false;
  if (key !== "no" && key !== "not") return true;
  const next = words[at + 1]?.key;
  return words[at + 2]?.key !== "than" && next !== "only" && next !== "doubt" && words[at - 1]?.key !== "or";
}

/** Indexes of the words that the negation at `at` governs. */
function governedFrom(words: readonly ReadWord[], at: number): number[] {
  const governed: number[] = [];
  const from = words[at + 1]?.key === "than" ? at + 2 : at + 1;
  for (let next = from; next < words.length && next <= at + FARTHEST; next += 1) {
    const word = words[next];
    if (word === undefined || word.clause !== words[at]?.clause || SCOPE_ENDS.has(word.key)) break;
    governed.push(next);
  }
  return governed;
}

/** In `fuel must never be pumped` the fuel is denied as well; not so in `he came and did not stay`. */
function subjectBefore(words: readonly ReadWord[], at: number): string[] {
  if (!BE.test(words[at - 1]?.key ?? "") && !BE.test(words[at + 1]?.key ?? "")) return [];
  const subject: string[] = [];
  for (let before = at - 1; before >= 0 && before >= at - FARTHEST; before -= 1) {
    if (words[before]?.clause !== words[at]?.clause) break;
    subject.push(...termAt(words, before));
  }
  return subject;
}

function termAt(words: readonly ReadWord[], at: number): string[] {
  const word = words[at];
  return word?.isContent && !/^\p{N}/u.test(word.key) && !DENYING.has(word.term) ? [rootOf(word.term)] : [];
}
