/**
 * Where the words are all the same and yet something else is said: a word is struck out or hidden, `40–65` is no range
 * any more, `l/s` no rate, and `mm` has become `Mm`. Everything else about dress is left to readers.
 */
import { isDash } from "../text/fold.ts";
import { isHedge, isNegation } from "../text/word-kinds.ts";
import type { Claim } from "./claim.ts";
import type { WordRange } from "./match-claim.ts";
import { isFigureKey } from "./plain-words.ts";
import type { WordIndex } from "./word-index.ts";

/** What differs: words of the source, `from` to `to` (exclusive), and what the claim has for them. */
export interface MarkFault extends WordRange {
  readonly kind: "number" | "negation" | "hedge" | "words";
  readonly claimed: string;
}

/** A word of the claim and its place in the row of the source's words. */
interface Pair {
  readonly word: number;
  readonly at: number;
}

/** What a reader is shown as taken back, or not at all. UTF-16 code units: what is longer is no mark. */
const TAKEN_BACK = /~~(?=\S)[^~]{1,300}~~|<!--(?:[^-]|-(?!->)){0,300}-->/g;
const STRUCK_LETTER = /\p{L}[\u0335-\u0338]/u;
const SLASH = /[/\u2044\u2215]/;
const UNIT = /^[\p{L}µ]{1,4}$/u;
/** Milli and mega, bit and byte. */
const MILLI_OR_MEGA = /^[mM](m|g|l|L|W|Wh|V|A|Hz|J|N|Pa|s|t|bar|Sv|Bq)$/;
const BIT_OR_BYTE = /^[kKMGT]i?([bB])$/;

/** Pairs of the pieces whose words stand one for one; others were joined or cut, and say nothing of marks. */
function pairsOf(claim: readonly WordRange[], own: readonly WordRange[]): Pair[] {
  return claim.flatMap(({ from, to }, piece): Pair[] => {
    const place = own[piece];
    if (place === undefined || place.to - place.from !== to - from) return [];
    return Array.from({ length: to - from }, (_, step) => ({ word: from + step, at: place.from + step }));
  });
}

function isWithin(ranges: readonly (readonly [number, number])[], start: number, end: number): boolean {
  return ranges.some(([from, to]) => from <= start && end <= to);
}

function takenBack(text: string, from: number, to: number): (readonly [number, number])[] {
  return [...text.slice(from, to).matchAll(TAKEN_BACK)].map(
    ({ index, 0: { length } }) => [from + index, from + index + length] as const,
  );
}

function kindOf(key: string): MarkFault["kind"] {
  if (isFigureKey(key)) return "number";
  if (isNegation(key)) return "negation";
  return isHedge(key) ? "hedge" : "words";
}

/** Whether a unit was swapped for another one that is written with the same letters. */
function isOtherUnit(one: string, other: string): boolean {
  const [bases, bits] = [MILLI_OR_MEGA, BIT_OR_BYTE].map((unit) => [
    unit.exec(one)?.[1],
    unit.exec(other)?.[1],
  ]);
  const isMagnitude = bases?.[0] !== undefined && bases[0] === bases[1] && one !== other;
  return isMagnitude || (bits?.[0] !== undefined && bits[1] !== undefined && bits[0] !== bits[1]);
}

function hasDash(text: string): boolean {
  return Array.from(text).some(isDash);
}

/** What is wrong with the marks of a claim whose `pieces` stand at `own` in the row; empty when nothing is. */
export function judgeMarks(
  index: WordIndex,
  { text, words, pieces }: Pick<Claim, "text" | "words" | "pieces">,
  own: readonly WordRange[],
): readonly MarkFault[] {
  const pairs = pairsOf(pieces, own);
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { source } = index.sourceAt(first.at);
  const startOf = ({ at }: Pair): number => index.starts[at] ?? 0;
  const endOf = ({ at }: Pair): number => index.ends[at] ?? 0;
  const spelled = (pair: Pair): readonly [string, string] => [
    text.slice(words[pair.word]?.start, words[pair.word]?.end),
    source.text.slice(startOf(pair), endOf(pair)),
  ];
  const isFigure = (pair: Pair | undefined): boolean => pair !== undefined && /\d/.test(index.keyAt(pair.at));
  const mine = takenBack(text, 0, text.length);
  const theirs = takenBack(source.text, Math.max(source.bodyStart, startOf(first) - 300), endOf(last) + 300);
  const isOneCase = text === text.toUpperCase() || text === text.toLowerCase();
  const faults: MarkFault[] = [];
  pairs.forEach((pair, place) => {
    const word = words[pair.word];
    if (word === undefined) return;
    const [claimed, original] = spelled(pair);
    const around = mine.find(([from, to]) => from <= word.start && word.end <= to);
    const isStruck = around !== undefined || (STRUCK_LETTER.test(claimed) && !STRUCK_LETTER.test(original));
    if (isStruck && !isWithin(theirs, startOf(pair), endOf(pair)))
      faults.push({
        from: pair.at,
        to: pair.at + 1,
        kind: kindOf(index.keyAt(pair.at)),
        claimed: around === undefined ? claimed : text.slice(...around),
      });
    const before = pairs[place - 1];
    if (before === undefined || before.at + 1 !== pair.at) return;
    const between = [
      text.slice(words[before.word]?.end, word.start),
      source.text.slice(endOf(before), startOf(pair)),
    ] as const;
    const differ = (has: (mark: string) => boolean): boolean => has(between[0]) !== has(between[1]);
    const [wide, unit] = [spelled(before), spelled(pair)];
    const isRange = isFigure(before) && isFigure(pair) && differ(hasDash);
    const isRate =
      isFigure(pairs[place - 2]) &&
      [...wide, ...unit].every((one) => UNIT.test(one)) &&
      differ((mark) => SLASH.test(mark));
    const isUnit = isFigure(before) && !isOneCase && isOtherUnit(...unit);
    if (isRange || isRate || isUnit)
      faults.push({
        from: before.at,
        to: pair.at + 1,
        kind: "number",
        claimed: text.slice(words[before.word]?.start, word.end),
      });
  });
  return faults;
}
