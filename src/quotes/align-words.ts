/**
 * Aligns the words of a claim with a stretch of a source: the cheapest way to turn the one into the other, where the
 * claim may begin and end anywhere in the stretch. Global in the claim, local in the source (Sellers' variant of edit
 * distance), with a run of skipped source words charged once and little more for each word (Gotoh's affine gap).
 */
import type { ClaimWord } from "./claim-words.ts";
import type { WordRange } from "./match-claim.ts";
import type { WordIndex } from "./word-index.ts";

/** A word of the claim against a word of the source; -1 where one side has none. */
export interface AlignedPair {
  /** Index of the claim's word, or -1: the source's word is left out. */
  readonly word: number;
  /** Place in the row, or -1: the claim's word was put in. */
  readonly at: number;
}

export interface Alignment {
  readonly cost: number;
  /** In order, from the first word of the claim to the last. */
  readonly pairs: readonly AlignedPair[];
}

const SKIP_FIRST = 1;
const SKIP_NEXT = 0.12;
/** Words left out where the claim has an ellipsis cost next to nothing: enough to prefer the shorter gap. */
const SKIP_ELIDED = 0.004;
const PUT_IN = 1;
/** Words in the writer's brackets are expected to differ. */
const PUT_IN_BRACKET = 0.5;
/** A little less than a word put in: at the ends, too, a foreign word more likely stands for one than beside it. */
const EXCHANGED = 0.9;

// Steps kept for the way back. The lowest two bits say how a cell was reached, the third how its skip began.
const FROM_PAIR = 1;
const FROM_PUT_IN = 2;
const FROM_SKIP = 3;
const SKIP_GOES_ON = 4;

interface Table {
  readonly steps: Uint8Array;
  readonly width: number;
  readonly end: number;
  readonly cost: number;
}

/** `elidedAfter[i]`: the claim has an ellipsis between its words i and i + 1. */
function fillTable(
  index: WordIndex,
  words: readonly ClaimWord[],
  { from, to }: WordRange,
  elidedAfter: ReadonlySet<number>,
): Table {
  const width = to - from + 1;
  const steps = new Uint8Array((words.length + 1) * width);
  let best = new Float32Array(width);
  let above = new Float32Array(width);
  words.forEach((word, row) => {
    [above, best] = [best, above];
    const isElided = elidedAfter.has(row);
    const putIn = word.isBracketed ? PUT_IN_BRACKET : PUT_IN;
    const [skipFirst, skipNext] = isElided ? [SKIP_ELIDED, SKIP_ELIDED] : [SKIP_FIRST, SKIP_NEXT];
    const isLast = row === words.length - 1;
    const offset = (row + 1) * width;
    best[0] = (above[0] ?? 0) + putIn;
    steps[offset] = FROM_PUT_IN;
    let skip = Number.POSITIVE_INFINITY;
    for (let column = 1; column < width; column += 1) {
      const isSame = index.ids[from + column - 1] === word.id;
      const pair = (above[column - 1] ?? 0) + (isSame ? 0 : EXCHANGED);
      const added = (above[column] ?? 0) + putIn;
      const begun = (best[column - 1] ?? 0) + skipFirst;
      const goesOn = skip + skipNext < begun;
      skip = isLast ? Number.POSITIVE_INFINITY : goesOn ? skip + skipNext : begun;
      let cost = pair;
      let step = FROM_PAIR;
      if (added < cost) [cost, step] = [added, FROM_PUT_IN];
      if (skip < cost) [cost, step] = [skip, FROM_SKIP];
      best[column] = cost;
      steps[offset + column] = goesOn ? step | SKIP_GOES_ON : step;
    }
  });
  let end = 0;
  for (let column = 1; column < width; column += 1) if ((best[column] ?? 0) < (best[end] ?? 0)) end = column;
  return { steps, width, end, cost: best[end] ?? 0 };
}

function walkBack({ steps, width, end }: Table, rows: number, from: number): AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let column = end;
  let isSkipping = false;
  for (let row = rows; row > 0; ) {
    const step = steps[row * width + column] ?? 0;
    const kind = isSkipping ? FROM_SKIP : step & 3;
    if (kind === FROM_SKIP) {
      isSkipping = (step & SKIP_GOES_ON) !== 0;
      pairs.push({ word: -1, at: from + column - 1 });
      column -= 1;
    } else if (kind === FROM_PAIR) {
      pairs.push({ word: row - 1, at: from + column - 1 });
      column -= 1;
      row -= 1;
    } else {
      pairs.push({ word: row - 1, at: -1 });
      row -= 1;
    }
  }
  return pairs.reverse();
}

/** The cheapest alignment of all `words` with some part of `stretch`. Time and memory: words times stretch. */
export function alignWords(
  index: WordIndex,
  words: readonly ClaimWord[],
  stretch: WordRange,
  elidedAfter: ReadonlySet<number>,
): Alignment {
  const table = fillTable(index, words, stretch, elidedAfter);
  return { cost: table.cost, pairs: walkBack(table, words.length, stretch.from) };
}

/** Whether a pair holds the same word on both sides. */
export function isSamePair(
  index: WordIndex,
  words: readonly ClaimWord[],
  { word, at }: AlignedPair,
): boolean {
  return word >= 0 && at >= 0 && index.ids[at] === words[word]?.id;
}
