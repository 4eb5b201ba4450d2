/** Draws sentences to ask for, spread over the sources: whole sentences that make sense alone and say enough. */
import type { Source } from "../corpus/source.ts";
import type { CorpusIndex, IndexedPassage } from "../index/corpus-index.ts";
import type { Sentence } from "../passages/passage.ts";
import { breathe } from "./breathe.ts";
import { looksEnglish, type Rephrased, rephraseSentence } from "./rephrase-sentence.ts";
import { createDraw } from "./seeded-draw.ts";

/** A sentence, where it stands, and a question for it. */
export interface DrawnSentence extends Rephrased {
  readonly passage: IndexedPassage;
  readonly sentence: Sentence;
  readonly text: string;
}

/** UTF-16 code units: shorter ones say too little, longer ones too much at once. */
const [SHORTEST, LONGEST] = [15, 400];
/** UTF-16 code units of a source that tell its language. */
const READ_FOR_LANGUAGE = 4_000;
const ENDED = /[.!…。！।។።]["'”’»」』)\]]{0,3}$/u;
/** Words that point at the sentence before: without it nobody could ask for this one. English. */
const POINTS_BACK =
  /^["'“‘(]?(?:this|that|these|those|such|he|she|it|they|his|her|its|their|here|there|but|and|so|both)\b/iu;

/** Up to `count` sentences that `seed` picks, one source after the other. The same index and seed, the same sentences. */
export async function drawSentences(
  index: CorpusIndex,
  count: number,
  seed: number,
  signal?: AbortSignal,
): Promise<DrawnSentence[]> {
  const waiting = createDraw(seed).shuffle(index.sources);
  let open: Iterator<DrawnSentence, undefined>[] = [];
  const drawn: DrawnSentence[] = [];
  while (drawn.length < count && (waiting.length > 0 || open.length > 0)) {
    await breathe(signal);
    const source = waiting.shift();
    const turns = source === undefined ? open : [await sentencesOf(index, source, seed, signal)];
    if (source === undefined) open = [];
    for (const turn of turns.slice(0, count - drawn.length)) {
      const next = turn.next();
      if (next.done === true) continue;
      drawn.push(next.value);
      open.push(turn);
    }
  }
  return drawn;
}

async function sentencesOf(
  index: CorpusIndex,
  source: Source,
  seed: number,
  signal: AbortSignal | undefined,
): Promise<Iterator<DrawnSentence, undefined>> {
  const passages = await index.passagesOf(source.id);
  const all = passages.flatMap((passage) =>
    passage.passage.sentences.map((sentence) => ({ passage, sentence })),
  );
  return askable(source, createDraw(seed, source.id).shuffle(all), seed, signal);
}

function* askable(
  { id, bodyStart, text: whole }: Source,
  places: readonly Pick<DrawnSentence, "passage" | "sentence">[],
  seed: number,
  signal: AbortSignal | undefined,
): Generator<DrawnSentence, undefined> {
  const english = looksEnglish(whole.slice(bodyStart, bodyStart + READ_FOR_LANGUAGE));
  for (const { passage, sentence } of places) {
    signal?.throwIfAborted();
    const { start, end } = sentence.range;
    if (!isWhole(sentence, whole.slice(start, Math.min(end, start + LONGEST + 1)))) continue;
    const text = whole.slice(start, end);
    const rephrased = rephraseSentence(text, english, createDraw(seed, id, String(start)));
    if (rephrased !== null) yield { ...rephrased, passage, sentence, text };
  }
}

function isWhole({ kind }: Sentence, text: string): boolean {
  if (kind !== "prose" && kind !== "item") return false;
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  return ENDED.test(text) && !POINTS_BACK.test(text);
}
