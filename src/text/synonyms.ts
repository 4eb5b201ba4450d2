/** Looks up, by search terms, what else an English text may call a thing: synonyms, and the names of countries. Pure. */
import { NATIONS } from "./nations.ts";
import { SYNONYM_GROUPS } from "./synonym-groups.ts";
import { termOf } from "./tokens.ts";

/** Terms of one or two words (joined by a space) that go together. */
type Terms = readonly string[];

let synonyms: GroupList | undefined;
let names: GroupList | undefined;
let capitals: GroupList | undefined;

/** Terms that say much the same as a term, or as two terms joined by a space; single terms only. */
export function synonymsOf(term: string): ReadonlySet<string> {
  synonyms ??= new GroupList(SYNONYM_GROUPS.split(","));
  return besides(term, synonyms.groupsWith(term), (one) => !one.includes(" "));
}

/** Other names and adjectives of the country that a term, or two terms joined by a space, names. */
export function nationNamesOf(term: string): ReadonlySet<string> {
  return besides(term, readNames().groupsWith(term));
}

/** The capital of a country, or the names of the country of a capital: news texts say the one for the other. */
export function metonymsOf(term: string): ReadonlySet<string> {
  capitals ??= new GroupList(NATIONS.split(",").map((entry) => entry.split("/")[1] ?? ""));
  const ofNames = readNames()
    .placesOf(term)
    .map((place) => ({ place, terms: capitals?.groupAt(place) ?? [] }));
  const ofSeats = capitals.placesOf(term).map((place) => ({ place, terms: readNames().groupAt(place) }));
  const found = [...ofNames, ...ofSeats].sort((a, b) => a.place - b.place);
  return new Set(found.flatMap(({ terms }) => terms));
}

function readNames(): GroupList {
  names ??= new GroupList(NATIONS.split(",").map((entry) => entry.split("/")[0] ?? ""));
  return names;
}

function besides(
  term: string,
  groups: readonly Terms[],
  isWanted = (_: string) => true,
): ReadonlySet<string> {
  return new Set(groups.flat().filter((one) => one !== term && isWanted(one)));
}

/**
 * Groups of words, looked up by term. To cut all of them into terms takes longer than the rest of an answer, so a
 * word is only cut when a term is asked for that begins as it does: no word of the lists changes its first letters
 * when it is cut.
 */
class GroupList {
  readonly #groups: readonly string[];
  readonly #words: (readonly string[] | undefined)[] = [];
  readonly #places = new Map<string, Set<number>>();

  constructor(groups: readonly string[]) {
    this.#groups = groups;
    for (const [place, group] of groups.entries()) {
      for (const [, beginning = ""] of group.matchAll(BEGINNING)) {
        const places = this.#places.get(beginning);
        if (places === undefined) this.#places.set(beginning, new Set([place]));
        else places.add(place);
      }
    }
  }

  groupsWith(term: string): readonly Terms[] {
    return this.placesOf(term).map((place) => this.groupAt(place));
  }

  /** In the order of the list. */
  placesOf(term: string): readonly number[] {
    const beginning = term.slice(0, COMPARED);
    const places = [...(this.#places.get(beginning) ?? [])];
    return places.filter((place) =>
      this.#wordsAt(place).some((word) => word.startsWith(beginning) && termsOf(word) === term),
    );
  }

  groupAt(place: number): Terms {
    return this.#wordsAt(place).map(termsOf);
  }

  #wordsAt(place: number): readonly string[] {
    this.#words[place] ??= (this.#groups[place] ?? "").split(/\s+/).filter((word) => word !== "");
    return this.#words[place];
  }
}

/** Letters at the beginning of a word that its term keeps. */
const COMPARED = 2;
const BEGINNING = /(?<![^\s])(\S{2})/g;

/** `give_up` as the terms `give up`. */
function termsOf(words: string): string {
  return words.split("_").map(termOf).join(" ");
}
