/** "And Israel?": the part of the earlier question that is of the same kind gives way to the new one. English; pure. */
import { isCalendarWord } from "../../text/dates.ts";
import { bareQuestion, withTopic } from "./earlier-turn.ts";
import { nounPhraseOf } from "./noun-phrase.ts";
import { namesTime, replaceTime } from "./replace-time.ts";

const PREPOSITION =
  /^(in|for|from|by|of|on|at|to|with|without|during|before|after|since|until|under|against|about|over|among|near|towards?|via)\s+/iu;
/** Capitalised words, joined by small ones as in "Republic of Azerbaijan", with what belongs to them: "Caliber.az". */
const NAME =
  /\p{Lu}[\p{L}\p{M}\p{N}’'–-]*(?:\.\p{L}+)?(?:\s+(?:(?:of|the|de|al|von|van)\s+)*\p{Lu}[\p{L}\p{M}\p{N}’'–-]*(?:\.\p{L}+)?)*/gu;

interface Slot {
  readonly start: number;
  readonly end: number;
}

/** `question` about `fragment` instead: put in the place of what it replaces, else named behind it in brackets. */
export function replaceSlot(question: string, fragment: string): string {
  const plain = bareQuestion(question);
  const timed = replaceTime(plain, fragment);
  if (timed !== null) return timed;
  const preposition = PREPOSITION.exec(fragment)?.[1];
  const value = preposition === undefined ? fragment : fragment.slice(preposition.length).trim();
  const slot =
    preposition === undefined ? sameKind(plain, value) : afterPreposition(plain, preposition, value);
  if (slot !== undefined) return fill(plain, slot, value);
  return preposition === undefined ? withTopic(plain, fragment) : `${plain} ${fragment}?`;
}

/** The name most like `value`, the later one of two; where `value` is no name, the thing asked about. */
function sameKind(question: string, value: string): Slot | undefined {
  const names = namesIn(question);
  if (adjectiveIn(value) !== null) return names.find(({ end }) => /^\s+\p{Ll}/u.test(question.slice(end)));
  let best: Slot | undefined;
  let most = 0;
  for (const slot of names) {
    const like = likeness(question.slice(slot.start, slot.end), value);
    if (best === undefined || like >= most) [best, most] = [slot, like];
  }
  const isName = /^(?:the\s+)?\p{Lu}/u.test(value);
  if (isName && best !== undefined) return withHeadNoun(question, best, value);
  return wholeThing(question, value);
}

/** "The tunnel" in the place of "the bridge", where the question is about one thing. */
function wholeThing(question: string, value: string): Slot | undefined {
  const thing = nounPhraseOf(question)?.text ?? null;
  const isThing = /^(?:the|an?)\s/iu.test(value) && thing !== null && /^(?:the|an?)\s/iu.test(thing);
  if (!isThing) return undefined;
  const start = question.indexOf(thing);
  return { start, end: start + thing.length };
}

function afterPreposition(question: string, preposition: string, value: string): Slot | undefined {
  // "trade between A and B", "and with C?"
  const pair = preposition.toLowerCase() === "with" ? /\bbetween\s.+?\sand\s+/iu.exec(question) : null;
  const from = pair === null ? 0 : pair.index + pair[0].length;
  const names = namesIn(question).filter(({ start }) =>
    pair === null ? endsWithWord(question.slice(0, start), preposition) : start >= from,
  );
  const name = pair === null ? names.at(-1) : names[0];
  if (name !== undefined || /\p{Lu}/u.test(value)) return name;
  return lowercaseAfter(question, preposition);
}

/** Typed without capitals, what stands after the same preposition is the same kind of thing. */
function lowercaseAfter(question: string, preposition: string): Slot | undefined {
  const found = new RegExp(String.raw`\b${preposition}\s+((?:the\s+)?\p{Ll}+)\s*$`, "iu").exec(question);
  if (found?.[1] === undefined || namesTime(found[1])) return undefined;
  return { start: question.length - found[1].length, end: question.length };
}

/** Names of the question; its first word is none, nor is a month. */
function namesIn(question: string): Slot[] {
  return [...question.matchAll(NAME)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !isCalendarWord(question.slice(start, end).toLowerCase()))
    .flatMap((slot) => withoutOpening(question, slot));
}

/** "Does Iran", "Was Aliyev": the first word is capitalised because it is the first. */
function withoutOpening(question: string, slot: Slot): Slot[] {
  if (slot.start > 0) return [slot];
  const opening = /^\S+\s+/u.exec(question.slice(slot.start, slot.end));
  return opening === null ? [] : [{ start: opening[0].length, end: slot.end }];
}

/** How alike two names look: words they share, and how they end. */
function likeness(one: string, other: string): number {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "" && word !== "the");
  const [left, right] = [words(one), words(other)];
  const shared = left.filter((word) => right.includes(word)).length;
  return shared * 2 + (left.length === right.length ? 0.5 : 0);
}

/** "The Rasht railway" takes the place of "the North corridor" and not of "the North" alone. */
function withHeadNoun(question: string, slot: Slot, value: string): Slot {
  const tail = /\p{Lu}\S*\s+(\p{Ll}+)$/u.exec(value)?.[1];
  if (tail === undefined || /^ones?$/.test(tail)) return slot;
  const head = /^\s+\p{Ll}+/u.exec(question.slice(slot.end));
  return head === null ? slot : { start: slot.start, end: slot.end + head[0].length };
}

/** One article is enough, and "the Armenian one" only brings its adjective. */
function fill(question: string, { start, end }: Slot, value: string): string {
  const adjective = adjectiveIn(value);
  const before = question.slice(0, start);
  const plain = adjective ?? (/\bthe\s+$/iu.test(before) ? value.replace(/^the\s+/iu, "") : value);
  // An article that belonged to what went goes with it.
  const isBare = adjective === null && !/^the\s/iu.test(value) && isCountryLike(value);
  const kept = isBare ? before.replace(/\bthe\s+$/iu, "") : before;
  return `${kept}${plain}${question.slice(end)}?`;
}

/** "The Armenian one" is about the Armenian thing of the same kind. */
function adjectiveIn(value: string): string | null {
  return /^(?:the\s+)?(\p{Lu}\S*)\s+ones?$/u.exec(value)?.[1] ?? null;
}

/** A single capitalised word takes no article: "and Israel?". */
function isCountryLike(value: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}’'-]*$/u.test(value);
}

function endsWithWord(text: string, word: string): boolean {
  return text
    .trimEnd()
    .toLowerCase()
    .replace(/\s+the$/u, "")
    .endsWith(` ${word.toLowerCase()}`);
}
