/**
 * Chooses the quotes of an extractive answer from ranked sentences: the best, what adds to it, and the best of
 * each other source that speaks to the question. Pure; it never writes a word of its own.
 */

import type { RankedSentence, Retrieval } from "../retrieve/retrieval.ts";
import { chooseOverTime } from "./choose-over-time.ts";
import { chooseSides } from "./choose-sides.ts";
import { completeSentence } from "./complete-sentence.ts";
import type { Draft, DraftQuote } from "./draft.ts";
import { quoteList } from "./quote-list.ts";

/**
 * A further quote is shown from this share of the best score on: lower ones were never the first to be right on some 830
 * labelled questions. A course of events takes weaker ones.
 */
const [FURTHER_QUOTE, FURTHER_EVENT] = [0.65, 0.45];
/** The first quote of another source is shown from this share on, before further quotes of the same source. */
const OTHER_SOURCE = 0.85;
/** Neighbouring sentences that both rank from this share on are quoted as one, up to so many. */
const MERGED = 0.8;
const LONGEST_QUOTE = 3;

/** What form of answer the question wants, as retrieval read it. */
export type Wanted = Pick<Retrieval, "shape" | "sides">;

const PLAIN: Wanted = { shape: "plain", sides: [] };

/** At most `top` quotes in order of strength; none when nothing was ranked. */
export function extractAnswer(
  ranked: readonly RankedSentence[],
  top: number,
  { shape, sides }: Wanted = PLAIN,
): Draft {
  // A heading names what is said below it; it is no answer itself unless there is nothing else.
  const said = ranked.filter(({ sentence }) => sentence.kind !== "heading");
  const [best, ...others] = said.length > 0 ? said : ranked;
  if (best === undefined || top < 1) return { quotes: [] };
  const bar = (share: number) => best.score - (1 - share) * Math.abs(best.score);
  if (shape === "broad") return chooseOverTime(said, top, bar(FURTHER_EVENT));
  const listed = shape === "list" ? quoteList(best).slice(0, top) : [];
  const chosen: DraftQuote[] = listed.length > 0 ? listed : [completeSentence(best)];
  const take = (candidate: RankedSentence) => {
    const merged = mergeInto(chosen, candidate, candidate.score >= bar(MERGED));
    if (merged || chosen.length >= top || repeats(chosen, candidate)) return;
    const completed = completeSentence(candidate);
    // What the sentence leans on is quoted already: then it stands alone well enough.
    chosen.push(overlaps(chosen, completed) ? aloneOf(completed) : completed);
  };
  for (const candidate of firstOfOtherSources(others, best)) {
    if (candidate.score >= bar(OTHER_SOURCE)) take(candidate);
  }
  const speakers = chosen.length;
  for (const candidate of others) {
    if (candidate.score < bar(FURTHER_QUOTE)) break;
    take(candidate);
  }
  // What further quotes hold of the kind asked for is often about something else.
  for (const [at, quote] of chosen.entries()) if (at >= speakers) chosen[at] = { ...quote, answerSpan: null };
  chosen.sort((a, b) => b.score - a.score);
  return { quotes: shape === "comparison" ? chooseSides(chosen, said, sides, top) : chosen };
}

/** The best sentence of each source but the one of `best`, best first. */
function firstOfOtherSources(ranked: readonly RankedSentence[], best: RankedSentence): RankedSentence[] {
  const seen = new Set([best.passage.source.id]);
  return ranked.filter(({ passage }) => {
    if (seen.has(passage.source.id)) return false;
    seen.add(passage.source.id);
    return true;
  });
}

/** Whether `candidate` is already quoted, or now is because it continues a quote and may lengthen it. */
function mergeInto(chosen: DraftQuote[], candidate: RankedSentence, mayLengthen: boolean): boolean {
  const { sentence, passage } = candidate;
  for (const [at, quote] of chosen.entries()) {
    const [first, last] = [quote.sentences[0], quote.sentences.at(-1)];
    if (quote.passage.source !== passage.source || first?.paragraph !== sentence.paragraph) continue;
    if (quote.sentences.some(({ number }) => number === sentence.number)) return true;
    if (!mayLengthen || quote.sentences.length >= LONGEST_QUOTE || last === undefined) continue;
    if (sentence.number === last.number + 1) {
      chosen[at] = { ...quote, sentences: [...quote.sentences, sentence], answerSpan: null };
      return true;
    }
    if (sentence.number === first.number - 1) {
      chosen[at] = { ...quote, sentences: [sentence, ...quote.sentences], answerSpan: null };
      return true;
    }
  }
  return false;
}

function overlaps(chosen: readonly DraftQuote[], { sentences }: DraftQuote): boolean {
  return chosen.some((quote) => quote.sentences.some((sentence) => sentences.includes(sentence)));
}

function aloneOf(quote: DraftQuote): DraftQuote {
  return { ...quote, sentences: [quote.ranked], answerSpan: null };
}

/** Whether the same words are quoted already: a source may say a thing twice. */
function repeats(chosen: readonly DraftQuote[], { passage, sentence }: RankedSentence): boolean {
  const said = wordsAlone(passage.source.text.slice(sentence.range.start, sentence.range.end));
  return chosen.some((quote) =>
    quote.sentences.some(
      ({ range }) => wordsAlone(quote.passage.source.text.slice(range.start, range.end)) === said,
    ),
  );
}

function wordsAlone(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
