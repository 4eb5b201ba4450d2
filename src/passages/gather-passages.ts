/** Gathers sentences into passages: long enough to be understood, short enough to be about one thing. */
import type { TextRange } from "../corpus/source.ts";
import type { Paragraph, Passage, Sentence } from "./passage.ts";
import { findContexts } from "./passage-context.ts";

/** In UTF-16 code units, from the start of the first sentence to the end of the last. */
const MERGED_BELOW = 700;
const SHORT_PASSAGE = 160;
const SHORT_BLOCK = 120;
const LONGEST = 1_500;

type Sentences = readonly Sentence[];

/** All sentences of `paragraphs`, each exactly once and in order. A heading begins a passage with what follows it. */
export function gatherPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  headingLevels: ReadonlyMap<Sentence, number>,
): readonly Passage[] {
  const gathered: Sentence[][] = [];
  for (const paragraph of paragraphs) {
    for (const block of splitAtHeadings(paragraph.sentences)) {
      const last = gathered.at(-1);
      if (!last || !belongsTo(text, last, block)) gathered.push(block);
      else for (const sentence of block) last.push(sentence);
    }
  }
  const passages = gathered.flatMap(cutLongPassage);
  const contexts = findContexts(text, passages, headingLevels);
  return passages.map((sentences, at) => ({
    ordinal: at,
    range: rangeOf(sentences),
    sentences,
    context: contexts[at] ?? [],
  }));
}

/** The paragraph in parts that begin with a heading, the first perhaps without. */
function splitAtHeadings(sentences: Sentences): readonly Sentence[][] {
  const parts: Sentence[][] = [];
  for (const sentence of sentences) {
    const open = parts.at(-1);
    const begins = sentence.kind === "heading" && open?.at(-1)?.kind !== "heading";
    if (open && !begins) open.push(sentence);
    else parts.push([sentence]);
  }
  return parts;
}

function belongsTo(text: string, passage: Sentences, block: Sentences): boolean {
  const length = (block.at(-1)?.range.end ?? 0) - (passage[0]?.range.start ?? 0);
  const isHeadingsOnly = passage.at(-1)?.kind === "heading";
  if (block[0]?.kind === "heading") return isHeadingsOnly && length < MERGED_BELOW;
  if (isHeadingsOnly) return true;
  if (length >= MERGED_BELOW) return false;
  if (lengthOf(passage) < SHORT_PASSAGE || leadsOn(text, passage)) return true;
  // A short line that leads on belongs to what it leads to.
  return lengthOf(block) < SHORT_BLOCK && !leadsOn(text, block);
}

/** Whether what stands last asks for what follows. */
function leadsOn(text: string, sentences: Sentences): boolean {
  const end = sentences.at(-1)?.range.end ?? 0;
  return /[:?：？؟]$/.test(text.slice(end - 1, end));
}

/** Pieces of about the same length, cut at sentence ends, when the passage is too long. */
function cutLongPassage(sentences: Sentences): readonly Sentences[] {
  const length = lengthOf(sentences);
  if (length <= LONGEST) return [sentences];
  const target = length / Math.ceil(length / LONGEST);
  const pieces: Sentence[][] = [];
  for (const sentence of sentences) {
    const open = pieces.at(-1);
    const first = open?.[0];
    const middle = (sentence.range.start + sentence.range.end) / 2;
    const hasRoom = first !== undefined && middle - first.range.start <= target;
    const isUnderHeading = open?.at(-1)?.kind === "heading" && lengthOf(open) < MERGED_BELOW;
    const fits = first !== undefined && sentence.range.end - first.range.start <= LONGEST;
    if (open && (isUnderHeading || (hasRoom && fits))) open.push(sentence);
    else pieces.push([sentence]);
  }
  return pieces;
}

function lengthOf(sentences: Sentences): number {
  const range = rangeOf(sentences);
  return range.end - range.start;
}

function rangeOf(sentences: Sentences): TextRange {
  const start = sentences[0]?.range.start ?? 0;
  return { start, end: sentences.at(-1)?.range.end ?? start };
}
