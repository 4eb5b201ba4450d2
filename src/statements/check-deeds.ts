/**
 * Who does what to whom, for things and people without names: around a verb (or `longer than`) that a statement shares
 * with its sentences, doer and sufferer must not have changed places, nor be those of another verb. It compares the
 * nearest words, it parses nothing. English.
 */
import { BASE_FORMS } from "../text/irregular-forms.ts";
import { isAkin, isRelative } from "./akin-words.ts";
import { range } from "./anchor-features.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

interface Deed {
  /** The verb or the comparative. */
  readonly term: string;
  readonly at: number;
  readonly doer: readonly string[];
  readonly sufferer: readonly string[];
  readonly isPassive: boolean;
  /** Its form shows that it is a verb. */
  readonly isPast: boolean;
}

const BE = /^(?:is|are|was|were|be|been|being)$/;
const AUXILIARY =
  /^(?:to|will|would|may|might|could|can|should|must|did|does|do|not|has|have|had|is|are|was|were|be|been)$/;
const DETERMINER = /^(?:the|a|an|its|their|his|her|that|no|some|all)$/;
const ARTICLE = /^(?:the|a|an|its|their|his|her)$/;
const ENDS_OBJECT =
  /^(?:in|at|on|for|with|from|to|of|by|against|about|into|over|under|after|before|during|and|or|as|than|near|through|because|while|within|without|until|since|among|across|along)$/;
const COMPARATIVE = /^(?:more|less|fewer|worse|better|\p{L}{3,}er)$/u;
const IRREGULAR: ReadonlySet<string> = new Set(BASE_FORMS.map(([form]) => form));
/** Words on either side of a verb that are looked at. */
const FAR = 9;
const MOST = 40;

export function checkDeeds(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const theirs = deedsOf(cited);
  for (const deed of deedsOf(statement)) {
    const same = theirs.filter(({ term }) => isRelative(term, deed.term));
    const like = same.length > 0 ? same : theirs.filter(({ term }) => isAkin(term, deed.term));
    if (like.length === 0 || like.some((other) => fits(deed, other))) continue;
    const swapped = like.find((other) => isSwapped(deed, other));
    if (swapped !== undefined)
      return {
        kind: "roles",
        reason: `Who or what stands before and behind “${wordAt(statement, deed.at)}” stands the other way round in ${place}.`,
      };
    if (same.some((other) => isAnothers(deed, other, theirs)))
      return {
        kind: "roles",
        reason: `Of whom or what “${wordAt(statement, deed.at)}” is said stands otherwise in ${place}.`,
      };
  }
  return null;
}

function fits(deed: Deed, other: Deed): boolean {
  return (
    (meet(deed.doer, other.doer) || meet(deed.sufferer, other.sufferer)) &&
    !differ(deed.sufferer, other.sufferer) &&
    !differ(deed.doer, other.doer)
  );
}

/** Whether both are told and have nothing in common. */
function differ(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !meet(some, others);
}

/** `A accused B` for `B accused A`. */
function isSwapped(deed: Deed, other: Deed): boolean {
  return (
    meet(deed.doer, other.sufferer) &&
    !meet(deed.doer, other.doer) &&
    !meet(deed.sufferer, other.sufferer) &&
    meet(deed.sufferer, other.doer)
  );
}

/** Whether the same deed is told of another doer, or of another sufferer though of the same doer. */
function isAnothers(deed: Deed, other: Deed, all: readonly Deed[]): boolean {
  if (!deed.isPast || !other.isPast) return false;
  const [doersDiffer, sufferersDiffer] = [
    differ(deed.doer, other.doer),
    differ(deed.sufferer, other.sufferer),
  ];
  if (doersDiffer && other.sufferer.length === 0 && meet(deed.sufferer, other.doer)) return true;
  if (doersDiffer) return !sufferersDiffer;
  return (
    sufferersDiffer && (meet(deed.doer, other.doer) || deed.isPassive) && areSufferers(deed.sufferer, all)
  );
}

/** What suffers something else. */
function areSufferers(terms: readonly string[], all: readonly Deed[]): boolean {
  return all.some(({ sufferer }) => sufferer.length > 0 && terms.every((term) => sufferer.includes(term)));
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((term) => others.some((other) => isAkin(term, other)));
}

function deedsOf({ words, figures }: ReadText): Deed[] {
  const inFigure = new Set(figures.flatMap(({ first, next }) => range(first, next)));
  const deeds: Deed[] = [];
  for (const [at, { term, key, isContent }] of words.entries()) {
    if (deeds.length >= MOST) break;
    if (inFigure.has(at)) continue;
    const than = COMPARATIVE.test(key) ? thanBehind(words, at) : -1;
    if (than !== -1)
      deeds.push({
        term,
        at,
        doer: comparedAt(words, at, than, inFigure),
        sufferer: behind(words, than, inFigure),
        isPassive: false,
        isPast: false,
      });
    else if (isContent && isVerb(words, at))
      deeds.push(withSubject(deedAt(words, at, inFigure), deeds.at(-1), words));
  }
  return deeds;
}

