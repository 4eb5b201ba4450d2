/** False quotations of true pieces, and words that stand nowhere. */

import type { Verdict } from "../../src/quotes/quote-check.ts";
import { pick, type Random, words } from "./case-words.ts";
import type { CaseMaker, Passage } from "./quote-cases.ts";

const STITCHED: readonly Verdict[] = ["stitched"];

function halves(text: string): readonly [string, string] {
  const all = words(text);
  const middle = Math.floor(all.length / 2);
  return [all.slice(0, middle).join(" "), all.slice(middle).join(" ")];
}

function joined(
  kind: string,
  expected: readonly Verdict[],
  make: (passage: Passage, random: Random, others: readonly Passage[]) => string | null,
): CaseMaker {
  return { kind, faithful: false, expected, make };
}

function another(
  passage: Passage,
  random: Random,
  others: readonly Passage[],
  accepts: (other: Passage) => boolean,
): Passage | null {
  const fitting = others.filter((other) => other !== passage && accepts(other));
  return fitting[pick(random, 0, fitting.length - 1)] ?? null;
}

function isFar(one: Passage, other: Passage): boolean {
  return one.source === other.source && other.block > one.block + 2;
}

export const STITCHES: readonly CaseMaker[] = [
  joined("halves of neighbours", STITCHED, ({ text, nextInBlock }) =>
    nextInBlock === null || words(nextInBlock).length < 10
      ? null
      : `${halves(text)[0]} ${halves(nextInBlock)[1]}`,
  ),
  joined("halves of strangers", STITCHED, (passage, random, others) => {
    const other = another(passage, random, others, ({ source }) => source !== passage.source);
    return other === null ? null : `${halves(passage.text)[0]} ${halves(other.text)[1]}`;
  }),
  joined(
    "halves turned round",
    STITCHED,
    ({ text }) => `${halves(text)[1].replace(/\.$/, "")} ${halves(text)[0]}`,
  ),
  joined("far apart, elided", STITCHED, (passage, random, others) => {
    const other = another(passage, random, others, (one) => isFar(passage, one));
    return other === null ? null : `${halves(passage.text)[0]} … ${halves(other.text)[1]}`;
  }),
  joined(
    "order turned, elided",
    STITCHED,
    ({ text }) => `${halves(text)[1].replace(/\.$/, "")} … ${halves(text)[0]}`,
  ),
  joined("two sources, elided", STITCHED, (passage, random, others) => {
    const other = another(passage, random, others, ({ source }) => source !== passage.source);
    return other === null ? null : `${halves(passage.text)[0]} […] ${halves(other.text)[1]}`;
  }),
];

export const OTHERS: readonly CaseMaker[] = [
  { kind: "misattributed", faithful: false, expected: ["misattributed"], make: ({ text }) => text },
  joined("absent", ["absent"], (_, random) => {
    const vocabulary =
      "The quiet harbour fisherman mended yellow nets beside granite steps while gulls quarrelled over herring scales and nobody noticed tide creeping towards painted boats under a copper evening sky".split(
        " ",
      );
    return Array.from(
      { length: pick(random, 6, 24) },
      () => vocabulary[pick(random, 0, vocabulary.length - 1)],
    ).join(" ");
  }),
  joined("shuffled", ["absent", "altered", "stitched"], ({ text }, random) =>
    words(text)
      .map((word) => ({ word, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ word }) => word)
      .join(" "),
  ),
];
