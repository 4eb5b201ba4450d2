/** Number words of English and what they are worth. Words are lower case, as `foldWord` gives them. */

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/** `seven` → 7, `forty` → 40. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(" ").map((word, value) => [word, value] as const),
  ...TENS.split(" ").map((word, index) => [word, (index + 2) * 10] as const),
]);

/** `million` → 1,000,000. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["dozen", 12],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["bn", 1e9],
]);

/** `tenth` → 10. */
export const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map(
  ORDINALS.split(" ").map((word, index) => [word, index + 1] as const),
);

/** A number written in words or figures, and the index of the word after it. */
export interface ReadNumber {
  readonly value: number;
  readonly next: number;
}

const FIGURES = /^\d+(?:\.\d+)?$/;

/**
 * The number that begins at `words[at]`, or null. `3.5 million` and `two hundred and fifty` are one number;
 * `one` alone is none, since it is mostly a pronoun.
 */
export function readNumber(words: readonly string[], at: number): ReadNumber | null {
  const first = words[at] ?? "";
  if (FIGURES.test(first)) return scaled(words, at + 1, Number(first));
  let total = 0;
  let group = SMALL_NUMBERS.get(first);
  if (group === undefined) return readScaleAlone(words, at);
  let next = at + 1;
  for (; next < words.length; next++) {
    const word = words[next] ?? "";
    const small = SMALL_NUMBERS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined && small > 0 && group % (small < 10 ? 10 : 100) === 0) group += small;
    else if (scale === 100 || scale === 12) group *= scale;
    else if (scale !== undefined) [total, group] = [total + group * scale, 0];
    else if (word !== "and" || !SMALL_NUMBERS.has(words[next + 1] ?? "") || group < 100) break;
  }
  return first === "one" && next === at + 1 ? null : { value: total + group, next };
}

/** `a hundred`, `millions`: the scale itself is the number. */
function readScaleAlone(words: readonly string[], at: number): ReadNumber | null {
  const word = words[at] ?? "";
  const scale = SCALES.get(word) ?? SCALES.get(word.replace(/s$/, ""));
  return scale === undefined || word === "bn" ? null : scaled(words, at + 1, scale);
}

function scaled(words: readonly string[], from: number, start: number): ReadNumber {
  let value = start;
  let next = from;
  for (
    let scale = SCALES.get(words[next] ?? "");
    scale !== undefined;
    scale = SCALES.get(words[next] ?? "")
  ) {
    value *= scale;
    next += 1;
  }
  return { value, next };
}
