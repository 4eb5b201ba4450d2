/**
 * Makes labelled claims from any corpus: true quotations in every dress, and false ones a single change away. The same
 * corpus and seed give the same cases. What a false claim happens to share with the corpus word for word is left out.
 */
import type { Source } from "../../src/corpus/source.ts";
import type { Verdict } from "../../src/quotes/quote-check.ts";

export interface QuoteCase {
  readonly kind: string;
  readonly claimed: string;
  /** The first is the right verdict; others are no mistake. */
  readonly expected: readonly Verdict[];
  readonly faithful: boolean;
  readonly source?: string;
  /** What the claim was made of: a slice of a source. */
  readonly original: string;
}

/** Numbers from 0 (inclusive) to 1 (exclusive), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Passage {
  readonly source: Source;
  /** Index of its block in its source. */
  readonly block: number;
  readonly text: string;
  /** The sentence behind it in its block, as the source has both. */
  readonly withNext: string | null;
  readonly nextInBlock: string | null;
}

const SENTENCE = /[^.!?]+(?:[.!?](?!\s+\p{Lu}|\s*$)[^.!?]*)*[.!?]+["”’)]*/gu;

/** Sentences of at least ten words, cut roughly: a case needs no perfect sentence. */
export function readPassages(sources: readonly Source[]): Passage[] {
  return sources.flatMap((source) =>
    source.text
      .slice(source.bodyStart)
      .split(/\n\s*\n/)
      .flatMap((block, at) => {
        const found = Array.from(block.matchAll(SENTENCE), (match) => ({ at: match.index, text: match[0] }));
        return found.flatMap(({ at: start, text }, place): Passage[] => {
          const sentence = text.trim();
          const next = found[place + 1];
          if (sentence.split(/\s+/).length < 10 || /[[\]|<>]|\n\s*[-#>*]/.test(sentence)) return [];
          const withNext = next === undefined ? null : block.slice(start, next.at + next.text.length).trim();
          return [{ source, block: at, text: sentence, withNext, nextInBlock: next?.text.trim() ?? null }];
        });
      }),
  );
}

export interface CaseMaker {
  readonly kind: string;
  readonly faithful: boolean;
  readonly expected: readonly Verdict[];
  /** The claim, or null when the passage does not lend itself to it. */
  make(passage: Passage, random: () => number, others: readonly Passage[]): string | null;
}

/** Letters and digits only: an independent, crude measure of "the same words". */
export function squash(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£]+/gu, " ")
    .trim();
}

/** At most `perKind` cases of each maker, over passages spread evenly. */
export function makeCases(
  sources: readonly Source[],
  makers: readonly CaseMaker[],
  perKind: number,
  seed: number,
): QuoteCase[] {
  const passages = readPassages(sources);
  const whole = sources.map(({ text, bodyStart }) => ` ${squash(text.slice(bodyStart))} `).join("\n");
  return makers.flatMap((maker, at) => {
    const random = seededRandom(seed + at * 7919);
    const order = passages.map((passage) => ({ passage, key: random() })).sort((a, b) => a.key - b.key);
    const cases: QuoteCase[] = [];
    for (const { passage } of order) {
      if (cases.length >= perKind) break;
      const claimed = maker.make(passage, random, passages);
      if (claimed === null || claimed === "") continue;
      if (!maker.faithful && maker.kind !== "misattributed" && whole.includes(` ${squash(claimed)} `))
        continue;
      const { kind, faithful, expected } = maker;
      const other = sources[(sources.indexOf(passage.source) + 1) % sources.length];
      const attributed = kind === "misattributed" && other !== undefined && other !== passage.source;
      if (kind === "misattributed" && (!attributed || squash(other.text).includes(squash(claimed)))) continue;
      cases.push({
        kind,
        claimed,
        expected,
        faithful,
        original: passage.text,
        ...(attributed && { source: other.id }),
      });
    }
    return cases;
  });
}
