/** "Who led it?", "When did he resign?": puts in the place of a pronoun what the turn before says it means. */
import { isContentTerm, tokenize } from "../../text/tokens.ts";
import { type Turn, topicOf, wholeTopicOf, withTopic } from "./earlier-turn.ts";
import { isPastForm, nounPhraseOf } from "./noun-phrase.ts";
import { findPointingWord, type PointingWord } from "./pointing-word.ts";

const NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:\p{Lu}[\p{L}\p{M}’'-]+|\p{Lu}\.|al|bin|de|van|von))*/gu;
/** Names of two words that are no person's. */
const NO_PERSON =
  /\b(?:Movement|Party|Union|States|Republic|Agency|Organi[sz]ation|Committee|Council|Ministry|Company|Corporation|University|Bank|Treaty|Act|River|Sea|Corridor|Islands?|Empire|House|Court|January|February|March|April|May|June|July|August|September|October|November|December)\b|^The\s/u;
/** What a person is not named after: "in Tehran", "of Iran", and the owner in "Iran's". */
const PLACE_BEFORE = /\b(?:in|at|from|of|to|into|near|between|across|the)\s+$/iu;
const PAIR_NAMED = /\p{Lu}[\p{L}\p{M}’'-]+\s+(?:and|or)\s+(?:the\s+)?\p{Lu}[\p{L}\p{M}’'-]+/u;
const MOST_OWN_WORDS = 3;
const ASKS_FOR_PERSON = /^(?:who|whom|which (?:person|man|woman|king|queen|minister|president|leader))\b/iu;

/** `question` with what its pronoun points at, or null when it has none or explains it itself. */
export function replacePronoun(question: string, previous: Turn): string | null {
  const word = findPointingWord(question);
  if (word === null) return null;
  if (word.kind === "person") {
    const name = personIn(previous);
    if (name !== null) return substitute(question, word, name);
  }
  if (saysEnough(question, word, previous)) return null;
  if (isPair(question, word)) {
    const pair = PAIR_NAMED.exec(previous.question)?.[0];
    return pair === undefined ? null : withTopic(question, pair);
  }
  if (word.isBeforeNoun) return withTopic(question, wholeTopicOf(previous.question));
  const thing = thingFor(question, word, previous);
  return thing === null ? withTopic(question, topicOf(previous.question)) : substitute(question, word, thing);
}

/**
 * Whether the question holds enough words of its own to be looked up as it is. "This pump" may be the pump that all
 * the sources are about; "that visit" is meant where the turn before spoke of a visit.
 */
function saysEnough(question: string, word: PointingWord, previous: Turn): boolean {
  const terms = (text: string) => tokenize(text).flatMap(({ term }) => (isContentTerm(term) ? [term] : []));
  const own = terms(question).length;
  if (!word.isBeforeNoun) return own > MOST_OWN_WORDS;
  const [noun = ""] = terms(question.slice(word.end));
  return (
    own >= MOST_OWN_WORDS &&
    !terms([previous.question, ...previous.quotes.slice(0, 1)].join(" ")).includes(noun)
  );
}

function isPair(question: string, { start, end }: PointingWord): boolean {
  return /^the\s+two$/i.test(question.slice(start, end));
}

/**
 * What can be said instead of "it". After "When was the bridge opened?" it is the bridge where it does something, or
 * has something; elsewhere it may as well be the opening ("Who led it?"), so both are kept.
 */
function thingFor(question: string, word: PointingWord, { question: before }: Turn): string | null {
  const thing = word.kind === "thing" && isPlain(question, word) ? nounPhraseOf(before) : null;
  const isActor = word.isPossessive || word.isSubject;
  if (thing === null || (thing.isOfEvent && !isActor)) return null;
  // After "the harbour's master" the harbour is it; the master would be he or she.
  return /^(.+?)[’']s\s/u.exec(thing.text)?.[1] ?? thing.text;
}

/** Only a pronoun gives way to a name; "the two" or "the last one" keeps its own words. */
function isPlain(question: string, { start, end }: PointingWord): boolean {
  return /^(?:its?|they|them|their|this|that)$/i.test(question.slice(start, end));
}

/**
 * The one person it can be: whom the earlier question names, or, where it asked for a person, whom its best quote
 * names. Null when there are several.
 */
function personIn({ question, quotes }: Turn): string | null {
  const asked = namesIn(question.replace(/^\S+\s/u, ""));
  const quoted = () => onlyOne(actorsIn(quotes[0] ?? ""));
  if (ASKS_FOR_PERSON.test(question) && !/^who(?:m|se)?\s+(?:is|was)\s+\p{Lu}/u.test(question))
    return quoted();
  return onlyOne(asked.filter(isFull)) ?? asked.at(-1) ?? quoted();
}

function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].flatMap(({ 0: name, index }) => {
    const isOwner = /[’']s$/u.test(name) || /^[’']s?\b/u.test(text.slice(index + name.length));
    const isPlace = !isFull(name) && PLACE_BEFORE.test(text.slice(0, index));
    return isPlace || isOwner || NO_PERSON.test(name) ? [] : [name];
  });
}

/** Full names, and single ones that do something: "Asadov met …". */
function actorsIn(text: string): string[] {
  const actors = [...text.matchAll(NAME)].filter(({ 0: name, index }) => {
    const next = /^\s+(\p{Ll}+)/u.exec(text.slice(index + name.length))?.[1] ?? "";
    return isFull(name) || isPastForm(next) || /^(?:is|was|has|had)$/.test(next);
  });
  const people = new Set(namesIn(text));
  return actors.map(([name]) => name).filter((name) => people.has(name));
}

function isFull(name: string): boolean {
  return name.includes(" ");
}

function onlyOne(names: readonly string[]): string | null {
  const [first, ...others] = new Set(names);
  return first !== undefined && others.length === 0 ? first : null;
}

function substitute(question: string, { start, end, isPossessive }: PointingWord, name: string): string {
  const plain = name.replace(/[’']s$/u, "");
  return `${question.slice(0, start)}${isPossessive ? `${plain}'s` : plain}${question.slice(end)}`;
}
