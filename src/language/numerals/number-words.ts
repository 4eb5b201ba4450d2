/**
 * Reads numbers written out in any of our languages: `two hundred and fifty`, vierundfünfzig, quatre-vingt-dix-sept,
 * пятьюдесятью четырьмя, `twentythousand`. Words are keys (`wordKey`). Pure; each word is read once.
 */
import { LEXICONS, type Lexicon, type NumberEntry } from "../lexicon.ts";
import { remembered } from "../remembered.ts";

export interface NumberInWords {
  readonly value: number;
  readonly isOrdinal: boolean;
  /** The index behind its last word. */
  readonly next: number;
  /** It is an article or a pronoun as well, and nothing beside it makes it a number. */
  readonly isArticle: boolean;
  /** All its words have another everyday meaning. */
  readonly isEveryday: boolean;
}

/** Letters of the longest word that is taken apart. */
const LONGEST_FUSED = 200;
const SHORTEST_FUSED = 5;

/** The lexicons in which a word is a number, or several written as one. */
export const lexiconsOfNumber = remembered((key: string): readonly Lexicon[] =>
  LEXICONS.filter((lexicon) => entriesOf(key, lexicon) !== null),
);

/** The number that begins at `keys[at]`, or null. */
export function readNumberInWords(
  keys: readonly string[],
  at: number,
  lexicon: Lexicon,
): NumberInWords | null {
  const sum = new Sum(lexicon);
  const read: NumberEntry[] = [];
  let next = at;
  for (let here = at; here < keys.length; ) {
    const isLink = read.length > 0 && lexicon.links.has(keys[here] ?? "");
    const from = isLink ? here + 1 : here;
    const entries = entriesOf(keys[from] ?? "", lexicon);
    if (entries === null || !sum.addAll(entries, isLink || entries.length > 1)) break;
    read.push(...entries);
    here = from + 1;
    next = here;
    if (entries.at(-1)?.kind === "ordinal") break;
  }
  const [first] = read;
  if (first === undefined) return null;
  return {
    value: sum.value,
    isOrdinal: read.at(-1)?.kind === "ordinal",
    next,
    isArticle: read.length === 1 && first.isArticle,
    isEveryday: read.every(({ isEveryday }) => isEveryday),
  };
}

/** The parts of a word: one that is listed, or several that are written as one; null for other words. */
function entriesOf(key: string, lexicon: Lexicon): readonly NumberEntry[] | null {
  const own = lexicon.numbers.get(key);
  if (own !== undefined) return [own];
  if (key.length < SHORTEST_FUSED || key.length > LONGEST_FUSED) return null;
  return fusedEntries(key, lexicon);
}

/** Memory of what was found from each letter on keeps this linear in the letters. */
function fusedEntries(key: string, lexicon: Lexicon): readonly NumberEntry[] | null {
  const from: (readonly NumberEntry[] | null)[] = new Array(key.length + 1).fill(null);
  from[key.length] = [];
  for (let at = key.length - 1; at >= 0; at -= 1) {
    for (let end = Math.min(key.length, at + lexicon.longest); end > at && from[at] === null; end -= 1) {
      const rest = from[end];
      if (rest === null || rest === undefined) continue;
      const piece = key.slice(at, end);
      const entry = lexicon.numbers.get(piece);
      if (entry !== undefined && (entry.kind !== "ordinal" || end === key.length)) {
        const all = [entry, ...rest];
        // What was found from here on must itself be one number, or the longest piece is not the right one.
        if (new Sum(lexicon).addAll(all, true)) from[at] = all;
      } else if (lexicon.links.has(piece) && at > 0 && end < key.length) from[at] = rest;
    }
  }
  const found = from[0];
  return found !== null && found !== undefined && found.length > 1 ? found : null;
}

/** The parts of a number put together as far as they fit. */
class Sum {
  readonly #language: Lexicon["language"]["numbers"];
  #total = 0;
  /** What the next scale multiplies; none yet after a scale. */
  #group: number | null = null;
  #smallestScale = Number.POSITIVE_INFINITY;

  constructor({ language }: Lexicon) {
    this.#language = language.numbers;
  }

  get value(): number {
    return this.#total + (this.#group ?? 0);
  }

  /** Whether all fit, in which case they are added. `isLinked`: a word such as `and` stands before, or may. */
  addAll(entries: readonly NumberEntry[], isLinked: boolean): boolean {
    const before = [this.#total, this.#group, this.#smallestScale] as const;
    for (const entry of entries)
      if (!(entry.kind === "scale" ? this.#multiply(entry.value) : this.#add(entry.value, isLinked))) {
        [this.#total, this.#group, this.#smallestScale] = before;
        return false;
      }
    return true;
  }

  #add(value: number, isLinked: boolean): boolean {
    const group = this.#group;
    if (group === null) {
      if (this.#total % 1000 !== 0 && this.#total !== 0) return false;
      this.#group = value;
      return true;
    }
    const sum = fitted(group, value, isLinked, this.#language);
    if (sum === null) return false;
    this.#group = sum;
    return true;
  }

  #multiply(scale: number): boolean {
    if (scale < 1000) {
      const group = this.#group ?? 1;
      if (group === 0 || group >= 100 || (this.#group === null && this.#total % 1000 !== 0)) return false;
      this.#group = group * scale;
      return true;
    }
    if (this.#group === 0) return false;
    if (scale >= this.#smallestScale) {
      // A hundred thousand million: scales that grow multiply the whole.
      this.#total = (this.#total + (this.#group ?? 0)) * scale;
    } else this.#total += (this.#group ?? 1) * scale;
    this.#group = null;
    this.#smallestScale = scale;
    return true;
  }
}

/** `group` with `value` behind it, or null when that is no number. */
function fitted(
  group: number,
  value: number,
  isLinked: boolean,
  { areOnesFirst, countsTwenties }: Lexicon["language"]["numbers"],
): number | null {
  if (value === 0 || group === 0) return null;
  if (countsTwenties && value === 20 && group % 100 === 4) return group + 76;
  if (areOnesFirst && isLinked && group % 100 < 10 && group % 100 > 0 && value >= 20 && value < 100)
    return group + value;
  if (value < 10) return group % 10 === 0 ? group + value : null;
  if (value < 20) return group % 100 === 0 || group % 100 === 60 || group % 100 === 80 ? group + value : null;
  return value < 100 && group % 100 === 0 ? group + value : null;
}
