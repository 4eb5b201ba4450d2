/**
 * Finds secrets in what others say, however they are written: in other letters, with marks, letters or words between, in
 * part, turned round or encoded. It knows the secrets themselves and nothing else; what merely looks like one is not its work.
 */

import { formsOf } from "./secret-forms.ts";

/** Letters and digits in a row that give a long secret away. */
export const TELLING_PART = 12;
const SHORTEST = 6;
/** A shorter word of nothing but letters, or number, is a placeholder or a word of the language: it hides nothing. */
const SHORTEST_PLAIN = 8;
const STRUCK = "(key)";
/** So many letters of a secret in their order, each about so many places behind the last, stand there by no chance. */
const SPELLED = 16;
const STRETCH = 3;
const SLACK = 6;
/** A shorter piece of a secret stands in many words. */
const SHORTEST_PIECE = 4;

/** Places of a text, UTF-16, half-open. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export class Secrets {
  readonly #exact: readonly RegExp[];
  /** Parts of the secrets and of what they are encoded as, folded. */
  readonly #parts: ReadonlySet<string>;
  /** The secrets as they are and turned round, folded: those long enough to be told in parts. */
  readonly #folded: readonly string[];

  /** Values that are too short or too plain to be told from ordinary words are left out. */
  constructor(values: readonly (string | undefined)[]) {
    const known = [...new Set(values.map((value) => value?.trim() ?? ""))].filter(isTelling);
    this.#exact = known.map(exactly);
    this.#parts = new Set(known.flatMap(formsOf).map(fold).flatMap(partsOf));
    this.#folded = known
      .map(fold)
      .filter(({ length }) => length >= SPELLED)
      .flatMap((secret) => [secret, Array.from(secret).reverse().join("")]);
  }

  /** Whether any of them, or enough of one to matter, stands in `text`. */
  holds(text: string): boolean {
    return this.#find(text).length > 0;
  }

  /** The text with `(key)` in the place of each. */
  strike(text: string): string {
    let [struck, from] = ["", 0];
    for (const { start, end } of this.#find(text)) {
      struck += `${text.slice(from, start)}${STRUCK}`;
      from = end;
    }
    return struck + text.slice(from);
  }

  /** In order, none touching another. */
  #find(text: string): Place[] {
    const found = this.#exact.flatMap((secret) =>
      [...text.matchAll(secret)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
    );
    const letters = lettersOf(text);
    const spelled = this.#folded.flatMap((secret) => findSpelled(letters, secret));
    const strewn = this.#folded.flatMap((secret) => findStrewn(text, secret));
    return joined([...found, ...this.#findParts(letters), ...spelled, ...strewn]);
  }

  #findParts(letters: readonly Letter[]): Place[] {
    if (this.#parts.size === 0) return [];
    const found: Place[] = [];
    const folded = letters.map(({ letter }) => letter);
    for (let at = 0; at + TELLING_PART <= letters.length; at += 1)
      if (this.#parts.has(folded.slice(at, at + TELLING_PART).join("")))
        found.push(span(letters, at, at + TELLING_PART - 1));
    return found;
  }
}

/** A letter or digit of a text, folded, and its place there. */
interface Letter extends Place {
  readonly letter: string;
}

function lettersOf(text: string): Letter[] {
  return [...text.matchAll(/[\s\S]/gu)].flatMap(({ index, 0: character }) =>
    Array.from(fold(character), (letter) => ({ letter, start: index, end: index + character.length })),
  );
}

function span(letters: readonly Letter[], first: number, last: number): Place {
  return { start: letters[first]?.start ?? 0, end: letters[last]?.end ?? 0 };
}

/** Where letters of a secret stand in their order with a few others between: "s x k x p x r". */
function findSpelled(letters: readonly Letter[], secret: string): Place[] {
  const units = Array.from(secret);
  const beginnings = new Map<string, number[]>();
  for (let from = 0; from + SPELLED <= units.length; from += 1) {
    const letter = units[from] ?? "";
    beginnings.set(letter, [...(beginnings.get(letter) ?? []), from]);
  }
  return letters.flatMap(({ letter }, at) =>
    (beginnings.get(letter) ?? []).flatMap((from) => {
      const part = units.slice(from, from + SPELLED);
      const last = endOfSpelling(letters, at, part);
      return last === -1 ? [] : [span(letters, beginOfSpelling(letters, last, part), last)];
    }),
  );
}

/** The place of the last of the letters of `part`, the first of which stands at `at`; -1 when they lie too far apart. */
function endOfSpelling(letters: readonly Letter[], at: number, part: readonly string[]): number {
  let next = at;
  for (const [step, wanted] of part.entries()) {
    const farthest = Math.min(letters.length, at + STRETCH * step + SLACK);
    while (next < farthest && letters[next]?.letter !== wanted) next += 1;
    if (next >= farthest) return -1;
    next += 1;
  }
  return next - 1;
}

/** The last place from which the letters of `part` lead up to `last`: what stands before it is no part of them. */
function beginOfSpelling(letters: readonly Letter[], last: number, part: readonly string[]): number {
  let next = last + 1;
  for (const wanted of part.toReversed()) {
    next -= 1;
    while (letters[next]?.letter !== wanted) next -= 1;
  }
  return next;
}

/** Pieces of a secret with words between, where they are enough of it together: what reads as a word is none. */
function findStrewn(text: string, secret: string): Place[] {
  const told = new Set<number>();
  const found: Place[] = [];
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const piece = fold(word);
    const at = piece.length >= SHORTEST_PIECE && /\p{N}|.\p{Lu}/u.test(word) ? secret.indexOf(piece) : -1;
    if (at === -1) continue;
    for (let place = at; place < at + piece.length; place += 1) told.add(place);
    found.push({ start: index, end: index + word.length });
  }
  return told.size >= TELLING_PART ? found : [];
}

function isTelling(value: string): boolean {
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(value));
  return value.length >= (kinds.length > 1 ? SHORTEST : SHORTEST_PLAIN);
}

/** The secret as it is; a short one only where it is no part of a longer word. */
function exactly(secret: string): RegExp {
  const literal = secret.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  if (secret.length >= TELLING_PART) return new RegExp(literal, "g");
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "gu");
}

function partsOf(form: string): string[] {
  const letters = [...form];
  const parts = Math.max(0, letters.length - TELLING_PART + 1);
  return Array.from({ length: parts }, (_, at) => letters.slice(at, at + TELLING_PART).join(""));
}

/** Letters and digits alone, in small letters of the plain kind. */
function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function joined(places: readonly Place[]): Place[] {
  const merged: Place[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || place.start > last.end) merged.push(place);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
  }
  return merged;
}
