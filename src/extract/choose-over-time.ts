/**
 * Chooses quotes for a broad question: the best, then what adds another time, place or source, each with the day from
 * which it tells, so that they can be told in order. Pure.
 */

import { periodsOfSentence } from "../passages/sentence-time.ts";
import type { RankedSentence } from "../retrieve/retrieval.ts";
import { tokenize } from "../text/tokens.ts";
import { completeSentence } from "./complete-sentence.ts";
import type { Draft, DraftQuote } from "./draft.ts";

/** Candidates looked at, best first. */
const MOST_CANDIDATES = 30;
/** What a candidate loses for telling what a chosen one tells, in units of the score. */
const [SAME_PARAGRAPH, SAME_MONTH, SAME_SOURCE] = [4, 1.5, 0.75];
const OPENING_LENGTH = 60;
const ANNOUNCES = /[:：]["'”’)]*$/u;

/** A sentence that opens with what is asked about is about it: what it gains, within how many words. */
const [OPENS_WITH_IT, OPENING_WORDS] = [2, 3];

/** At most `top` quotes of candidates that score `least` or more. */
export function chooseOverTime(ranked: readonly RankedSentence[], top: number, least: number): Draft {
  const left = ranked
    .slice(0, MOST_CANDIDATES)
    .filter((one) => one.score >= least && tells(one))
    .map((one) => ({ ...one, score: one.score + (opensWithTopic(one) ? OPENS_WITH_IT : 0) }));
  const chosen: {
    readonly ranked: RankedSentence;
    readonly quote: DraftQuote;
    readonly since: number | null;
  }[] = [];
  while (chosen.length < top && left.length > 0) {
    const loss = (one: RankedSentence) =>
      chosen.reduce((sum, { ranked: other, since }) => {
        const isSame = one.passage.source === other.passage.source;
        const sameParagraph = isSame && one.sentence.paragraph === other.sentence.paragraph;
        return (
          sum +
          (sameParagraph ? SAME_PARAGRAPH : 0) +
          (isSame ? SAME_SOURCE : 0) +
          (since !== null && since === beginning(one) ? SAME_MONTH : 0)
        );
      }, 0);
    const values = left.map((one) => one.score - loss(one));
    const at = values.indexOf(Math.max(...values));
    const [next] = left.splice(at, 1);
    if (next === undefined || (values[at] ?? 0) < least) break;
    const quote = completeSentence(next);
    const isQuoted = chosen.some(({ quote: other }) =>
      other.sentences.some((one) => quote.sentences.includes(one)),
    );
    if (!isQuoted && !chosen.some((one) => saysTheSame(one.ranked, next)))
      chosen.push({ ranked: next, quote, since: beginning(next) });
  }
  const quotes = chosen.map(({ quote, since }) => (since === null ? quote : { ...quote, since }));
  return { quotes: quotes.sort((a, b) => b.score - a.score) };
}

/** A heading or an announcement tells nothing itself. */
function tells({ passage, sentence }: RankedSentence): boolean {
  const { start, end } = sentence.range;
  return sentence.kind !== "heading" && !ANNOUNCES.test(passage.source.text.slice(start, end));
}

function opensWithTopic({ passage, sentence: { range }, matchedTerms }: RankedSentence): boolean {
  const opening = tokenize(
    passage.source.text.slice(range.start, Math.min(range.end, range.start + OPENING_LENGTH)),
  );
  return opening.slice(0, OPENING_WORDS).some(({ term }) => matchedTerms.includes(term));
}

/** The first day it speaks of; null when it tells no time, or only an end. */
function beginning({ passage, index }: RankedSentence): number | null {
  const [period] = periodsOfSentence(passage.source.text, passage.passage, index);
  return period === undefined ? null : period.from === 0 ? period.to : period.from;
}

function saysTheSame(one: RankedSentence, other: RankedSentence): boolean {
  const words = ({ passage, sentence: { range } }: RankedSentence) =>
    passage.source.text
      .slice(range.start, range.end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ");
  return words(one) === words(other);
}
