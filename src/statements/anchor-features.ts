/** What stands around an anchor, so that two of them that changed places can be told. Pure. */
import { isContentTerm } from "../text/tokens.ts";
import { deedOf } from "./akin-words.ts";
import type { Anchor } from "./anchors.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

/** Features and how much each says. */
export type Features = ReadonlyMap<string, number>;

const FARTHEST = 14;
const MOST_RIGHT = 6;
const MOST_LEFT = 3;
/** For names: how far the verb may stand, and how many content words count. */
const NEAR = 5;
/** Each further word counts so much less. */
const NEARER = 0.8;
const MOST_ROLES = 2;
/** What the second word of a role counts: too little to put one name in another's place. */
const SECOND = 0.9;
/** `from` and `to` say more than any neighbour. */
const BOUND_TO = 20;
const TELLING = /^(?:from|to|since|until|by|before|after)$/;
const MEASURING = /^(?:\p{N}.*|percent|million|billion|thousand)$/u;
const BE = /^(?:is|are|was|were|be|been|being)$/;
const TOWARDS = /^(?:to|into|against|towards|toward|upon)$/;
const ELSEWHERE =
  /^(?:in|at|near|with|from|between|through|within|via|across|over|under|on|for|about|than|as)$/;
/** The features of one anchor. `taken` are the indexes of all words of anchors it could be taken for. */
export function featuresOf(text: ReadText, anchor: Anchor, taken: ReadonlySet<number>): Features {
  return anchor.kind === "name" ? roleFeatures(text, anchor, taken) : neighbourFeatures(text, anchor, taken);
}

/** Content words on both sides up to the next anchor that it could be taken for; the side counts twice. */
function neighbourFeatures({ words }: ReadText, anchor: Anchor, taken: ReadonlySet<number>): Features {
  const features = new Map<string, number>();
  const own = words[anchor.first]?.sentence;
  // A date may stand before what it dates or behind it; a figure keeps its side.
  const isSided = anchor.kind !== "date";
  const add = (at: number, side: string, weight: number) => {
    const term = deedOf(words[at]?.term ?? "");
    features.set(term, Math.max(weight, features.get(term) ?? 0));
    if (isSided) features.set(`${side} ${term}`, 2 * weight);
  };
  for (
    let at = anchor.next, seen = 0;
    at < words.length && at < anchor.next + FARTHEST && seen < MOST_RIGHT;
    at += 1
  ) {
    if (taken.has(at) || words[at]?.sentence !== own) break;
    if (words[at]?.isContent) {
      add(at, "right", NEARER ** seen);
      seen += 1;
    }
  }
  for (
    let at = anchor.first - 1, seen = 0;
    at >= 0 && at > anchor.first - FARTHEST && seen < MOST_LEFT;
    at -= 1
  ) {
    if (taken.has(at) || words[at]?.sentence !== own) break;
    if (words[at]?.isContent) {
      add(at, "left", NEARER ** seen);
      seen += 1;
    }
  }
  const before = words[anchor.first - 1]?.key ?? "";
  if (TELLING.test(before)) features.set(`after ${before}`, BOUND_TO);
  return features;
}

/** What a name does or has, and what is done to it; a passive is turned round. */
function roleFeatures({ words, text }: ReadText, anchor: Anchor, isName: ReadonlySet<number>): Features {
  const features = new Map<string, number>();
  const before = words[anchor.first - 1]?.key ?? "";
  const left = nearby(words, anchor.first, -1, isName);
  const right = nearby(words, anchor.next, 1, isName);
  const role = before === "by" || before === "of" ? "does" : ELSEWHERE.test(before) ? "" : "suffers";
  const [nearest] = left;
  if (nearest !== undefined && role !== "") features.set(`${role} ${deedOf(nearest.term)}`, 1);
  if (ELSEWHERE.test(before) || TOWARDS.test(before) || before === "by") return features;
  for (const title of titlesOf(words, text, anchor)) features.set(`title ${title}`, 1);
  const isCopula = BE.test(words[anchor.next]?.key ?? "");
  const verb = right.findIndex(({ at }) => isPassive(words, at));
  for (const [at, word] of right.slice(0, MOST_ROLES).entries())
    features.set(
      `${verb !== -1 && verb <= at && !anchor.isPossessive ? "suffers" : isCopula ? "is" : "does"} ${deedOf(word.term)}`,
      at === 0 ? 1 : SECOND,
    );
  return features;
}

/** `prime minister Asadov` and `Asadov, the prime minister of Azerbaijan`: the nouns that say what he is. */
function titlesOf(words: readonly ReadWord[], text: string, { first, next }: Anchor): string[] {
  const before = words[first - 1];
  const isBefore = before?.isContent && text.slice(before.end, words[first]?.start) === " ";
  const titles = isBefore && /^\p{Ll}/u.test(text.slice(before.start, before.end)) ? [before.term] : [];
  const gap = text.slice(words[next - 1]?.end ?? 0, words[next]?.start ?? 0);
  if (gap.trim() !== "," || !/^(?:the|a|an|then|its|their)$/.test(words[next]?.key ?? "")) return titles;
  for (let at = next + 1; at < next + NEAR && words[at]?.clause === words[next]?.clause; at += 1)
    if (words[at]?.isContent) titles.push(words[at]?.term ?? "");
  return titles;
}

interface NearbyWord {
  readonly at: number;
  readonly term: string;
}

/** `was attacked by`: a form of to be before, and `by` not far behind. */
function isPassive(words: readonly ReadWord[], at: number): boolean {
  const hasBe = [1, 2].some((back) => BE.test(words[at - back]?.key ?? ""));
  return hasBe && /(?:ed|en|wn|ught|ld|nt|ft|de|id|ut|et)$/.test(words[at]?.key ?? "");
}

/** Content words that are no names, from `from` on in one direction, within the clause. */
function nearby(
  words: readonly ReadWord[],
  from: number,
  step: 1 | -1,
  isName: ReadonlySet<number>,
): NearbyWord[] {
  const start = step === 1 ? from : from - 1;
  const clause = words[step === 1 ? from - 1 : from]?.clause;
  const found: NearbyWord[] = [];
  for (let at = start; found.length < MOST_ROLES && Math.abs(at - start) < NEAR; at += step) {
    const word = words[at];
    if (word === undefined || word.clause !== clause || (isName.has(at) && found.length > 0)) break;
    if (!isName.has(at) && isContentTerm(word.term) && !MEASURING.test(word.key))
      found.push({ at, term: word.term });
  }
  return found;
}

/** The indexes from `first` to before `next`. */
export function range(first: number, next: number): number[] {
  return Array.from({ length: next - first }, (_, at) => first + at);
}
