/** Whether the sentences say in words what a figure says: both, the first, no boats. English; pure. */
import type { Figure } from "../language/figures/figure.ts";
import { termOf } from "../text/tokens.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText } from "./read-text.ts";

/** What a sentence may say instead of `first`. */
const BEGINNINGS = "never before begin new origin initial earliest open debut earlier prior start"
  .split(" ")
  .map(termOf);

/** A statement may say so in a figure. */
export function isToldInWords(
  figure: Figure,
  statement: ReadText,
  { cited, frame, question }: Evidence,
): boolean {
  const { kind, amount, word } = figure;
  const has = (...keys: readonly string[]) => keys.some((key) => cited.keys.has(key));
  if (kind === "ordinal" && amount === 1 && BEGINNINGS.some((term) => cited.terms.has(term))) return true;
  if (kind === "roman" && [cited, frame, question].some(({ keys }) => keys.has(word))) return true;
  if (isKnownPair(figure, statement) || isSingle(figure, cited)) return true;
  if (kind === "count" && amount === 2 && has("both", "couple", "pair", "twin", "twins")) return true;
  if (word === "couple" && has("few", "several", "some")) return true;
  if (kind === "count" && amount === 0 && isNone(figure, cited)) return true;
  // `years` says hardly more than that time passed.
  if (kind === "vague" && amount === 0 && !cited.figures.some((other) => other.kind === "vague")) return true;
  return isDesignation(figure, statement, frame) || isDesignation(figure, statement, question);
}

/** Zero boats where the sentences say no boats. */
function isNone({ counted }: Figure, { words }: ReadText): boolean {
  return words.some(
    ({ key }, at) =>
      /^(?:no|none|neither|without)$/.test(key) &&
      [1, 2, 3].some((on) => counted.includes(words[at + on]?.term ?? "")),
  );
}

/** `line 9` where the title or the question has `line 9`: a name rather than a number. */
function isDesignation({ kind, first, next }: Figure, { words }: ReadText, known: ReadText): boolean {
  const [before, number] = [words[first - 1], words[first]];
  if (kind !== "count" || next !== first + 1 || before?.isContent !== true) return false;
  return known.words.some(({ key }, at) => key === number?.key && known.words[at - 1]?.term === before.term);
}

/** `the two countries`: two that were named before. */
function isKnownPair({ kind, amount, first }: Figure, { words }: ReadText): boolean {
  return kind === "count" && amount === 2 && /^(?:the|these|those|other)$/.test(words[first - 1]?.key ?? "");
}

/** One week where the sentences say a single week. */
function isSingle({ amount, unit, counted }: Figure, { words }: ReadText): boolean {
  const thing = termOf(unit?.name ?? counted[0] ?? "");
  const isArticle = (key: string) => /^(?:a|an|single|each|every)$/.test(key);
  return (
    amount === 1 &&
    words.some(({ key }, at) => isArticle(key) && [1, 2].some((on) => words[at + on]?.term === thing))
  );
}
