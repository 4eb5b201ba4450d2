/**
 * What English words mean to a comparison: which say the same, which exclude each other, which say nothing of the
 * subject. Words are compared as search terms; other languages are compared by their own words alone.
 */
import { foldWord, isStopTerm, termOf } from "../text/tokens.ts";
import { APART, LIGHT, SAME } from "./word-lists.ts";

// The lists are cut into terms when the first sentence is compared: most questions compare none.
let classes: ReadonlyMap<string, string> | undefined;
let apart: ReadonlyMap<string, readonly OneOf[]> | undefined;
let light: ReadonlySet<string> | undefined;
let events: ReadonlySet<string> | undefined;

/** The key of people of no particular kind. */
export const PEOPLE = termOf("people");

function classOf(term: string): string | undefined {
  classes ??= readClasses();
  return classes.get(term);
}

function readClasses(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of linesOf(SAME)) {
    for (const term of line) if (!found.has(term)) found.set(term, line[0] ?? term);
  }
  return found;
}

function readApart(): ReadonlyMap<string, readonly OneOf[]> {
  const found = new Map<string, OneOf[]>();
  for (const [group, line] of APART.trim().split("\n").entries()) {
    const isPart = line.trim().startsWith("!");
    for (const [cell, words] of line.replace("!", "").split(" / ").entries()) {
      for (const term of new Set(linesOf(words).flat())) {
        found.set(term, [...(found.get(term) ?? []), { group, cell, isPart }]);
      }
    }
  }
  return found;
}

/** One key for all words that say the same. Without the endings that make names adjectives or peoples. */
export function keyOf(term: string, isName: boolean): string {
  const key = isName ? undefined : classOf(term);
  return key ?? rootOf(term);
}

const EVENTS = `kill injure found open close begin end complete build buy sell attack visit elect expel arrest marry publish capture win
  lose sign sink crash discover invent demolish abolish retire appoint flood fire evacuate arrive depart strike born deliver
  war battle treaty agreement protest fire earthquake explosion accident revolt revolution coup launch release fall siege
  conquer invade invasion occupy independence join leave meet merger resign crown coronation introduce adopt`;

/** Whether a word tells of something that happens: by its class, or by its form as a past tense. */
export function isEvent(key: string, word: string): boolean {
  events ??= setOf(EVENTS);
  return events.has(key) || /[a-z]{2}ed$/.test(word);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(
    linesOf(words)
      .flat()
      .map((term) => classOf(term) ?? term),
  );
}

/** Whether a term says something of the subject. */
export function isTelling(term: string): boolean {
  light ??= new Set(linesOf(LIGHT).flat());
  return !light.has(term) && !isStopTerm(term);
}

/** A word's place among words that exclude each other: cells of one group do. */
export interface OneOf {
  readonly group: number;
  readonly cell: number;
  /** Who says it speaks of a part, who does not of the whole. */
  readonly isPart: boolean;
}

/** Where `term` stands among words that exclude each other. */
export function placesApart(term: string): readonly OneOf[] {
  apart ??= readApart();
  return apart.get(term) ?? [];
}

const ADJECTIVE_ENDING = /(?:ian|ese|ish|ia|an|i|y)$/;
const SHORTEST_ROOT = 4;

/** `azerbaijani` and `azerbaijan`, `iranian` and `iran`, `russian` and `russia` meet. */
function rootOf(term: string): string {
  let root = term;
  for (let round = 0; round < 2; round++) {
    const shorter = root.replace(ADJECTIVE_ENDING, "");
    if (shorter.length < SHORTEST_ROOT) break;
    root = shorter;
  }
  return root;
}

function linesOf(words: string): string[][] {
  return words
    .trim()
    .split("\n")
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((word) => termOf(foldWord(word))),
    );
}
