/** Gathers sentences into passages: long enough to be understood, short enough to be about one thing. */
import type { TextRange } from "../corpus/source.ts";
import type { Paragraph, Passage, Sentence } from "./passage.ts";
import { findContexts } from "./passage-context.ts";

/** In UTF-16 code units, from the start of the first sentence to the end of the last. */
const MERGED_BELOW = 700;
const SHORT_PASSAGE = 160;
const SHORT_BLOCK = 120;
const LONGEST = 1_500;
/** About as long are the pieces of what is longer: below the limit, since sentences are not all of a length. */
const PIECE = 1_250;

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
  if (isHeadingsOnly || isLeadInOnly(text, passage)) return true;
  if (length >= MERGED_BELOW) return false;
  if (lengthOf(passage) < SHORT_PASSAGE || leadsOn(text, passage)) return true;
  // A short line that leads on belongs to what it leads to.
  return lengthOf(block) < SHORT_BLOCK && !leadsOn(text, block);
}

/** A lead-in says nothing without what follows, however long that is. */
function isLeadInOnly(text: string, passage: Sentences): boolean {
  const end = passage.at(-1)?.range.end ?? 0;
  return lengthOf(passage) < SHORT_PASSAGE && /[:\uff1a]/.test(text.slice(end - 1, end));
}

/** Whether what stands last asks for what follows. */
function leadsOn(text: string, sentences: Sentences): boolean {
  const end = sentences.at(-1)?.range.end ?? 0;
  return /[:?：？؟]$/.test(text.slice(end - 1, end));
}

/** Pieces of about the same length, cut at sentence ends, when the passage is too long. */
function cutLongPassage(sentences: Sentences): readonly Sentences[] {
  const { start, end } = rangeOf(sentences);
  if (end - start <= LONGEST) return [sentences];
  const share = (end - start) / Math.ceil((end - start) / PIECE);
  const pieces: Sentence[][] = [];
  let openShare = -1;
  for (const sentence of sentences) {
    const { range } = sentence;
    const open = pieces.at(-1);
    const itsShare = Math.floor(((range.start + range.end) / 2 - start) / share);
    const fits = open !== undefined && range.end - rangeOf(open).start <= LONGEST;
    const isUnderHeading = open?.at(-1)?.kind === "heading" && lengthOf(open) < MERGED_BELOW;
    if (open && (isUnderHeading || (fits && itsShare === openShare))) open.push(sentence);
    else pieces.push([sentence]);
    openShare = itsShare;
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
