/**
 * Another word for a word, by rule: a common English word that means much the same, a figure for a number word, a
 * word without its plural. Small on purpose, and its own: ranking must not be measured with the list it ranks by.
 */
import { SMALL_NUMBERS } from "../text/number-words.ts";
import { foldWord } from "../text/tokens.ts";
import type { Draw } from "./seeded-draw.ts";

/** Words that may stand for each other in most sentences; verbs in their past and plain forms apart. */
const GROUPS = `
  began started, begin start, begins starts, big large, bigger larger, buy purchase, bought purchased, built constructed,
  build construct, help assist, helped assisted, show demonstrate, showed demonstrated, shows demonstrates,
  nearly almost, whole entire, main chief, quickly rapidly, fast quick,
  easy simple, important significant, new recent, 
  stop halt, stopped halted, stops halts, ended finished, end finish, ends finishes, grew increased, grow increase,
  grows increases, fell dropped, rose climbed, keep retain, kept retained, get obtain,
  give provide, gave provided, gives provides, need require, needs requires,
  needed required, allowed permitted, allow permit, ask request, asked requested,
  answer reply, answered replied, choose select, chose selected, chosen selected,
  lived resided, lives resides, happen occur, happened occurred, happens occurs, think believe,
  thought believed, people persons, children kids, car vehicle, road street,
  money funds, country nation, countries nations, city town, cities towns, leader head,
  part portion, parts portions, kind type, kinds types, amount quantity, amounts quantities, area region,
  areas regions, war conflict, wars conflicts, king monarch, kings monarchs, illness disease, mistake error,
  mistakes errors, result outcome, results outcomes, goal aim, goals aims, idea concept, ideas concepts,
  method way, methods ways, often frequently, sometimes occasionally, usually normally, enough sufficient
`;

const PARTNERS: ReadonlyMap<string, string> = new Map(
  GROUPS.trim()
    .split(/\s*,\s*/)
    .flatMap((pair) => {
      const [one = "", other = ""] = pair.split(/\s+/);
      return [[one, other] as const, [other, one] as const];
    }),
);
const FIGURES: ReadonlyMap<string, string> = new Map(
  [...SMALL_NUMBERS].filter(([, value]) => value > 1).map(([word, value]) => [word, String(value)]),
);
const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [...FIGURES].map(([word, figure]) => [figure, word]),
);
/** Not those whose `s` may belong to the word: bus, gas, less, this. */
const PLURAL = /^[a-z]{3,}[bcdfgklmnprtvwy]s$/;

/** Another English word for `word`, or null when the rules have none. */
export function otherWord(word: string): string | null {
  const folded = foldWord(word);
  return PARTNERS.get(folded) ?? FIGURES.get(folded) ?? NUMBER_WORDS.get(folded) ?? null;
}

/** A plural, or a verb's third person, without its `s`, now and then. Else the word as it is. */
export function inflect(word: string, draw: Draw): string {
  return PLURAL.test(word) && draw.below(2) === 0 ? word.slice(0, -1) : word;
}
