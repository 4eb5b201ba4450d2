/**
 * Finds secrets in what others say, however they are written: in other letters, with marks between, in part, turned
 * round or encoded. It knows the secrets themselves and nothing else; what merely looks like one is not its work.
 */

/** Letters and digits in a row that give a long secret away. */
export const TELLING_PART = 12;
const SHORTEST = 6;
/** A shorter word of nothing but letters, or number, is a placeholder or a word of the language: it hides nothing. */
const SHORTEST_PLAIN = 8;
const STRUCK = "(key)";

/** Places of a text, UTF-16, half-open. */
interface Place {
  readonly start: number;
  readonly end: number;
}

export class Secrets {
  readonly #exact: readonly RegExp[];
  /** Parts of the secrets and of what they are encoded as, folded. */
  readonly #parts: ReadonlySet<string>;

  /** Values that are too short or too plain to be told from ordinary words are left out. */
  constructor(values: readonly (string | undefined)[]) {
    const known = [...new Set(values.map((value) => value?.trim() ?? ""))].filter(isTelling);
    this.#exact = known.map(exactly);
    this.#parts = new Set(known.flatMap(formsOf).map(fold).flatMap(partsOf));
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
    return joined([...found, ...this.#findParts(text)]);
  }

  #findParts(text: string): Place[] {
    if (this.#parts.size === 0) return [];
    const [letters, starts, ends] = [[] as string[], [] as number[], [] as number[]];
    for (const { index, 0: character } of text.matchAll(/[\s\S]/gu))
      for (const letter of fold(character)) {
        letters.push(letter);
        starts.push(index);
        ends.push(index + character.length);
      }
    const found: Place[] = [];
    for (let at = 0; at + TELLING_PART <= letters.length; at += 1)
      if (this.#parts.has(letters.slice(at, at + TELLING_PART).join("")))
        found.push({ start: starts[at] ?? 0, end: ends[at + TELLING_PART - 1] ?? text.length });
    return found;
  }
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

/** What somebody may write in place of a secret that whoever reads it can undo. */
function formsOf(secret: string): string[] {
  const units = [...secret];
  const codes = units.map((unit) => unit.codePointAt(0) ?? 0);
  const written = (each: (code: number) => string) => codes.map(each).join("");
  const hex = (code: number) => code.toString(16);
  return [
    secret,
    [...units].reverse().join(""),
    Buffer.from(secret).toString("hex"),
    ...[0, 1, 2].map((before) => inBase64(secret, before)),
    encodeURIComponent(secret.toWellFormed()),
    written((code) =>
      /[a-z0-9]/i.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : `%${hex(code)}`,
    ),
    written((code) => `u${hex(code).padStart(4, "0")}`),
    written((code) => `x${hex(code)}`),
    written((code) => `0x${hex(code)}`),
    written(String),
  ];
}

/** What is the same of its Base64 wherever it stands in a longer text, `before` bytes after a group of three. */
function inBase64(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  return whole.slice(before === 0 ? 0 : before + 1);
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
