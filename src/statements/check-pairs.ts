/**
 * What belongs together: where sentences say one thing of A and another of B, side by side, a statement must not say each
 * of the other. Clauses are compared as bags of words and figures, two beside two. English.
 */

import { AkinWords } from "./akin-words.ts";
import { range } from "./anchor-features.ts";
import { baseAmount } from "./anchors.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText } from "./read-text.ts";

interface Part {
  readonly sentence: number;
  readonly terms: ReadonlySet<string>;
  /** It opens with an `and`: it stands beside the part before. */
  readonly isJoined: boolean;
}

const SPLIT = /^(?:and|while|whereas|but)$/;
const START = 4;
/** Parts of a text that are compared. */
const MOST = 40;

export function checkPairs(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const own = withoutCommon(partsOf(statement));
  const theirs = withoutCommon(partsOf(cited));
  const bags = new Map(theirs.map((part) => [part, new AkinWords(part.terms)] as const));
  for (const [at, left] of theirs.entries()) {
    const right = theirs[at + 1];
    const [leftBag, rightBag] = [bags.get(left), right && bags.get(right)];
    if (
      leftBag === undefined ||
      rightBag === undefined ||
      right?.sentence !== left.sentence ||
      !right.isJoined
    )
      continue;
    for (const [index, one] of own.entries()) {
      const other = own[index + 1];
      if (other === undefined) continue;
      const [ones, others] = [sharesOf(one, leftBag, rightBag), sharesOf(other, leftBag, rightBag)];
      if (ones.every((count) => count > 0) && others.every((count) => count > 0))
        return { kind: "roles", reason: `What the line pairs belongs together otherwise in ${place}.` };
    }
  }
  return null;
}

/** How many words stand in the left part only, and in the right part only. */
function sharesOf({ terms }: Part, left: AkinWords, right: AkinWords): [number, number] {
  let [inLeft, inRight] = [0, 0];
  for (const term of terms) {
    const [isLeft, isRight] = [left.hasRelative(term), right.hasRelative(term)];
    if (isLeft && !isRight) inLeft += 1;
    if (isRight && !isLeft) inRight += 1;
  }
  return [inLeft, inRight];
}

/** The parts without words that several of them have, in this form or another. */
function withoutCommon(parts: readonly Part[]): Part[] {
  const counts = new Map<string, number>();
  for (const { terms } of parts)
    for (const start of new Set([...terms].map(startOf))) counts.set(start, (counts.get(start) ?? 0) + 1);
  return parts.map(({ terms, ...part }) => ({
    ...part,
    terms: new Set([...terms].filter((term) => counts.get(startOf(term)) === 1)),
  }));
}

/** Iran, Iranian. */
function startOf(term: string): string {
  return /\p{N}/u.test(term) ? term : term.slice(0, START);
}

/** Clauses, parted at `and` too; a figure stands for itself as a whole. */
function partsOf({ words, figures }: ReadText): Part[] {
  const figureAt = new Map(
    figures.flatMap((figure) =>
      range(figure.first, figure.next).map(
        (at) =>
          [
            at,
            `${figure.kind} ${figure.unit?.dimension ?? ""} ${baseAmount(figure)} ${figure.date}`,
          ] as const,
      ),
    ),
  );
  const parts: { sentence: number; terms: Set<string>; isJoined: boolean }[] = [];
  let [clause, isSplit, isJoined] = [-1, true, false];
  for (const [at, word] of words.entries()) {
    if (word.clause !== clause || SPLIT.test(word.key)) {
      isSplit = true;
      isJoined = SPLIT.test(word.key);
    }
    clause = word.clause;
    const term = figureAt.get(at) ?? (word.isContent ? word.term : null);
    if (term === null) continue;
    if (isSplit && parts.length >= MOST) break;
    if (isSplit) parts.push({ sentence: word.sentence, terms: new Set(), isJoined });
    isSplit = false;
    parts.at(-1)?.terms.add(term);
  }
  return parts;
}