/** `A came and saw`: who saw is who came. A pronoun or a relative leaves it open. */
function withSubject(deed: Deed, last: Deed | undefined, words: readonly ReadWord[]): Deed {
  if (last === undefined || deed.doer.length > 0 || words[last.at]?.sentence !== words[deed.at]?.sentence)
    return deed;
  const before = words[deed.at - 1]?.key ?? "";
  if (before === "who" || before === "which") return deed;
  const isJoined = before === "and" || words[deed.at - 1]?.clause !== words[deed.at]?.clause;
  return isJoined && !deed.isPassive ? { ...deed, doer: last.doer } : deed;
}

function deedAt(words: readonly ReadWord[], at: number, inFigure: ReadonlySet<number>): Deed {
  const term = words[at]?.term ?? "";
  const key = words[at]?.key ?? "";
  const isPast = /\p{L}{2}ed$/u.test(key) || IRREGULAR.has(key);
  const subject = before(words, at, inFigure);
  const isPassive =
    [1, 2].some((back) => BE.test(words[at - back]?.key ?? "")) && !(words[at]?.key ?? "").endsWith("ing");
  if (!isPassive)
    return { term, at, doer: subject, sufferer: behind(words, at, inFigure), isPassive, isPast };
  const by = [1, 2, 3, 4].find(
    (on) => words[at + on]?.key === "by" && words[at + on]?.clause === words[at]?.clause,
  );
  return {
    term,
    at,
    doer: by === undefined ? [] : doersBehind(words, at + by, inFigure),
    sufferer: subject,
    isPast,
    isPassive,
  };
}

/** Whether a word looks like a verb from its ending and its neighbours. */
export function isVerb(words: readonly ReadWord[], at: number): boolean {
  const [key, left, right] = [words[at]?.key ?? "", words[at - 1]?.key ?? "", words[at + 1]?.key ?? ""];
  if (DETERMINER.test(left)) return false;
  return (
    /\p{L}{2}ed$/u.test(key) ||
    IRREGULAR.has(key) ||
    AUXILIARY.test(left) ||
    (key.endsWith("s") && DETERMINER.test(right))
  );
}

function thanBehind(words: readonly ReadWord[], at: number): number {
  for (let next = at + 1; next <= at + 3; next += 1) if (words[next]?.key === "than") return next;
  return -1;
}

/** `by Ann and Bob`. */
function doersBehind(words: readonly ReadWord[], by: number, inFigure: ReadonlySet<number>): string[] {
  const doers = behind(words, by, inFigure);
  const and = words.findIndex(({ key }, at) => at > by && at <= by + FAR && key === "and");
  return and === -1 || words[and]?.clause !== words[by]?.clause
    ? doers
    : [...doers, ...behind(words, and, inFigure)];
}

/** `more crabs than fish`, or else what stands before `longer than`. */
function comparedAt(
  words: readonly ReadWord[],
  at: number,
  than: number,
  inFigure: ReadonlySet<number>,
): string[] {
  const between = words.slice(at + 1, than).filter(({ isContent }) => isContent);
  return between.length > 0 ? between.map(({ term }) => term) : before(words, at, inFigure);
}

/** Content words before a verb in its clause, up to the verb before it. */
function before(words: readonly ReadWord[], at: number, inFigure: ReadonlySet<number>): string[] {
  const found: string[] = [];
  for (let left = at - 1; left >= 0 && left >= at - FAR; left -= 1) {
    const word = words[left];
    if (word === undefined || word.clause !== words[at]?.clause) break;
    if (word.isContent && left < at - 1 && isVerb(words, left) && found.length > 0) break;
    if (word.isContent && !inFigure.has(left) && !isVerb(words, left)) found.push(word.term);
  }
  return found;
}

/** Content words behind a verb up to the next preposition, `and` or clause; `Ann, the head of the house` is one. */
function behind(words: readonly ReadWord[], at: number, inFigure: ReadonlySet<number>): string[] {
  const found: string[] = [];
  let clause = words[at]?.clause;
  for (let right = at + 1; right < words.length && right <= at + FAR; right += 1) {
    const word = words[right];
    if (word === undefined) break;
    if (word.clause !== clause) {
      if (found.length === 0 || !ARTICLE.test(word.key) || word.sentence !== words[at]?.sentence) break;
      clause = word.clause;
    }
    if (ENDS_OBJECT.test(word.key) && (word.key !== "of" || clause === words[at]?.clause)) break;
    if (word.isContent && isVerb(words, right) && clause !== words[at]?.clause) break;
    if (word.isContent && !inFigure.has(right)) found.push(word.term);
  }
  return found;
}

function wordAt({ text, words }: ReadText, at: number): string {
  return text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);
}
