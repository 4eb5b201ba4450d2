/**
 * Finds the word of a question that points out of it: "Who led it?", "What were their demands?". English; pure.
 * A pronoun that its own question explains ("When did Ann say she would leave?") points at nothing else.
 */
import { isContentTerm, tokenize } from "../../text/tokens.ts";
import { isPastForm } from "./noun-phrase.ts";

export type PointerKind = "person" | "thing" | "place-or-time";

export interface PointingWord {
  readonly start: number;
  readonly end: number;
  readonly kind: PointerKind;
  /** Whether it stands for "the thing's". */
  readonly isPossessive: boolean;
  /** Whether it stands after "did", "was" and the like: "When did it …". */
  readonly isSubject: boolean;
  /** Whether a noun follows that it only points with: "that visit". */
  readonly isBeforeNoun: boolean;
}

const POINTER =
  /\b(he|him|his|she|her|hers|it|its|they|them|theirs?|this|that|these|those|there|then)\b|\bthe\s+(two|former|latter|same)\b(?!\s+\p{L}+\s+of\b)|\b(?:the\s+(?:first|second|third|last|other|next|new|old)|this|that|each)\s+(ones?)\b/giu;
const PERSON = /^(?:he|him|his|she|her|hers)$/i;
const POSSESSIVE = /^(?:his|its|their|theirs|hers)$/i;
const FINITE = /^(?:is|are|was|were|does|did|has|had|can|could|will|would|should|may|might)$/i;
/** What may follow "the two" where it means two that were named before. */
const PAIR =
  /^\s*(?:[?!.,]|$|(?:countries|states|sides|nations|governments|men|women|companies|parties|neighbou?rs|have|are|were|did|do|had)\b(?!\s+(?:that|which|of)\b))/iu;
const AFTER_PREPOSITION = /\b(?:of|in|for|to|by|about|from|at|with|on|against|into|over|under|towards?)$/iu;
const AUXILIARY =
  /\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)$/iu;
const ASKING = /^(?:(?:and|but|so)\s+)?(?:\p{L}+\s+)?(?:when|what|which|whom?|whose|how|where|why)\b/iu;
/** Where another clause may begin, whose pronouns mean what was named before. */
const CLAUSE =
  /[,;:]|\b(?:and|but|or|when|while|after|before|because|if|that|who|which|what|how|why|where|whose|as|since|until|once|although|though|than|whether)\b|\bto\s+\p{Ll}+$|\p{Ll}{2}ing$/iu;
/** "Is it true that", "how long does it take", "how far is it from": this "it" stands for nothing. */
const EMPTY_IT =
  /\b(?:is|was) it (?:true|possible|likely|known|clear|worth|necessary|called|easier|harder|better|from|to)\b|\bit (?:takes?|took|rains?|seems?)\b|\b(?:does|did|would) it (?:take|cost to|mean)\b|\bit (?:is|was|would be) (?:\p{L}+ly )?\p{L}+ (?:that|to)\b|\b(?:is|was) it \p{L}+ that\b|\b(?:has|had) it been since\b/iu;
/** A "that" that points stands after one of these, or last. */
const BEFORE_THAT =
  /\b(?:of|in|after|before|for|to|by|about|from|at|with|during|since|is|was|were|did|does|do|has|had|will)$/iu;
