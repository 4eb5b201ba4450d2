/**
 * Whether a writer's words may stand for words of the source: a pronoun for anything it can mean, a name for a pronoun,
 * a fuller or shorter form of the same name, another form of the same word. Nothing else: not a synonym, not a word
 * that happens to stand near.
 */
import { isHedge, isNegation, isNumber, isPlainNegation } from "../text/word-kinds.ts";
import { bareKey, isInflection } from "./inflections.ts";
import { isAltering, isFigureKey, PRO_FORMS, PRONOUNS, SMALL_WORDS } from "./plain-words.ts";

/** A word on either side, and whether it is written as a name. */
export interface ComparedWord {
  readonly key: string;
  readonly isName: boolean;
}

/** What the sources say of words that a bracket brings. */
export interface Backing {
  /** Whether two words stand side by side in the sources, in this order. */
  areNeighbours(first: string, second: string): boolean;
  /** Whether the word, or a form of it, stands near the quotation. */
  has(key: string): boolean;
}

const HE = new Set(["he", "him", "his", "himself"]);
const POINTING = new Set(["this", "that", "these", "those", "which", "such"]);
const SHE = new Set(["she", "her", "hers", "herself"]);
/** A part of a name that tells it from another: North Korea, New Guinea. */
const TELLING = new Set([
  "north",
  "south",
  "east",
  "west",
  "new",
  "northern",
  "southern",
  "eastern",
  "western",
  "upper",
  "lower",
  "great",
  "little",
]);

function isSmall({ key }: ComparedWord): boolean {
  return SMALL_WORDS.has(key);
}

function contentOf(words: readonly ComparedWord[]): readonly ComparedWord[] {
  return words.filter((word) => !isSmall(word));
}

/** `EU` for `European Union`, `IRGC` for `Islamic Revolutionary Guard Corps`. */
export function areInitials(short: readonly ComparedWord[], long: readonly ComparedWord[]): boolean {
  const [one, ...rest] = short;
  const content = contentOf(long);
  if (one === undefined || rest.length > 0 || content.length < 2) return false;
  return bareKey(one.key).replace(/\./g, "") === content.map(({ key }) => key.charAt(0)).join("");
}

/** A word that changes what is said counts on either side, unless the other side has it, too. */
function changesForce(put: readonly ComparedWord[], own: readonly ComparedWord[]): boolean {
  const has = (words: readonly ComparedWord[], key: string) => words.some((word) => word.key === key);
  return (
    put.some(({ key }) => isAltering(key) && !has(own, key)) ||
    own.some(({ key }) => isAltering(key) && !has(put, key))
  );
}

/** A change of number, person or tense that leaves negations, hedges and numbers what they are. */
export function isOtherForm(put: string, own: string): boolean {
  if (put === own) return true;
  const kinds = [isNegation, isHedge, isNumber];
  return (
    isInflection(put, own) && kinds.every((isOfKind) => isOfKind(put) === isOfKind(own)) && !isNumber(put)
  );
}

function areOtherForms(put: readonly ComparedWord[], own: readonly ComparedWord[]): boolean {
  const [puts, owns] = [contentOf(put), contentOf(own)];
  return (
    puts.length > 0 &&
    puts.length === owns.length &&
    puts.every(({ key }, at) => isOtherForm(key, owns[at]?.key ?? ""))
  );
}

/** `[Ilham Aliyev]` for `Aliyev`, `[Lund]` for `Maria Lund`: one is a part of the other, which the sources have whole. */
function areSameName(put: readonly ComparedWord[], own: readonly ComparedWord[], backing: Backing): boolean {
  const [puts, owns] = [contentOf(put), contentOf(own)].map((words) =>
    words.map(({ key }) => bareKey(key)),
  ) as [string[], string[]];
  if (!contentOf(own).every(({ isName }) => isName) || puts.length === 0 || owns.length === 0) return false;
  const isPart = (part: readonly string[], whole: readonly string[]) => {
    const rest = whole.filter((key) => !part.includes(key));
    return part.every((key) => whole.includes(key)) && !rest.some((key) => TELLING.has(key));
  };
  if (isPart(puts, owns)) return true;
  return isPart(owns, puts) && puts.slice(1).every((key, at) => backing.areNeighbours(puts[at] ?? "", key));
}

function contradictsPronoun(put: readonly ComparedWord[], own: readonly ComparedWord[]): boolean {
  const has = (words: readonly ComparedWord[], some: ReadonlySet<string>) =>
    words.some(({ key }) => some.has(key));
  return (has(put, HE) && has(own, SHE)) || (has(put, SHE) && has(own, HE));
}

function areAll(words: readonly ComparedWord[], some: ReadonlySet<string>): boolean {
  return words.length > 0 && words.every(({ key }) => some.has(bareKey(key)));
}

/** Words both sides begin or end with are no change. */
function trim(
  put: readonly ComparedWord[],
  own: readonly ComparedWord[],
): [readonly ComparedWord[], readonly ComparedWord[]] {
  let [from, end] = [0, 0];
  const least = Math.min(put.length, own.length);
  const same = (one: ComparedWord | undefined, other: ComparedWord | undefined) =>
    one !== undefined && other !== undefined && bareKey(one.key) === bareKey(other.key);
  while (from < least && same(put[from], own[from])) from += 1;
  while (end < least - from && same(put.at(-1 - end), own.at(-1 - end))) end += 1;
  return [put.slice(from, put.length - end), own.slice(from, own.length - end)];
}

/** Whether these are words that claim nothing of their own. */
export function arePronounsOnly(words: readonly ComparedWord[]): boolean {
  return areAll(contentOf(words), PRO_FORMS);
}

/** A name for a pronoun. For `this`, which may only point ("this town"), it must be one that stands near. */
function mayNamePronoun(
  put: readonly ComparedWord[],
  own: readonly ComparedWord[],
  { has }: Backing,
): boolean {
  if (!areAll(own, PRONOUNS) || areAll(put, PRONOUNS)) return false;
  return !own.some(({ key }) => POINTING.has(key)) || put.every(({ key }) => has(key));
}

/** Whether `put` may stand for `own`; neither is empty. */
export function mayStandFor(
  put: readonly ComparedWord[],
  own: readonly ComparedWord[],
  backing: Backing,
): boolean {
  if (changesForce(put, own) && !areOtherForms(put, own)) return false;
  if (areInitials(put, own) || areInitials(own, put)) return true;
  if (areOtherForms(put, own) || areSameName(put, own, backing)) return true;
  const [puts, owns] = trim(put, own);
  if (puts.length === 0 || owns.length === 0) return [...puts, ...owns].every(isSmall);
  if (contradictsPronoun(puts, owns)) return false;
  return arePronounsOnly(puts) || mayNamePronoun(contentOf(puts), contentOf(owns), backing);
}

/** What kind of change it is, for a reader: that of any word one side has alone. */
export function kindsOfChange(
  put: readonly ComparedWord[],
  own: readonly ComparedWord[],
): readonly ("number" | "negation" | "hedge" | "name")[] {
  const kinds = new Set<"number" | "negation" | "hedge" | "name">();
  const note = ({ key, isName }: ComparedWord, isPlain: boolean): void => {
    if (isFigureKey(key)) kinds.add("number");
    if (isPlain ? isPlainNegation(key) : isNegation(key)) kinds.add("negation");
    if (isHedge(key)) kinds.add("hedge");
    if (isName) kinds.add("name");
  };
  for (const word of put) if (!own.some(({ key }) => key === word.key)) note(word, false);
  for (const word of own) if (!put.some(({ key }) => key === word.key)) note(word, true);
  return [...kinds];
}
