/** Parts of a whole: `half`, `two thirds`, `one in five`, `half a million`, `a quarter of an hour`. Pure. */
import { AFTER_PART } from "../english/figure-words.ts";
import { ordinalValue } from "../lexicon.ts";
import { unitAt } from "../units/read-unit.ts";
import { convert, type Unit, unitNamed } from "../units/unit-table.ts";
import type { Word } from "../words/read-words.ts";
import { type Amount, kindOf } from "./amount.ts";

/** `one in a hundred` is about the rarest share that is said so. */
const LARGEST_WHOLE = 100;
const PLURALS: ReadonlyMap<string, number> = new Map(
  "thirds fourths fifths sixths sevenths eighths ninths tenths elevenths twelfths"
    .split(" ")
    .map((word, at) => [word, at + 3] as const),
);
/** What `half a million` halves. */
const SCALES: ReadonlySet<number> = new Set([12, 100, 1e3, 1e6, 1e9, 1e12]);

/** The part that `words[at]` begins, as a share of one, and the index behind it; null for none. */
export function partAt(words: readonly Word[], at: number): { share: number; next: number } | null {
  const first = words[at];
  if (first === undefined) return null;
  if (first.key === "half" || first.key === "halves") return { share: 1 / 2, next: at + 1 };
  if (first.key === "quarter") return { share: 1 / 4, next: at + 1 };
  const count = first.key === "a" || first.key === "an" || first.key === "one" ? 1 : wholeOf(first);
  const part = partOf(words[at + 1]);
  if (count === undefined || part === null || count >= part.parts || (count > 1 && !part.isPlural))
    return null;
  return { share: count / part.parts, next: at + 2 };
}

/** A part of a whole that is named with it, or else a percentage. */
export function readPart(text: string, words: readonly Word[], at: number): Amount | null {
  const part = partAt(words, at);
  if (part === null) return null;
  // Of a number in figures, `1/2`, nothing more is asked.
  return partOfScale(text, words, part.share, part.next) ?? plainShare(words, at, part);
}

/** The rest of a common fraction in figures, 1/2, once it is read as one number. */
export function readFraction(text: string, words: readonly Word[], at: number): Amount | null {
  const share = words[at]?.readings?.[0] ?? 0;
  const written = text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);
  if (!/^\d+[/⁄]\d+$/.test(written) || share >= 1) return null;
  return partOfScale(text, words, share, at + 1) ?? percent(100 * share, at + 1);
}

/** `half a million`, `a quarter of an hour`, `half a mile`. */
function partOfScale(text: string, words: readonly Word[], share: number, next: number): Amount | null {
  const article = words[next]?.key === "of" ? next + 1 : next;
  const hasArticle = /^(?:a|an)$/.test(words[article]?.key ?? "");
  const of = hasArticle ? article + 1 : next;
  const scale = words[of]?.readings?.[0];
  if (scale !== undefined && SCALES.has(scale)) {
    const unit = unitAt(text, words, of + 1);
    return amountOf(share * scale, unit?.unit ?? null, of + 1);
  }
  const unit = unitAt(text, words, of);
  if (unit === null || unit.unit.dimension === "share") return null;
  if (!hasArticle && words[next]?.key === "of") return null;
  return { ...amountOf(share, unit.unit, next), behind: unit.next };
}

/** Half an hour is thirty minutes to whoever compares the two; half a mile stays half a mile. */
function amountOf(amount: number, unit: Unit | null, next: number): Amount {
  const minute = unitNamed("minute");
  const minutes = unit?.name === "hour" && minute !== null ? convert(amount, unit, minute) : null;
  const [own, of] = minutes === null ? [amount, unit] : [minutes, minute];
  return { kind: kindOf(of), amount: own, readings: [own], unit: of, next };
}

function plainShare(
  words: readonly Word[],
  at: number,
  { share, next }: { share: number; next: number },
): Amount | null {
  const first = words[at]?.key ?? "";
  if (first === "quarter" || first === "halves") return null;
  const isOnePart = first === "a" || first === "an" || first === "one";
  const after = words[next]?.key;
  if (isOnePart && after !== undefined && words[at + 1]?.key !== "half" && !AFTER_PART.has(after))
    return null;
  return percent(100 * share, next);
}

/** `one in five`, `nine out of ten`: no `two in 2019`, no `three in five years`. */
export function readShareOf(text: string, words: readonly Word[], at: number): Amount | null {
  const [link, then] = [words[at + 1]?.key, words[at + 2]?.key];
  const part = wholeOf(words[at]);
  const of = link === "out" && then === "of" ? at + 3 : link === "in" ? at + 2 : -1;
  const hasArticle = words[of]?.key === "a";
  const whole = of === -1 ? undefined : wholeOf(words[hasArticle ? of + 1 : of]);
  if (part === undefined || whole === undefined || whole <= part || whole > LARGEST_WHOLE) return null;
  const next = of + (hasArticle ? 2 : 1);
  if (link !== "out" && (part !== 1 || unitAt(text, words, next) !== null)) return null;
  return percent((100 * part) / whole, next);
}

export function percent(amount: number, next: number): Amount {
  return { kind: "percent", amount, readings: [amount], unit: unitNamed("percent"), next };
}

function wholeOf(word: Word | undefined): number | undefined {
  if (word?.key === "one") return 1;
  const value = word?.readings?.[0];
  return value !== undefined && Number.isInteger(value) && value >= 0 && value < 1000 ? value : undefined;
}

/** What a whole is cut into: third, thirds, quarters. */
function partOf(word: Word | undefined): { parts: number; isPlural: boolean } | null {
  const key = word?.key ?? "";
  if (key === "half") return { parts: 2, isPlural: false };
  if (key === "quarter" || key === "quarters") return { parts: 4, isPlural: key.endsWith("s") };
  const plural = PLURALS.get(key);
  if (plural !== undefined) return { parts: plural, isPlural: true };
  const single = ordinalValue(key) ?? 0;
  return single > 2 ? { parts: single, isPlural: false } : null;
}