const THING_NAMED = /\b(?:the|an?)\s+(?!(?:same|two|first|last|second)\b)\p{L}+|\p{Lu}[\p{L}\p{M}’'.-]+/u;
/** "the capital of its", "the reaction to his": what the pronoun belongs to cannot be what it means. */
const GOVERNS =
  /\b(?:the|an?)\s+(?:\p{L}+\s+){1,2}(?:of|to|for|in|on|about|with|behind|against|at|from|by|after|before)$/iu;

/** The first word that points outside, or null. Offsets are UTF-16 code units of `question`. */
export function findPointingWord(question: string): PointingWord | null {
  for (const match of question.matchAll(POINTER)) {
    const word = (match[1] ?? match[2] ?? match[4] ?? match[0]).toLowerCase();
    const [start, end] = [match.index, match.index + match[0].length];
    const before = question.slice(0, start).trimEnd();
    const after = question.slice(end);
    if (!isPointer(question, word, before, after) || isExplained(word, before, after)) continue;
    const isBeforeNoun = /^(?:this|that|these|those)$/.test(word) && /^\s+\p{L}/u.test(after);
    const isSubject = AUXILIARY.test(before) && /^(?:it|they)$/.test(word);
    return {
      start,
      end,
      kind: kindOf(word),
      isPossessive: isPossessive(word, after),
      isSubject,
      isBeforeNoun,
    };
  }
  return null;
}

function kindOf(word: string): PointerKind {
  if (PERSON.test(word)) return "person";
  return word === "there" || word === "then" ? "place-or-time" : "thing";
}

/** "her" owns before a noun: anything but the end or a small word. */
function isPossessive(word: string, after: string): boolean {
  return POSSESSIVE.test(word) || (word === "her" && /^\s+\p{L}{4,}/u.test(after));
}

function isLast(after: string): boolean {
  return /^[\s?!.…]*$/u.test(after);
}

/** Whether the word is used to point at all. */
function isPointer(question: string, word: string, before: string, after: string): boolean {
  if (word === "it") return !EMPTY_IT.test(question);
  if (word === "then" || word === "same") return isLast(after) && before !== "";
  if (word === "there") return isLast(after) && before !== "" && !/\b(?:is|are|was|were|be)$/iu.test(before);
  if (word === "that")
    return isLast(after) || (BEFORE_THAT.test(before) && !/^\s+(?:the|an?)\s/iu.test(after));
  if (word === "those")
    return !/^\s+(?:(?:who|that|which|of|in|with|responsible|involved)\b|\p{L}+(?:ing|ed)\b)/iu.test(after);
  return word !== "two" || PAIR.test(after) || isPastForm(wordAfter(after));
}

/** Whether the question itself says what the word means. */
function isExplained(word: string, before: string, after: string): boolean {
  const asked = before.replace(ASKING, "").replace(/\b(?:after|before|since|until|as|than)$/iu, "");
  const isObject = isLast(after) || AFTER_PREPOSITION.test(before) || !isVerb(wordAfter(after));
  const isSubject = AUXILIARY.test(before) && !isLast(after);
  if (CLAUSE.test(asked) || (!isObject && !isSubject && /^(?:it|they|he|she)$/.test(word)))
    return namesAnything(asked);
  if (isPossessive(word, after)) return namesThing(before.replace(GOVERNS, "")) || ownsAsker(before);
  // Of the two nouns of one clause a plain pronoun never means the other: "What did Ann call it?".
  return isObject && !isSubject && /^(?:it|them|him|her)$/.test(word) && NAMED_WITHIN.test(before);
}

/** A thing named before, other than the question's first word. */
function namesThing(before: string): boolean {
  return THING_NAMED.test(before.replace(/^\S+/u, ""));
}

/** "What king of the island sold it?": inside another name a thing may be meant. */
const NAMED_WITHIN =
  /\s(?:of|in|at|from|for|with)\s+(?:the\s+|an?\s+)?(?:\p{Lu}|(?<=the\s|an?\s)\p{L})[\p{L}’'-]*\s/u;

function namesAnything(text: string): boolean {
  return tokenize(text).some(({ term }) => isContentTerm(term));
}

/** "When did the firm sell its ships?": so does whoever did something. */
const HAS_SUBJECT = /\b(?:do|does|did)\s+(?!(?:it|he|she|they|we|you)\b)\p{L}+\s+\p{L}+/iu;

/** "Which company sold its ships?", "Who lost his life?": whoever is asked about owns it. */
function ownsAsker(before: string): boolean {
  if (AUXILIARY.test(before)) return false;
  return (
    /^(?:who|(?:which|what|how many)\s+[\p{L}’'-]+)\s+(?!(?:do|does|did)\b)\p{L}+/iu.test(before) ||
    HAS_SUBJECT.test(before)
  );
}

function wordAfter(after: string): string {
  return /^\s+(\p{L}+)/u.exec(after)?.[1] ?? "";
}

function isVerb(word: string): boolean {
  return FINITE.test(word) || isPastForm(word) || /^\p{Ll}{3,}s$/u.test(word);
}
