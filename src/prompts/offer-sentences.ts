/** Chooses the sentences that a model may answer from: the best ranked ones and what stands around the very best. */
import { sliceRange } from "../corpus/source.ts";
import type { IndexedPassage } from "../index/corpus-index.ts";
import type { Sentence } from "../passages/passage.ts";
import type { RankedSentence } from "../retrieve/retrieval.ts";
import { estimateTokens } from "../text/estimate-tokens.ts";

export interface OfferedSentence {
  /** From 1, in the order of the prompt. */
  readonly label: number;
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
  /** As it stands in its source. */
  readonly text: string;
}

type Offer = Omit<OfferedSentence, "label">;

const MOST_RANKED = 24;
/** The best of them bring the sentences right before and after them in their paragraph. */
const WITH_NEIGHBOURS = 8;
const MOST_TOKENS = 2_500;
/** Longer sentences take room from better ones: they are left to the extractive answer. */
const LONGEST_SENTENCE = 600;

/** Labelled in the order of the prompt: the source of the best sentence first, each source in its own order. */
export function offerSentences(ranked: readonly RankedSentence[]): readonly OfferedSentence[] {
  const said = ranked.filter(({ sentence }) => sentence.kind !== "heading");
  const chosen = new Map<string, Offer>();
  let tokens = 0;
  const take = (passage: IndexedPassage, sentence: Sentence | undefined) => {
    if (sentence === undefined || sentence.kind === "heading") return;
    const place = `${passage.source.id}:${sentence.range.start}`;
    const text = sliceRange(passage.source.text, sentence.range);
    const cost = estimateTokens(text);
    if (chosen.has(place) || cost > LONGEST_SENTENCE || tokens + cost > MOST_TOKENS) return;
    tokens += cost;
    chosen.set(place, { passage, sentence, text });
  };
  const best = said.slice(0, MOST_RANKED);
  for (const { passage, sentence } of best.slice(0, WITH_NEIGHBOURS)) take(passage, sentence);
  for (const { passage, sentence, index } of best.slice(0, WITH_NEIGHBOURS)) {
    for (const neighbour of [passage.passage.sentences[index - 1], passage.passage.sentences[index + 1]])
      if (neighbour?.paragraph === sentence.paragraph) take(passage, neighbour);
  }
  for (const { passage, sentence } of best.slice(WITH_NEIGHBOURS)) take(passage, sentence);
  return inOrderOfPrompt([...chosen.values()]).map((offer, at) => ({ ...offer, label: at + 1 }));
}

function inOrderOfPrompt(offers: readonly Offer[]): Offer[] {
  const sources = [...new Set(offers.map(({ passage }) => passage.source))];
  return sources.flatMap((source) =>
    offers
      .filter(({ passage }) => passage.source === source)
      .sort((a, b) => a.sentence.range.start - b.sentence.range.start),
  );
}
