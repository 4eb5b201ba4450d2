/**
 * Asks for a sentence in other words, by rule: one thing it says is held back and asked for, half of its other words
 * are dropped, the rest is put in another order, a few are exchanged or mistyped. The questions are clumsy, like
 * those typed into a search box; they do not show how well Footnote understands a person. Pure.
 */
import { findNames } from "../text/names.ts";
import { isContentTerm, isStopTerm, type Token, tokenize } from "../text/tokens.ts";
import { findValues, type Value } from "../text/values.ts";
import { inflect, otherWord } from "./other-words.ts";
import type { Draw } from "./seeded-draw.ts";

/** A sentence asked for. */
export interface Rephrased {
  readonly question: string;
  /** The value held back, in its one spelling; null when words were held back. */
  readonly value: string | null;
  /** The terms of what was held back. */
  readonly withheld: readonly string[];
  /** The terms of the sentence that the question asks with, before any was exchanged. */
  readonly kept: readonly string[];
}

/** A word or a name, to be kept or dropped as one. */
interface Unit {
  readonly text: string;
  readonly terms: readonly string[];
  readonly isName: boolean;
  readonly start: number;
}

const OPENERS: Record<Value["kind"], string> = {
  date: "When",
  duration: "How long",
  money: "How much",
  percent: "How much",
  quantity: "How much",
  number: "How many",
};
/** Words and names asked with: fewer could be about anything, more would be the sentence again. */
const LEAST_UNITS = 3;
const MOST_UNITS = 5;
const MOST_NAMES = 2;
const KEPT_SHARE = 0.5;
/** Numbers up to this one are mostly no news: the two, a third, grade 2. */
const LARGEST_IDLE_NUMBER = 3;
const MOST_EXCHANGED = 2;
/** Letters: in shorter words a typing error may make another word. */
const SHORTEST_SLIPPED = 6;
/** A text is taken for English when this share of its words builds English sentences. */
const ENGLISH_SHARE = 0.25;

/** Whether the rules for English words fit a text of some length. */
export function looksEnglish(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.filter(({ term }) => isStopTerm(term)).length >= tokens.length * ENGLISH_SHARE;
}

/** A question for what `text` says, in English or in its own words alone; null when it says too little to ask for. */
export function rephraseSentence(text: string, english: boolean, draw: Draw): Rephrased | null {
  const tokens = tokenize(text);
  const units = unitsOf(text, tokens);
  const values = english ? findValues(text, tokens).filter(isNews) : [];
  const value = values[draw.below(values.length)];
  const isHeld = value === undefined ? holdBackEnd(units) : holdBackValue(value);
  const held = units.filter(isHeld);
  const kept = keepSome(
    units.filter((unit) => !isHeld(unit)),
    draw,
  );
  if (kept.length < LEAST_UNITS || held.length === 0) return null;
  const words = slip(exchangeSome(reorder(kept, draw), english, draw), draw);
  const opener = value === undefined ? "What about" : OPENERS[value.kind];
  return {
    question: `${english ? `${opener} ` : ""}${words.join(" ")}?`,
    value: value?.canonical ?? null,
    withheld: termsOf(held),
    kept: termsOf(kept),
  };
}

/** The content words of the text, each once; words of a name together. */
function unitsOf(text: string, tokens: readonly Token[]): Unit[] {
  const names = findNames(text, tokens).filter(({ isDoubtful }) => !isDoubtful);
  const units: Unit[] = [];
  const seen = new Set<string>();
  for (const token of tokens) {
    const name = names.find(({ start, end }) => start <= token.start && token.end <= end);
    const { start, end } = name ?? token;
    const terms = name === undefined ? [token.term] : name.terms;
    const key = terms.join(" ");
    if (!terms.some(isContentTerm) || seen.has(key)) continue;
    seen.add(key);
    units.push({ text: text.slice(start, end), terms, isName: name !== undefined, start });
  }
  return units;
}

function isNews({ kind, canonical }: Value): boolean {
  return kind !== "number" || Number(canonical) > LARGEST_IDLE_NUMBER;
}

function holdBackValue({ start, end }: Value): (unit: Unit) => boolean {
  return (unit) => start <= unit.start && unit.start < end;
}

/** Without a figure to ask for, the last third of the sentence is: what is new stands there mostly. */
function holdBackEnd(units: readonly Unit[]): (unit: Unit) => boolean {
  const held = new Set(units.slice(Math.ceil((units.length * 2) / 3)));
  return (unit) => held.has(unit);
}

/** Two names first, since a question says what it is about; then other words, about half of all. */
function keepSome(units: readonly Unit[], draw: Draw): Unit[] {
  const size = Math.max(LEAST_UNITS, Math.min(MOST_UNITS, Math.round(units.length * KEPT_SHARE)));
  const drawn = draw.shuffle(units);
  const names = drawn.filter((unit) => unit.isName);
  const chosen = [...names.slice(0, MOST_NAMES), ...drawn.filter((unit) => !unit.isName)];
  return chosen.slice(0, size).sort((a, b) => a.start - b.start);
}

/** What stood behind comes first. */
function reorder(units: readonly Unit[], draw: Draw): Unit[] {
  const cut = 1 + draw.below(units.length - 1);
  return [...units.slice(cut), ...units.slice(0, cut)];
}

function exchangeSome(units: readonly Unit[], english: boolean, draw: Draw): string[] {
  let exchanged = 0;
  return units.map(({ text, isName }) => {
    if (!english || isName) return text;
    const other = exchanged < MOST_EXCHANGED ? otherWord(text) : null;
    if (other === null) return inflect(text, draw);
    exchanged += 1;
    return other;
  });
}

/** In one question of four a typing error: two letters change places in its longest word. */
function slip(words: readonly string[], draw: Draw): string[] {
  const longest = Math.max(...words.map(({ length }) => length));
  const at = words.findIndex(({ length }) => length === longest);
  const isSpared = draw.below(4) > 0 || longest < SHORTEST_SLIPPED;
  return words.map((word, place) => (isSpared || place !== at ? word : mistype(word, draw)));
}

/** Plain letters alone: others may be made of several code units. */
function mistype(word: string, draw: Draw): string {
  if (!/^[a-zA-Z]+$/.test(word)) return word;
  const at = 1 + draw.below(word.length - 3);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

function termsOf(units: readonly Unit[]): string[] {
  return [...new Set(units.flatMap(({ terms }) => terms.filter(isContentTerm)))];
}
