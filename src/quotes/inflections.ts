/** Whether two words are forms of one: `evacuate` and `evacuated`, `city` and `cities`, `is` and `was`. English. */
import { BASE_FORMS } from "../text/irregular-forms.ts";

const IRREGULAR: ReadonlyMap<string, string> = new Map(BASE_FORMS);
/** Forms of the verbs that other verbs lean on. */
const AUXILIARIES: ReadonlyMap<string, string> = new Map(
  [
    "be am is are was were been being",
    "have has had having",
    "do does did doing done",
    "go goes went gone going",
  ].flatMap((line) => line.split(" ").map((form): [string, string] => [form, line])),
);
/** A shorter rest is no base. */
const SHORTEST = 3;

/** A word without its possessive ending. */
export function bareKey(key: string): string {
  return key.replace(/'s$|(?<=s)'$/, "");
}

/** Forms that a word may be made of by the endings of English nouns and verbs; itself first. */
export function basesOf(key: string): string[] {
  const word = bareKey(key);
  const bases = [word];
  const add = (base: string): void => {
    if (base.length >= SHORTEST) bases.push(base);
  };
  if (word.endsWith("s") && !word.endsWith("ss")) add(word.slice(0, -1));
  if (word.endsWith("es")) add(word.slice(0, -2));
  if (word.endsWith("ies")) add(`${word.slice(0, -3)}y`);
  if (word.endsWith("ied")) add(`${word.slice(0, -3)}y`);
  const [, stem] = /^(.+?)(?:ed|ing|en)$/.exec(word) ?? [];
  if (stem !== undefined) {
    add(stem);
    add(`${stem}e`);
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) add(stem.slice(0, -1));
  }
  for (const base of [...bases]) {
    const irregular = IRREGULAR.get(base);
    if (irregular !== undefined) bases.push(irregular);
  }
  return bases;
}

/** Whether the keys are the same word, or forms of one: number, person, tense, possessive. */
export function isInflection(one: string, other: string): boolean {
  const [left, right] = [bareKey(one), bareKey(other)];
  if (left === right) return true;
  const auxiliary = AUXILIARIES.get(left);
  if (auxiliary !== undefined || AUXILIARIES.has(right)) return auxiliary === AUXILIARIES.get(right);
  const bases = new Set(basesOf(left));
  return basesOf(right).some((base) => bases.has(base));
}
