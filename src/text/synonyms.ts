/** Looks up, by search terms, what else an English text may call a thing: synonyms, and the names of countries. Pure. */
import { NATIONS } from "./nations.ts";
import { SYNONYM_GROUPS } from "./synonym-groups.ts";
import { termOf } from "./tokens.ts";

/** Terms of one or two words (joined by a space), each with the terms it goes with. */
type Associates = ReadonlyMap<string, ReadonlySet<string>>;

let synonyms: Associates | undefined;
let nations: { readonly names: Associates; readonly capitals: Associates } | undefined;

/** Terms that say much the same as a term, or as two terms joined by a space; single terms only. */
export function synonymsOf(term: string): ReadonlySet<string> {
  synonyms ??= associate(groupsOf(SYNONYM_GROUPS));
  const found = synonyms.get(term) ?? NONE;
  return new Set([...found].filter((one) => !one.includes(" ")));
}

/** Other names and adjectives of the country that a term, or two terms joined by a space, names. */
export function nationNamesOf(term: string): ReadonlySet<string> {
  return readNations().names.get(term) ?? NONE;
}

/** The capital of a country, or the names of the country of a capital: news texts say the one for the other. */
export function metonymsOf(term: string): ReadonlySet<string> {
  return readNations().capitals.get(term) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

function readNations(): { readonly names: Associates; readonly capitals: Associates } {
  if (nations !== undefined) return nations;
  const entries = NATIONS.split(",").map((entry) => entry.split("/").map(termsOf));
  const capitals = new Map<string, Set<string>>();
  for (const [names = [], seats = []] of entries) {
    for (const name of names) for (const seat of seats) link(capitals, name, seat);
    for (const seat of seats) for (const name of names) link(capitals, seat, name);
  }
  nations = { names: associate(entries.map(([names = []]) => names)), capitals };
  return nations;
}

function groupsOf(list: string): readonly (readonly string[])[] {
  return list.split(",").map(termsOf);
}

/** `give_up stop` as the terms `give up` and `stop`. */
function termsOf(words: string): readonly string[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => word.split("_").map(termOf).join(" "));
}

function associate(groups: readonly (readonly string[])[]): Associates {
  const associates = new Map<string, Set<string>>();
  for (const group of groups)
    for (const one of group) for (const other of group) if (one !== other) link(associates, one, other);
  return associates;
}

function link(associates: Map<string, Set<string>>, from: string, to: string): void {
  const known = associates.get(from) ?? new Set();
  associates.set(from, known.add(to));
}
