/** Roman numerals, in letters of the alphabet or in characters of their own. */

const WORTH: ReadonlyMap<string, number> = new Map([
  ["i", 1],
  ["v", 5],
  ["x", 10],
  ["l", 50],
  ["c", 100],
  ["d", 500],
  ["m", 1000],
]);
const WELL_FORMED = /^m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/;
/** Characters beyond the alphabet: ↀ 1,000, ↁ 5,000, ↂ 10,000, ↅ 6, ↆ 50, ↇ 50,000, ↈ 100,000. */
const BEYOND: ReadonlyMap<string, number> = new Map([
  ["\u2180", 1000],
  ["\u2181", 5000],
  ["\u2182", 10_000],
  ["\u2185", 6],
  ["\u2186", 50],
  ["\u2187", 50_000],
  ["\u2188", 100_000],
]);
/** Units, titles and words that only look like numerals. */
const NO_NUMERAL: ReadonlySet<string> = new Set(
  "mix dix mm cm ml dl cl cd md mv cv dvi mi di li vi ci mc cc xl dc cx dx mx mmm".split(" "),
);

/** The worth of a numeral as the standard has it, from 1 to 3,999, in either case; null for what is none. */
export function romanValue(letters: string): number | null {
  const lower = letters.toLowerCase();
  if (lower === "" || !WELL_FORMED.test(lower)) return null;
  return sumOf(Array.from(lower, (letter) => WORTH.get(letter) ?? 0));
}

/** Whether a word is such a numeral and no everyday word: `xiv`, not `mix`. */
export function isRomanWord(word: string): boolean {
  return word.length > 1 && romanValue(word) !== null && !NO_NUMERAL.has(word.toLowerCase());
}

/** The worth of Unicode's own characters for Roman numerals, such as ⅬⅣ; null when they are in no order. */
export function romanCharactersValue(characters: string): number | null {
  const each = Array.from(characters);
  if (!each.some((character) => BEYOND.has(character))) return romanValue(characters.normalize("NFKC"));
  const worth = each.map(
    (character) => BEYOND.get(character) ?? romanValue(character.normalize("NFKC")) ?? 0,
  );
  return worth.includes(0) ? null : sumOf(worth);
}

/** A smaller one before a greater one is taken off. */
function sumOf(worth: readonly number[]): number {
  return worth.reduce((sum, value, at) => sum + (value < (worth[at + 1] ?? 0) ? -value : value), 0);
}
